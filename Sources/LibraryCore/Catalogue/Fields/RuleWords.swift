import MARC

/// The words of a line of rules, each with its column; a text in quotes is one word.
struct RuleWords {
  struct Word {
    let text: String
    let line: Int
    let column: Int
    var isQuoted = false

    func fault(_ kind: RuleTextFault.Kind) -> RuleTextFault {
      RuleTextFault(line: line, column: column, kind, text)
    }

    /// A tag and the code of a subfield: `245$a`; for a field of plain data the tag alone.
    func subfield() throws(RuleTextFault) -> (Tag, Code) {
      let parts = text.split(separator: "$", omittingEmptySubsequences: false)
      guard let tag = TagPattern(parts[0])?.tag else { throw fault(.noTag) }
      if parts.count == 1, tag.isControl { return (tag, .blank) }
      guard parts.count == 2, parts[1].count == 1, let code = parts[1].first.flatMap({ Code($0) })
      else { throw fault(.noSubfield) }
      return (tag, code)
    }
  }

  let lineNumber: Int
  private var rest: ArraySlice<Character>

  init(_ line: some StringProtocol, number: Int) {
    lineNumber = number
    rest = ArraySlice(Array(line))
  }

  /// The column the next word would stand in.
  var column: Int { rest.startIndex + 1 }

  /// The next word; nil at the end of the line or before a remark.
  mutating func next() throws(RuleTextFault) -> Word? {
    rest = rest.drop { $0.isWhitespace }
    guard let first = rest.first, first != "#" else { return nil }
    let start = rest.startIndex
    if first == "\"" { return try quoted(from: start) }
    let word = rest.prefix { !$0.isWhitespace }
    rest = rest[word.endIndex...]
    return Word(text: String(word), line: lineNumber, column: start + 1)
  }

  /// The next word as it would be read, if it is no text in quotes.
  func peek() -> String? {
    var ahead = self
    guard let word = try? ahead.next(), !word.isQuoted else { return nil }
    return word.text
  }

  /// A text in quotes; `\"` is a quote in it and `\\` a backslash, any other backslash stays.
  private mutating func quoted(from start: Int) throws(RuleTextFault) -> Word {
    var text = ""
    rest = rest.dropFirst()
    while let character = rest.popFirst() {
      if character == "\"" {
        return Word(text: text, line: lineNumber, column: start + 1, isQuoted: true)
      }
      if character == "\\", let next = rest.first, next == "\"" || next == "\\" {
        text.append(next)
        rest = rest.dropFirst()
      } else {
        text.append(character)
      }
    }
    throw RuleTextFault(line: lineNumber, column: start + 1, .openQuote)
  }

  mutating func needed() throws(RuleTextFault) -> Word {
    let column = column
    guard let word = try next() else {
      throw RuleTextFault(line: lineNumber, column: column, .missingWord)
    }
    return word
  }

  mutating func number() throws(RuleTextFault) -> Int {
    let word = try needed()
    guard let number = Int(word.text), (1...1_000_000).contains(number) else {
      throw word.fault(.noNumber)
    }
    return number
  }

  mutating func choice<Choice: RawRepresentable<String>>() throws(RuleTextFault) -> Choice {
    let word = try needed()
    guard let choice = Choice(rawValue: word.text) else { throw word.fault(.unknownWord) }
    return choice
  }
}
