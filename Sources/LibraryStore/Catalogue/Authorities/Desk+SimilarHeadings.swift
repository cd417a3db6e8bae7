import GRDB
public import LibraryCore
public import MARC
import VietnameseText

extension Desk {
  /// Gives groups of headings of a kind that may be one heading written in several ways; `take` ends it by answering false.
  ///
  /// First those of the same letters, from A to Z, then those that differ in words, blanks, a letter or initials.
  public func eachSimilarHeadings(
    _ kind: HeadingKind, _ take: (SimilarHeadings) throws -> Bool
  ) throws {
    try consider { facts in
      var neighbours = HeadingNeighbours(kind: kind)
      /// The rows of the headings that were added, the most used of each key.
      var chosen: [(row: Int64, uses: Int)] = []
      var last = ""
      let rows = try Row.fetchCursor(
        facts.db,
        sql: "SELECT key, text, uses, id FROM heading WHERE kind = ? ORDER BY key",
        arguments: [Int(kind.rawValue)])
      var finder = SimilarHeadingFinder(kind: kind)
      while let row = try rows.next() {
        let (key, uses): (HeadingKey, Int) = (HeadingKey(stored: row[0]), row[2])
        let found = finder.add(key: key, text: row[1], uses: uses)
        for group in found where try !take(group) { return }
        if chosen.isEmpty || key.folded != last[...] {
          last = String(key.folded)
          neighbours.add(last)
          chosen.append((row[3], uses))
        } else if uses > chosen[chosen.count - 1].uses {
          chosen[chosen.count - 1] = (row[3], uses)
        }
      }
      for group in finder.finish() where try !take(group) { return }
      try neighbours.eachPair { pair in
        let rows = [chosen[pair.first].row, chosen[pair.second].row]
        let headings = try rows.compactMap { try facts.heading(inRow: $0) }
        guard let group = SimilarHeadings(kind: kind, pair.likeness, headings) else { return true }
        return try take(group)
      }
    }
  }
}

extension DeskFacts {
  fileprivate func heading(inRow row: Int64) throws -> HeadingChangeReport.Replaced? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT text, uses FROM heading WHERE id = ?"), arguments: [row]
    ).map { HeadingChangeReport.Replaced(text: $0[0], uses: $0[1]) }
  }
}

extension SimilarHeadings {
  /// Nil where the texts show that they are two: other years of life, or good Vietnamese words on both sides.
  fileprivate init?(
    kind: HeadingKind, _ likeness: Likeness, _ headings: [HeadingChangeReport.Replaced]
  ) {
    guard headings.count == 2 else { return nil }
    let (one, other) = (headings[0].text, headings[1].text)
    guard HeadingLink.mayBeSame(one, other, kind),
      likeness != .letter || !SimilarHeadingFinder.areTwoNames(one, other)
    else { return nil }
    // Of a name and the same with the given name in front the name is kept as it is said.
    let said =
      kind == .person && likeness == .words
      ? headings.compactMap { AuthorHeading.directForm(ofInverted: $0.text) }.first : nil
    self.init(kind: kind, likeness: likeness, headings: headings, suggestion: said)
  }
}
