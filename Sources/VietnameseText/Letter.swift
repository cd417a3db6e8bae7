/// What folding and filing need to know about one scalar.
///
/// The Latin blocks are looked up in a table, everything else is asked of the standard library.
struct Letter {
  enum Kind: UInt8 {
    /// Separates words: blanks, punctuation, symbols, controls.
    case separator
    /// An apostrophe: separates words in a search, is passed over in filing.
    case apostrophe
    /// Passed over everywhere: combining marks and modifier letters of romanisation.
    case mark
    case digit
    /// A Latin letter, with `folded` and `rank`.
    case latin
    /// A letter or sign of another script, kept as it is but for case.
    case foreign
  }

  var kind: Kind
  /// The ASCII letter or digit that stands for this one in a search, zero if none does.
  var folded: UInt8 = 0
  /// The second letter where two stand for one (æ, ß), otherwise zero.
  var secondFolded: UInt8 = 0
  /// The place in `Alphabet.letters`: base and vowel mark, without tone.
  var rank: UInt8 = 0
  var tone: Tone = .ngang
  var isUppercase = false
  /// Whether marks beyond the Vietnamese ones set the letter apart from its rank (ü, ñ, ø).
  var hasForeignMark = false
  /// The scalar in lower case.
  var lowercase: UInt32

  /// Whether a mark stands on the letter before it, and not beside it.
  var isCombining: Bool { kind == .mark && lowercase >= 0x300 }

  /// Whether anything but the case sets the letter apart from its folded form.
  var isMarked: Bool { kind == .latin && lowercase != UInt32(folded) }

  /// The scalar itself, for a letter of the alphabet.
  var scalar: Unicode.Scalar {
    let lower = Unicode.Scalar(lowercase) ?? "\u{FFFD}"
    return isUppercase ? lower.properties.uppercaseMapping.unicodeScalars.first ?? lower : lower
  }

  /// Gives the letter, a Vietnamese vowel, another tone.
  mutating func setTone(_ newTone: Tone) {
    tone = newTone
    lowercase = Alphabet.scalar(rank: rank, tone: newTone).value
  }

  /// Gives the letter another vowel mark or the bar of đ; the tone stays.
  mutating func setRank(_ newRank: UInt8) {
    rank = newRank
    lowercase = Alphabet.scalar(rank: newRank, tone: tone).value
  }

  /// The letter that `scalar` is.
  @inline(__always)
  static func of(_ scalar: UInt32, in table: [Letter]) -> Letter {
    if scalar < latinEnd { return table[Int(scalar)] }
    if scalar & ~0xFF == additionalStart {
      return table[Int(latinEnd + (scalar & 0xFF))]
    }
    return describe(scalar)
  }

  /// The letters U+0000 to U+024F, then U+1E00 to U+1EFF; pass it to `of(_:in:)`.
  static let table: [Letter] = {
    let latin = (0..<latinEnd).map(describe)
    return latin + (additionalStart..<additionalStart + 0x100).map(describe)
  }()

  private static let latinEnd: UInt32 = 0x250
  private static let additionalStart: UInt32 = 0x1E00
}

extension Letter {
  /// Works out what `value` is from its Unicode properties and its decomposition.
  private static func describe(_ value: UInt32) -> Letter {
    guard let scalar = Unicode.Scalar(value) else {
      return Letter(kind: .separator, lowercase: value)
    }
    switch value {
    case 0x30...0x39:
      return Letter(kind: .digit, folded: UInt8(value), lowercase: value)
    case 0x41...0x5A, 0x61...0x7A:
      return ascii(UInt8(value))
    case 0x27, 0x60, 0xB4, 0x2018, 0x2019:
      return Letter(kind: .apostrophe, lowercase: value)
    case 0x2B0...0x36F, 0xFE20...0xFE2F:
      return Letter(kind: .mark, lowercase: value)
    case 0xFF01...0xFF5E:  // full-width ASCII, as East Asian keyboards give it
      return describe(value - 0xFEE0)
    case 0...0x7F:
      return Letter(kind: .separator, lowercase: value)
    default:
      break
    }
    let properties = scalar.properties
    if let digit = properties.numericType, digit == .decimal || isSuperscript(value) {
      let digitValue = UInt8(properties.numericValue ?? 0)
      return Letter(kind: .digit, folded: 0x30 + digitValue, lowercase: value)
    }
    guard properties.isAlphabetic || isCombiningSign(properties.generalCategory) else {
      return Letter(kind: .separator, lowercase: value)
    }
    return alphabetic(scalar)
  }

  private static func ascii(_ value: UInt8) -> Letter {
    let lower = value | 0x20
    var letter = Letter(kind: .latin, folded: lower, lowercase: UInt32(lower))
    letter.rank = Alphabet.ranks[Unicode.Scalar(lower)] ?? 0
    letter.isUppercase = lower != value
    return letter
  }

  private static func alphabetic(_ scalar: Unicode.Scalar) -> Letter {
    let mapped = scalar.properties.lowercaseMapping.unicodeScalars
    let lower = mapped.first ?? scalar
    let parts = lower.canonicalDecomposition
    var letter = Letter(kind: .foreign, lowercase: lower.value)
    letter.isUppercase = mapped.count > 1 || lower != scalar
    guard let base = parts.first else { return letter }
    if base.isASCII {
      letter.kind = .latin
      letter.folded = UInt8(base.value)
      letter.rank = Alphabet.ranks[base] ?? 0
    } else if let replacement = latinReplacements[base] {
      letter.kind = .latin
      letter.folded = replacement.first ?? 0
      letter.secondFolded = replacement.dropFirst().first ?? 0
      // ð and ɖ are the usual impostors of đ: their capitals look the same.
      let filed = base == "ð" || base == "ɖ" ? "đ" : base
      letter.rank = Alphabet.ranks[filed] ?? Alphabet.ranks[Unicode.Scalar(letter.folded)] ?? 0
      letter.hasForeignMark = base != "đ"
    } else {
      return withoutDiacritics(letter, parts)
    }
    for mark in parts.dropFirst() {
      let isVietnamese = !letter.hasForeignMark && letter.take(mark)
      if !isVietnamese { letter.hasForeignMark = true }
    }
    letter.lowercase = lower.value
    return letter
  }

  /// Takes the mark into the rank or the tone, if a Vietnamese letter comes of it.
  ///
  /// `lowercase` follows, whatever the order of the marks was.
  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    let shaped: Unicode.Scalar? =
      switch (mark, Alphabet.letters[Int(rank)]) {
      case ("\u{302}", "a"): "â"
      case ("\u{302}", "e"): "ê"
      case ("\u{302}", "o"): "ô"
      case ("\u{306}", "a"): "ă"
      case ("\u{31B}", "o"): "ơ"
      case ("\u{31B}", "u"): "ư"
      default: nil
      }
    if let shaped, let shapedRank = Alphabet.ranks[shaped] {
      rank = shapedRank
    } else if let markTone = Tone(combiningMark: mark), Alphabet.isVowel(rank), tone == .ngang {
      tone = markTone
    } else {
      return false
    }
    lowercase = Alphabet.scalar(rank: rank, tone: tone).value
    return true
  }

  /// A letter of another script without the European diacritics, so that й is found as и.
  private static func withoutDiacritics(
    _ letter: Letter, _ parts: [Unicode.Scalar]
  ) -> Letter {
    guard let base = parts.first, parts.count > 1,
      parts.dropFirst().allSatisfy({ (0x300...0x36F).contains($0.value) })
    else { return letter.lowercase == 0x3C2 ? finalSigma(letter) : letter }
    var plain = letter
    plain.lowercase = base.value
    return plain
  }

  private static func finalSigma(_ letter: Letter) -> Letter {
    var sigma = letter
    sigma.lowercase = 0x3C3
    return sigma
  }

  private static func isSuperscript(_ value: UInt32) -> Bool {
    value == 0xB2 || value == 0xB3 || value == 0xB9
  }

  private static func isCombiningSign(_ category: Unicode.GeneralCategory) -> Bool {
    category == .nonspacingMark || category == .spacingMark
  }

  /// Latin letters that have no canonical decomposition, with what libraries file them as.
  private static let latinReplacements: [Unicode.Scalar: [UInt8]] = {
    let pairs: [(Unicode.Scalar, String)] = [
      ("đ", "d"), ("ð", "d"), ("ɖ", "d"), ("ß", "ss"), ("æ", "ae"), ("œ", "oe"), ("ø", "o"),
      ("ł", "l"), ("þ", "th"), ("ħ", "h"), ("ı", "i"), ("ŧ", "t"), ("ŋ", "n"), ("ĸ", "k"),
      ("ŀ", "l"), ("ŉ", "n"), ("ſ", "s"), ("ĳ", "ij"), ("ǆ", "dz"), ("ǳ", "dz"), ("ǉ", "lj"),
      ("ǌ", "nj"), ("ƀ", "b"), ("ɓ", "b"), ("ƈ", "c"), ("ɗ", "d"), ("ə", "a"), ("ɛ", "e"),
      ("ƒ", "f"), ("ɠ", "g"), ("ɨ", "i"), ("ƙ", "k"), ("ƚ", "l"), ("ɲ", "n"), ("ɔ", "o"),
      ("ƥ", "p"), ("ƭ", "t"), ("ʉ", "u"), ("ƴ", "y"), ("ƶ", "z"), ("ª", "a"), ("º", "o"),
      ("µ", "u"),
    ]
    return Dictionary(uniqueKeysWithValues: pairs.map { ($0, Array($1.utf8)) })
  }()
}
