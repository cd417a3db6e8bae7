/// How many letters of a syllable belong to each of its parts, from left to right.
struct SyllableParts: Hashable, Sendable {
  var initial: Int
  var glide: Int
  var nucleus: Int
  var coda: Int

  var rimeStart: Int { initial }
  var nucleusStart: Int { initial + glide }
  var codaStart: Int { initial + glide + nucleus }
}

/// Takes syllables apart by the tables of initials and rimes.
///
/// The tables are written down from the orthography as grammars of Vietnamese describe it: initial,
/// glide, nucleus, coda; c, k or q, g or gh, ng or ngh by the vowel that follows; ia, iê, ya and yê
/// as one nucleus. The tests check them against a word list of 6,600 syllables.
enum SyllableGrammar {
  /// The parts of the syllable that `letters` spell, if they spell one.
  static func parts(of letters: PackedLetters, _ spelling: Syllable.Spelling) -> SyllableParts? {
    var consonants = 0
    while consonants < letters.count, !Alphabet.isVowel(letters[consonants]) { consonants += 1 }
    guard consonants < letters.count, consonants <= 3 else { return nil }
    let initialCount = consonants + (absorbsVowel(letters, consonants) ? 1 : 0)
    let rimeLetters = letters.part(initialCount..<letters.count)
    guard let onset = onset(letters.part(0..<initialCount), spelling),
      let rime = Rime.all[rimeLetters]
        ?? (spelling == .withHighlandNames ? Rime.highland[rimeLetters] : nil),
      !rime.onsets.isDisjoint(with: onset)
    else { return nil }
    return SyllableParts(
      initial: initialCount, glide: rime.glide, nucleus: rime.nucleus, coda: rime.coda)
  }

  /// Whether the coda stops the voice, which leaves only the tones sắc and nặng.
  static func isStopped(_ letters: PackedLetters, _ parts: SyllableParts) -> Bool {
    stops.contains(letters.part(parts.codaStart..<letters.count))
  }

  /// Whether the vowel behind the initial belongs to it: u in qu, i in gi before another vowel.
  static func absorbsVowel(_ letters: PackedLetters, _ consonants: Int) -> Bool {
    guard consonants == 1, letters.count > 2 else { return false }
    return letters[0] == q && letters[1] == u
      || letters[0] == g && letters[1] == Alphabet.i && Alphabet.isVowel(letters[2])
  }

  static func onset(_ letters: PackedLetters, _ spelling: Syllable.Spelling) -> Onset? {
    guard spelling == .withHighlandNames else { return Onset.kinds[letters] }
    if letters == k { return .ordinary }
    return Onset.kinds[letters] ?? (Onset.highland.contains(letters) ? .ordinary : nil)
  }

  private static let g = PackedLetters("g")[0]
  private static let k = PackedLetters("k")
  private static let q = PackedLetters("q")[0]
  private static let u = PackedLetters("u")[0]
  private static let stops = Set(["c", "ch", "p", "t"].map { PackedLetters($0) })
}
