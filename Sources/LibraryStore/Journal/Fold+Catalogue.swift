import GRDB
import LibraryCore

extension Fold {
  static func record(_ saved: RecordSaved, _ op: Op, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO record (id, version, title, material, batch) VALUES (?1, ?2, '', '', ?3)
        ON CONFLICT (id) DO UPDATE SET version = ?2
        """
    ).execute(arguments: [op.entity.rawValue, op.id.rawValue, saved.batch?.rawValue])
  }

  static func recordStatus(_ status: RecordStatus, _ op: Op, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE record SET status = ? WHERE id = ?",
      arguments: [status.rawValue, op.entity.rawValue])
  }

  static func item(_ changes: [FieldChange], _ op: Op, _ db: Database) throws {
    try save("item", ItemField.self, changes, op.entity, db)
  }

  static func batchOpened(_ kind: String, _ source: String, _ op: Op, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO batch (id, kind, source, opened_at) VALUES (?, ?, ?, ?)",
      arguments: [op.entity.rawValue, kind, source, op.wall])
  }

  static func batchClosed(_ counts: BatchCounts, _ op: Op, _ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE batch SET status = 'closed', records = ?, replaced = ?, items = ?, skipped = ?,
          faults = ? WHERE id = ?
        """,
      arguments: [
        counts.records, counts.replaced, counts.items, counts.skipped, counts.faults,
        op.entity.rawValue,
      ])
  }

  static func batchUndone(keeping kept: [EntityID], _ op: Op, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE batch SET status = 'undone' WHERE id = ?", arguments: [op.entity.rawValue])
  }
}
