/// How well a few typed letters fit a text that contains them in their order.
public struct FuzzyMatch: Hashable, Sendable {
  /// The greater, the better; only comparable between matches of one pattern.
  public let score: Int

  /// Where the letters were found, as offsets of characters in the text.
  public let offsets: [Int]

  /// The score of `pattern` in `text`, or `nil` if its letters are not all there in order.
  public static func score(_ pattern: String, in text: String) -> Int? {
    FuzzyText(text).match(pattern)?.score
  }
}

/// A text prepared to be matched again and again, as the entries of a command palette are.
///
/// Case, marks, blanks and punctuation do not matter. Letters at the beginning of a word and
/// letters that follow one another count most, so that `ms` finds "Mượn sách" before "Tìm sách".
public struct FuzzyText: Sendable {
  /// The text as it was given.
  public let text: String

  private var letters: [UInt8] = []
  private var offsets: [Int] = []
  private var startsWord: [Bool] = []

  /// Prepares `text`.
  public init(_ text: String) {
    self.text = text
    let table = Letter.table
    var isInWord = false
    for (offset, character) in text.nfc.enumerated() {
      for scalar in character.unicodeScalars {
        let letter = Letter.of(scalar.value, in: table)
        guard letter.kind != .mark else { continue }
        let folded = Self.bytes(of: letter)
        for byte in folded {
          letters.append(byte)
          offsets.append(offset)
          startsWord.append(!isInWord)
          isInWord = true
        }
        if folded.isEmpty { isInWord = false }
      }
    }
  }

  /// The best way to find the letters of `pattern` in the text, in their order.
  ///
  /// An empty pattern fits every text with the score zero.
  public func match(_ pattern: String) -> FuzzyMatch? {
    let wanted = Array(pattern.folded.utf8).filter { $0 != UInt8(ascii: " ") }
    guard !wanted.isEmpty else { return FuzzyMatch(score: 0, offsets: []) }
    guard wanted.count <= letters.count else { return nil }
    // scores[i][j]: the best score where the letter i of the pattern falls on the letter j.
    var scores: [[Int?]] = []
    var origins: [[Int]] = []
    for (row, byte) in wanted.enumerated() {
      let (rowScores, rowOrigins) = rowOfScores(byte, behind: row == 0 ? nil : scores[row - 1])
      scores.append(rowScores)
      origins.append(rowOrigins)
    }
    var best: (score: Int, end: Int)?
    for (end, score) in scores[wanted.count - 1].enumerated() {
      guard let score, score > best?.score ?? Int.min else { continue }
      best = (score, end)
    }
    guard let best else { return nil }
    var place = best.end
    var found: [Int] = []
    for row in stride(from: wanted.count - 1, through: 0, by: -1) {
      found.append(offsets[place])
      place = origins[row][place]
    }
    return FuzzyMatch(score: best.score, offsets: found.reversed())
  }

  private func rowOfScores(
    _ byte: UInt8, behind previous: [Int?]?
  ) -> (scores: [Int?], origins: [Int]) {
    var scores = [Int?](repeating: nil, count: letters.count)
    var origins = [Int](repeating: 0, count: letters.count)
    var leap: (score: Int, origin: Int)?  // the best place to come from over a gap
    for index in letters.indices {
      if let previous, index > 1, let score = previous[index - 2] {
        if score > leap?.score ?? Int.min { leap = (score, index - 2) }
      }
      guard letters[index] == byte else { continue }
      let own = Weight.letter + (startsWord[index] ? Weight.wordStart : 0)
      let neighbour = startsWord[index] ? 0 : Weight.neighbour
      guard let previous else {
        scores[index] = own - min(index, Weight.latenessMaximum)
        continue
      }
      let step = index > 0 ? previous[index - 1].map { $0 + neighbour } : nil
      if let step, step >= leap.map({ $0.score - Weight.gap }) ?? Int.min {
        scores[index] = own + step
        origins[index] = index - 1
      } else if let leap {
        scores[index] = own + leap.score - Weight.gap
        origins[index] = leap.origin
      }
    }
    return (scores, origins)
  }

  private enum Weight {
    static let letter = 16
    static let wordStart = 10
    static let neighbour = 12
    static let gap = 3
    static let latenessMaximum = 6
  }

  private static func bytes(of letter: Letter) -> [UInt8] {
    switch letter.kind {
    case .separator, .apostrophe, .mark: []
    case .digit: [letter.folded]
    case .latin:
      letter.secondFolded == 0 ? [letter.folded] : [letter.folded, letter.secondFolded]
    case .foreign: Array(String(Unicode.Scalar(letter.lowercase) ?? "\u{FFFD}").utf8)
    }
  }
}
