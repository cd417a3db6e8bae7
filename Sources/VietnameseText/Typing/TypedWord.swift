/// The word before the cursor while it is typed: its letters, and the keys that made them.
struct TypedWord: Sendable {
  /// One key, and the letter that goes when the key is taken back.
  struct Stroke: Sendable {
    var key: Character
    /// The index of the letter that the key made or marked; nil for a tone, which moves.
    var letter: Int?
    /// Whether the key stands for a whole letter that is not its own: w for ư, [ for ơ.
    var isLetterKey = false
  }

  /// Why keys no longer change the word.
  enum Standing: Sendable {
    case composing
    /// It could be no syllable any more, so the keys stand as they were typed.
    case foreign
    /// The person asked for the keys.
    case asked
  }

  /// What a key did.
  enum Effect: Sendable {
    /// It ends the word, or never was a part of it.
    case none
    /// It stands for itself.
    case literal
    /// It gave a mark, a tone or a letter.
    case added
    /// It took the place of a tone that was there before, or took it away.
    case replaced
    /// It took back what the same key had given, and stands for itself.
    case undone
  }

  var letters: [Letter] = []
  var strokes: [Stroke] = []
  /// The word as the line has it, before the key that is just being typed.
  var shown: [Character] = []
  /// What stands before the letters and is done with: keys that turned out to be text.
  var ended: [Character] = []
  var standing = Standing.composing
  /// The key that was taken back by typing it twice: from then on it stands for itself.
  var passedKey: Character?
  /// Whether one horn of ươ came by itself: the key for it may still follow, and then does nothing.
  var hasFreeHorn = false
  let rules: TypingRules

  init(_ rules: TypingRules) { self.rules = rules }

  /// A word that stands already; its letters are the keys it is given back as.
  init(_ letters: [Letter], _ rules: TypingRules) {
    self.rules = rules
    self.letters = letters
    strokes = letters.enumerated().map { index, letter in
      Stroke(key: Character(letter.scalar), letter: index)
    }
    shown = keys
  }

  var text: [Character] { letters.map { Character($0.scalar) } }
  var keys: [Character] { strokes.map(\.key) }
  /// Whether the letters are the very keys.
  var isAsTyped: Bool {
    letters.count == strokes.count
      && letters.indices.allSatisfy { strokes[$0].key == Character(letters[$0].scalar) }
  }

  /// Whether the word is nothing but the ơ of a bracket, or what becomes of `[s`: both are met in
  /// descriptions, `[2020]` and `[s.l.]`, and ớ is no word.
  var isBracket: Bool { strokes.first?.key == "[" && (keys == ["["] || keys == ["[", "s"]) }

  /// Takes one more key.
  mutating func type(_ key: Character) -> Effect {
    guard standing == .composing else { return typeLetter(key) ? .literal : .none }
    let meaning = key.lowercasedASCII == passedKey ? nil : rules.method.meaning(ofKey: key)
    let effect: Effect =
      switch meaning {
      case .tone(let tone): type(tone, key)
      case .mark(let mark): type(mark, key)
      case .bar: typeBar(key)
      case .letter(let rank): insert(rank, key)
      case nil: .none
      }
    if effect != .none { return effect }
    return typeLetter(key) ? .literal : .none
  }

  /// Takes the last letter away with all its marks; what is left keeps composing.
  mutating func erase() {
    guard !letters.isEmpty else { return }
    if standing == .foreign {
      replay(keys.dropLast())
      return
    }
    let last = letters.count - 1
    let hadTone = letters[last].tone != .ngang
    letters.removeLast()
    strokes.removeAll { $0.letter == last || hadTone && $0.letter == nil }
    passedKey = nil
    if standing == .composing { settleTone() }
  }

  /// Shows the keys as they were typed, and takes no marks from now on.
  mutating func giveBack(_ reason: Standing) {
    letters = keys.compactMap { $0.unicodeScalars.first }.map {
      Letter.of($0.value, in: Letter.table)
    }
    strokes = keys.enumerated().map { Stroke(key: $1, letter: $0) }
    standing = reason
  }

  /// Gives the word back because it is no Vietnamese; what follows a sign is a word of its own.
  private mutating func giveBackForeign() {
    let keys = keys
    guard let sign = keys.lastIndex(where: { Letter(typed: $0) == nil }) else {
      giveBack(.foreign)
      return
    }
    let before = ended + keys[...sign]
    replay(keys[(sign + 1)...])
    ended = before + ended
  }

  /// Types `keys` anew from the beginning.
  private mutating func replay(_ keys: ArraySlice<Character>) {
    self = TypedWord(rules)
    for key in keys { _ = type(key) }
  }
}

// MARK: - Letters

extension TypedWord {
  /// Adds a letter that stands for itself; false for what is no letter.
  private mutating func typeLetter(_ key: Character) -> Bool {
    guard let letter = Letter(typed: key) else { return false }
    append(letter, by: Stroke(key: Character(letter.scalar), letter: letters.count))
    return true
  }

  /// Adds the key that took back what it had given; a sign ends the word.
  mutating func pass(_ key: Character) -> Effect {
    passedKey = key.lowercasedASCII
    if !typeLetter(key) {
      ended += text + [key]
      letters = []
      strokes = []
    }
    return .undone
  }

  /// Adds a letter, and gives the word back as typed when it can be no syllable any more.
  mutating func append(_ letter: Letter, by stroke: Stroke) {
    letters.append(letter)
    strokes.append(stroke)
    guard standing == .composing else { return }
    closeHornPair()
    settleTone()
    guard rules.checksSpelling, passedKey == nil, !mayBeSyllable, !isAbbreviation, !isAsTyped else {
      return
    }
    giveBackForeign()
  }

  /// Whether this is ĐH or HĐND: đ among consonants, which no syllable has to justify.
  private var isAbbreviation: Bool { vowels == nil }

  /// Whether the letters and the tone may still become a syllable.
  var mayBeSyllable: Bool { mayBeSyllable(letters) }

  func mayBeSyllable(_ letters: [Letter]) -> Bool {
    guard let packed = PackedLetters(letters.span), SyllableGrammar.mayBegin(packed) else {
      return false
    }
    guard let tone = letters.first(where: { $0.tone != .ngang })?.tone else { return true }
    return tone >= .sac || !isStopped(letters)
  }

  /// Whether the word ends in c, ch, p or t, which only sắc and nặng can stand before.
  func isStopped(_ letters: [Letter]) -> Bool {
    guard let last = letters.last, letters.contains(where: \.isVowel) else { return false }
    switch last.folded {
    case UInt8(ascii: "c"), UInt8(ascii: "p"), UInt8(ascii: "t"): return true
    case UInt8(ascii: "h"):
      return letters.count > 1 && letters[letters.count - 2].folded == UInt8(ascii: "c")
    default: return false
    }
  }

  /// The last vowels of the word without the one that gi or qu keeps.
  var vowels: Range<Int>? {
    guard let last = letters.lastIndex(where: \.isVowel) else { return nil }
    var first = last
    while first > 0, letters[first - 1].isVowel { first -= 1 }
    if first > 0, first < last {
      let (before, vowel) = (letters[first - 1], letters[first])
      let isQu = before.folded == UInt8(ascii: "q") && vowel.folded == UInt8(ascii: "u")
      let isGi =
        before.folded == UInt8(ascii: "g") && vowel.folded == UInt8(ascii: "i") && first == 1
      if isQu || isGi { first += 1 }
    }
    return first..<last + 1
  }
}

extension Letter {
  /// The letter that a key types by itself: one of the alphabet, with whatever marks it has.
  init?(typed key: Character) {
    let scalars = key.unicodeScalars
    guard let scalar = scalars.first else { return nil }
    let single = scalars.count == 1 ? scalar : String(key).nfc.unicodeScalars.only
    guard let single else { return nil }
    let letter = Letter.of(single.value, in: Letter.table)
    guard letter.kind == .latin, !letter.hasForeignMark, letter.secondFolded == 0,
      letter.scalar == single
    else { return nil }
    self = letter
  }

  var isVowel: Bool { kind == .latin && Alphabet.isVowel(rank) }
}

extension String.UnicodeScalarView {
  fileprivate var only: Unicode.Scalar? { count == 1 ? first : nil }
}

extension Character {
  /// The character in lower case if it is ASCII, otherwise itself.
  var lowercasedASCII: Character {
    guard let byte = asciiValue, byte &- 0x41 < 26 else { return self }
    return Character(Unicode.Scalar(byte | 0x20))
  }
}

extension TypingMethod {
  func meaning(ofKey key: Character) -> TypingKey? {
    key.lowercasedASCII.asciiValue.flatMap { meaning(of: $0) }
  }
}
