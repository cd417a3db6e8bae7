import GRDB
import LibraryCore
import MARC

/// What this machine remembers of an import: how far it came in each file, and what it found wrong.
///
/// No part of the log: another machine has no use for it, and a fold does not make it.
enum ImportNotes {
  /// Faults beyond these are counted, not kept.
  static let faultsMaximum = 10_000

  struct File: Equatable {
    var path: String
    var size: Int
    /// How many steps of reading are behind.
    var steps = 0
    var bytes = 0
    var counts = BatchCounts()
  }

  static func save(_ file: File, number: Int, of batch: EntityID, _ db: Database) throws {
    let counts = file.counts
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO import_file
          (batch, number, path, size, steps, bytes, records, replaced, items, skipped, faults,
            decoded, repaired, composed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [
        batch.rawValue, number, file.path, file.size, file.steps, file.bytes, counts.records,
        counts.replaced, counts.items, counts.skipped, counts.faults, counts.decoded,
        counts.repaired, counts.composed,
      ])
  }

  static func files(of batch: EntityID, _ db: Database) throws -> [File] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT path, size, steps, bytes, records, replaced, items, skipped, faults, decoded,
            repaired, composed
          FROM import_file WHERE batch = ? ORDER BY number
          """),
      arguments: [batch.rawValue]
    ).map { row in
      File(
        path: row[0], size: row[1], steps: row[2], bytes: row[3],
        counts: BatchCounts(
          records: row[4], replaced: row[5], items: row[6], skipped: row[7], faults: row[8],
          decoded: row[9], repaired: row[10], composed: row[11]))
    }
  }

  static func add(_ faults: [ImportFault], to batch: EntityID, _ db: Database) throws {
    guard !faults.isEmpty else { return }
    let kept = try Int.fetchOne(
      db.cachedStatement(sql: "SELECT count(*) FROM import_fault WHERE batch = ?"),
      arguments: [batch.rawValue])
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO import_fault (batch, file, record, position, tag, code, detail, severity)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for fault in faults.prefix(max(0, faultsMaximum - (kept ?? 0))) {
      try statement.execute(
        arguments: [
          batch.rawValue, fault.file, fault.record, fault.offset, fault.tag, fault.code,
          fault.detail, fault.severity.rawValue,
        ])
    }
  }

  static func faults(
    of batch: EntityID, limit: Int, offset: Int, _ db: Database
  ) throws -> [ImportFault] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT file, record, position, tag, code, detail, severity FROM import_fault
          WHERE batch = ? ORDER BY id LIMIT ? OFFSET ?
          """),
      arguments: [batch.rawValue, limit, offset]
    ).map { row in
      ImportFault(
        file: row[0], record: row[1], offset: row[2], tag: row[3], code: row[4], detail: row[5],
        severity: Diagnostic.Severity(rawValue: row[6]) ?? .error)
    }
  }
}
