/// A Vietnamese syllable, taken apart.
///
/// Case and the place of the tone are no part of it: HOÀ, hòa and hoà are one syllable.
///
/// ```swift
/// let syllable = Syllable("nguyễn")
/// syllable?.initial  // "ng"
/// syllable?.glide    // "u"
/// syllable?.nucleus  // "yê"
/// syllable?.coda     // "n"
/// syllable?.tone     // .nga
/// Syllable("windows")  // nil
/// ```
public struct Syllable: Hashable, Sendable {
  /// Which spellings count as Vietnamese.
  public enum Spelling: Sendable {
    /// Those of the standard orthography.
    case standard
    /// Also those of place and person names from the Central Highlands: Đắk, Krông, Plei.
    case withHighlandNames
  }

  /// The tone.
  public let tone: Tone

  private let letters: PackedLetters
  private let parts: SyllableParts

  /// Reads one syllable in any case and normal form, its tone on any of its vowels.
  ///
  /// - Returns: `nil` if the letters do not spell one, if there is more than one tone, or if the
  ///   tone is not one that a stopped coda (c, ch, p, t) can have.
  public init?(_ text: String, spelling: Spelling = .standard) {
    let table = Letter.table
    let word = text.nfc.unicodeScalars.map { Letter.of($0.value, in: table) }
    self.init(word, spelling)
  }

  /// Makes a syllable of its letters without tone, in any case, and a tone.
  ///
  /// - Returns: `nil` if there is no such syllable, or if `shape` has a tone already.
  public init?(shape: String, tone: Tone, spelling: Spelling = .standard) {
    let table = Letter.table
    let word = shape.nfc.unicodeScalars.map { Letter.of($0.value, in: table) }
    guard word.allSatisfy({ $0.tone == .ngang }), let letters = PackedLetters(word.span) else {
      return nil
    }
    self.init(letters, tone, spelling)
  }

  init?(_ word: [Letter], _ spelling: Spelling) {
    guard let letters = PackedLetters(word.span) else { return nil }
    let tones = word.lazy.map(\.tone).filter { $0 != .ngang }
    guard tones.count < 2 else { return nil }
    self.init(letters, tones.first ?? .ngang, spelling)
  }

  private init?(_ letters: PackedLetters, _ tone: Tone, _ spelling: Spelling) {
    guard let parts = SyllableGrammar.parts(of: letters, spelling),
      tone >= .sac || !SyllableGrammar.isStopped(letters, parts)
    else { return nil }
    self.letters = letters
    self.parts = parts
    self.tone = tone
  }

  /// The initial consonant, `gi` and `qu` included; empty where the syllable starts with a vowel.
  public var initial: String { letters.part(0..<parts.initial).text }

  /// The o or u that rounds the lips before the nucleus (hoa, thuyền), or nothing.
  public var glide: String { letters.part(parts.initial..<parts.nucleusStart).text }

  /// The vowel that carries the syllable, one letter or two (iê, ua, ươ).
  public var nucleus: String { letters.part(parts.nucleusStart..<parts.codaStart).text }

  /// The consonant or half vowel that closes the syllable, or nothing.
  public var coda: String { letters.part(parts.codaStart..<letters.count).text }

  /// Everything behind the initial, without the tone.
  public var rime: String { letters.part(parts.initial..<letters.count).text }

  /// The letters of the syllable in lower case, without the tone.
  public var shape: String { letters.text }

  /// The same letters with another tone, or `nil` if the coda does not allow it.
  public func with(_ newTone: Tone) -> Syllable? {
    Syllable(letters, newTone, .withHighlandNames)
  }

  /// The syllable in lower case, its tone where `placement` writes it.
  public func text(_ placement: TonePlacement = .traditional) -> String {
    let tonedIndex = placement.tonedIndex(letters, parts)
    var scalars = String.UnicodeScalarView()
    for index in 0..<letters.count {
      scalars.append(
        Alphabet.scalar(rank: letters[index], tone: index == tonedIndex ? tone : .ngang))
    }
    return String(scalars)
  }
}
