import GRDB
import LibraryCore
import MARC

/// What leads to a record: its keys, its words and its places in the drawers.
///
/// The index keeps no texts, so words are taken out by giving the words they were put in with: the entry made again from the
/// same bytes. Both happen within the fold and nowhere else.
enum RecordIndex {
  /// The entry of a record's bytes; nil for bytes of a later version, which are kept and not read.
  static func entry(_ marc: [UInt8]) -> CatalogueEntry? {
    (try? Record(storage: marc)).map { CatalogueEntry($0) }
  }

  /// The entry of a stored version.
  static func entry(of version: OpID, _ db: Database) throws -> CatalogueEntry? {
    try record(of: version, db).map { CatalogueEntry($0) }
  }

  /// The record of a stored version; nil where it cannot be read.
  static func record(of version: OpID, _ db: Database) throws -> MARC.Record? {
    guard let op = try OpReading.op(version, in: db), case .recordSaved(let saved) = op.body else {
      return nil
    }
    return try? MARC.Record(storage: saved.marc)
  }

  static func add(
    _ entry: CatalogueEntry, _ record: EntityID, _ db: Database, _ tally: HeadingTally
  ) throws {
    try addKeys(entry.keys, record, db)
    try addWords(entry.words, record, db)
    try DuplicateIndex.add(entry, record, db)
    try RecordFiling.add(entry, record, db)
    try HeadingIndex.add(entry.headings, record, db, tally)
  }

  static func remove(
    _ entry: CatalogueEntry, _ record: EntityID, _ db: Database, _ tally: HeadingTally
  ) throws {
    try removeKeys(entry.keys, record, db)
    try removeWords(entry.words, record, db)
    try DuplicateIndex.remove(entry, record, db)
    try RecordFiling.remove(entry, record, db)
    try HeadingIndex.remove(entry.headings, record, db, tally)
  }

  /// Writes only what differs between two versions.
  static func replace(
    _ old: CatalogueEntry?, _ new: CatalogueEntry?, _ record: EntityID, _ db: Database,
    _ tally: HeadingTally
  ) throws {
    let oldKeys = old?.keys ?? []
    let newKeys = new?.keys ?? []
    try removeKeys(oldKeys.subtracting(newKeys), record, db)
    try addKeys(newKeys.subtracting(oldKeys), record, db)
    try RecordFiling.replace(old, new, record, db)
    try DuplicateIndex.replace(old, new, record, db)
    try HeadingIndex.replace(old?.headings, new?.headings, record, db, tally)
    guard old?.words != new?.words else { return }
    if let old { try removeWords(old.words, record, db) }
    if let new { try addWords(new.words, record, db) }
  }

  /// Writes all keys, words and places again from the records.
  static func rebuild(_ db: Database) throws {
    for index in ["record_fts", "record_exact"] {
      try db.execute(sql: "INSERT INTO \(index) (\(index)) VALUES ('delete-all')")
    }
    try db.execute(sql: "DELETE FROM record_key")
    let records = try Row.fetchCursor(
      db, sql: "SELECT id, version FROM record WHERE status = 'active' ORDER BY id")
    let filed = try db.cachedStatement(sql: "UPDATE record SET filing_title = ? WHERE id = ?")
    while let row = try records.next() {
      guard let entry = try entry(of: OpID(rawValue: row[1]), db) else { continue }
      let record = EntityID(rawValue: row[0])
      try addKeys(entry.keys, record, db)
      try addWords(entry.words, record, db)
      if entry.filingTitle != nil {
        try filed.execute(arguments: [entry.filingTitle, record.rawValue])
      }
    }
    try RecordFiling.rebuild(db)
  }

  private static func addKeys(
    _ keys: Set<CatalogueKey>, _ record: EntityID, _ db: Database
  ) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO record_key (key, record) VALUES (?, ?)")
    for key in keys { try statement.execute(arguments: [key.text, record.rawValue]) }
  }

  private static func removeKeys(
    _ keys: Set<CatalogueKey>, _ record: EntityID, _ db: Database
  ) throws {
    let statement = try db.cachedStatement(
      sql: "DELETE FROM record_key WHERE key = ? AND record = ?")
    for key in keys { try statement.execute(arguments: [key.text, record.rawValue]) }
  }

  private static func addWords(_ words: CatalogueWords, _ record: EntityID, _ db: Database) throws {
    try db.cachedStatement(
      sql: "INSERT INTO record_fts (rowid, title, author, subject, other) VALUES (?, ?, ?, ?, ?)"
    ).execute(arguments: folded(words, record))
    guard !words.exact.isEmpty else { return }
    try db.cachedStatement(sql: "INSERT INTO record_exact (rowid, words) VALUES (?, ?)")
      .execute(arguments: [record.rawValue, words.exact])
  }

  private static func removeWords(
    _ words: CatalogueWords, _ record: EntityID, _ db: Database
  ) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO record_fts (record_fts, rowid, title, author, subject, other)
        VALUES ('delete', ?, ?, ?, ?, ?)
        """
    ).execute(arguments: folded(words, record))
    guard !words.exact.isEmpty else { return }
    try db.cachedStatement(
      sql: "INSERT INTO record_exact (record_exact, rowid, words) VALUES ('delete', ?, ?)"
    ).execute(arguments: [record.rawValue, words.exact])
  }

  private static func folded(_ words: CatalogueWords, _ record: EntityID) -> StatementArguments {
    [record.rawValue, words.title, words.author, words.subject, words.other]
  }
}
