/// Windows code page 1252, through whose letters legacy bytes are mostly seen.
enum CodePage1252 {
  /// What the bytes 80 to 9F stand for; those of the five free places for themselves.
  private static let upperControls: [Unicode.Scalar] = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  private static let bytes: [Unicode.Scalar: UInt8] = {
    var bytes = Dictionary(uniqueKeysWithValues: zip(upperControls, UInt8(0x80)...))
    bytes["\u{3BC}"] = 0xB5  // μ, which compatibility forms put for µ
    return bytes
  }()

  static func scalar(of byte: UInt8) -> Unicode.Scalar {
    (0x80..<0xA0).contains(byte) ? upperControls[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }

  /// The byte that shows as `scalar`; controls show as themselves, as they do in Latin-1.
  static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    scalar.value < 0x100 ? UInt8(scalar.value) : bytes[scalar]
  }

  /// The bytes as they show.
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in bytes { scalars.append(scalar(of: byte)) }
    return String(scalars)
  }
}

/// A text as the bytes it was made of; scalars that show no byte stand for themselves.
struct LegacyUnits {
  /// Bytes below 0x100, scalars from there on.
  let values: [UInt32]

  init(_ received: ReceivedText) {
    switch received {
    case .bytes(let bytes), .declared(_, let bytes): values = bytes.map { UInt32($0) }
    case .text(let text):
      values = text.nfc.unicodeScalars.map { scalar in
        CodePage1252.byte(of: scalar).map { UInt32($0) } ?? scalar.value
      }
    }
  }
}
