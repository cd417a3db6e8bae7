/// How far folding goes.
public enum Folding: Sendable {
  /// Case, marks and punctuation go; every letter stays.
  case letters
  /// As `letters`, and y counts as i where both spellings are current: kỹ and kĩ, lý and lí, quý and quí.
  ///
  /// That is a y that ends a syllable right behind its consonants, of which qu is one; uy, ay and a lone y stay.
  case lettersAndSpelling
}

extension String {
  /// The text in lower case without marks, đ as d, its words parted by single blanks.
  ///
  /// Latin letters of every language lose their marks (ü, ø, ł, æ → ae, ß → ss), digits stay,
  /// punctuation parts words, and other scripts are kept in lower case. Two texts that are
  /// canonically equivalent, or differ in where a tone is placed, fold alike.
  public var folded: String { folded(.letters) }

  /// The text folded as far as `folding` says.
  public func folded(_ folding: Folding) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    appendFolded(folding, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the folded text as UTF-8 to a buffer that the caller may use again.
  public func appendFolded(_ folding: Folding, to bytes: inout [UInt8]) {
    let start = bytes.count
    forEachWord(in: self, breakingFor: .searching) { word in
      if bytes.count > start { bytes.append(UInt8(ascii: " ")) }
      appendFoldedWord(word, folding, to: &bytes)
    }
  }

  /// Appends the words in lower case with their marks, spelt in one way, as UTF-8.
  ///
  /// Differs from `appendFolded` only in the marks: the tone is moved to its modern place, and
  /// `lettersAndSpelling` is applied, so that hòa and hoà, lí and lý give the same bytes.
  public func appendExact(to bytes: inout [UInt8]) {
    let start = bytes.count
    forEachWord(in: self, breakingFor: .searching) { word in
      if bytes.count > start { bytes.append(UInt8(ascii: " ")) }
      appendExactWord(word, to: &bytes)
    }
  }
}

/// Appends `word` without marks and case.
@inline(__always)
func appendFoldedWord(_ word: Span<Letter>, _ folding: Folding, to bytes: inout [UInt8]) {
  for index in word.indices {
    let letter = word[index]
    guard letter.folded != 0 else {
      appendUTF8(letter.lowercase, to: &bytes)
      continue
    }
    bytes.append(letter.folded)
    if letter.secondFolded != 0 { bytes.append(letter.secondFolded) }
  }
  if folding == .lettersAndSpelling, endsInExchangeableY(word) {
    bytes[bytes.count - 1] = UInt8(ascii: "i")
  }
}

/// Appends `word` in lower case, its tone in the modern place, its final y as i where they are one.
func appendExactWord(_ word: Span<Letter>, to bytes: inout [UInt8]) {
  let move = toneMove(in: word, .modern)
  for index in word.indices {
    var letter = word[index]
    if let move { letter.setTone(at: index, by: move) }
    if index == word.count - 1, !letter.hasForeignMark, endsInExchangeableY(word) {
      letter.lowercase = Alphabet.scalar(rank: Alphabet.i, tone: letter.tone).value
    }
    appendUTF8(letter.lowercase, to: &bytes)
  }
}

/// Whether `word` is consonants and then a y, which may as well be written i.
@inline(__always)
private func endsInExchangeableY(_ word: Span<Letter>) -> Bool {
  guard word.count > 1, word[word.count - 1].folded == UInt8(ascii: "y") else { return false }
  if word.count == 3, word[0].folded == UInt8(ascii: "q"), word[1].folded == UInt8(ascii: "u") {
    return true
  }
  for index in 0..<word.count - 1 where !isPlainConsonant(word[index]) { return false }
  return true
}

@inline(__always)
private func isPlainConsonant(_ letter: Letter) -> Bool {
  letter.kind == .latin && !Alphabet.isVowel(letter.rank)
}
