import VietnameseText

/// Writes text as MARC-8, never losing a letter: every text is decoded again and compared.
///
/// The converter wants marks apart from their letters but ơ and ư whole, and drops without a word what MARC-8 lacks.
final class MARC8Encoder {
  private let converter = CharacterConverter(to: "MARC-8", from: "UTF-8")
  private let decoder = MARC8Decoder()

  /// The text in MARC-8, or the first character that cannot be written so.
  func encode(_ text: ArraySlice<UInt8>) -> Result<[UInt8], MissingCharacter> {
    if text.allSatisfy({ $0 < 0x80 && $0 != MARC8Run.escape }) { return .success(Array(text)) }
    guard let string = String(validating: text, as: UTF8.self) else {
      return .failure(MissingCharacter(scalar: 0xFFFD))
    }
    if let encoded = written(string) { return .success(encoded) }
    let culprit = string.first { written(String($0)) == nil } ?? string.first
    return .failure(MissingCharacter(scalar: culprit?.unicodeScalars.first?.value ?? 0))
  }

  struct MissingCharacter: Error, Hashable {
    let scalar: UInt32
  }

  private func written(_ text: String) -> [UInt8]? {
    guard !text.utf8.contains(MARC8Run.escape) else { return nil }
    return [MARC8Encoder.partlyDecomposed(text), text.nfc].lazy.compactMap { form in
      self.converter?.convert(form.utf8)
    }.first { encoded in
      var decoded: [UInt8] = []
      let isSound = encoded.withUnsafeBytes { self.decoder.decode($0, into: &decoded) }
      return isSound
        && String(decoding: decoded, as: UTF8.self).nfc.utf8.elementsEqual(text.nfc.utf8)
    }
  }

  /// Marks behind their letters, the horn of ơ and ư excepted.
  private static func partlyDecomposed(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.nfd.unicodeScalars {
      let horned: [Unicode.Scalar: Unicode.Scalar] = ["o": "ơ", "u": "ư", "O": "Ơ", "U": "Ư"]
      guard scalar == "\u{31B}" else {
        result.append(scalar)
        continue
      }
      // The horn stands before the tone in canonical order, so its letter is the last one.
      if let letter = result.last, let whole = horned[letter] {
        result.removeLast()
        result.append(whole)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
