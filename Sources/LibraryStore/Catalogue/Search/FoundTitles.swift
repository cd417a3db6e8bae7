import GRDB
import LibraryCore

/// What the indexes give for a query, put in order.
struct FoundTitles {
  /// How many of the titles that begin with the query are looked at.
  private static let beginningsMaximum = 50
  /// How many titles are looked for that have the marks typed, beyond the first matches.
  private static let exactMaximum = 200
  /// How far beyond the last of the first matches several marked words are looked for, in names of things.
  private static let exactSpan: Int64 = 200_000

  private(set) var ranked: [EntityID] = []
  private(set) var total = SearchTotal.exactly(0)
  private(set) var isComplete = true

  init(_ query: SearchQuery, _ db: Database) throws {
    switch query.field {
    case .isbn: try take(direct: DirectTitles.standardNumber(query.text, db))
    case .callNumber: try take(direct: DirectTitles.callNumber(query.text, db))
    case .any, .title, .author, .subject: try takeWords(query, db)
    }
  }

  private mutating func take(direct ids: [EntityID]) {
    ranked = Array(ids.prefix(CatalogueSearch.countMaximum))
    setTotal(ids.count)
  }

  private mutating func takeWords(_ query: SearchQuery, _ db: Database) throws {
    let direct = query.field == .any ? try DirectTitles.code(query.text, db) : []
    let matches = try FoundTitles.match(
      "record_fts", query.anyOrder(db), limit: CatalogueSearch.countMaximum + 1, db)
    isComplete = matches.count <= CatalogueSearch.countMaximum
    var candidates = Dictionary(
      uniqueKeysWithValues: matches.prefix(CatalogueSearch.countMaximum).map {
        ($0, SearchRanking.Ground.match)
      })
    if query.field == .any || query.field == .title {
      for id in try FoundTitles.beginnings(query, db) { candidates[id] = .match }
    }
    if !isComplete, let last = matches.last, let exact = try query.exact(db) {
      let end = query.words.count == 1 ? Int64.max : last.rawValue + FoundTitles.exactSpan
      let found = try FoundTitles.match(
        "record_exact", exact, upTo: end, limit: FoundTitles.exactMaximum, db)
      for id in found where candidates[id] == nil { candidates[id] = .marks }
    }
    for id in direct { candidates[id] = nil }
    ranked = direct + (try SearchRanking(query).order(candidates, db))
    setTotal(isComplete ? ranked.count : matches.count)
  }

  private mutating func setTotal(_ count: Int) {
    let maximum = CatalogueSearch.countMaximum
    total = count > maximum ? .moreThan(maximum) : .exactly(count)
  }

  /// The first matches as they lie in the index.
  private static func match(
    _ index: String, _ expression: String, upTo end: Int64 = .max, limit: Int, _ db: Database
  ) throws -> [EntityID] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: "SELECT rowid FROM \(index) WHERE \(index) MATCH ? AND rowid <= ? LIMIT ?"),
      arguments: [expression, end, limit]
    ).map { EntityID(rawValue: $0) }
  }

  /// The first titles, in the order of the alphabet, that begin with what was typed.
  private static func beginnings(_ query: SearchQuery, _ db: Database) throws -> [EntityID] {
    try query.readings.flatMap { reading in
      let key = CatalogueKey.title(reading.text)
      return try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT record, key FROM record_key WHERE key >= ? AND key < ? ORDER BY key LIMIT ?
            """),
        arguments: [key.text, key.upperBound, beginningsMaximum]
      ).compactMap { row in
        let found: String = row[1]
        let isWhole =
          reading.isPrefix || found == key.text || found.utf8.starts(with: (key.text + " ").utf8)
        return isWhole ? EntityID(rawValue: row[0]) : nil
      }
    }
  }
}
