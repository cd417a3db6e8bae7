/// What speaks for a text being read rightly: how many of its words are Vietnamese syllables, and
/// how many no writer of any language would have written so.
///
/// Only words with letters beyond ASCII tell readings apart; the plain words around them tell
/// whether the text is Vietnamese at all.
struct ReadingEvidence {
  /// Words with letters beyond ASCII that are syllables, and that are none.
  private(set) var syllables = 0
  private(set) var highlandNames = 0
  /// Vowels that stand alone, which are weak evidence.
  private(set) var letters = 0
  private(set) var others = 0
  /// Of the words with letters beyond ASCII: those no writer would have written so (`viÖn`, `h»ng`).
  private(set) var unnatural = 0
  /// Words with letters beyond ASCII that stand directly behind digits.
  private(set) var behindDigits = 0
  private(set) var plainSyllables = 0
  private(set) var plainOthers = 0

  init(_ texts: [String]) {
    for text in texts { take(text.nfc) }
  }

  private mutating func take(_ text: String) {
    let table = Letter.table
    var word: [Letter] = []
    var isBehindDigit = false
    for scalar in text.unicodeScalars {
      if Self.separates(scalar) {
        judge(word, isBehindDigit: isBehindDigit)
        word.removeAll(keepingCapacity: true)
        isBehindDigit = (0x30...0x39).contains(scalar.value)
      } else {
        var letter = Letter.of(scalar.value, in: table)
        // The scalar itself is wanted again where it is no letter.
        if letter.kind != .latin { letter.lowercase = scalar.value }
        word.append(letter)
      }
    }
    judge(word, isBehindDigit: isBehindDigit)
  }

  private static func separates(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0x01...0x08, 0x0E...0x1A: false
    case 0..<0x80, 0xA0, 0x2000...0x2019, 0x201C, 0x201D, 0x2026...0x202F: true
    default: false
    }
  }

  private mutating func judge(_ signs: [Letter], isBehindDigit: Bool) {
    guard let first = signs.firstIndex(where: { $0.kind == .latin }),
      let last = signs.lastIndex(where: { $0.kind == .latin })
    else {
      if signs.contains(where: { $0.kind == .foreign }) { others += 1 }
      return
    }
    let word = Array(signs[first...last])
    let isPlain = signs.allSatisfy { $0.lowercase < 0x80 }
    let isSyllable = Syllable(word, .standard) != nil
    guard !isPlain else {
      if isSyllable { plainSyllables += 1 } else { plainOthers += 1 }
      return
    }
    let isNatural =
      signs[..<first].allSatisfy { Self.before.contains($0.lowercase) }
      && signs[(last + 1)...].allSatisfy { Self.behind.contains($0.lowercase) }
      && Self.isNatural(word)
    if !isNatural { unnatural += 1 }
    let hasOwnMarks = word.contains { $0.lowercase >= 0x80 }
    if hasOwnMarks, isBehindDigit { behindDigits += 1 }
    if isSyllable {
      if word.count == 1 { letters += 1 } else if hasOwnMarks || !isNatural { syllables += 1 }
    } else if Syllable(word, .withHighlandNames) != nil {
      highlandNames += 1
    } else if hasOwnMarks || !isNatural {
      others += 1
    }
  }

  /// Whether the signs are letters only, and no marked capital stands behind a small letter.
  private static func isNatural(_ word: [Letter]) -> Bool {
    let hasSmall = word.contains { $0.kind == .latin && !$0.isUppercase }
    for (index, letter) in word.enumerated() {
      guard letter.kind == .latin || joining.contains(letter.lowercase) else { return false }
      if isSignLikeLetter(letter.lowercase) { return false }
      if letter.isUppercase, letter.lowercase >= 0x80, index > 0, hasSmall { return false }
    }
    return true
  }

  /// ª º µ, which are letters to Unicode, and letters that no language of Europe or Asia is written
  /// with; ǎ ǐ ǒ ǔ ǜ are those of Pinyin.
  private static func isSignLikeLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAA, 0xBA, 0xB5: true
    case 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x1CD...0x1DC: false
    case 0x180...0x217, 0x21C...0x2AF: true
    default: false
    }
  }

  /// Signs that are written directly before a word: « ¿ ¡ „ ‹ µ ʻ.
  private static let before: Set<UInt32> = [
    0xAB, 0xBF, 0xA1, 0xB5, 0x2BB, 0x2BC, 0x2BF, 0x2BE, 0x201A, 0x201E, 0x2039,
  ]
  /// Signs that are written directly behind a word: » › ª º ° ² ³ ¹ ® ™ © † and marks of romanisation.
  private static let behind: Set<UInt32> = [
    0xBB, 0xAA, 0xBA, 0xB0, 0xB2, 0xB3, 0xB9, 0xAE, 0x2122, 0xA9, 0x2BB, 0x2BC, 0x2BF, 0x2BE,
    0x203A,
    0x2020, 0x2021,
  ]
  /// Signs inside words: · of Catalan, and apostrophes and primes of romanisation.
  private static let joining: Set<UInt32> = [0xB7, 0x2B9, 0x2BA, 0x2BB, 0x2BC, 0x2BE, 0x2BF, 0xAD]
}
