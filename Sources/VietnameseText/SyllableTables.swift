/// The kinds of initials that the spelling of a rime depends on.
struct Onset: OptionSet {
  let rawValue: UInt8

  static let empty = Onset(rawValue: 1)
  static let ordinary = Onset(rawValue: 2)
  /// k, gh, ngh.
  static let beforeFrontVowel = Onset(rawValue: 4)
  /// c, ng.
  static let beforeBackVowel = Onset(rawValue: 8)
  static let g = Onset(rawValue: 16)
  static let gi = Onset(rawValue: 32)
  static let qu = Onset(rawValue: 64)

  static let front: Onset = [.empty, .ordinary, .beforeFrontVowel, .gi, .qu]
  /// Before i, which gi cannot have twice; gì and gìn are a g with the i of the rime.
  static let frontClosed: Onset = [.empty, .ordinary, .beforeFrontVowel, .g, .qu]
  static let back: Onset = [.empty, .ordinary, .beforeBackVowel, .g, .gi]
  static let backOrQu: Onset = [.back, .qu]
  static let all: Onset = [.front, .back]

  static let kinds: [PackedLetters: Onset] = {
    var kinds: [PackedLetters: Onset] = [
      PackedLetters(): .empty, PackedLetters("g"): .g, PackedLetters("gi"): .gi,
      PackedLetters("qu"): .qu,
    ]
    for initial in ["k", "gh", "ngh"] { kinds[PackedLetters(initial)] = .beforeFrontVowel }
    for initial in ["c", "ng"] { kinds[PackedLetters(initial)] = .beforeBackVowel }
    for initial in [
      "b", "ch", "d", "đ", "h", "kh", "l", "m", "n", "nh", "p", "ph", "r", "s", "t", "th", "tr",
      "v", "x",
    ] { kinds[PackedLetters(initial)] = .ordinary }
    return kinds
  }()

  /// Initials of names from the Central Highlands: Krông, Plei, Đrăk, Kbang, Mnông, Jút.
  static let highland = Set(
    [
      "bl", "br", "dl", "dr", "đr", "gl", "gr", "hl", "hr", "j", "jr", "kb", "kd", "kl", "km", "kn",
      "kp", "kr", "ks", "kt", "ml", "mn", "mr", "pl", "pr", "sr", "tl",
    ].map { PackedLetters($0) })
}

/// A rime: how many letters each of its parts has, and which initials it is written behind.
struct Rime {
  var glide: Int
  var nucleus: Int
  var coda: Int
  var onsets: Onset

  static let all = table([
    ("", "a", "- c ch m n ng nh p t i o u y", .backOrQu),
    ("", "ă", "c m n ng p t", .backOrQu),
    ("", "â", "c m n ng p t u y", .backOrQu),
    ("", "e", "- c m n ng p t o", .front),
    ("", "ê", "- ch m n nh p t u", .front),
    ("", "ê", "c ng", .gi),  // giếc, giếng: the i of iê is in the initial
    ("", "i", "- ch m n nh p t u", .frontClosed),
    ("", "ia", "-", [.empty, .ordinary, .beforeFrontVowel]),
    ("", "iê", "c m n ng p t u", [.ordinary, .beforeFrontVowel]),
    ("", "y", "-", [.empty, .ordinary, .beforeFrontVowel, .qu]),
    ("", "y", "n nh t u", .qu),
    ("", "yê", "m n ng t u", [.empty, .qu]),
    ("", "o", "- c m n ng p t i", .back),
    ("", "oo", "c ng", .back),
    ("", "ô", "- m n ng p t i", .back),
    ("", "ô", "c", .backOrQu),  // quốc
    ("", "ơ", "- m n p t i", .backOrQu),
    ("", "u", "- c m n ng p t i", .back),
    ("", "ua", "-", .back),
    ("", "uô", "c m n ng t i", .back),
    ("", "ư", "- c m n ng t i u", .back),
    ("", "ưa", "-", .back),
    ("", "ươ", "c m n ng p t i u", .back),
    ("o", "a", "- c ch m n ng nh p t i o y", .back),
    ("o", "ă", "c m n ng t", .back),
    ("o", "e", "- m n t o", .back),
    ("u", "â", "n ng t y", .back),
    ("u", "ê", "- ch n nh", .back),
    ("u", "ơ", "-", .back),
    ("u", "y", "- ch n nh p t u", .back),
    ("u", "ya", "-", .back),
    ("u", "yê", "n t", .back),
  ])

  /// Rimes of names from the Central Highlands: Đắk, Brôk, Plei, Gar, Tul, Kbuôr.
  static let highland = table(
    [("", "e", "i", .all)]
      + ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "iê", "uô", "ươ"].map {
        ("", $0, "k r l h", .all)
      })

  private static func table(
    _ rows: [(glide: String, nucleus: String, codas: String, onsets: Onset)]
  ) -> [PackedLetters: Rime] {
    var rimes: [PackedLetters: Rime] = [:]
    for row in rows {
      for coda in row.codas.split(separator: " ").map({ $0 == "-" ? "" : $0 }) {
        let rime = Rime(
          glide: row.glide.unicodeScalars.count, nucleus: row.nucleus.unicodeScalars.count,
          coda: coda.unicodeScalars.count, onsets: row.onsets)
        rimes[PackedLetters(row.glide + row.nucleus + coda), default: rime].onsets.formUnion(
          row.onsets)
      }
    }
    return rimes
  }
}
