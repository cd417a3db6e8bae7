import GRDB
import LibraryCore
import MARC

extension Fold {
  /// Makes the new version of an authority record current and moves its forms and numbers from the old one to it.
  static func authority(_ saved: RecordSaved, _ op: Op, _ db: Database) throws {
    let entry = AuthorityIndex.entry(saved.marc)
    let kind = Int(entry?.kind?.rawValue ?? 0)
    guard let known = try AuthorityRow.fetch(op.entity, db) else {
      try db.cachedStatement(
        sql: "INSERT INTO authority (id, version, kind, text) VALUES (?, ?, ?, ?)"
      ).execute(
        arguments: [op.entity.rawValue, op.id.rawValue, kind, entry?.text ?? ""])
      if let entry { try AuthorityIndex.add(entry, op.entity, db) }
      return
    }
    try db.cachedStatement(
      sql: "UPDATE authority SET version = ?, kind = ?, text = ? WHERE id = ?"
    ).execute(arguments: [op.id.rawValue, kind, entry?.text ?? "", op.entity.rawValue])
    guard known.status == .active else { return }
    try AuthorityIndex.remove(op.entity, db)
    if let entry { try AuthorityIndex.add(entry, op.entity, db) }
  }

  /// Takes an authority record out of use or puts it back; the row stays.
  static func authorityStatus(_ status: RecordStatus, _ op: Op, _ db: Database) throws {
    guard let known = try AuthorityRow.fetch(op.entity, db), known.status != status else { return }
    try db.cachedStatement(sql: "UPDATE authority SET status = ? WHERE id = ?")
      .execute(arguments: [status.rawValue, op.entity.rawValue])
    try AuthorityIndex.remove(op.entity, db)
    guard status == .active, let entry = try AuthorityIndex.entry(of: known.version, db) else {
      return
    }
    try AuthorityIndex.add(entry, op.entity, db)
  }
}

/// The row of the table `authority`.
enum AuthorityRow {
  static func fetch(_ id: EntityID, _ db: Database) throws
    -> (version: OpID, status: RecordStatus)?
  {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT version, status FROM authority WHERE id = ?"),
      arguments: [id.rawValue]
    ).map { (OpID(rawValue: $0[0]), RecordStatus(rawValue: $0[1]) ?? .active) }
  }
}
