/// The lines of a settings file as words: comments and empty lines left out, bytes read once.
///
/// A `#` at the start of a word begins a comment, so a word may have one inside.
struct SettingLines: Sequence, IteratorProtocol {
  struct Line {
    let number: Int
    let words: [String]

    /// The name between the brackets of a `[section]` line.
    ///
    /// What follows a colon inside the brackets is for the reader only.
    var section: String? {
      guard let first = words.first, let last = words.last,
        first.utf8.first == UInt8(ascii: "["), last.utf8.last == UInt8(ascii: "]"),
        first.utf8.count > 1 || words.count > 1
      else { return nil }
      let inside = words.joined(separator: " ").dropFirst().dropLast()
      let name = inside.prefix { $0 != ":" }
      return String(name.drop { $0 == " " }.prefix { $0 != " " })
    }
  }

  private let bytes: [UInt8]
  private var position = 0
  private var number = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Line? {
    while position < bytes.count {
      number += 1
      let words = readLine()
      if !words.isEmpty { return Line(number: number, words: words) }
    }
    return nil
  }

  private mutating func readLine() -> [String] {
    var words: [String] = []
    var start: Int?
    var isComment = false
    while position < bytes.count {
      let byte = bytes[position]
      let endsWord = byte <= UInt8(ascii: " ")
      if !isComment {
        if endsWord, let first = start {
          words.append(String(decoding: bytes[first..<position], as: UTF8.self))
          start = nil
        } else if !endsWord, start == nil {
          isComment = byte == UInt8(ascii: "#")
          start = isComment ? nil : position
        }
      }
      position += 1
      if byte == UInt8(ascii: "\n") { return words }
    }
    if let first = start {
      words.append(String(decoding: bytes[first..<position], as: UTF8.self))
    }
    return words
  }
}
