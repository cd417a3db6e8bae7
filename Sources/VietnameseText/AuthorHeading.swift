/// Compares the headings under which catalogues enter persons.
public enum AuthorHeading {
  /// What headings of one person have in common, whoever wrote them.
  ///
  /// Without commas, dates, remarks in brackets, case and the place of tones:
  /// `Nguyễn, Trãi, 1380-1442` and `Nguyễn Trãi` have one key. Tones themselves count.
  public static func matchKey(_ heading: String) -> String { keys(heading).exact }

  /// The match key without marks, and with them.
  public static func keys(_ heading: String) -> (folded: String, exact: String) {
    let name = nameOnly(heading)
    var exact: [UInt8] = []
    name.appendExact(to: &exact)
    return (
      withoutYears(Array(name.folded(.lettersAndSpelling).utf8)), withoutYears(exact)
    )
  }

  /// The years a heading gives behind its name, as they are written: `1380-1442` gives 1380 and 1442.
  public static func years(_ heading: String) -> [Int] {
    heading.split { !$0.isNumber }.filter { $0.utf8.count == 4 }.compactMap { Int($0) }
  }

  /// The heading without remarks in brackets and without the parts behind a comma that carry numbers.
  private static func nameOnly(_ heading: String) -> String {
    var kept = ""
    for (index, part) in withoutBrackets(heading).split(separator: ",").enumerated() {
      let isRemark = index > 0 && part.contains { $0.isNumber }
      if !isRemark { kept += part + " " }
    }
    return kept
  }

  private static func withoutYears(_ bytes: [UInt8]) -> String {
    var words = bytes.split(separator: UInt8(ascii: " "))
    while words.count > 1, let last = words.last, isYear(last) { words.removeLast() }
    return String(decoding: Array(words.joined(separator: [UInt8(ascii: " ")])), as: UTF8.self)
  }

  private static func withoutBrackets(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x28 || $0 == 0x5B || $0 == 0x3C }) else { return text }
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
