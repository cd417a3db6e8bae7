/// A piece of JSON.
enum JSONToken: Equatable {
  case openObject
  case closeObject
  case openArray
  case closeArray
  case colon
  case comma
  case string([UInt8])
  /// A number, `true`, `false` or `null`, as written.
  case literal([UInt8])
}

/// Cuts JSON into tokens, one at a time, from a source of any size.
final class JSONScanner {
  private static let stringLengthMaximum = 8 * 1024 * 1024
  private static let literalLengthMaximum = 64

  private let window: ByteWindow
  /// Whether the last token opened an object, which may be a record where something else was expected.
  private(set) var hasOpenedObject = false
  /// Halves of surrogate pairs found alone; each became U+FFFD.
  private(set) var loneSurrogateCount = 0

  init(window: ByteWindow) {
    self.window = window
  }

  /// The next token, taken out of the window; `nil` at the end of the input.
  func next() throws(JSONStop) -> JSONToken? {
    try skipBlanks()
    guard try fill(1) else { return nil }
    let byte = window.bytes[0]
    hasOpenedObject = byte == UInt8(ascii: "{")
    let simple: JSONToken
    switch byte {
    case UInt8(ascii: "{"): simple = .openObject
    case UInt8(ascii: "}"): simple = .closeObject
    case UInt8(ascii: "["): simple = .openArray
    case UInt8(ascii: "]"): simple = .closeArray
    case UInt8(ascii: ":"): simple = .colon
    case UInt8(ascii: ","): simple = .comma
    case UInt8(ascii: "\""): return .string(try string())
    default: return .literal(try literal())
    }
    window.drop(1)
    return simple
  }

  func skipBlanks() throws(JSONStop) {
    while try fill(1) {
      let bytes = window.bytes
      let count = bytes.firstIndex { !XMLScanner.isBlank($0) } ?? bytes.count
      window.drop(count)
      if count < bytes.count { return }
    }
  }

  private func fill(_ wanted: Int) throws(JSONStop) -> Bool {
    do {
      return try window.fill(wanted)
    } catch {
      throw .source(error)
    }
  }

  private func literal() throws(JSONStop) -> [UInt8] {
    _ = try fill(JSONScanner.literalLengthMaximum)
    let bytes = window.bytes.prefix(JSONScanner.literalLengthMaximum)
    let text = bytes.prefix { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
    }
    guard !text.isEmpty else { throw .syntax(.unexpectedCharacter) }
    let result = Array(text)
    window.drop(text.count)
    return result
  }

  private func string() throws(JSONStop) -> [UInt8] {
    let end = try stringEnd()
    let bytes = UnsafeRawBufferPointer(rebasing: window.bytes[1..<end])
    let text = try unescaped(bytes)
    window.drop(end + 1)
    return text
  }

  /// The place of the closing quote.
  private func stringEnd() throws(JSONStop) -> Int {
    var position = 1
    while true {
      let bytes = window.bytes
      while position < bytes.count {
        switch bytes[position] {
        case UInt8(ascii: "\""): return position
        case UInt8(ascii: "\\"): position += 2
        default: position += 1
        }
      }
      guard bytes.count < JSONScanner.stringLengthMaximum else { throw .syntax(.tooLong) }
      guard try fill(bytes.count + 1) else { throw .syntax(.unexpectedEnd) }
    }
  }

  private func unescaped(_ bytes: UnsafeRawBufferPointer) throws(JSONStop) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "\\")) else { return Array(bytes) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "\\") else {
        result.append(bytes[position])
        position += 1
        continue
      }
      guard position + 1 < bytes.count else { throw .syntax(.badEscape) }
      switch bytes[position + 1] {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case let same where "\"\\/".utf8.contains(same): result.append(same)
      case UInt8(ascii: "u"):
        position += try unicodeEscape(bytes, at: position, into: &result)
        continue
      default: throw .syntax(.badEscape)
      }
      position += 2
    }
    return result
  }

  /// Reads `\u` with its four digits, or two such that make one character, and returns their length.
  private func unicodeEscape(
    _ bytes: UnsafeRawBufferPointer, at position: Int, into result: inout [UInt8]
  ) throws(JSONStop) -> Int {
    guard let first = JSONScanner.hexadecimal(bytes, at: position + 2) else {
      throw .syntax(.badEscape)
    }
    var value = first
    var length = 6
    if 0xD800..<0xDC00 ~= first, position + 7 < bytes.count,
      bytes[position + 6] == UInt8(ascii: "\\"), bytes[position + 7] == UInt8(ascii: "u"),
      let second = JSONScanner.hexadecimal(bytes, at: position + 8), 0xDC00..<0xE000 ~= second
    {
      value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
      length = 12
    }
    if let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) {
      result.append(contentsOf: encoded)
    } else {
      loneSurrogateCount += 1
      result.append(contentsOf: UTF8.encodedReplacementCharacter)
    }
    return length
  }

  private static func hexadecimal(_ bytes: UnsafeRawBufferPointer, at start: Int) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<start + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x57)
      default: return nil
      }
    }
    return value
  }
}

/// Why no token could be read.
enum JSONStop: Error {
  case syntax(Fault.Syntax)
  case source(SourceFault)
}
