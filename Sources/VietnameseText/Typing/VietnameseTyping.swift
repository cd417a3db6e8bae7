/// How a person wants to type.
public struct TypingRules: Hashable, Sendable {
  public var method: TypingMethod
  /// Where the tone is put in hòa and thúy.
  public var placement: TonePlacement
  /// Whether words that can be no Vietnamese syllable are left as they were typed.
  public var checksSpelling: Bool
  /// Whether codes are typed among the words: what has a digit in it is then left as it was typed.
  ///
  /// In VNI a digit behind capitals is a digit, and so is one that would replace what the digit
  /// before it did: `TV1`, `tv12`.
  public var mayBeCode: Bool

  public init(
    _ method: TypingMethod, placement: TonePlacement = .traditional, checksSpelling: Bool = true,
    mayBeCode: Bool = false
  ) {
    self.method = method
    self.placement = placement
    self.checksSpelling = checksSpelling
    self.mayBeCode = mayBeCode
  }
}

/// Makes Vietnamese of keys, one key at a time, in a text that belongs to somebody else.
///
/// It is told what stands before the cursor with every key, and says what to replace. A word that
/// stands there already is composed further, so the cursor may be set behind any word.
///
/// ```swift
/// var typing = VietnameseTyping(TypingRules(.telex))
/// typing.text(of: "Dduwowngf leen Ddawks Lawks")  // "Đường lên Đắk Lắk"
/// typing.text(of: "windows")                      // "windows"
/// ```
///
/// Marks and tones may be typed anywhere in the word (`vietje`, `duongdwf`). A key typed twice takes
/// back what it did and stands for itself (`ass` gives as), a tone replaces another (`asf` gives à).
/// The length of a word that is looked at is bounded, so the cost of a key does not grow with the text.
public struct VietnameseTyping: Sendable {
  /// What a key does to the text before the cursor.
  public struct Change: Hashable, Sendable {
    /// How many characters before the cursor go.
    public var erased: Int
    /// What comes in their place.
    public var inserted: String
  }

  public var rules: TypingRules {
    didSet { if rules != oldValue { interrupt() } }
  }

  /// The word being typed, or the last one while only signs follow it.
  private var word: TypedWord?
  /// The keys since the last blank, where they are known.
  private var keysOfRun: [Character]?

  public init(_ rules: TypingRules) { self.rules = rules }

  /// Longer words are no Vietnamese and are left alone.
  static let wordMaximum = 24

  /// Says what becomes of the text before the cursor when `key` is typed; nil puts the key as it is.
  public mutating func type(_ key: Character, after text: ArraySlice<Character>) -> Change? {
    if rules.mayBeCode { return typeAmongCodes(key, text) }
    return compose(key, text)
  }

  private mutating func compose(_ key: Character, _ text: ArraySlice<Character>) -> Change? {
    if rules.method == .viqr, text.last == "\\",
      key == "\\" || rules.method.meaning(ofKey: key) != nil
    {
      word = nil
      return Change(erased: 1, inserted: String(key))
    }
    guard var current = wordBefore(end: text) else { return nil }
    let before = current.shown
    if before.isEmpty, rules.checksSpelling, isClosingBracket(key, text) { return nil }
    guard current.type(key) != .none else {
      guard current.isBracket, key == "." || key.isASCIIDigit else { return nil }
      word = nil
      return change(from: before, to: current.keys + [key])
    }
    return take(current, insteadOf: before)
  }

  /// Whether a key of ơ or ư follows a sign or a number directly, as in `[2020]` and `[s.n.]`.
  private func isClosingBracket(_ key: Character, _ text: ArraySlice<Character>) -> Bool {
    guard case .letter = rules.method.meaning(ofKey: key) else { return false }
    return text.last.map { $0.isASCIIDigit || $0 == "." } ?? false
  }

  /// Says what becomes of the text when the character before the cursor is taken away.
  ///
  /// - Returns: nil to take that character and nothing else.
  public mutating func erase(before text: ArraySlice<Character>) -> Change? {
    keysOfRun = nil
    guard var current = wordBefore(end: text), !current.letters.isEmpty else { return nil }
    let before = current.shown
    current.erase()
    return take(current, insteadOf: before)
  }

  /// Says how to give the last word back as it was typed; nil if it stands so already.
  public mutating func giveBack(_ text: ArraySlice<Character>) -> Change? {
    guard var current = word else { return nil }
    let before = current.shown
    let signs = Array(text.reversed().prefix { Letter(typed: $0) == nil }.prefix(8).reversed())
    let head = text.dropLast(signs.count)
    guard !current.isAsTyped, head.suffix(before.count).elementsEqual(before) else { return nil }
    current.giveBack(.asked)
    current.shown = current.text
    word = current
    return change(from: before + signs, to: current.shown + signs)
  }

  /// The cursor moved, or text came another way: what was typed before is forgotten.
  public mutating func interrupt() {
    word = nil
    keysOfRun = nil
  }

  /// What comes of typing `keys` one after the other from an empty line.
  public mutating func text(of keys: String) -> String {
    interrupt()
    var text: [Character] = []
    for key in keys {
      guard let change = type(key, after: text[...]) else {
        text.append(key)
        continue
      }
      text.removeLast(change.erased)
      text += change.inserted
    }
    return String(text)
  }

  // MARK: The word

  /// The word that ends the text: as it was typed, or as it stands there; nil where it is too long.
  private func wordBefore(end text: ArraySlice<Character>) -> TypedWord? {
    if let word, !word.shown.isEmpty, text.suffix(word.shown.count).elementsEqual(word.shown) {
      return word.shown.count < Self.wordMaximum ? word : nil
    }
    var letters: [Letter] = []
    for character in text.reversed() {
      guard let letter = Letter(typed: character) else { break }
      letters.append(letter)
      if letters.count == Self.wordMaximum { return nil }
    }
    return TypedWord(letters.reversed(), rules)
  }

  private mutating func take(_ current: TypedWord, insteadOf before: [Character]) -> Change {
    var next = current
    next.shown = current.text
    next.ended = []
    word = next
    return change(
      from: before, to: current.ended.isEmpty ? next.shown : current.ended + next.shown)
  }

  private func change(from before: [Character], to after: [Character]) -> Change {
    var common = 0
    while common < before.count, common < after.count, before[common] == after[common] {
      common += 1
    }
    var inserted = ""
    for character in after[common...] { inserted.append(character) }
    return Change(erased: before.count - common, inserted: inserted)
  }
}

// MARK: - Codes

extension VietnameseTyping {
  /// Types a key where it may belong to a code: everything between two blanks that has a digit in it.
  private mutating func typeAmongCodes(_ key: Character, _ text: ArraySlice<Character>) -> Change? {
    let run = Array(text.reversed().prefix { $0 != " " }.reversed())
    let keys = run.isEmpty ? [] : keysOfRun ?? run
    keysOfRun = keys + [key]
    if run.contains(where: \.isASCIIDigit) {
      word = nil
      return nil
    }
    guard key.isASCIIDigit, !isMark(key, after: run, in: text) else { return compose(key, text) }
    word = nil
    return change(from: run, to: keys + [key])
  }

  /// Whether the digit is a mark for the word before it and not the first digit of a code.
  private func isMark(
    _ key: Character, after run: [Character], in text: ArraySlice<Character>
  ) -> Bool {
    guard rules.method == .vni, run.contains(where: \.isLowercase),
      var current = wordBefore(end: text)
    else { return false }
    let followsDigit = current.strokes.last?.key.isASCIIDigit == true
    switch current.type(key) {
    case .added: return true
    case .replaced, .undone: return !followsDigit
    case .literal, .none: return false
    }
  }
}

extension Character {
  var isASCIIDigit: Bool { asciiValue.map { $0 &- 0x30 < 10 } ?? false }
}
