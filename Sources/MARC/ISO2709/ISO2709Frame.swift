/// The numbers that hold an ISO 2709 record together, read from bytes that may be anything.
enum ISO2709Frame {
  static let lengthDigits = 5
  static let entryLength = 12
  static let lengthMaximum = 99_999
  static let fieldLengthMaximum = 9_999
  /// A leader, the end of an empty directory, and the end of the record.
  static let lengthMinimum = Leader.length + 2

  /// The decimal number in `count` bytes, or `nil` if one of them is no digit.
  static func number(_ bytes: UnsafeRawBufferPointer, at start: Int, count: Int) -> Int? {
    guard start >= 0, start + count <= bytes.count else { return nil }
    var value = 0
    for position in start..<start + count {
      let digit = bytes[position] &- 0x30
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }

  static func recordLength(_ bytes: UnsafeRawBufferPointer, at start: Int = 0) -> Int? {
    number(bytes, at: start, count: lengthDigits)
  }

  static func baseAddress(_ bytes: UnsafeRawBufferPointer, at start: Int = 0) -> Int? {
    number(bytes, at: start + 12, count: lengthDigits)
  }

  /// Whether a leader with all its numbers in place begins here.
  static func isLeader(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Bool {
    guard start >= 0, start + Leader.length <= bytes.count,
      bytes[start + 10] == 0x32, bytes[start + 11] == 0x32,
      let length = recordLength(bytes, at: start), baseAddress(bytes, at: start) != nil
    else { return false }
    return length >= lengthMinimum
  }

  /// Whether what follows the first 24 bytes is a directory, whatever those 24 bytes say.
  static func hasDirectory(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let end = bytes.firstOffset(of: Delimiter.field, from: Leader.length, to: bytes.count)
    guard end < bytes.count, end > Leader.length, (end - Leader.length) % entryLength == 0 else {
      return false
    }
    let starts = stride(from: Leader.length, to: end, by: entryLength)
    return starts.allSatisfy { number(bytes, at: $0 + 3, count: 9) != nil }
  }
}
