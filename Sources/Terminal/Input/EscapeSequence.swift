/// One sequence that begins with Escape, read by the grammar that nearly all terminals share.
///
/// Whatever it is, it is read whole: what no key of ours sends becomes `.unknown`, never letters.
enum EscapeSequence {
  enum Reading: Equatable {
    case key(Key, length: Int)
    /// A printable character that a terminal reported in a long form.
    case character(Unicode.Scalar, length: Int)
    case pasteBegin(length: Int)
    case unknown(length: Int)
    case incomplete
  }

  private static let escape: UInt8 = 0x1B

  /// Reads the sequence at the start of `bytes`, which is Escape.
  static func read(_ bytes: ArraySlice<UInt8>, known: KeySequences) -> Reading {
    switch known.longestMatch(in: bytes) {
    case .key(let key, let length): return .key(key, length: length)
    case .incomplete: return .incomplete
    case .none: break
    }
    guard bytes.count > 1 else { return .incomplete }
    let rest = bytes.dropFirst()
    let introducer = rest[rest.startIndex]
    switch introducer {
    case UInt8(ascii: "["): return ControlSequence.read(bytes)
    case UInt8(ascii: "O"): return readSingleShift(bytes)
    case UInt8(ascii: "]"): return readString(bytes, endsWithBell: true)
    case UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      return readString(bytes, endsWithBell: false)
    case escape: return readDoubled(rest, known: known)
    default: return readAlt(rest)
    }
  }

  /// Alt and another key: some terminals put Escape before the whole sequence.
  private static func readDoubled(
    _ rest: ArraySlice<UInt8>, known: KeySequences
  ) -> Reading {
    if rest.dropFirst().first == escape { return .key(Key(.escape), length: 1) }
    switch read(rest, known: known) {
    case .key(var key, let length):
      key.modifiers.insert(.alt)
      return .key(key, length: length + 1)
    case .character(let scalar, let length):
      return .key(.alt(Character(scalar)), length: length + 1)
    case .unknown(let length): return .unknown(length: length + 1)
    case .pasteBegin: return .key(Key(.escape), length: 1)
    case .incomplete: return .incomplete
    }
  }

  private static func readAlt(_ rest: ArraySlice<UInt8>) -> Reading {
    switch rest[rest.startIndex] {
    case 0x0A, 0x0D: return .key(Key(.enter, .alt), length: 2)
    case 0x09: return .key(Key(.tab, .alt), length: 2)
    case 0x08, 0x7F: return .key(Key(.backspace, .alt), length: 2)
    case let byte where byte < 0x20:
      guard var key = Key(control: Unicode.Scalar(byte)) else { return .unknown(length: 2) }
      key.modifiers.insert(.alt)
      return .key(key, length: 2)
    default: break
    }
    switch UTF8Reader.read(rest) {
    case .scalar(let scalar, let length): return .key(.alt(Character(scalar)), length: length + 1)
    case .incomplete: return .incomplete
    case .invalid(let length): return .unknown(length: length + 1)
    }
  }

  /// SS3: `ESC O`, perhaps modifiers, one letter.
  private static func readSingleShift(_ bytes: ArraySlice<UInt8>) -> Reading {
    let body = bytes.dropFirst(2)
    let isParameter: (UInt8) -> Bool = { (0x30...0x3B).contains($0) }
    guard let end = body.firstIndex(where: { !isParameter($0) }) else { return .incomplete }
    let length = end - bytes.startIndex + 1
    let final = bytes[end]
    guard (0x40...0x7E).contains(final) else { return .unknown(length: length - 1) }
    let parameters = ControlSequence.parameters(body[..<end]).map { $0[0] }
    guard let modifiers = ControlSequence.modifiers(parameters.last ?? 1) else {
      return .unknown(length: length)
    }
    if let code = ControlSequence.letterKeys[final] {
      return .key(Key(code, modifiers), length: length)
    }
    if let arrow = ControlSequence.letterKeys[final &- 0x20], (0x61...0x64).contains(final) {
      return .key(Key(arrow, .control), length: length)
    }
    switch final {
    case UInt8(ascii: "M"): return .key(Key(.enter, modifiers), length: length)
    case UInt8(ascii: "I"): return .key(Key(.tab, modifiers), length: length)
    case UInt8(ascii: "X"): return .character("=", length: length)
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      return .character(Unicode.Scalar(final - 0x40), length: length)
    default: return .unknown(length: length)
    }
  }

  /// Answers of the terminal (OSC, DCS and their kind): everything up to their end.
  private static func readString(_ bytes: ArraySlice<UInt8>, endsWithBell: Bool) -> Reading {
    var index = bytes.startIndex + 2
    while index < bytes.endIndex {
      let length = index - bytes.startIndex
      switch bytes[index] {
      case 0x07 where endsWithBell: return .unknown(length: length + 1)
      case 0x18, 0x1A: return .unknown(length: length + 1)
      case escape:
        guard index + 1 < bytes.endIndex else { return .incomplete }
        return .unknown(length: bytes[index + 1] == UInt8(ascii: "\\") ? length + 2 : length)
      default: index += 1
      }
    }
    return .incomplete
  }
}
