extension PersonName {
  /// The name in ordinary letters where it came all in capitals, as identity papers print it.
  ///
  /// Only case changes: `uppercased()` gives the capitals back. Exceptions are the particles of the
  /// Central Highlands (H'HEN → H'Hen), initials (J.K.), ordinals (II, III) and words without a vowel
  /// (THPT), which are abbreviations.
  ///
  /// - Returns: `nil` if the name has a small letter already, if no letter of it could be small, or if the
  ///   capitals could not be had back.
  public static func fromCapitals(_ capitals: String) -> String? {
    let composed = capitals.nfc
    guard !composed.contains(where: \.isLowercase) else { return nil }
    var words = ""
    var word = ""
    for character in composed {
      if character.isWhitespace || character == "-" {
        words += inOrdinaryLetters(word)
        words.append(character)
        word = ""
      } else {
        word.append(character)
      }
    }
    words += inOrdinaryLetters(word)
    return words == composed || words.uppercased() != composed ? nil : words
  }

  private static func inOrdinaryLetters(_ word: String) -> String {
    guard !["II", "III"].contains(word), word.contains(where: isVowel) else { return word }
    var kept = ""
    var isFirst = true
    for character in word {
      kept += isFirst ? String(character) : character.lowercased()
      if character.isLetter {
        isFirst = false
      } else if character == "." || isApostrophe(character) && kept.count == 2 {
        isFirst = true
      }
    }
    return kept
  }

  private static func isApostrophe(_ character: Character) -> Bool {
    character == "'" || character == "\u{2019}"
  }

  private static func isVowel(_ letter: Character) -> Bool {
    String(letter).folded.utf8.first.map { "aeiouy".utf8.contains($0) } ?? false
  }
}
