/// One column of a theme line: only what is written there, the rest comes from elsewhere.
struct StyleSpecification: Equatable, Sendable {
  var foreground: Int?
  var background: Int?
  var attributes: Style.Attributes = []

  /// Reads `[colour] [on colour] [attribute ...]`; an empty column says nothing and gives nil.
  static func read(_ words: some Sequence<String>) throws(ThemeProblem) -> StyleSpecification? {
    var specification = StyleSpecification()
    var isEmpty = true
    var expectsBackground = false
    for word in words {
      isEmpty = false
      if word == "on", !expectsBackground, specification.background == nil {
        expectsBackground = true
      } else if let attribute = attribute(named: word), !expectsBackground {
        specification.attributes.formUnion(attribute)
      } else if let color = color(named: word) {
        if expectsBackground {
          specification.background = color
          expectsBackground = false
        } else if specification.foreground == nil, specification.background == nil {
          specification.foreground = color
        } else {
          throw .malformedColumn(word)
        }
      } else {
        throw .unknownWord(word)
      }
    }
    guard !expectsBackground else { throw .malformedColumn("on") }
    return isEmpty ? nil : specification
  }

  /// Colours this column cannot have: none in mono, sixteen in the middle.
  func impossibleColor(inColumn column: Int) -> Int? {
    let highest = [255, 15, -1][column]
    return [foreground, background].compactMap(\.self).first { $0 > highest }
  }

  private static func attribute(named word: String) -> Style.Attributes? {
    switch word {
    case "bold": .bold
    case "underline": .underline
    case "reverse": .reverse
    case "dim": .dim
    // Says that the column is meant to be without attributes.
    case "plain": []
    default: nil
    }
  }

  private static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
  ]

  private static func color(named word: String) -> Int? {
    if word == "default" { return -1 }
    if let index = names.firstIndex(of: word) { return index }
    if word.hasPrefix("bright-"), let index = names.firstIndex(of: String(word.dropFirst(7))) {
      return index + 8
    }
    guard word.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return Int(word)
  }
}
