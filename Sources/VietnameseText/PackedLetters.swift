/// The letters of one word, without tones, packed into an integer.
struct PackedLetters: Hashable, Sendable {
  private(set) var bits: UInt64 = 0
  private(set) var count = 0

  /// The most letters that fit; the longest syllable, nghiêng, has seven.
  static let countMaximum = 10

  /// Adds the letter of `rank` behind the others; there must be room.
  mutating func append(rank: UInt8) {
    precondition(count < Self.countMaximum, "a syllable is packed with more letters than fit")
    bits = bits << 6 | UInt64(rank + 1)
    count += 1
  }

  /// The rank of the letter at `index`.
  subscript(index: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: bits >> UInt64(6 * (count - 1 - index)) & 0x3F) - 1
  }

  /// The letters of `range`, packed alone.
  func part(_ range: Range<Int>) -> PackedLetters {
    var part = PackedLetters()
    for index in range { part.append(rank: self[index]) }
    return part
  }

  /// Packs the letters of `text`, which are all of the alphabet, in lower case and without tone.
  init(_ text: some StringProtocol) {
    for scalar in text.unicodeScalars {
      guard let rank = Alphabet.ranks[scalar] else {
        preconditionFailure("a grammar table holds a letter outside the alphabet")
      }
      append(rank: rank)
    }
  }

  init() {}

  /// Packs `word` if it is made of nothing but letters of the alphabet, and short enough.
  init?(_ word: Span<Letter>) {
    guard word.count <= Self.countMaximum else { return nil }
    for index in word.indices {
      let letter = word[index]
      guard letter.kind == .latin, !letter.hasForeignMark, letter.secondFolded == 0 else {
        return nil
      }
      append(rank: letter.rank)
    }
  }

  /// The letters in lower case.
  var text: String {
    var scalars = String.UnicodeScalarView()
    for index in 0..<count { scalars.append(Alphabet.letters[Int(self[index])]) }
    return String(scalars)
  }
}
