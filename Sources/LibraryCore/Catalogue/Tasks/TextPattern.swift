/// A regular expression whose work is bounded: a match that takes too many steps is given up and said to be so.
///
/// It knows `.`, `[a-z]`, `[^…]`, `\d \w \s \b` and their capitals, `^ $`, `( )`, `(?: )`, `|`, `* + ? {m,n}` and the lazy forms.
/// Letters are compared as people see them: composed and decomposed are one. Steps are counted because a pattern such as
/// `(a+)+b` would otherwise run for years on a long text.
public struct TextPattern: Equatable, Sendable {
  /// The match was given up.
  public struct TooMuchWork: Error, Equatable, Sendable {}

  /// Why a text is no pattern, and where in it, from 0.
  public struct Fault: Error, Equatable, Sendable {
    public let place: Int
    public let character: String
  }

  indirect enum Node: Equatable, Sendable {
    case character(Character)
    case any
    case set([SetItem], isNegated: Bool)
    case start
    case end
    case wordEdge(isNegated: Bool)
    case group(Node, number: Int?)
    /// Where a group that began at `from` ends; made while matching.
    case groupEnd(number: Int, from: Int)
    /// Holds only if something was taken since `from`; made while matching.
    case progress(from: Int)
    case sequence([Node])
    case choice([Node])
    case repeated(Node, least: Int, most: Int, isLazy: Bool)

    /// Whether it takes exactly one character wherever it matches.
    var isSingle: Bool {
      switch self {
      case .character, .any, .set: true
      default: false
      }
    }
  }

  enum SetItem: Equatable, Sendable {
    case range(Character, Character)
    case digit(isNegated: Bool)
    case word(isNegated: Bool)
    case space(isNegated: Bool)
  }

  /// So many steps may a text take, and so many more for each of its characters.
  static let stepsMaximum = 200_000
  static let stepsPerCharacter = 40

  let root: Node
  let groups: Int
  let ignoresCase: Bool

  public init(_ text: String, ignoresCase: Bool = false) throws(Fault) {
    var parser = TextPatternParser(text)
    root = try parser.parse()
    groups = parser.groups
    self.ignoresCase = ignoresCase
  }

  /// A pattern that matches this text as it stands.
  public init(plain text: String, ignoresCase: Bool = false) {
    root = .sequence(text.map { .character($0) })
    groups = 0
    self.ignoresCase = ignoresCase
  }

  public func isFound(in text: String) throws(TooMuchWork) -> Bool {
    let characters = Array(text)
    var matcher = TextPatternMatcher(self, characters)
    return try matcher.first(from: 0) != nil
  }

  /// The text with every match replaced, and how many there were; `$0` to `$9` stand for what was found.
  public func replacing(in text: String, with template: String) throws(TooMuchWork) -> (
    text: String, count: Int
  ) {
    let characters = Array(text)
    var matcher = TextPatternMatcher(self, characters)
    var (result, place, count) = ("", 0, 0)
    while place <= characters.count, let match = try matcher.first(from: place) {
      result += String(characters[place..<match.range.lowerBound])
      result += TextPattern.filled(template, match, characters)
      count += 1
      place = match.range.upperBound
      if match.range.isEmpty {
        if place < characters.count { result.append(characters[place]) }
        place += 1
      }
    }
    if place < characters.count { result += String(characters[place...]) }
    return (count == 0 ? text : result, count)
  }

  private static func filled(
    _ template: String, _ match: TextPatternMatcher.Match, _ characters: [Character]
  ) -> String {
    var result = ""
    var rest = template[...]
    while let character = rest.popFirst() {
      guard character == "$", let next = rest.first else {
        result.append(character)
        continue
      }
      if next == "$" {
        result.append(next)
        rest.removeFirst()
      } else if let number = next.wholeNumberValue, next.isASCII {
        rest.removeFirst()
        let range =
          number == 0 ? match.range : number <= match.groups.count ? match.groups[number - 1] : nil
        if let range { result += String(characters[range]) }
      } else {
        result.append(character)
      }
    }
    return result
  }
}
