import Foundation
import GRDB
import LibraryCore
import MARC

/// The headings of all records: how each is written, how often it is used, and which records have it.
enum HeadingIndex {
  /// The level from which a heading counts as much used: what the index `heading_used` begins with.
  static let usedLevel = 2

  static func add(
    _ headings: CatalogueHeadings, _ record: EntityID, _ db: Database, _ tally: HeadingTally
  ) throws {
    try addWords(headings, record, db)
    for heading in headings.all { tally.count(heading, 1) }
  }

  static func remove(
    _ headings: CatalogueHeadings, _ record: EntityID, _ db: Database, _ tally: HeadingTally
  ) throws {
    try removeWords(headings, record, db)
    for heading in headings.all { tally.count(heading, -1) }
  }

  /// Writes only what differs between two versions.
  static func replace(
    _ old: CatalogueHeadings?, _ new: CatalogueHeadings?, _ record: EntityID, _ db: Database,
    _ tally: HeadingTally
  ) throws {
    guard old != new else { return }
    if let old { try remove(old, record, db, tally) }
    if let new { try add(new, record, db, tally) }
  }

  // MARK: - Order

  /// Where a heading stands from A to Z; longer keys are cut.
  static func place(_ text: String, _ order: FilingOrder) -> Data {
    Data(order.key(text).prefix(FilingKey.headingBytesMaximum))
  }

  /// Puts all headings in the order that the house has chosen now.
  static func rebuildPlaces(_ db: Database) throws {
    for table in ["heading", "authority_form"] { try rebuildPlaces(of: table, db) }
  }

  private static func rebuildPlaces(of table: String, _ db: Database) throws {
    let order = try RecordFiling.order(db)
    let statement = try db.makeStatement(sql: "UPDATE \(table) SET place = ? WHERE id = ?")
    var last: Int64 = 0
    while true {
      let rows = try Row.fetchAll(
        db, sql: "SELECT id, text FROM \(table) WHERE id > ? ORDER BY id LIMIT 10000",
        arguments: [last])
      guard let end = rows.last else { return }
      for row in rows { try statement.execute(arguments: [place(row[1], order), row[0] as Int64]) }
      last = end[0]
    }
  }

  // MARK: - Words

  private static func addWords(
    _ headings: CatalogueHeadings, _ record: EntityID, _ db: Database
  ) throws {
    let words = headings.words
    guard !words.isEmpty else { return }
    try db.cachedStatement(sql: "INSERT INTO record_heading (rowid, words) VALUES (?, ?)")
      .execute(arguments: [record.rawValue, words])
  }

  private static func removeWords(
    _ headings: CatalogueHeadings, _ record: EntityID, _ db: Database
  ) throws {
    let words = headings.words
    guard !words.isEmpty else { return }
    try db.cachedStatement(
      sql: "INSERT INTO record_heading (record_heading, rowid, words) VALUES ('delete', ?, ?)"
    ).execute(arguments: [record.rawValue, words])
  }

  // MARK: - Building

  /// Writes all headings again from the records; `progress` hears how far it is, from 0 to 1.
  @Sendable static func rebuild(_ db: Database, progress: (Double) -> Void) throws {
    try db.execute(
      sql: """
        INSERT INTO record_heading (record_heading) VALUES ('delete-all');
        DELETE FROM heading;
        """)
    let total =
      try Int.fetchOne(db, sql: "SELECT count(*) FROM record WHERE status = 'active'") ?? 0
    let records = try Row.fetchCursor(
      db, sql: "SELECT id, version FROM record WHERE status = 'active' ORDER BY id")
    let tally = HeadingTally()
    var done = 0
    while let row = try records.next() {
      done += 1
      if done % 1000 == 0 {
        try tally.write(db)
        progress(Double(done) / Double(total))
      }
      guard let record = try RecordIndex.record(of: OpID(rawValue: row[1]), db) else { continue }
      try add(CatalogueHeadings(record), EntityID(rawValue: row[0]), db, tally)
    }
    try tally.write(db)
    progress(1)
  }
}
