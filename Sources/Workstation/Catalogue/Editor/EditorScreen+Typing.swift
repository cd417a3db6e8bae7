import MARC
import Terminal

/// Letters, scans and the input method.
extension EditorScreen {
  /// Types letters where the cursor stands; `$` begins a subfield, and typed twice it is a letter.
  func type(_ text: String) -> [Effect] {
    let before = session.revision
    var isDone = true
    window.forgetColumn()
    for letter in text {
      if typed.count == EditorScreen.typedMaximum { typed.removeFirst() }
      typed.append(session.mark)
      isDone = EditorScreen.isTypeable(letter) && type(letter) && isDone
    }
    return (isDone ? [] : [.bell]) + (session.revision == before ? [] : changed() + suggest())
  }

  private func type(_ letter: Character) -> Bool {
    if let head = composedText, let composition = composer.type(letter, after: head) {
      return composition.erased == 0
        ? perform(.type(composition.inserted))
        : perform(.compose(erased: composition.erased, composition.inserted))
    }
    if composedText == nil { composer.interrupt() }
    return perform(.type(String(letter)))
  }

  /// A scan's front is never longer.
  private static let typedMaximum = 512
  private static let marksMaximum = 8

  /// Whether a terminal can show the letter; others are not let in.
  static func isTypeable(_ letter: Character) -> Bool {
    letter.unicodeScalars.count <= marksMaximum
      && letter.unicodeScalars.allSatisfy { scalar in
        scalar.properties.generalCategory != .control
          && scalar.properties.generalCategory != .format
          || letter.isNewline || letter == "\t"
      }
  }

  /// The letters before the cursor, where it stands among words; nil where keys stand for themselves.
  private var composedText: ArraySlice<Character>? {
    guard case .text(let number, let offset) = session.place.spot, let field = session.field,
      field.takesWords(number)
    else { return nil }
    return session.letters(line: session.place.line, subfield: number).word(before: offset)
  }

  /// Backspace: the input method may take a mark off a letter first.
  func deleteBack() -> [Effect] {
    if let head = composedText, let composition = composer.erase(before: head) {
      return composed(composition)
    }
    return act(.verb(.deleteBack))
  }

  func giveBack() -> [Effect] {
    guard let head = composedText, let composition = composer.giveBack(head) else { return [.bell] }
    return composed(composition)
  }

  private func composed(_ composition: Composition) -> [Effect] {
    typed = []
    return perform(.compose(erased: composition.erased, composition.inserted)) ? changed() : [.bell]
  }

  // MARK: - Scans

  /// Whether the cursor stands where the number of a label is written.
  var takesLabels: Bool {
    guard case .text(let number, _) = session.place.spot, let field = session.field,
      let code = field.subfields.dropFirst(number).first(where: { _ in true })?.code
    else { return false }
    switch field.tag {
    case "020", "022", "024": return code == "a"
    case "852", "876": return code == "p"
    default: return false
    }
  }

  func take(_ scan: Scan) -> [Effect] {
    guard takesLabels else { return [.handToDesk(scan)] }
    return withdraw(scan.alreadyTyped) + act(.paste(scan.code))
  }

  /// Withdraws letters that were the front of a scan.
  func withdraw(_ count: Int) -> [Effect] {
    guard count > 0, !typed.isEmpty else { return [] }
    let before = session.revision
    session.withdraw(to: typed[max(0, typed.count - count)])
    typed.removeLast(min(count, typed.count))
    recorder?.strikeOut(backTo: session)
    composer.interrupt()
    return session.revision == before ? [] : changed()
  }
}

extension MARC.Field {
  /// Whether a subfield holds words, by MARC 21: no control field, number, code, link or address.
  ///
  /// Fields 0XX are numbers and codes; 841 to 878 are holdings, of which only notes are words, and 9XX
  /// are each library's own, which are left alone.
  func takesWords(_ number: Int) -> Bool {
    guard !isControl, let tag = Int(tag.text),
      let code = subfields.dropFirst(number).first(where: { _ in true })?.shownCode
    else { return false }
    switch tag {
    case 100..<841, 880..<900: break
    case 841..<880: return code == "z" || code == "3"
    default: return false
    }
    switch code {
    case "3": return true
    case "0", "1", "2", "4", "5", "6", "7", "8", "9", "u", "w": return false
    case "x", "z": return (600..<700).contains(tag)
    default: return true
    }
  }
}
