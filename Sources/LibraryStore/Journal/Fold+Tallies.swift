import GRDB
import LibraryCore

extension Fold {
  static func tallied(_ tally: Tally, _ op: Op, _ db: Database) throws {
    let day = tally.day ?? op.moment.day
    try db.cachedStatement(
      sql: """
        INSERT INTO tally
          (id, day, kind, audience, class_group, count, item, box, form, attendance)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [
        op.id.rawValue, day.number, tally.kind.rawValue, tally.audience.rawValue, tally.group,
        tally.count, tally.item?.rawValue, tally.box?.rawValue, tally.form, tally.attendance,
      ])
  }

  static func tallyVoided(_ tally: OpID, _ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE tally SET status = 'void' WHERE id = ?")
      .execute(arguments: [tally.rawValue])
  }
}
