// While a word is being typed, it is not yet a syllable: its marks and its coda may still come.

extension SyllableGrammar {
  /// Whether `letters` may still become a syllable, by more letters behind and more marks on them.
  ///
  /// A letter without a mark may stand for one with a mark (a for ă and â, u for ư); a marked letter
  /// stands for itself. Names of the Central Highlands count, also those that begin with an ê of
  /// their own: Êđê, Êban.
  static func mayBegin(_ letters: PackedLetters) -> Bool {
    var consonants = 0
    while consonants < letters.count, !Alphabet.isVowel(letters[consonants]) { consonants += 1 }
    if consonants == letters.count { return initialBeginnings.contains(letters) }
    if consonants > 3 { return false }
    if letters.count == 2, letters == qu { return true }
    let initialCount = consonants + (absorbsVowel(letters, consonants) ? 1 : 0)
    let rime = letters.part(initialCount..<letters.count)
    if let onset = onset(letters.part(0..<initialCount), .withHighlandNames),
      let onsets = rimeBeginnings[rime], !onsets.isDisjoint(with: onset)
    {
      return true
    }
    guard consonants == 0, letters[0] == eCircumflex, letters.count > 1,
      !Alphabet.isVowel(letters[1])
    else { return false }
    return mayBegin(letters.part(1..<letters.count))
  }

  /// Whether some rime begins with these vowels, whatever stands before and behind them.
  static func mayBeVowels(_ letters: PackedLetters) -> Bool { rimeBeginnings[letters] != nil }

  private static let qu = PackedLetters("qu")
  private static let eCircumflex = PackedLetters("ê")[0]

  /// Every initial and what may become one: n, ng, ngh.
  private static let initialBeginnings: Set<PackedLetters> = {
    var beginnings: Set<PackedLetters> = [PackedLetters("q")]
    for initial in Onset.highland.union(Onset.kinds.keys) {
      for count in 0...initial.count { beginnings.insert(initial.part(0..<count)) }
    }
    return beginnings.filter { letters in
      (0..<letters.count).allSatisfy { !Alphabet.isVowel(letters[$0]) }
    }
  }()

  /// Every beginning of a rime with any of its vowel marks missing, and the initials before it.
  private static let rimeBeginnings: [PackedLetters: Onset] = {
    var beginnings: [PackedLetters: Onset] = [:]
    for (letters, rime) in Array(Rime.all) + Array(Rime.highland) {
      for count in 1...letters.count {
        for variant in unmarked(letters.part(0..<count)) {
          beginnings[variant, default: []].formUnion(rime.onsets)
        }
      }
    }
    return beginnings
  }()

  /// The letters with each choice of marks taken away, none taken included.
  private static func unmarked(_ letters: PackedLetters) -> [PackedLetters] {
    var variants = [PackedLetters()]
    for index in 0..<letters.count {
      let rank = letters[index]
      let base = Alphabet.base(of: rank)
      variants = variants.flatMap { variant in
        Set([rank, base]).map { choice in
          var longer = variant
          longer.append(rank: choice)
          return longer
        }
      }
    }
    return variants
  }
}
