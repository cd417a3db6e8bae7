import MARC
import Terminal

/// Which subfields are words, in which Vietnamese is typed, and which are codes.
extension FieldForm {
  /// Composes what is typed into the row, if its tag and code say that it holds words.
  mutating func prepareTyping(in row: Int) {
    guard let keyboard, takesWords(row) else {
      rows[row].text.composer = nil
      return
    }
    if rows[row].text.composer == nil { rows[row].text = keyboard.writing(rows[row].text) }
  }

  /// Whether the row holds words, by MARC 21: no control field, number, code, link or address.
  ///
  /// Fields 0XX are numbers and codes; 841 to 878 are holdings, of which only notes are words, and 9XX
  /// are each library's own, which are left alone.
  private func takesWords(_ row: Int) -> Bool {
    guard !isControl, let tag = Int(tag.text), let code = rows[row].code.text.first else {
      return false
    }
    switch tag {
    case 100..<841, 880..<900: break
    case 841..<880: return code == "z" || code == "3"
    default: return false
    }
    switch code {
    case "3": return true
    case "0"..."9", "u", "w": return false
    case "x", "z": return (600..<700).contains(tag)
    default: return true
    }
  }
}
