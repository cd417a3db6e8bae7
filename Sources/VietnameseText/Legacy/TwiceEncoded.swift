/// UTF-8 that was taken for code page 1252 and encoded once more: `ThÃ¡i` for Thái.
enum TwiceEncoded {
  private static let roundsMaximum = 3

  /// The text read as it was meant, however often it was encoded; it stays where it is no such text.
  static func decode(_ received: ReceivedText) -> LegacyText {
    var result =
      switch received {
      case .text(let text): LegacyText(text: text.nfc)
      case .bytes(let bytes), .declared(_, let bytes):
        LegacyText(text: String(decoding: bytes, as: UTF8.self).nfc)
      }
    for _ in 0..<roundsMaximum {
      guard let round = decodeOnce(result.text) else { break }
      result.text = round.text
      result.guesses += round.guesses
    }
    return result
  }

  /// One round; nil if nothing in the text is UTF-8 seen through code page 1252.
  private static func decodeOnce(_ text: String) -> LegacyText? {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var guesses: [LegacyGuess] = []
    var index = 0
    guard scalars.indices.contains(where: { sequence(in: scalars, at: $0) != nil }) else {
      return nil
    }
    while index < scalars.count {
      if let (scalar, count) = sequence(in: scalars, at: index) {
        result.append(scalar)
        index += count
      } else if let (skips, word) = lostBlank(in: scalars, at: index, behind: result) {
        guesses.append(LegacyGuess(received: word.received, meant: word.meant))
        result.append("à")
        index += skips
      } else {
        result.append(scalars[index])
        index += 1
      }
    }
    return LegacyText(text: String(result).nfc, guesses: guesses)
  }

  /// The scalar whose UTF-8 shows at `index`, and how many signs it takes.
  private static func sequence(
    in scalars: [Unicode.Scalar], at index: Int
  ) -> (scalar: Unicode.Scalar, count: Int)? {
    guard let lead = CodePage1252.byte(of: scalars[index]), lead >= 0xC2, lead < 0xF5 else {
      return nil
    }
    let count = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + count <= scalars.count else { return nil }
    var bytes = [lead]
    for scalar in scalars[(index + 1)..<(index + count)] {
      guard let byte = CodePage1252.byte(of: scalar), byte & 0xC0 == 0x80 else { return nil }
      bytes.append(byte)
    }
    guard let decoded = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first else {
      return nil
    }
    return (decoded, count)
  }

  /// An à whose second byte, a no-break space, became a blank or went: `nhÃ  mÃ¡y`, `hÃ ng`, `nhÃ`.
  ///
  /// - Returns: how many signs to pass over, and the word as received and meant.
  private static func lostBlank(
    in scalars: [Unicode.Scalar], at index: Int, behind before: String.UnicodeScalarView
  ) -> (skips: Int, word: (received: String, meant: String))? {
    guard scalars[index] == "Ã" else { return nil }
    let beginning = before.reversed().prefix { $0.properties.isAlphabetic }.reversed()
    var word = String.UnicodeScalarView()
    word.append(contentsOf: beginning)
    guard index + 1 < scalars.count, scalars[index + 1] == " " else {
      let ends = index + 1 == scalars.count || !scalars[index + 1].properties.isAlphabetic
      guard ends, !beginning.isEmpty, Syllable(String(word) + "à") != nil else { return nil }
      return (1, (String(word) + "Ã", String(word) + "à"))
    }
    let rest = scalars[(index + 2)...].prefix { $0.isASCII && $0.properties.isAlphabetic }
    var joined = word
    joined.append("à")
    joined.append(contentsOf: rest)
    let isEnd = index + 2 == scalars.count || scalars[index + 2] == " "
    if isEnd || Syllable(String(joined)) != nil {
      guard Syllable(String(joined)) != nil else { return nil }
      return (2, (String(word) + "Ã ", String(joined)))
    }
    guard Syllable(String(word) + "à") != nil else { return nil }
    return (1, (String(word) + "Ã", String(word) + "à"))
  }
}
