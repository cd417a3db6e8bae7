import GRDB
import LibraryCore

extension Fold {
  static func copyDamaged(_ damaged: CopyDamaged, _ op: Op, _ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE item SET status = ?, note = ? WHERE id = ?")
      .execute(
        arguments: [ItemStatus.damaged.rawValue, damaged.note, op.entity.rawValue])
    if damaged.freed != nil { try freeCopy(op.entity, except: nil, by: nil, db) }
  }

  /// Puts note and status back; a copy that was lost before the return which met the damage is lost again by then.
  static func damageVoided(_ damaged: CopyDamaged, _ op: Op, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE item SET note = ?, status = CASE status WHEN ? THEN ? ELSE status END WHERE id = ?
        """
    ).execute(
      arguments: [
        damaged.noteBefore, ItemStatus.damaged.rawValue, damaged.statusBefore.rawValue,
        op.entity.rawValue,
      ])
    if let freed = damaged.freed { try trap(freed, on: op.entity, db) }
  }
}
