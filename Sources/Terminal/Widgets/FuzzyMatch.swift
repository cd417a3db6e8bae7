/// How well typed letters fit a text that has them in this order, with others between.
///
/// Letters at the beginning of words and letters that follow each other count more, so `ms` finds
/// “mượn sách” before “xem lịch sử” and `sach` finds the whole word first.
struct FuzzyMatch {
  private let query: [Unicode.Scalar]

  /// `query` and the texts come folded in one way; blanks in the query mean nothing.
  init(query: String) { self.query = query.unicodeScalars.filter { $0 != " " } }

  var isEmpty: Bool { query.isEmpty }

  private static let nextLetter = 6
  private static let wordStart = 5

  /// The best score, or nil when the letters are not all there in order.
  func score(in text: [Unicode.Scalar]) -> Int? {
    // best[i]: the best score with the letters up to the current one, the last of them at i.
    var best: [Int?] = Array(repeating: nil, count: text.count)
    for (place, letter) in query.enumerated() {
      var row: [Int?] = Array(repeating: nil, count: text.count)
      var bestBefore: Int?
      for index in text.indices {
        if text[index] == letter {
          let isStart = index == 0 || text[index - 1] == " " || text[index - 1] == "."
          let own = 1 + (isStart ? Self.wordStart : 0)
          let adjacent = index > 0 ? best[index - 1].map { $0 + Self.nextLetter } : nil
          let before = [bestBefore, adjacent].compactMap(\.self).max()
          row[index] = place == 0 ? own : before.map { $0 + own }
        }
        if let reached = best[index] { bestBefore = max(bestBefore ?? reached, reached) }
      }
      best = row
    }
    return best.compactMap(\.self).max()
  }
}
