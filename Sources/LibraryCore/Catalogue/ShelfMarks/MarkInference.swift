import VietnameseText

/// Finds out which numbers a library's own marks give to rhymes, by counting marks beside their headings.
public struct MarkInference: Sendable {
  /// What the records say of one rhyme.
  public struct Finding: Equatable, Sendable {
    public var rhyme: String
    public var number: Int
    /// How many marks have that number, of how many with the rhyme.
    public var count: Int
    public var total: Int
    /// What the table in use says.
    public var known: RhymeTable.Entry?

    /// Whether the records are of one mind often enough to be followed.
    public var isClear: Bool { count >= 2 && count * 5 >= total * 4 }
    public var isNew: Bool { known?.number != number }
  }

  private let table: RhymeTable
  private var counts: [String: [Int: Int]] = [:]
  /// How many marks of this kind were looked at.
  public private(set) var markCount = 0

  public init(_ table: RhymeTable) { self.table = table }

  /// Looks at one mark; the heading whose initial fits it, the author's before the title's, is what it stands for.
  public mutating func take(_ mark: String, author: String?, title: String?) {
    guard let parsed = ParsedMark(mark) else { return }
    for heading in [author, title].compactMap(\.self) {
      guard let code = NameCode(heading, isName: false, table), code.initial == parsed.initial
      else { continue }
      counts[code.rhyme, default: [:]][parsed.number, default: 0] += 1
      markCount += 1
      return
    }
  }

  /// What was found, by the rhymes in the order of the drawers.
  public var findings: [Finding] {
    counts.compactMap { rhyme, numbers -> Finding? in
      guard let best = numbers.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }) else {
        return nil
      }
      return Finding(
        rhyme: rhyme, number: best.key, count: best.value,
        total: numbers.values.reduce(0, +), known: table[rhyme])
    }.sorted { ($0.number, $0.rhyme) < ($1.number, $1.rhyme) }
  }
}

/// A mark of the National Library's kind taken apart, wherever in a call number it stands.
public struct ParsedMark: Equatable, Sendable {
  public let initial: String
  public let number: Int
  public let ending: String

  private static let initialMaximum = 3

  /// Nil where no word of the text is letters, three digits, and perhaps letters.
  public init?(_ text: String) {
    let words = text.nfc.uppercased().split { $0 == " " || $0 == "/" }
    guard let found = words.lazy.compactMap({ ParsedMark(word: $0) }).first else { return nil }
    self = found
  }

  private init?(word: Substring) {
    let letters = word.prefix(while: \.isLetter)
    let rest = word[letters.endIndex...]
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let behind = rest[digits.endIndex...]
    guard (1...ParsedMark.initialMaximum).contains(letters.count), digits.count == 3,
      let number = Int(digits), RhymeTable.numbers.contains(number),
      behind.allSatisfy(\.isLetter)
    else { return nil }
    (initial, ending) = (String(letters), String(behind))
    self.number = number
  }
}
