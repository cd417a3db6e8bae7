import GRDB
import LibraryCore

/// What the indexes give for a query, put in order.
struct FoundTitles {
  /// How many matches are put in order where there are more than are counted.
  private static let rankedMaximum = 400
  /// How many of the titles that begin with the query are looked at.
  private static let beginningsMaximum = 50
  /// How many titles with the marks typed are enough, so that no further ones are looked for.
  private static let exactEnough = 100
  /// How far beyond the first matches several marked words are looked for, in names of things.
  private static let exactSpan: Int64 = 200_000

  /// Titles in their order; those of one rank are equals.
  private(set) var places: [SearchRanking.Place] = []
  private(set) var total = SearchTotal.exactly(0)
  private(set) var isComplete = true

  var ids: [EntityID] { places.map(\.id) }

  init(_ query: SearchQuery, _ db: Database) throws {
    switch query.field {
    case .isbn: try take(direct: DirectTitles.standardNumber(query.text, db))
    case .callNumber: try take(direct: DirectTitles.callNumber(query.text, db))
    case .any, .title, .author, .subject: try takeWords(query, db)
    }
  }

  private mutating func take(direct ids: [EntityID]) {
    append(ids.prefix(CatalogueSearch.countMaximum), behind: 0)
    setTotal(ids.count)
  }

  private mutating func takeWords(_ query: SearchQuery, _ db: Database) throws {
    let codes = query.field == .any ? try DirectTitles.code(query.text, db) : []
    let direct = try codes + DirectTitles.seen(from: query, db).filter { !codes.contains($0) }
    let matches = try FoundTitles.match(
      "record_fts", query.anyOrder(db), limit: CatalogueSearch.countMaximum + 1, db)
    isComplete = matches.count <= CatalogueSearch.countMaximum
    let first = isComplete ? matches : Array(matches.prefix(FoundTitles.rankedMaximum))
    var looked = Set(direct)
    var ranking = SearchRanking(query)
    try ranking.add(first.filter { looked.insert($0).inserted }, .match, db)
    if !isComplete {
      if query.field == .any || query.field == .title {
        let beginnings = try FoundTitles.beginnings(query, db)
        try ranking.add(beginnings.filter { looked.insert($0).inserted }, .match, db)
      }
      let exact = try FoundTitles.exact(query, behind: first, ranking.exactCount, db)
      try ranking.add(exact.filter { looked.insert($0).inserted }, .marks, db)
    }
    append(direct[...], behind: 0)
    places += ranking.places.sorted()
    // The others stand behind, as they lie in the index, and are none the less counted.
    append(
      matches.dropLast(isComplete ? 0 : 1).filter { looked.insert($0).inserted }[...],
      behind: SearchRanking.wordsBegin << 1)
    setTotal(isComplete ? places.count : matches.count)
  }

  private mutating func append(_ ids: ArraySlice<EntityID>, behind rank: UInt64) {
    places += ids.enumerated().map { SearchRanking.Place(rank: rank + UInt64($0), id: $1) }
  }

  private mutating func setTotal(_ count: Int) {
    let maximum = CatalogueSearch.countMaximum
    total = count > maximum ? .moreThan(maximum) : .exactly(count)
  }

  /// A part of the titles; among equals those of which there are copies go first.
  func page(from offset: Int, limit: Int, _ db: Database) throws -> [EntityID] {
    let page = places.indices.clamped(to: offset..<offset + limit)
    guard var start = page.first, var end = page.last else { return [] }
    while start > 0, places[start - 1].rank == places[start].rank { start -= 1 }
    while end + 1 < places.count, places[end + 1].rank == places[end].rank { end += 1 }
    let reached = places[start...end]
    let ids = "[" + reached.map(\.id.description).joined(separator: ",") + "]"
    let held = try Set(
      Int64.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT value FROM json_each(?)
            WHERE EXISTS (SELECT 1 FROM item WHERE item.record = value)
            """),
        arguments: [ids]))
    let sorted = reached.sorted { left, right in
      guard left.rank == right.rank else { return left.rank < right.rank }
      let (isLeftHeld, isRightHeld) = (
        held.contains(left.id.rawValue), held.contains(right.id.rawValue)
      )
      return isLeftHeld == isRightHeld ? left.id < right.id : isLeftHeld
    }
    return sorted.dropFirst(page.lowerBound - start).prefix(page.count).map(\.id)
  }
}

// MARK: - Asking the indexes

extension FoundTitles {
  /// The first matches as they lie in the index.
  private static func match(
    _ index: String, _ expression: String, in span: ClosedRange<Int64> = Int64.min...Int64.max,
    limit: Int, _ db: Database
  ) throws -> [EntityID] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT rowid FROM \(index) WHERE \(index) MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?
          """),
      arguments: [expression, span.lowerBound, span.upperBound, limit]
    ).map { EntityID(rawValue: $0) }
  }

  /// Titles with the marks typed, behind those looked at already, where these hold too few.
  private static func exact(
    _ query: SearchQuery, behind first: [EntityID], _ count: Int, _ db: Database
  ) throws -> [EntityID] {
    guard count < exactEnough, let last = first.last, let exact = try query.exact(db) else {
      return []
    }
    let isOne = query.words.count == 1
    let end = isOne ? Int64.max : last.rawValue + exactSpan
    return try match(
      "record_exact", exact, in: last.rawValue + 1...end, limit: exactEnough - count, db)
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
