/// Compares the headings under which catalogues enter persons.
public enum AuthorHeading {
  /// What headings of one person have in common, whoever wrote them.
  ///
  /// Without commas, dates, remarks in brackets, case and the place of tones:
  /// `Nguyễn, Trãi, 1380-1442` and `Nguyễn Trãi` have one key. Tones themselves count.
  public static func matchKey(_ heading: String) -> String {
    var kept = ""
    for (index, part) in withoutBrackets(heading).split(separator: ",").enumerated() {
      let isRemark = index > 0 && part.contains { $0.isNumber }
      if !isRemark { kept += part + " " }
    }
    var bytes: [UInt8] = []
    kept.appendExact(to: &bytes)
    var words = bytes.split(separator: UInt8(ascii: " "))
    while words.count > 1, let last = words.last, isYear(last) { words.removeLast() }
    return String(decoding: Array(words.joined(separator: [UInt8(ascii: " ")])), as: UTF8.self)
  }

  private static func withoutBrackets(_ text: String) -> String {
    var depth = 0
    var kept = ""
    for character in text {
      switch character {
      case "(", "[", "<": depth += 1
      case ")", "]", ">": depth = max(0, depth - 1)
      default: if depth == 0 { kept.append(character) }
      }
    }
    return kept
  }

  private static func isYear(_ word: ArraySlice<UInt8>) -> Bool {
    (3...4).contains(word.count) && word.allSatisfy { (0x30...0x39).contains($0) }
  }
}
