import GRDB
import LibraryCore
import MARC

extension Fold {
  /// Writes the language of every record from its bytes, for a library of an older version; `progress` hears how far it is.
  @Sendable static func recordLanguages(_ db: Database, progress: (Double) -> Void) throws {
    let total = try Int.fetchOne(db, sql: "SELECT count(*) FROM record") ?? 0
    let update = try db.makeStatement(sql: "UPDATE record SET language = ? WHERE id = ?")
    var (last, done): (Int64, Int) = (0, 0)
    while true {
      let rows = try Row.fetchAll(
        db, sql: "SELECT id, version FROM record WHERE id > ? ORDER BY id LIMIT 1000",
        arguments: [last])
      guard let end = rows.last else { return }
      for row in rows {
        guard let record = try RecordIndex.record(of: OpID(rawValue: row[1]), db) else { continue }
        let language = CatalogueEntry.language(Bibliography(record).languages)
        try update.execute(arguments: [language, row[0] as Int64])
      }
      last = end[0]
      done += rows.count
      progress(Double(done) / Double(total))
    }
  }
}
