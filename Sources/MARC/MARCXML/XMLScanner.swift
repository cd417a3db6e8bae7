/// A piece of XML: where its parts lie, counted from the front of the window.
struct XMLToken {
  enum Kind {
    case start
    case end
    case text
    case characterData
    /// A comment or processing instruction.
    case passedOver
    case declaration
    case documentType
    case fault(Fault.Syntax)
  }

  let kind: Kind
  /// How many bytes the token takes.
  let length: Int
  /// The name of an element, or the content of text.
  var content: Range<Int> = 0..<0
  var attributes: Range<Int> = 0..<0
  /// Whether a start is also an end (`<record/>`).
  var isEmpty = false
}

/// Cuts XML into tokens without building a tree and without believing anything the document declares.
final class XMLScanner {
  /// The longest tag, comment or run of character data accepted.
  private static let tokenLengthMaximum = 1024 * 1024
  /// The longest reference to a character, `&` and `;` included.
  private static let referenceLengthMaximum = 12

  private let window: ByteWindow

  init(window: ByteWindow) {
    self.window = window
  }

  /// The token at the front of the window, which stays there; `nil` at the end of the input.
  func next() throws(SourceFault) -> XMLToken? {
    guard try window.fill(1) else { return nil }
    guard window.bytes[0] == UInt8(ascii: "<") else { return try text() }
    _ = try window.fill(9)
    let second = window.count > 1 ? window.bytes[1] : 0
    guard second == UInt8(ascii: "!") || second == UInt8(ascii: "?") else { return try tag() }
    if starts("<!--") { return try passed(to: "-->", from: 4, .passedOver) }
    if starts("<![CDATA[") {
      let token = try passed(to: "]]>", from: 9, .characterData)
      guard case .characterData = token.kind else { return token }
      return XMLToken(kind: token.kind, length: token.length, content: 9..<token.length - 3)
    }
    if starts("<!DOCTYPE") { return try documentType() }
    if starts("<?xml ") { return try passed(to: "?>", from: 2, .declaration) }
    if starts("<?") { return try passed(to: "?>", from: 2, .passedOver) }
    return try tag()
  }

  private func starts(_ text: StaticString) -> Bool {
    let bytes = window.bytes
    guard bytes.count >= text.utf8CodeUnitCount else { return false }
    return (0..<text.utf8CodeUnitCount).allSatisfy { bytes[$0] == text.utf8Start[$0] }
  }

  /// Text up to the next tag or as far as the window reaches, never with half a reference at the end.
  private func text() throws(SourceFault) -> XMLToken {
    var bytes = window.bytes
    var end = bytes.firstOffset(of: UInt8(ascii: "<"), from: 0, to: bytes.count)
    if end == bytes.count {
      let tail = max(end - XMLScanner.referenceLengthMaximum, 0)
      if let reference = bytes[tail..<end].lastIndex(of: UInt8(ascii: "&")) {
        _ = try window.fill(reference + XMLScanner.referenceLengthMaximum)
        bytes = window.bytes
        end = bytes.firstOffset(of: UInt8(ascii: "<"), from: 0, to: bytes.count)
      }
    }
    return XMLToken(kind: .text, length: end, content: 0..<end)
  }

  private func passed(
    to mark: StaticString, from start: Int, _ kind: XMLToken.Kind
  ) throws(SourceFault) -> XMLToken {
    let markLength = mark.utf8CodeUnitCount
    var position = start
    while true {
      let bytes = window.bytes
      while position + markLength <= bytes.count {
        position = bytes.firstOffset(of: mark.utf8Start[0], from: position, to: bytes.count)
        guard position + markLength <= bytes.count else { break }
        if (0..<markLength).allSatisfy({ bytes[position + $0] == mark.utf8Start[$0] }) {
          return XMLToken(kind: kind, length: position + markLength)
        }
        position += 1
      }
      if let fault = try more() { return fault }
    }
  }

  /// Makes the window larger, or tells why that cannot be.
  private func more() throws(SourceFault) -> XMLToken? {
    guard window.count < XMLScanner.tokenLengthMaximum else {
      return XMLToken(kind: .fault(.tooLong), length: 1)
    }
    return try window.readPiece() ? nil : XMLToken(kind: .fault(.unexpectedEnd), length: 1)
  }

  /// A document type with all it declares, found by its brackets and quotes.
  private func documentType() throws(SourceFault) -> XMLToken {
    var depth = 0
    var quote: UInt8?
    var position = 2
    while true {
      let bytes = window.bytes
      while position < bytes.count {
        let byte = bytes[position]
        position += 1
        switch byte {
        case _ where quote != nil:
          if byte == quote { quote = nil }
        case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
        case UInt8(ascii: "["), UInt8(ascii: "<"): depth += 1
        case UInt8(ascii: "]"): depth -= 1
        case UInt8(ascii: ">"):
          if depth == 0 { return XMLToken(kind: .documentType, length: position) }
          depth -= 1
        default: break
        }
      }
      if let fault = try more() { return fault }
    }
  }

  /// A start or end tag.
  private func tag() throws(SourceFault) -> XMLToken {
    var quote: UInt8?
    var position = 1
    while true {
      let bytes = window.bytes
      while position < bytes.count {
        let byte = bytes[position]
        position += 1
        if byte == UInt8(ascii: "<") {
          return XMLToken(kind: .fault(.unexpectedCharacter), length: position - 1)
        } else if let open = quote {
          if byte == open { quote = nil }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
        } else if byte == UInt8(ascii: ">") {
          return tag(endingAt: position)
        }
      }
      if let fault = try more() { return fault }
    }
  }

  private func tag(endingAt end: Int) -> XMLToken {
    let bytes = window.bytes
    let isEnd = bytes[1] == UInt8(ascii: "/")
    let isEmpty = !isEnd && end >= 4 && bytes[end - 2] == UInt8(ascii: "/")
    let nameStart = isEnd ? 2 : 1
    let stop = end - (isEmpty ? 2 : 1)
    var nameEnd = nameStart
    while nameEnd < stop, !XMLScanner.isBlank(bytes[nameEnd]) { nameEnd += 1 }
    guard nameEnd > nameStart, XMLScanner.startsName(bytes[nameStart]) else {
      return XMLToken(kind: .fault(.unexpectedCharacter), length: end)
    }
    return XMLToken(
      kind: isEnd ? .end : .start, length: end, content: nameStart..<nameEnd,
      attributes: nameEnd..<stop, isEmpty: isEmpty)
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }

  private static func startsName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
      || byte >= 0x80
  }
}
