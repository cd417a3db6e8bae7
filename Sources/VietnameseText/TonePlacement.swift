/// Where a tone is written in open syllables with a glide.
///
/// Everywhere else both habits agree: on ê or ơ, on the second letter of a nucleus that is followed
/// by a coda, on the first one of a nucleus that is not.
///
/// The raw values are the names that settings and the command line give them.
public enum TonePlacement: String, CaseIterable, Sendable {
  /// hòa, khỏe, thúy: on the glide.
  case traditional = "old"
  /// hoà, khoẻ, thuý: on the nucleus.
  case modern = "new"

  /// The index of the letter among `letters` that carries the tone.
  func tonedIndex(_ letters: PackedLetters, _ parts: SyllableParts) -> Int {
    if parts.nucleus > 1 { return parts.nucleusStart + (parts.coda > 0 ? 1 : 0) }
    let isTraditional = self == .traditional && parts.glide > 0 && parts.coda == 0
    let drawsTone = Self.shapedNuclei.contains(letters[parts.nucleusStart])  // huệ, thuở
    return isTraditional && !drawsTone ? parts.nucleusStart - 1 : parts.nucleusStart
  }

  private static let shapedNuclei = ["ê", "ơ"].map { PackedLetters($0)[0] }
}

extension String {
  /// The text with the tones of its syllables moved to where `placement` writes them.
  ///
  /// Words that are no Vietnamese syllables stay as they are; the result is in Form C.
  public func placingTones(_ placement: TonePlacement) -> String {
    let composed = nfc
    var result = String.UnicodeScalarView()
    var word: [Letter] = []
    func endWord() {
      let move = toneMove(in: word.span, placement)
      for (index, letter) in word.enumerated() {
        var placed = letter
        if let move { placed.setTone(at: index, by: move) }
        result.append(placed.scalar)
      }
      word.removeAll(keepingCapacity: true)
    }
    for scalar in composed.unicodeScalars {
      let letter = Letter.of(scalar.value, in: Letter.table)
      if letter.kind == .latin, letter.scalar == scalar {
        word.append(letter)
      } else {
        endWord()
        result.append(scalar)
      }
    }
    endWord()
    return String(result)
  }
}

/// A tone that stands on one letter of a word and belongs on another.
struct ToneMove {
  var from: Int
  var to: Int
  var tone: Tone
}

extension Letter {
  /// Gives or takes the tone, if the letter at `index` is the one it moves to or from.
  @inline(__always)
  mutating func setTone(at index: Int, by move: ToneMove) {
    if index == move.to { setTone(move.tone) } else if index == move.from { setTone(.ngang) }
  }
}

/// How the tone of `word` must move, if the word is one syllable with one tone in another place.
func toneMove(in word: Span<Letter>, _ placement: TonePlacement) -> ToneMove? {
  var tonedIndex: Int?
  for index in word.indices where word[index].tone != .ngang {
    guard tonedIndex == nil else { return nil }
    tonedIndex = index
  }
  guard let tonedIndex, mayStandElsewhere(word, tonedIndex), let letters = PackedLetters(word),
    let parts = SyllableGrammar.parts(of: letters, .standard)
  else { return nil }
  let place = placement.tonedIndex(letters, parts)
  guard place != tonedIndex else { return nil }
  return ToneMove(from: tonedIndex, to: place, tone: word[tonedIndex].tone)
}

/// Whether a look at its neighbours leaves it open where the tone of `word` belongs.
///
/// In every syllable a vowel before a consonant carries the tone, or an ă â ê ô ơ ư that ends
/// the word, or a vowel without another one before and behind it.
@inline(__always)
private func mayStandElsewhere(_ word: Span<Letter>, _ tonedIndex: Int) -> Bool {
  let behind = tonedIndex + 1
  if behind < word.count { return isVowel(word[behind]) }
  let endsShaped = !Alphabet.letters[Int(word[tonedIndex].rank)].isASCII
  if endsShaped || tonedIndex == 0 { return false }
  return isVowel(word[tonedIndex - 1])
}

private func isVowel(_ letter: Letter) -> Bool { Alphabet.isVowel(letter.rank) }
