/// What is wrong with a line that should hold JSON.
struct JSONFault: Error, Equatable {
  enum Kind: Equatable {
    case unexpectedEnd
    case unexpectedByte
    case badEscape
    case notUTF8
    case tooDeep
    case notAnObject
    case repeatedKey(String)
  }

  var kind: Kind
  /// Counted in bytes from the beginning of the line, from 1.
  var position: Int
}

/// Reads one JSON text strictly (RFC 8259) from the bytes of a line.
struct JSONReader {
  private static let depthMaximum = 64

  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// One member of the outermost object: its value, and the bytes it was written in.
  struct Member {
    var key: String
    var value: JSONValue
    var written: ArraySlice<UInt8>
  }

  /// The members of the object that the line holds, in their order.
  mutating func members() throws(JSONFault) -> [Member] {
    var members: [Member] = []
    skipBlanks()
    guard peek == UInt8(ascii: "{") else { throw fault(.notAnObject) }
    try object(depth: 1) { reader, key throws(JSONFault) in
      if members.contains(where: { $0.key == key }) { throw reader.fault(.repeatedKey(key)) }
      let start = reader.position
      let value = try reader.value(depth: 2)
      members.append(
        Member(key: key, value: value, written: reader.bytes[start..<reader.position]))
    }
    skipBlanks()
    guard position == bytes.endIndex else { throw fault(.unexpectedByte) }
    return members
  }

  private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
    guard depth <= JSONReader.depthMaximum else { throw fault(.tooDeep) }
    guard let first = peek else { throw fault(.unexpectedEnd) }
    switch first {
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "{"):
      var members: [JSONValue.Member] = []
      try object(depth: depth) { reader, key throws(JSONFault) in
        members.append(JSONValue.Member(key: key, value: try reader.value(depth: depth + 1)))
      }
      return .object(members)
    case UInt8(ascii: "["): return .list(try list(depth: depth))
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func object(
    depth: Int, _ member: (inout JSONReader, String) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    position += 1
    skipBlanks()
    if take(UInt8(ascii: "}")) { return }
    while true {
      skipBlanks()
      guard peek == UInt8(ascii: "\"") else { throw unexpected }
      let key = try string()
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { throw unexpected }
      skipBlanks()
      try member(&self, key)
      skipBlanks()
      if take(UInt8(ascii: "}")) { return }
      guard take(UInt8(ascii: ",")) else { throw unexpected }
    }
  }

  private mutating func list(depth: Int) throws(JSONFault) -> [JSONValue] {
    var values: [JSONValue] = []
    position += 1
    skipBlanks()
    if take(UInt8(ascii: "]")) { return values }
    while true {
      skipBlanks()
      values.append(try value(depth: depth + 1))
      skipBlanks()
      if take(UInt8(ascii: "]")) { return values }
      guard take(UInt8(ascii: ",")) else { throw unexpected }
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONFault)
    -> JSONValue
  {
    for byte in "\(word)".utf8 {
      guard take(byte) else { throw unexpected }
    }
    return value
  }

  private mutating func number() throws(JSONFault) -> JSONValue {
    let start = position
    _ = take(UInt8(ascii: "-"))
    let whole = position
    let digits = skipDigits()
    guard digits > 0, digits == 1 || bytes[whole] != UInt8(ascii: "0") else { throw unexpected }
    var isInteger = true
    if take(UInt8(ascii: ".")) {
      isInteger = false
      guard skipDigits() > 0 else { throw unexpected }
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isInteger = false
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      guard skipDigits() > 0 else { throw unexpected }
    }
    let spelling = String(decoding: bytes[start..<position], as: UTF8.self)
    return isInteger
      ? Int64(spelling).map { .integer($0) } ?? .number(spelling) : .number(spelling)
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while let byte = peek, (0x30...0x39).contains(byte) { position += 1 }
    return position - start
  }
}

// MARK: - Strings

extension JSONReader {
  private mutating func string() throws(JSONFault) -> String {
    position += 1
    let start = position
    while let byte = peek, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      position += 1
    }
    // Most texts hold no escape and are taken in one piece.
    if peek == UInt8(ascii: "\"") {
      defer { position += 1 }
      return try text(bytes[start..<position])
    }
    var content = Array(bytes[start..<position])
    while let byte = peek {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return try text(content[...])
      case UInt8(ascii: "\\"): try escape(into: &content)
      case 0..<0x20:
        position -= 1
        throw fault(.unexpectedByte)
      default: content.append(byte)
      }
    }
    throw fault(.unexpectedEnd)
  }

  private func text(_ content: ArraySlice<UInt8>) throws(JSONFault) -> String {
    guard let text = String(validating: content, as: UTF8.self) else { throw fault(.notUTF8) }
    return text
  }

  private mutating func escape(into content: inout [UInt8]) throws(JSONFault) {
    guard let byte = peek else { throw fault(.unexpectedEnd) }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "u"): content += String(try scalar()).utf8
    default: throw fault(.badEscape)
    }
  }

  /// The scalar behind `\u`, two halves of a surrogate pair joined.
  private mutating func scalar() throws(JSONFault) -> Unicode.Scalar {
    let unit = try hexUnit()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
      throw fault(.badEscape)
    }
    let low = try hexUnit()
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { throw fault(.badEscape) }
    return scalar
  }

  private mutating func hexUnit() throws(JSONFault) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue,
        byte < 0x80
      else { throw fault(.badEscape) }
      unit = unit << 4 + UInt32(digit)
      position += 1
    }
    return unit
  }
}

// MARK: - Bytes

extension JSONReader {
  private var peek: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      position += 1
    }
  }

  private var unexpected: JSONFault {
    fault(position == bytes.endIndex ? .unexpectedEnd : .unexpectedByte)
  }

  private func fault(_ kind: JSONFault.Kind) -> JSONFault {
    JSONFault(kind: kind, position: position - bytes.startIndex + 1)
  }
}
