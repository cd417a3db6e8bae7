import LibraryCore
import VietnameseText

/// A JSON value whose keys keep the order they were written in: one outcome is one readable line.
enum JSONValue {
  case null
  case bool(Bool)
  case integer(Int64)
  /// A number that is no integer of 64 bits, as it was spelled.
  case number(String)
  /// The number that an op or a thing is called by.
  case name(Name)
  case text(String)
  case list([JSONValue])
  case object([Member])
  /// JSON that is written already.
  case raw([UInt8])

  struct Member {
    var key: String
    var value: JSONValue
  }

  enum Name {
    case op(OpID)
    case entity(EntityID)

    var number: Int64 {
      switch self {
      case .op(let op): op.rawValue
      case .entity(let entity): entity.rawValue
      }
    }
  }

  /// The value on one line.
  var line: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the value as UTF-8 in NFC, without blanks between its parts.
  func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let value): bytes += String(value).utf8
    case .number(let spelling): bytes += spelling.utf8
    case .name(let name): bytes += String(name.number).utf8
    case .text(let value): JSONValue.write(value.nfc, to: &bytes)
    case .raw(let written): bytes += written
    case .list(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        JSONValue.write(member.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\r"): bytes += "\\r".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      case 0..<0x20:
        bytes += "\\u00".utf8
        bytes += [hexDigit(byte >> 4), hexDigit(byte & 15)]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByArrayLiteral
{
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int64) { self = .integer(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(nilLiteral: ()) { self = .null }
  init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member(key: $0.0, value: $0.1) })
  }

  static func optional(_ text: String?) -> JSONValue { text.map { .text($0) } ?? .null }
  static func count(_ value: Int) -> JSONValue { .integer(Int64(value)) }

  /// A share of one, in hundredths.
  static func share(_ value: Double) -> JSONValue {
    let hundredths = Int((max(0, min(1, value)) * 100).rounded())
    let digits = String(100 + hundredths % 100).dropFirst()
    return .number("\(hundredths / 100).\(digits)")
  }

  /// The value with null where it names what is not there.
  func forgetting(_ isGone: (Name) -> Bool) -> JSONValue {
    switch self {
    case .name(let name): isGone(name) ? .null : self
    case .list(let values): .list(values.map { $0.forgetting(isGone) })
    case .object(let members):
      .object(members.map { Member(key: $0.key, value: $0.value.forgetting(isGone)) })
    case .null, .bool, .integer, .number, .text, .raw: self
    }
  }

  /// The object with one more member in front.
  func with(_ key: String, _ value: JSONValue) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object([Member(key: key, value: value)] + members)
  }

  /// The object with more members behind; a member that it has already stays as it is.
  func adding(_ more: JSONValue) -> JSONValue {
    guard case .object(let members) = self, case .object(let others) = more else { return self }
    return .object(members + others.filter { other in !members.contains { $0.key == other.key } })
  }
}
