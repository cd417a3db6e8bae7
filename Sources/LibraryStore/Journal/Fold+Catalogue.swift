import Foundation
import GRDB
import LibraryCore
import MARC

extension Fold {
  /// Makes the new version current and moves the index from the old one to it.
  ///
  /// What stands in the index for the old version is worked out from its bytes, which the log must hold at that moment.
  /// `prepared` is what the new bytes say, where it was worked out before.
  static func record(
    _ saved: RecordSaved, _ op: Op, _ prepared: CatalogueEntry?, _ db: Database,
    _ tally: HeadingTally
  ) throws {
    let known = try RecordRow.fetch(op.entity, db)
    let entry = prepared ?? RecordIndex.entry(saved.marc)
    if let known {
      if known.status == .active {
        try RecordIndex.replace(
          try RecordIndex.entry(of: known.version, db), entry, op.entity, db, tally)
      }
      try RecordRow.update(op.entity, version: op.id, entry, db)
    } else {
      try RecordRow.insert(op.entity, version: op.id, entry, db)
      if let entry { try RecordIndex.add(entry, op.entity, db, tally) }
    }
  }

  /// Takes the record out of the index or puts it back, as one of its own; the row stays.
  static func recordStatus(
    _ status: RecordStatus, _ op: Op, _ db: Database, _ tally: HeadingTally
  ) throws {
    guard let known = try RecordRow.fetch(op.entity, db), known.status != status else { return }
    try db.cachedStatement(sql: "UPDATE record SET status = ? WHERE id = ?")
      .execute(arguments: [status.rawValue, op.entity.rawValue])
    if status == .active {
      try db.cachedStatement(sql: "DELETE FROM record_merge WHERE record = ?")
        .execute(arguments: [op.entity.rawValue])
    }
    guard let entry = try RecordIndex.entry(of: known.version, db) else { return }
    switch status {
    case .active: try RecordIndex.add(entry, op.entity, db, tally)
    case .removed: try RecordIndex.remove(entry, op.entity, db, tally)
    }
  }

  /// Saves a copy's fields and the shelf key that follows from its call number.
  static func item(_ changes: [FieldChange], _ op: Op, _ db: Database) throws {
    var values: [ItemField: String?] = [:]
    for change in changes { ItemField(rawValue: change.number).map { values[$0] = change.value } }
    if values[.record] ?? nil != nil, try insertItem(values, op.entity, db) { return }
    try save("item", ItemField.self, changes, op.entity, db)
    if let status = values[.status], status != ItemStatus.available.rawValue {
      try freeCopy(op.entity, except: nil, by: nil, db)
    }
    if let callNumber = values[.callNumber] {
      try db.cachedStatement(sql: "UPDATE item SET call_key = ? WHERE id = ?")
        .execute(arguments: [callNumber.map(callKey), op.entity.rawValue])
    }
  }

  /// Writes the row of a new copy at once, so that each of its indexes is touched once; false where there is one already.
  private static func insertItem(
    _ values: [ItemField: String?], _ id: EntityID, _ db: Database
  ) throws -> Bool {
    var columns = "id"
    var places = "?"
    var arguments: StatementArguments = [id.rawValue]
    for field in ItemField.allCases {
      guard let value = values[field] else { continue }
      columns += ", " + field.column
      places += ", ?"
      arguments += [value]
      if field == .callNumber {
        columns += ", call_key"
        places += ", ?"
        arguments += [value.map(callKey)]
      }
    }
    try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO item (\(columns)) VALUES (\(places))"
    ).execute(arguments: arguments)
    return db.changesCount > 0
  }

  private static func callKey(_ callNumber: String) -> Data {
    Data(CallNumberKey.bytes(callNumber))
  }

  static func batchOpened(_ kind: String, _ source: String, _ op: Op, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO batch (id, kind, source, opened_at) VALUES (?, ?, ?, ?)",
      arguments: [op.entity.rawValue, kind, source, op.writtenAt])
  }

  static func batchClosed(_ counts: BatchCounts, _ op: Op, _ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE batch SET status = 'closed', records = ?, replaced = ?, items = ?, skipped = ?,
          faults = ?, decoded = ?, repaired = ?, composed = ? WHERE id = ?
        """,
      arguments: [
        counts.records, counts.replaced, counts.items, counts.skipped, counts.faults,
        counts.decoded, counts.repaired, counts.composed,
        op.entity.rawValue,
      ])
  }

  static func batchUndone(keeping kept: [EntityID], _ op: Op, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE batch SET status = 'undone' WHERE id = ?", arguments: [op.entity.rawValue])
  }
}

/// The row of the table `record`.
enum RecordRow {
  static func fetch(_ id: EntityID, _ db: Database) throws
    -> (version: OpID, status: RecordStatus)?
  {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT version, status FROM record WHERE id = ?"),
      arguments: [id.rawValue]
    ).map { (OpID(rawValue: $0[0]), RecordStatus(rawValue: $0[1]) ?? .active) }
  }

  static func insert(_ id: EntityID, version: OpID, _ entry: CatalogueEntry?, _ db: Database) throws
  {
    try db.cachedStatement(
      sql: """
        INSERT INTO record
          (id, version, title, filing_title, author, publisher, year, class_mark, material,
            language)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [id.rawValue, version.rawValue] + columns(entry))
  }

  static func update(_ id: EntityID, version: OpID, _ entry: CatalogueEntry?, _ db: Database) throws
  {
    try db.cachedStatement(
      sql: """
        UPDATE record SET version = ?, title = ?, filing_title = ?, author = ?, publisher = ?,
          year = ?, class_mark = ?, material = ?, language = ? WHERE id = ?
        """
    ).execute(arguments: [version.rawValue] + columns(entry) + [id.rawValue])
  }

  /// A record in a form this version cannot read keeps its bytes and shows nothing.
  private static func columns(_ entry: CatalogueEntry?) -> StatementArguments {
    [
      entry?.title ?? "", entry?.filingTitle, entry?.author, entry?.publisher, entry?.year,
      entry?.classMark, (entry?.material ?? .other).rawValue,
      entry?.language,
    ]
  }
}
