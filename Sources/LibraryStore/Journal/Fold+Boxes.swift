import GRDB
import LibraryCore

extension Fold {
  /// Makes the box, or puts it back, with the loans that ran before it was sent; loans made with it name it themselves.
  static func boxSent(_ box: BoxSent, _ op: Op, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO box (id, patron, receiver, sent_at) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (id) DO UPDATE SET status = 'sent'
        """
    ).execute(
      arguments: [
        op.entity.rawValue, box.patron.rawValue, box.receiver, box.sentAt ?? op.writtenAt,
      ])
    for loan in box.loans {
      try db.cachedStatement(sql: "UPDATE loan SET box = ? WHERE id = ?")
        .execute(arguments: [op.entity.rawValue, loan.rawValue])
    }
  }

  /// The box is none any more; the loans that lay in it run on, but for those that are taken back with it.
  static func boxVoided(_ op: Op, _ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE box SET status = 'void' WHERE id = ?")
      .execute(arguments: [op.entity.rawValue])
    try db.cachedStatement(sql: "UPDATE loan SET box = NULL WHERE box = ?")
      .execute(arguments: [op.entity.rawValue])
  }
}
