/// Reads the scalar that starts at `index` of valid UTF-8 and moves `index` behind it.
@inline(__always)
func decodeScalar(_ bytes: Span<UInt8>, _ index: inout Int) -> UInt32 {
  let lead = UInt32(bytes[index])
  if lead < 0x80 {
    index += 1
    return lead
  }
  if lead < 0xE0 {
    defer { index += 2 }
    return (lead & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
  }
  if lead < 0xF0 {
    defer { index += 3 }
    return (lead & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
      | UInt32(bytes[index + 2] & 0x3F)
  }
  defer { index += 4 }
  return (lead & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12
    | UInt32(bytes[index + 2] & 0x3F) << 6 | UInt32(bytes[index + 3] & 0x3F)
}

/// Appends `scalar`, a valid code point, as UTF-8.
@inline(__always)
func appendUTF8(_ scalar: UInt32, to bytes: inout [UInt8]) {
  if scalar < 0x80 {
    bytes.append(UInt8(truncatingIfNeeded: scalar))
    return
  }
  if scalar < 0x800 {
    bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
  } else if scalar < 0x10000 {
    bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
  } else {
    bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
  }
  bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
}
