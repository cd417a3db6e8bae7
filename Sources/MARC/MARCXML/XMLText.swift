/// Reads XML text and attributes: the five named references and the numbered ones, and no others.
enum XMLText {
  /// Appends the text to `result`, references resolved and line ends made plain.
  ///
  /// Control characters, which XML forbids and MARC needs as delimiters, are left out and told.
  static func decode(
    _ bytes: UnsafeRawBufferPointer, into result: inout [UInt8], resolvesReferences: Bool = true,
    fault: (Fault) -> Void
  ) {
    guard bytes.contains(where: { $0 == UInt8(ascii: "&") || $0 < 0x20 }) else {
      result.append(contentsOf: bytes)
      return
    }
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "&") where resolvesReferences:
        position += reference(bytes, at: position, into: &result, fault: fault)
      case 0x0D:
        result.append(0x0A)
        position += position + 1 < bytes.count && bytes[position + 1] == 0x0A ? 2 : 1
      case 0x20..., 0x09, 0x0A:
        result.append(byte)
        position += 1
      default:
        fault(.forbiddenCharacter(UInt32(byte)))
        position += 1
      }
    }
  }

  /// Resolves one reference and returns its length; an unknown one stays as it is written.
  private static func reference(
    _ bytes: UnsafeRawBufferPointer, at start: Int, into result: inout [UInt8],
    fault: (Fault) -> Void
  ) -> Int {
    let limit = min(start + 12, bytes.count)
    let end = bytes.firstOffset(of: UInt8(ascii: ";"), from: start + 1, to: limit)
    guard end < limit, end > start + 1 else {
      fault(.notWellFormed(.badEscape))
      result.append(UInt8(ascii: "&"))
      return 1
    }
    let name = String(decoding: bytes[start + 1..<end], as: UTF8.self)
    let length = end + 1 - start
    guard let scalar = scalar(named: name) else {
      fault(.unknownEntity(name))
      result.append(contentsOf: bytes[start...end])
      return length
    }
    if scalar.value >= 0x20 || scalar == "\t" || scalar == "\n" || scalar == "\r" {
      result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    } else {
      fault(.forbiddenCharacter(scalar.value))
    }
    return length
  }

  private static func scalar(named name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value =
      digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    return value.flatMap { Unicode.Scalar($0) }
  }

  /// Calls `found` with the local name and raw value of each attribute.
  ///
  /// - Returns: whether the attributes are well-formed.
  static func forEachAttribute(
    _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>,
    _ found: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Void
  ) -> Bool {
    var position = range.lowerBound
    func skipBlanks() {
      while position < range.upperBound, XMLScanner.isBlank(bytes[position]) { position += 1 }
    }
    while true {
      skipBlanks()
      guard position < range.upperBound else { return true }
      let nameStart = position
      while position < range.upperBound, bytes[position] != UInt8(ascii: "="),
        !XMLScanner.isBlank(bytes[position])
      {
        position += 1
      }
      let name = nameStart..<position
      skipBlanks()
      guard !name.isEmpty, position < range.upperBound, bytes[position] == UInt8(ascii: "=") else {
        return false
      }
      position += 1
      skipBlanks()
      guard position < range.upperBound else { return false }
      let quote = bytes[position]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return false }
      let end = bytes.firstOffset(of: quote, from: position + 1, to: range.upperBound)
      guard end < range.upperBound else { return false }
      found(
        localName(UnsafeRawBufferPointer(rebasing: bytes[name])),
        UnsafeRawBufferPointer(rebasing: bytes[position + 1..<end]))
      position = end + 1
    }
  }

  /// The name without its prefix.
  static func localName(_ name: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    let colon = name.firstOffset(of: UInt8(ascii: ":"), from: 0, to: name.count)
    return colon < name.count ? UnsafeRawBufferPointer(rebasing: name[(colon + 1)...]) : name
  }
}

extension UnsafeRawBufferPointer {
  func equals(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && (0..<count).allSatisfy { self[$0] == text.utf8Start[$0] }
  }
}
