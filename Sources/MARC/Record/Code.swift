/// One byte of a record's structure: an indicator or the code of a subfield.
///
/// It is a printable ASCII character in every sound record, but holds whatever byte was received.
public struct Code: Hashable, Sendable {
  public let byte: UInt8

  public init(byte: UInt8) {
    self.byte = byte
  }

  /// The code of this character, or `nil` if it is not ASCII or is one of MARC's three delimiters.
  public init?(_ character: Character) {
    guard let byte = character.asciiValue, !Delimiter.isDelimiter(byte) else { return nil }
    self.byte = byte
  }

  public static let blank = Code(byte: 0x20)

  /// The code of a delimiter that nothing follows, as faulty records hold.
  public static let missing = Code(byte: Delimiter.subfield)
}

extension Code: ExpressibleByUnicodeScalarLiteral, CustomStringConvertible {
  public init(unicodeScalarLiteral scalar: Unicode.Scalar) {
    precondition(scalar.isASCII, "a code written in the source is ASCII")
    byte = UInt8(truncatingIfNeeded: scalar.value)
  }

  public var description: String { String(Unicode.Scalar(byte)) }
}

/// The three bytes that hold an ISO 2709 record together.
enum Delimiter {
  static let subfield: UInt8 = 0x1F
  static let field: UInt8 = 0x1E
  static let record: UInt8 = 0x1D

  static func isDelimiter(_ byte: UInt8) -> Bool { byte >= record && byte <= subfield }
}
