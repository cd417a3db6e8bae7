import GRDB
public import LibraryCore
public import MARC

extension Desk {
  /// Gives the records of the catalogue one by one: all of them, or all that `words` lead to.
  ///
  /// They come in the order of their numbers and are of one moment of the library, whatever other desks write meanwhile; `take`
  /// ends it by answering false. `withCopies` puts the library's own copies into their 852 fields.
  public func eachRecord(
    matching words: String? = nil, in field: SearchField = .any, withCopies: Bool = false,
    _ take: (EntityID, MARC.Record) throws -> Bool
  ) throws {
    try consider { facts in
      let chosen = try words.map { try facts.choice(SearchQuery($0, in: field)) } ?? .all
      guard let rows = try facts.versions(chosen) else { return }
      while let row = try rows.next() {
        let saved = try facts.recordBytes(OpID(rawValue: row[1]))
        guard let saved, let record = try? MARC.Record(storage: saved.marc) else { continue }
        let id = EntityID(rawValue: row[0])
        let shown = withCopies ? record.withCopies(try facts.items(of: id)) : record
        guard try take(id, shown) else { return }
      }
    }
  }
}

/// Which records are asked for.
private enum Choice {
  case all
  /// An expression of the word index.
  case words(String)
  case numbers([EntityID])
}

extension DeskFacts {
  /// The numbers of all records that words lead to.
  func recordNumbers(matching words: String, in field: SearchField) throws -> [EntityID] {
    guard let rows = try versions(choice(SearchQuery(words, in: field))) else { return [] }
    var numbers: [EntityID] = []
    while let row = try rows.next() { numbers.append(EntityID(rawValue: row[0])) }
    return numbers
  }

  fileprivate func choice(_ query: SearchQuery) throws -> Choice {
    switch query.field {
    case .any, .title, .author, .subject:
      query.isEmpty ? .numbers([]) : .words(try query.anyOrder(db))
    case .isbn, .callNumber: .numbers(try FoundTitles(query, db).ids)
    }
  }

  /// The chosen records with their current versions; nil where none can be.
  fileprivate func versions(_ choice: Choice) throws -> RowCursor? {
    let all = "SELECT id, version FROM record WHERE status = 'active'"
    switch choice {
    case .all: return try Row.fetchCursor(db, sql: all + " ORDER BY id")
    case .words(let expression):
      return try Row.fetchCursor(
        db,
        sql: all
          + " AND id IN (SELECT rowid FROM record_fts WHERE record_fts MATCH ?) ORDER BY id",
        arguments: [expression])
    case .numbers(let ids):
      guard !ids.isEmpty else { return nil }
      let marks = ids.map { _ in "?" }.joined(separator: ",")
      return try Row.fetchCursor(
        db, sql: all + " AND id IN (\(marks)) ORDER BY id",
        arguments: StatementArguments(ids.map(\.rawValue)))
    }
  }
}
