/// A Swift source taken apart into what the compiler runs and what it only carries.
///
/// A reader for tidiness, not a parser: it knows comments, string literals of every kind and
/// regular expressions on one line, which is what keeps a word in a text from being read as code.
struct SwiftReading {
  /// The source with comments and the insides of literals left out, line for line.
  private(set) var code: [String] = [""]
  /// Every string literal with the line it begins on, interpolations left out.
  private(set) var literals: [(line: Int, text: String)] = []

  private let characters: [Unicode.Scalar]
  private var position = 0

  init(_ source: String) {
    characters = Array(source.unicodeScalars)
    readCode(until: nil)
  }

  private func at(_ offset: Int = 0) -> Unicode.Scalar? {
    let index = position + offset
    return index < characters.count ? characters[index] : nil
  }

  private func stands(_ word: String) -> Bool {
    guard let character = at(), character == word.unicodeScalars.first else { return false }
    return characters[position...].starts(with: word.unicodeScalars)
  }

  private mutating func keep() {
    guard let character = at() else { return }
    if character == "\n" {
      code.append("")
    } else {
      code[code.count - 1].unicodeScalars.append(character)
    }
    position += 1
  }

  private mutating func skip() {
    if at() == "\n" { code.append("") }
    position += 1
  }

  /// Reads code up to the closing parenthesis of an interpolation, or to the end.
  private mutating func readCode(until closing: Unicode.Scalar?) {
    var depth = 0
    while let character = at() {
      if character == closing, depth == 0 { return }
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if stands("//") {
        while let next = at(), next != "\n" { position += 1 }
      } else if stands("/*") {
        readBlockComment()
      } else if let hashes = hashesBeforeQuote() {
        readLiteral(hashes: hashes)
      } else if character == "/", let length = regexLength() {
        position += length
      } else {
        keep()
      }
    }
  }

  private mutating func readBlockComment() {
    var depth = 0
    repeat {
      if stands("/*") {
        depth += 1
        position += 2
      } else if stands("*/") {
        depth -= 1
        position += 2
      } else {
        skip()
      }
    } while depth > 0 && position < characters.count
  }

  /// How many `#` stand before a quote that begins here, or nil when none begins here.
  private func hashesBeforeQuote() -> Int? {
    var count = 0
    while at(count) == "#" { count += 1 }
    return at(count) == "\"" ? count : nil
  }

  private mutating func readLiteral(hashes: Int) {
    let fence = String(repeating: "#", count: hashes)
    position += hashes
    let quote = stands("\"\"\"") ? "\"\"\"" : "\""
    position += quote.count
    let line = code.count
    var text = ""
    while let character = at(), !stands(quote + fence) {
      if stands("\\" + fence + "(") {
        position += hashes + 2
        readCode(until: ")")
        position += 1
      } else if stands("\\" + fence) {
        position += hashes + 1
        skip()
      } else {
        text.unicodeScalars.append(character)
        skip()
      }
    }
    position += quote.count + hashes
    literals.append((line, text))
    code[code.count - 1] += "\"\""
  }

  /// The length of a regular expression that begins and ends on this line.
  private func regexLength() -> Int? {
    if let before = code.last?.last, before.isLetter || before.isNumber || ")]}\"".contains(before)
    {
      return nil
    }
    guard let first = at(1), !first.properties.isWhitespace else { return nil }
    var offset = 1
    while let character = at(offset), character != "\n" {
      if character == "/" { return offset + 1 }
      offset += character == "\\" ? 2 : 1
    }
    return nil
  }
}
