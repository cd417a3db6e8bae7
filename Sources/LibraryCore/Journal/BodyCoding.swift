/// Writes an op's body as tagged fields: number (1 byte), length (varint), bytes.
///
/// Fields appear in the order they are written; a repeated number is a list. The bytes are canonical: the same values always
/// give the same bytes, because the hash chain covers them.
public struct BodyWriter: Sendable {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public mutating func bytes(_ number: UInt8, _ value: some Collection<UInt8>) {
    bytes.append(number)
    BodyWriter.appendVarint(UInt64(value.count), to: &bytes)
    bytes.append(contentsOf: value)
  }

  public mutating func text(_ number: UInt8, _ value: String?) {
    guard let value else { return }
    bytes(number, Array(value.utf8))
  }

  public mutating func integer(_ number: UInt8, _ value: Int64?) {
    guard let value else { return }
    var encoded: [UInt8] = []
    BodyWriter.appendVarint(BodyWriter.zigzag(value), to: &encoded)
    bytes(number, encoded)
  }

  public mutating func nested(_ number: UInt8, _ write: (inout BodyWriter) -> Void) {
    var inner = BodyWriter()
    write(&inner)
    bytes(number, inner.bytes)
  }

  public static func appendVarint(_ value: UInt64, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  static func zigzag(_ value: Int64) -> UInt64 { UInt64(bitPattern: value << 1 ^ value >> 63) }
}

/// Reads what `BodyWriter` wrote; fields it does not know are kept in `fields` and change nothing.
public struct BodyReader: Sendable {
  public let fields: [(number: UInt8, bytes: ArraySlice<UInt8>)]

  /// Nil when the bytes are not a whole number of fields.
  public init?(_ bytes: some Collection<UInt8>) {
    let bytes = Array(bytes)
    var fields: [(number: UInt8, bytes: ArraySlice<UInt8>)] = []
    var position = 0
    while position < bytes.count {
      let number = bytes[position]
      position += 1
      guard let length = BodyReader.varint(bytes, at: &position),
        length <= UInt64(bytes.count - position)
      else { return nil }
      fields.append((number, bytes[position..<position + Int(length)]))
      position += Int(length)
    }
    self.fields = fields
  }

  public func bytes(_ number: UInt8) -> ArraySlice<UInt8>? {
    fields.first { $0.number == number }?.bytes
  }

  public func text(_ number: UInt8) -> String? {
    bytes(number).map { String(decoding: $0, as: UTF8.self) }
  }

  public func integer(_ number: UInt8) -> Int64? { bytes(number).flatMap(BodyReader.integer) }

  public func integers(_ number: UInt8) -> [Int64] {
    fields.filter { $0.number == number }.compactMap { BodyReader.integer($0.bytes) }
  }

  public func nested(_ number: UInt8) -> [BodyReader] {
    fields.filter { $0.number == number }.compactMap { BodyReader($0.bytes) }
  }

  private static func integer(_ bytes: ArraySlice<UInt8>) -> Int64? {
    let bytes = Array(bytes)
    var position = 0
    guard let raw = varint(bytes, at: &position), position == bytes.count else { return nil }
    return Int64(bitPattern: raw >> 1) ^ -Int64(bitPattern: raw & 1)
  }

  static func varint(_ bytes: [UInt8], at position: inout Int) -> UInt64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.count, shift < 64 {
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return value }
      shift += 7
    }
    return nil
  }
}

/// One field of a thing set to a value, or cleared where the value is nil.
public struct FieldChange: Equatable, Sendable {
  public var number: UInt8
  public var value: String?

  public init(number: UInt8, value: String?) {
    self.number = number
    self.value = value
  }

  static func write(_ changes: [FieldChange], to writer: inout BodyWriter) {
    for change in changes {
      writer.nested(1) { inner in
        inner.integer(1, Int64(change.number))
        inner.text(2, change.value)
      }
    }
  }

  static func read(_ reader: BodyReader) -> [FieldChange] {
    reader.nested(1).compactMap { inner in
      inner.integer(1).flatMap { UInt8(exactly: $0) }.map {
        FieldChange(number: $0, value: inner.text(2))
      }
    }
  }
}

/// The named fields of a kind of thing, numbered once and for ever in the op log.
public protocol EntityField: RawRepresentable<UInt8>, CaseIterable, Hashable, Sendable {
  /// The column of the state table and, in camel case, the key on the command line.
  var column: String { get }
}

extension EntityField {
  public func set(_ value: String?) -> FieldChange { FieldChange(number: rawValue, value: value) }
}
