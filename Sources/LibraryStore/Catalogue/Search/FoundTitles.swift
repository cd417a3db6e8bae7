import GRDB
import LibraryCore

/// What the indexes give for a query, put in order.
struct FoundTitles {
  /// How many of the titles that begin with the query are looked at.
  private static let beginningsMaximum = 50
  /// How many titles of one kind of match are put in order.
  private static let rankedMaximum = 200

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
      query.anyOrder, limit: CatalogueSearch.countMaximum + 1, db)
    let window = matches.count > CatalogueSearch.countMaximum ? matches.last : nil
    var marks: [EntityID: SearchRanking.Marks] = [:]
    func mark(_ ids: [EntityID], _ new: SearchRanking.Marks) {
      for id in ids { marks[id, default: []].formUnion(new) }
    }
    if query.field == .any || query.field == .title {
      mark(try FoundTitles.beginnings(query, db), [])
    }
    if let exact = query.exact {
      mark(try FoundTitles.match(exact, limit: FoundTitles.rankedMaximum, db), .exact)
    }
    if let phrase = query.phrase {
      mark(
        try FoundTitles.match(phrase, upTo: window, limit: FoundTitles.rankedMaximum, db), .phrase)
    }
    mark(Array(matches.prefix(FoundTitles.rankedMaximum)), [])
    let head = try SearchRanking(query).order(marks, db).filter { !direct.contains($0) }
    let known = Set(head).union(direct)
    ranked = direct + head + matches.filter { !known.contains($0) }
    setTotal(window == nil ? ranked.count : matches.count)
    isComplete = matches.count <= FoundTitles.rankedMaximum
  }

  private mutating func setTotal(_ count: Int) {
    let maximum = CatalogueSearch.countMaximum
    total = count > maximum ? .moreThan(maximum) : .exactly(count)
  }

  /// The first matches as they lie in the index.
  private static func match(
    _ expression: String, upTo last: EntityID? = nil, limit: Int, _ db: Database
  ) throws -> [EntityID] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: "SELECT rowid FROM record_fts WHERE record_fts MATCH ? AND rowid <= ? LIMIT ?"),
      arguments: [expression, last?.rawValue ?? Int64.max, limit]
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
