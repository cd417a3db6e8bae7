import Glibc

extension ArraySlice<UInt8> {
  /// The index of the first `byte` at or after `start`, or the end.
  func firstIndex(of byte: UInt8, from start: Int) -> Int {
    withUnsafeBytes { bytes in
      let skipped = start - startIndex
      return startIndex + bytes.firstOffset(of: byte, from: skipped, to: bytes.count)
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The offset of the first `byte` in `start..<end`, or `end`.
  func firstOffset(of byte: UInt8, from start: Int, to end: Int) -> Int {
    guard start < end, let base = baseAddress else { return end }
    guard let found = memchr(base + start, Int32(byte), end - start) else { return end }
    return UnsafeRawPointer(found) - base
  }

  /// Whether every byte in the range is ASCII.
  func isASCII(from start: Int, to end: Int) -> Bool {
    var position = start
    while position + 8 <= end {
      let word = loadUnaligned(fromByteOffset: position, as: UInt64.self)
      if word & 0x8080_8080_8080_8080 != 0 { return false }
      position += 8
    }
    while position < end {
      if self[position] >= 0x80 { return false }
      position += 1
    }
    return true
  }

  /// The offset of the first byte in the range that is no part of valid UTF-8, or `nil`.
  func firstInvalidUTF8(from start: Int, to end: Int) -> Int? {
    var position = start
    while position < end {
      if self[position] < 0x80 {
        position += 1
        continue
      }
      let length = lengthOfUTF8Scalar(at: position, to: end)
      if length == 0 { return position }
      position += length
    }
    return nil
  }

  /// The length of the well-formed scalar that begins here with a non-ASCII byte, or 0.
  ///
  /// Overlong forms, surrogates and values beyond U+10FFFF are not well-formed.
  func lengthOfUTF8Scalar(at position: Int, to end: Int) -> Int {
    let lead = self[position]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { second = 0xA0...0xBF }
      if lead == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { second = 0x90...0xBF }
      if lead == 0xF4 { second = 0x80...0x8F }
    default: return 0
    }
    guard position + length <= end, second.contains(self[position + 1]) else { return 0 }
    let tail = self[position + 2..<position + length]
    return tail.allSatisfy { $0 & 0xC0 == 0x80 } ? length : 0
  }
}
