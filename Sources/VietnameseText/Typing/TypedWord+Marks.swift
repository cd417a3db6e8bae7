extension TypedWord {
  /// Takes a key that gives vowels another mark, wherever in the word they stand.
  mutating func type(_ mark: VowelMark, _ key: Character) -> Effect {
    if key.lowercasedASCII == "w", let last = strokes.last, last.isLetterKey {
      return passLetterKey(last, key)
    }
    for targets in targets(of: mark) {
      if targets.allSatisfy({ letters[$0].rank == mark.rank(for: letters[$0].folded) }) {
        if beginsAnotherSyllable(key) { continue }  // Êđê
        if targets.count == 2, hasFreeHorn {
          hasFreeHorn = false
          strokes.append(Stroke(key: key, letter: targets.last))
          return .added
        }
        for index in targets { letters[index].setRank(Alphabet.base(of: letters[index].rank)) }
        settleTone()
        return pass(key)
      }
      var marked = letters
      for index in targets {
        guard let rank = mark.rank(for: letters[index].folded) else { continue }
        marked[index].setRank(rank)
      }
      guard isAcceptable(marked) else { continue }
      letters = marked
      strokes.append(Stroke(key: key, letter: targets.last))
      closeHornPair()
      settleTone()
      return .added
    }
    guard key.lowercasedASCII == "w", rules.method.hasLoneHorn, let horned = Self.hornedU else {
      return .none
    }
    return insert(horned, key)
  }

  /// The vowels that the key may mean, the likeliest first.
  private func targets(of mark: VowelMark) -> [[Int]] {
    guard let vowels else { return [] }
    var targets: [[Int]] = []
    if mark.u != nil, vowels.count > 1 {
      for index in vowels.dropLast() where letters[index].folded == UInt8(ascii: "u") {
        let isClosed = index + 2 < letters.count
        switch letters[index + 1].folded {
        case UInt8(ascii: "o"): targets.append(isClosed ? [index, index + 1] : [index + 1])
        case UInt8(ascii: "a") where !isClosed: targets.append([index])
        default: break
        }
      }
    }
    for index in vowels.reversed() where mark.rank(for: letters[index].folded) != nil {
      targets.append([index])
    }
    return targets
  }

  /// Whether the key is as well a letter that goes on with the word.
  private func beginsAnotherSyllable(_ key: Character) -> Bool {
    guard rules.checksSpelling, letters.last?.isVowel == false, let letter = Letter(typed: key)
    else {
      return false
    }
    return mayBeSyllable(letters + [letter])
  }

  /// Whether these letters may stand: as a syllable, or where spelling is not checked, as vowels.
  private func isAcceptable(_ letters: [Letter]) -> Bool {
    if rules.checksSpelling { return mayBeSyllable(letters) }
    guard let vowels, let packed = PackedLetters(Array(letters[vowels]).span) else { return false }
    return SyllableGrammar.mayBeVowels(packed)
  }

  /// Makes ươ of uơ and ưo once something follows: thuơ, then thương.
  mutating func closeHornPair() {
    guard passedKey == nil, let vowels, let horned = Self.hornedU, let hornedO = Self.hornedO else {
      return
    }
    for index in vowels.dropLast()
    where index + 2 < letters.count && letters[index].folded == UInt8(ascii: "u")
      && letters[index + 1].folded == UInt8(ascii: "o")
      && (letters[index].rank == horned) != (letters[index + 1].rank == hornedO)
    {
      var marked = letters
      marked[index].setRank(horned)
      marked[index + 1].setRank(hornedO)
      guard isAcceptable(marked) else { continue }
      letters = marked
      hasFreeHorn = true
    }
  }

  /// Takes the key of đ: for a d at the end of the initial, or from anywhere for the one it begins with.
  mutating func typeBar(_ key: Character) -> Effect {
    guard let bar = Self.bar else { return .none }
    var places: [Int] = []
    if let last = letters.indices.last { places.append(last) }
    if vowels != nil { places.append(0) }
    for index in places where letters[index].folded == UInt8(ascii: "d") {
      if letters[index].rank == bar {
        letters[index].setRank(Alphabet.base(of: bar))
        return pass(key)
      }
      var marked = letters
      marked[index].setRank(bar)
      guard !rules.checksSpelling || vowels == nil || mayBeSyllable(marked) else { continue }
      letters = marked
      strokes.append(Stroke(key: key, letter: index))
      return .added
    }
    return .none
  }

  /// Takes a key that stands for ơ or ư.
  mutating func insert(_ rank: UInt8, _ key: Character) -> Effect {
    if let last = strokes.last, last.isLetterKey, last.key == key {
      return passLetterKey(last, key)
    }
    var letter = Letter(kind: .latin, lowercase: 0)
    letter.folded = UInt8(Alphabet.letters[Int(Alphabet.base(of: rank))].value)
    letter.setRank(rank)
    letter.isUppercase = key == "W" || key == "{" || key == "}"
    let isLone = key.lowercasedASCII == "w"
    let fits = rules.checksSpelling ? mayBeSyllable(letters + [letter]) : !isLone || vowels == nil
    guard fits else { return .none }
    append(letter, by: Stroke(key: key, letter: letters.count, isLetterKey: true))
    return .added
  }

  /// The key once more: the letter becomes the key itself, typed once.
  private mutating func passLetterKey(_ stroke: Stroke, _ key: Character) -> Effect {
    letters.removeLast()
    strokes.removeLast()
    return pass(stroke.key)
  }

  private static let hornedU = Alphabet.ranks["ư"]
  private static let hornedO = Alphabet.ranks["ơ"]
  private static let bar = Alphabet.ranks["đ"]
}
