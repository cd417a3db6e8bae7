extension TypedWord {
  /// Takes a tone key: gives the tone, replaces another, or takes the same one back.
  mutating func type(_ tone: Tone, _ key: Character) -> Effect {
    guard let vowels else { return .none }
    let tonedIndex = vowels.first { letters[$0].tone != .ngang }
    if tone == .ngang {
      guard let tonedIndex else { return .none }
      letters[tonedIndex].setTone(.ngang)
      strokes.append(Stroke(key: key))
      return .replaced
    }
    if let tonedIndex, letters[tonedIndex].tone == tone {
      letters[tonedIndex].setTone(.ngang)
      return pass(key)
    }
    guard tone >= .sac || !isStopped(letters) else { return .none }
    guard !rules.checksSpelling || mayBeSyllable else { return .none }
    if let tonedIndex { letters[tonedIndex].setTone(.ngang) }
    letters[self.tonedIndex(in: vowels)].setTone(tone)
    strokes.append(Stroke(key: key))
    return tonedIndex == nil ? .added : .replaced
  }

  /// Moves the tone to where it belongs now that the word has changed.
  mutating func settleTone() {
    guard let vowels, let from = vowels.first(where: { letters[$0].tone != .ngang }) else {
      moveToneFromInitial()
      return
    }
    let to = tonedIndex(in: vowels)
    guard to != from else { return }
    let tone = letters[from].tone
    letters[from].setTone(.ngang)
    letters[to].setTone(tone)
  }

  /// Takes the tone off the i of gi once another vowel follows: gì, then già.
  private mutating func moveToneFromInitial() {
    guard let vowels, vowels.lowerBound > 0 else { return }
    let before = vowels.lowerBound - 1
    guard letters[before].isVowel, letters[before].tone != .ngang else { return }
    let tone = letters[before].tone
    letters[before].setTone(.ngang)
    letters[tonedIndex(in: vowels)].setTone(tone)
  }

  /// The letter that carries the tone: by the grammar once the word is a syllable, before that by the shape of its vowels.
  private func tonedIndex(in vowels: Range<Int>) -> Int {
    if let packed = PackedLetters(letters.span),
      let parts = SyllableGrammar.parts(of: packed, .withHighlandNames)
    {
      return rules.placement.tonedIndex(packed, parts)
    }
    let drawing = vowels.last { letters[$0].drawsTone }
    if let drawing = drawing ?? vowels.last(where: { letters[$0].hasVowelMark }) { return drawing }
    let isClosed = vowels.upperBound < letters.count
    switch vowels.count {
    case 1: return vowels.lowerBound
    case 2: return vowels.lowerBound + (isClosed ? 1 : 0)
    default: return vowels.lowerBound + (isClosed ? vowels.count - 1 : 1)
    }
  }
}

extension Letter {
  /// ê and ơ carry the tone wherever they stand in a syllable.
  fileprivate var drawsTone: Bool { rank == Alphabet.ranks["ê"] || rank == Alphabet.ranks["ơ"] }

  fileprivate var hasVowelMark: Bool { rank != Alphabet.base(of: rank) }
}
