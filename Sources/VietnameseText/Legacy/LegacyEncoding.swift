/// A way in which Vietnamese was stored before Unicode, or in which Unicode was spoilt since.
///
/// Such text comes as bytes, or as *mojibake*: the bytes shown as letters of Western Europe
/// (Windows code page 1252) and kept so. Both are decoded alike.
///
/// ```swift
/// LegacyEncoding.tcvn3.decode(.text("Céng hoµ x· héi")).text  // "Cộng hoà xã hội"
/// LegacyEncoding.vni.decode(.text("Thö vieän tænh")).text     // "Thư viện tỉnh"
/// ```
public enum LegacyEncoding: String, CaseIterable, Hashable, Sendable {
  /// TCVN 5712 VN3, "ABC": the fonts .VnTime and, for capitals, .VnTimeH.
  case tcvn3
  /// VNI for Windows: a letter and then a byte for its marks.
  case vni
  /// VISCII (RFC 1456).
  case viscii
  /// The encoding of the Vietnamese Professionals Society.
  case vps
  /// Bách Khoa TP. Hồ Chí Minh, two bytes.
  case bkhcm2
  /// Windows code page 1258: letters, some with a tone, and bytes for tones.
  case cp1258
  /// TCVN 5712 VN1, which has capitals where ABC has none.
  case tcvn5712
  /// UTF-8 that was read as code page 1252 and saved again, once or more often.
  case mojibake
  /// Windows code page 1252: no Vietnamese encoding, but how other languages came in bytes.
  case cp1252

  /// Whether capitals share the bytes of small letters and are told apart by the font only.
  public var losesCapitals: Bool { self == .tcvn3 || self == .vps }
}

/// A text as it was received.
public enum ReceivedText: Hashable, Sendable {
  /// Valid Unicode, which may be mojibake.
  case text(String)
  /// Bytes that are in one of the legacy encodings.
  case bytes([UInt8])
  /// Bytes that read as `text` in the encoding they are said to be in, which may be wrong.
  case declared(text: String, bytes: [UInt8])

  /// Takes bytes that are valid UTF-8 for text and all others for bytes.
  public init(_ bytes: some Collection<UInt8>) {
    if let text = String(validating: bytes, as: UTF8.self) {
      self = .text(text)
    } else {
      self = .bytes(Array(bytes))
    }
  }

  /// The bytes as they came.
  public var received: [UInt8] {
    switch self {
    case .text(let text): Array(text.utf8)
    case .bytes(let bytes), .declared(_, let bytes): bytes
    }
  }

  /// As a person sees it undecoded: bytes as code page 1252 shows them.
  public var shown: String {
    switch self {
    case .text(let text), .declared(let text, _): text
    case .bytes(let bytes): CodePage1252.text(bytes)
    }
  }

  /// Whether it is bytes that are no UTF-8, or may be something else than they are said to be.
  var isBytes: Bool {
    if case .text = self { false } else { !isPlain }
  }

  /// Whether the text is the same in every encoding: ASCII without the controls that VISCII and
  /// TCVN 5712 put letters on.
  var isPlain: Bool {
    switch self {
    case .text(let text): text.utf8.allSatisfy(Self.isPlain)
    case .bytes(let bytes), .declared(_, let bytes): bytes.allSatisfy(Self.isPlain)
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte < 0x80 && (byte >= 0x1B || byte == 0 || (0x09...0x0D).contains(byte))
  }
}

/// A place where the decoding had to guess what was meant.
public struct LegacyGuess: Hashable, Sendable {
  /// The word as it would read without the guess: `th-`.
  public let received: String
  /// The word as it was understood: `thư`.
  public let meant: String
}

/// A text after decoding.
public struct LegacyText: Hashable, Sendable {
  /// The text in Form C.
  public var text: String
  /// The words in which a lost letter was put back.
  public var guesses: [LegacyGuess] = []
}

extension LegacyEncoding {
  /// Decodes a text that is in this encoding.
  ///
  /// What the encoding has no letter for stays as code page 1252 shows it. Capitals that the font
  /// alone told are recovered by the letters around them, where `startsSentence` says whether the
  /// first letter of the text is likely one; the ư of TCVN3, lost by programs that took its byte
  /// for a soft hyphen, is put back where that makes a syllable.
  public func decode(_ received: ReceivedText, startsSentence: Bool = true) -> LegacyText {
    decodeCounting(received, startsSentence: startsSentence).text
  }

  /// Encodes a text, so that `decode` gives it back but for lost capitals.
  ///
  /// - Returns: the bytes, with `?` for every scalar that the encoding cannot hold, and how many.
  public func encode(_ text: String) -> (bytes: [UInt8], missing: Int) {
    switch self {
    case .mojibake: return (Array(CodePage1252.text(text.nfc.utf8).utf8), 0)
    default: break
    }
    var bytes: [UInt8] = []
    var missing = 0
    let table = LegacyTable.of(self)
    for scalar in text.nfc.unicodeScalars {
      if let code = table.codes[scalar] {
        bytes += code
      } else if let byte = CodePage1252.byte(of: scalar), table.isFree(byte) {
        bytes.append(byte)
      } else {
        bytes.append(UInt8(ascii: "?"))
        missing += 1
      }
    }
    return (bytes, missing)
  }

  /// The decoded text, with how many letters took two bytes and how many the encoding does not have.
  func decodeCounting(
    _ received: ReceivedText, startsSentence: Bool
  ) -> (text: LegacyText, pairs: Int, strangers: Int) {
    if self == .mojibake { return (TwiceEncoded.decode(received), 0, 0) }
    let table = LegacyTable.of(self)
    var letters = LegacyLetters(LegacyUnits(received), table)
    let guesses = self == .tcvn3 || self == .tcvn5712 ? letters.restoreLostLetters() : []
    if losesCapitals { letters.recoverCapitals(startsSentence: startsSentence) }
    return (
      LegacyText(text: letters.text, guesses: guesses), letters.pairs, letters.strangers
    )
  }
}
