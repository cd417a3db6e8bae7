/// Sequences that begin with `ESC [`: cursor and function keys, CSI-u and modifyOtherKeys.
enum ControlSequence {
  typealias Reading = EscapeSequence.Reading

  /// Keys named by their last letter, after `ESC [` and after `ESC O` alike.
  static let letterKeys: [UInt8: Key.Code] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2),
    UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
  ]

  /// Keys named by a number before `~`.
  private static let numberedKeys: [Int: Key.Code] = {
    var keys: [Int: Key.Code] = [
      1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    ]
    let functionNumbers = [
      11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34,
    ]
    for (index, number) in functionNumbers.enumerated() { keys[number] = .function(index + 1) }
    return keys
  }()

  static func read(_ bytes: ArraySlice<UInt8>) -> Reading {
    let start = bytes.startIndex
    let body = bytes.dropFirst(2)
    guard let first = body.first else { return .incomplete }
    if first == UInt8(ascii: "[") { return readLinuxFunctionKey(bytes) }
    if first == UInt8(ascii: "M") { return bytes.count < 6 ? .incomplete : .unknown(length: 6) }
    guard let end = body.firstIndex(where: { !(0x20...0x3F).contains($0) }) else {
      return isShiftedByRxvt(body) ? numbered(body.dropLast(), .shift, bytes.count) : .incomplete
    }
    if let dollar = body[..<end].firstIndex(of: UInt8(ascii: "$")), isShiftedByRxvt(body[...dollar])
    {
      return numbered(body[..<dollar], .shift, dollar - start + 1)
    }
    let length = end - start + 1
    guard (0x40...0x7E).contains(bytes[end]) else { return .unknown(length: length - 1) }
    let parameterBytes = body[..<end]
    guard parameterBytes.allSatisfy({ (0x30...0x3B).contains($0) }) else {
      return .unknown(length: length)
    }
    return key(final: bytes[end], parameters(parameterBytes), parameterBytes, length)
  }

  private static func key(
    final: UInt8, _ parameters: [[Int]], _ bytes: ArraySlice<UInt8>, _ length: Int
  ) -> Reading {
    let first = parameters.first?.first ?? 0
    let second = parameters.dropFirst().first?.first ?? 1
    switch final {
    case UInt8(ascii: "~") where first == 200: return .pasteBegin(length: length)
    case UInt8(ascii: "~") where first == 27 && parameters.count >= 3:
      return character(parameters[2][0], modifiers: second, length)
    case UInt8(ascii: "~"):
      guard let modifiers = modifiers(second) else { return .unknown(length: length) }
      return numbered(bytes.prefix { $0 != UInt8(ascii: ";") }, modifiers, length)
    case UInt8(ascii: "^"): return numbered(bytes, .control, length)
    case UInt8(ascii: "@"): return numbered(bytes, [.control, .shift], length)
    case UInt8(ascii: "u"):
      let isRelease = parameters.dropFirst().first?.dropFirst().first == 3
      guard !isRelease else { return .unknown(length: length) }
      return character(first, modifiers: second, length)
    case UInt8(ascii: "Z"): return .key(Key(.tab, .shift), length: length)
    case UInt8(ascii: "a")...UInt8(ascii: "d") where bytes.isEmpty:
      guard let code = letterKeys[final - 0x20] else { return .unknown(length: length) }
      return .key(Key(code, .shift), length: length)
    default:
      guard let code = letterKeys[final], first <= 1, parameters.count <= 2,
        let modifiers = modifiers(second)
      else { return .unknown(length: length) }
      return .key(Key(code, modifiers), length: length)
    }
  }

  /// A key named by number: `ESC [ 15 ~`, and in rxvt's way `15^`, `15$` and `15@`.
  private static func numbered(
    _ digits: ArraySlice<UInt8>, _ modifiers: Key.Modifiers, _ length: Int
  ) -> Reading {
    let number = parameters(digits).first?.first ?? 0
    guard let code = numberedKeys[number] else { return .unknown(length: length) }
    return .key(Key(code, modifiers), length: length)
  }

  private static func isShiftedByRxvt(_ body: ArraySlice<UInt8>) -> Bool {
    guard body.last == UInt8(ascii: "$"), body.count > 1 else { return false }
    return body.dropLast().allSatisfy { (0x30...0x39).contains($0) }
  }

  /// `ESC [ [ A` to `ESC [ [ E`.
  private static func readLinuxFunctionKey(_ bytes: ArraySlice<UInt8>) -> Reading {
    guard bytes.count >= 4 else { return .incomplete }
    let letter = bytes[bytes.startIndex + 3]
    guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(letter) else {
      return .unknown(length: (0x20...0x7E).contains(letter) ? 4 : 3)
    }
    return .key(.function(Int(letter - 0x40)), length: 4)
  }

  /// A key reported by its Unicode number (CSI-u, modifyOtherKeys).
  private static func character(_ number: Int, modifiers value: Int, _ length: Int) -> Reading {
    guard let modifiers = modifiers(value) else { return .unknown(length: length) }
    switch number {
    case 9: return .key(Key(.tab, modifiers), length: length)
    case 10, 13: return .key(Key(.enter, modifiers), length: length)
    case 27: return .key(Key(.escape, modifiers), length: length)
    case 8, 127: return .key(Key(.backspace, modifiers), length: length)
    default: break
    }
    let isPrivate = (0xE000...0xF8FF).contains(number)
    guard number >= 0x20, !(0x80..<0xA0).contains(number), !isPrivate,
      let value = UInt32(exactly: number), let scalar = Unicode.Scalar(value)
    else { return .unknown(length: length) }
    guard modifiers.isDisjoint(with: [.control, .alt]) else {
      return .key(Key(.character(Character(scalar)), modifiers), length: length)
    }
    let upper = scalar.properties.uppercaseMapping.unicodeScalars
    let shifted = modifiers.contains(.shift) && upper.count == 1 ? upper.first : nil
    return .character(shifted ?? scalar, length: length)
  }

  /// The numbers between semicolons, each with what follows its colons; nothing is 0.
  static func parameters(_ bytes: ArraySlice<UInt8>) -> [[Int]] {
    bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { parameter in
      parameter.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map {
        $0.prefix(9).reduce(0) { $0 * 10 + Int($1 & 0x0F) }
      }
    }
  }

  /// Reads the number of held modifiers, one more than their bits; nil for keys we have no name for.
  static func modifiers(_ value: Int) -> Key.Modifiers? {
    guard (0...256).contains(value) else { return nil }
    let bits = max(0, value - 1)
    let superOrHyper = 8 | 16
    guard bits & superOrHyper == 0 else { return nil }
    var modifiers = Key.Modifiers(rawValue: UInt8(bits & 7))
    let meta = 32
    if bits & meta != 0 { modifiers.insert(.alt) }
    return modifiers
  }
}
