/// Reads one scalar of UTF-8 from bytes that may be wrong or end too early.
enum UTF8Reader {
  enum Reading: Equatable {
    case scalar(Unicode.Scalar, length: Int)
    /// The bytes so far begin a scalar; more must come.
    case incomplete
    /// So many bytes belong to no scalar and together stand for one U+FFFD.
    case invalid(length: Int)
  }

  static func read(_ bytes: ArraySlice<UInt8>) -> Reading {
    guard let first = bytes.first else { return .incomplete }
    guard first >= 0x80 else { return .scalar(Unicode.Scalar(first), length: 1) }
    guard let (length, second) = shape(of: first) else { return .invalid(length: 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let index = bytes.startIndex + offset
      guard index < bytes.endIndex else { return .incomplete }
      guard (offset == 1 ? second : 0x80...0xBF).contains(bytes[index]) else {
        return .invalid(length: offset)
      }
      value = value << 6 | UInt32(bytes[index] & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else { return .invalid(length: length) }
    return .scalar(scalar, length: length)
  }

  /// How long a scalar is by its first byte, and what its second byte may be.
  private static func shape(of first: UInt8) -> (Int, ClosedRange<UInt8>)? {
    switch first {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
  }
}
