/// Reads a pattern, left to right.
struct TextPatternParser {
  private let characters: [Character]
  private var place = 0
  private(set) var groups = 0
  private var depth = 0

  /// Deeper brackets and longer counts than these are nobody's honest pattern.
  private static let depthMaximum = 20
  private static let repeatsMaximum = 1000

  init(_ text: String) { characters = Array(text) }

  mutating func parse() throws(TextPattern.Fault) -> TextPattern.Node {
    let node = try choice()
    guard place == characters.count else { throw fault() }
    return node
  }

  private var next: Character? { place < characters.count ? characters[place] : nil }

  private func fault() -> TextPattern.Fault {
    TextPattern.Fault(place: min(place, characters.count), character: next.map(String.init) ?? "")
  }

  private mutating func takes(_ character: Character) -> Bool {
    guard next == character else { return false }
    place += 1
    return true
  }

  private mutating func choice() throws(TextPattern.Fault) -> TextPattern.Node {
    var ways = [try sequence()]
    while takes("|") { ways.append(try sequence()) }
    return ways.count == 1 ? ways[0] : .choice(ways)
  }

  private mutating func sequence() throws(TextPattern.Fault) -> TextPattern.Node {
    var nodes: [TextPattern.Node] = []
    while let character = next, character != "|", character != ")" {
      nodes.append(try repeated(try one()))
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private mutating func repeated(
    _ node: TextPattern.Node
  ) throws(TextPattern.Fault) -> TextPattern.Node {
    var (least, most) = (1, 1)
    switch next {
    case "*": (least, most) = (0, .max)
    case "+": (least, most) = (1, .max)
    case "?": (least, most) = (0, 1)
    case "{":
      (least, most) = try counts()
    default: return node
    }
    place += 1
    let isLazy = takes("?")
    if let again = next, "*+?".contains(again) { throw fault() }
    return .repeated(node, least: least, most: most, isLazy: isLazy)
  }

  /// `{2}`, `{2,}` or `{2,5}`; leaves the closing bracket to be passed.
  private mutating func counts() throws(TextPattern.Fault) -> (Int, Int) {
    place += 1
    guard let least = number() else { throw fault() }
    var most = least
    if takes(",") { most = next == "}" ? .max : number() ?? -1 }
    guard next == "}", most >= least, least <= TextPatternParser.repeatsMaximum else {
      throw fault()
    }
    return (least, most)
  }

  private mutating func number() -> Int? {
    var digits = ""
    while let digit = next, digit.isASCII, digit.isNumber, digits.count < 5 {
      digits.append(digit)
      place += 1
    }
    return Int(digits)
  }

  private mutating func one() throws(TextPattern.Fault) -> TextPattern.Node {
    guard let character = next else { throw fault() }
    switch character {
    case "*", "+", "?", "{": throw fault()
    case "(": return try group()
    case "[":
      place += 1
      return try set()
    case "\\":
      place += 1
      return try escaped()
    default: place += 1
    }
    switch character {
    case ".": return .any
    case "^": return .start
    case "$": return .end
    default: return .character(character)
    }
  }

  private mutating func group() throws(TextPattern.Fault) -> TextPattern.Node {
    depth += 1
    guard depth <= TextPatternParser.depthMaximum else { throw fault() }
    place += 1
    var number: Int?
    if takes("?") {
      guard takes(":") else { throw fault() }
    } else {
      groups += 1
      number = groups
    }
    let inner = try choice()
    guard takes(")") else { throw fault() }
    depth -= 1
    return .group(inner, number: number)
  }

  private mutating func escaped() throws(TextPattern.Fault) -> TextPattern.Node {
    guard let character = next else { throw fault() }
    if character == "b" || character == "B" {
      place += 1
      return .wordEdge(isNegated: character == "B")
    }
    if let item = classItem(character) {
      place += 1
      return .set([item], isNegated: false)
    }
    guard !character.isLetter, !character.isNumber else { throw fault() }
    place += 1
    return .character(character)
  }

  private func classItem(_ character: Character) -> TextPattern.SetItem? {
    switch character {
    case "d": .digit(isNegated: false)
    case "D": .digit(isNegated: true)
    case "w": .word(isNegated: false)
    case "W": .word(isNegated: true)
    case "s": .space(isNegated: false)
    case "S": .space(isNegated: true)
    default: nil
    }
  }

  private mutating func set() throws(TextPattern.Fault) -> TextPattern.Node {
    let isNegated = takes("^")
    var items: [TextPattern.SetItem] = []
    while let character = next, character != "]" || items.isEmpty {
      place += 1
      var first = character
      if character == "\\" {
        guard let escaped = next else { throw fault() }
        place += 1
        if let item = classItem(escaped) {
          items.append(item)
          continue
        }
        first = escaped
      }
      guard next == "-", place + 1 < characters.count, characters[place + 1] != "]" else {
        items.append(.range(first, first))
        continue
      }
      place += 1
      let last = characters[place]
      guard first <= last else { throw fault() }
      place += 1
      items.append(.range(first, last))
    }
    guard takes("]") else { throw fault() }
    return .set(items, isNegated: isNegated)
  }
}
