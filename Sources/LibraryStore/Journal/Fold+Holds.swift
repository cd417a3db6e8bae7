import GRDB
import LibraryCore

extension Fold {
  static func hold(_ changes: [FieldChange], _ op: Op, _ db: Database) throws {
    try save("hold", HoldField.self, changes, op.entity, db)
    try db.cachedStatement(
      sql: """
        UPDATE hold SET queued_at = ifnull(queued_at, ?1), placed_at = ifnull(placed_at, ?1),
          status = CASE
            WHEN removed IS NOT NULL AND status = 'waiting' THEN 'removed'
            WHEN removed IS NULL AND status = 'removed' THEN 'waiting' ELSE status END
        WHERE id = ?2
        """
    ).execute(arguments: [op.writtenAt, op.entity.rawValue])
    try listTitles(of: op.entity.rawValue, db)
  }

  static func copySetAside(_ kept: CopySetAside, _ op: Op, _ db: Database) throws {
    try trap(kept.trap, on: op.entity, db)
    if kept.foundFrom != nil { try itemStatus(.available, op.entity, db) }
    if kept.sentBefore != nil { try underWay(nil, op.entity, db) }
  }

  static func copySent(_ sent: CopySent, _ op: Op, _ db: Database) throws {
    try underWay(sent.to, op.entity, db)
    if let status = sent.status { try itemStatus(status, op.entity, db) }
  }

  /// Notes where the copy is sent to, or that it is here.
  static func underWay(_ library: String?, _ item: EntityID, _ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE item SET sent_to = ?1 WHERE id = ?2 AND sent_to IS NOT ?1")
      .execute(arguments: [library, item.rawValue])
  }

  static func copyReleased(_ released: CopyReleased, _ op: Op, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE hold SET status = 'waiting', copy = NULL, shelf_until = NULL, sent_to = NULL
        WHERE id = ? AND copy = ? AND status IN ('shelf', 'transfer')
        """
    ).execute(arguments: [released.hold.rawValue, op.entity.rawValue])
    try listTitles(of: released.hold.rawValue, db)
    if let status = released.itemStatus { try itemStatus(status, op.entity, db) }
    if let library = released.sentTo { try underWay(library, op.entity, db) }
  }

  static func holdEnded(_ ended: HoldEnded, _ op: Op, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE hold SET status = 'cancelled', end_cause = ?, end_reason = ?
        WHERE id = ? AND status IN ('waiting', 'shelf', 'transfer')
        """
    ).execute(arguments: [ended.end.rawValue, ended.reason, op.entity.rawValue])
    try listTitles(of: op.entity.rawValue, db)
    guard let library = ended.copySentTo else { return }
    try db.cachedStatement(
      sql: "UPDATE item SET sent_to = ? WHERE id = (SELECT copy FROM hold WHERE id = ?)"
    ).execute(arguments: [library, op.entity.rawValue])
  }

  static func holdReopened(_ op: Op, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE hold SET status = 'waiting', end_cause = NULL, end_reason = NULL
        WHERE id = ? AND status = 'cancelled'
        """
    ).execute(arguments: [op.entity.rawValue])
    try takeUpCopy(of: op.entity.rawValue, db)
    // The way the copy is on is the hold's again.
    try db.cachedStatement(
      sql: """
        UPDATE item SET sent_to = NULL WHERE sent_to IS NOT NULL AND (id, sent_to) =
          (SELECT copy, sent_to FROM hold WHERE id = ? AND status = 'transfer')
        """
    ).execute(arguments: [op.entity.rawValue])
  }

  /// Keeps the copy for the hold; one that has ended or has another copy already is left as it is.
  static func trap(_ trap: HoldTrap, on item: EntityID, _ db: Database) throws {
    try freeCopy(item, except: trap.hold, by: nil, db)
    try db.cachedStatement(
      sql: """
        UPDATE hold SET status = iif(?1 IS NULL, 'shelf', 'transfer'), copy = ?2, shelf_until = ?3,
          sent_to = ?1, freed_by = NULL
        WHERE id = ?4 AND (status = 'waiting' OR (status IN ('shelf', 'transfer') AND copy = ?2))
        """
    ).execute(
      arguments: [trap.sentTo, item.rawValue, trap.shelfUntil?.number, trap.hold.rawValue])
    try listTitles(of: trap.hold.rawValue, db)
  }

  /// A loan fills its borrower's hold, and takes the copy from whomever else it was kept for.
  static func holdsServed(by loan: LoanOpened, _ op: Op, _ db: Database) throws {
    if let filled = loan.fills {
      try db.cachedStatement(
        sql: """
          UPDATE hold SET status = 'filled', loan = ?
          WHERE id = ? AND status IN ('waiting', 'shelf', 'transfer')
          """
      ).execute(arguments: [op.id.rawValue, filled.rawValue])
      try listTitles(of: filled.rawValue, db)
    }
    try freeCopy(op.entity, except: loan.fills, by: op.id, db)
  }

  /// Puts back what a loan that is void did to holds.
  static func holdsServed(byVoid loan: OpID, _ item: EntityID, _ db: Database) throws {
    let filled = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM hold WHERE loan = ?"), arguments: [loan.rawValue])
    for hold in filled {
      try db.cachedStatement(
        sql: "UPDATE hold SET status = 'waiting', loan = NULL WHERE id = ? AND status = 'filled'"
      ).execute(arguments: [hold])
      try takeUpCopy(of: hold, db)
    }
    let freed = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM hold WHERE freed_by = ?"), arguments: [loan.rawValue])
    for hold in freed {
      try db.cachedStatement(
        sql: """
          UPDATE hold SET freed_by = NULL, copy = iif(status = 'waiting', ?, copy) WHERE id = ?
          """
      ).execute(arguments: [item.rawValue, hold])
      try takeUpCopy(of: hold, db)
    }
  }

  /// Whatever hold the copy is kept for waits again; `loan` names what took the copy, so that it can be given back.
  static func freeCopy(_ item: EntityID, except kept: EntityID?, by loan: OpID?, _ db: Database)
    throws
  {
    let held = try Int64.fetchAll(
      db.cachedStatement(
        sql: "SELECT id FROM hold WHERE copy = ? AND status IN ('shelf', 'transfer')"),
      arguments: [item.rawValue])
    for hold in held where hold != kept?.rawValue {
      try db.cachedStatement(
        sql: """
          UPDATE hold SET status = 'waiting', copy = NULL, freed_by = ?1,
            shelf_until = iif(?1 IS NULL, NULL, shelf_until),
            sent_to = iif(?1 IS NULL, NULL, sent_to)
          WHERE id = ?2
          """
      ).execute(arguments: [loan?.rawValue, hold])
      try listTitles(of: hold, db)
    }
  }

  /// A hold that is open again has its copy again, if nobody else has it by now.
  private static func takeUpCopy(of hold: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE hold SET copy = NULL WHERE id = ?1 AND status = 'waiting' AND copy IS NOT NULL AND (
          EXISTS (SELECT 1 FROM loan WHERE item = hold.copy AND status = 'open')
          OR EXISTS (SELECT 1 FROM item WHERE id = hold.copy AND status <> 'available')
          OR EXISTS (SELECT 1 FROM hold other
            WHERE other.copy = hold.copy AND other.status IN ('shelf', 'transfer')))
        """
    ).execute(arguments: [hold])
    try db.cachedStatement(
      sql: """
        UPDATE hold SET status = iif(sent_to IS NULL, 'shelf', 'transfer')
        WHERE id = ? AND status = 'waiting' AND copy IS NOT NULL
        """
    ).execute(arguments: [hold])
    try listTitles(of: hold, db)
  }

  /// Keeps `hold_title` to the titles of holds that wait.
  private static func listTitles(of hold: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM hold_title WHERE hold = ?").execute(arguments: [hold])
    let records = try String.fetchOne(
      db.cachedStatement(
        sql: "SELECT records FROM hold WHERE id = ? AND status = 'waiting' AND item IS NULL"),
      arguments: [hold])
    for record in (records ?? "").split(separator: " ") {
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO hold_title (record, hold) VALUES (?, ?)")
        .execute(arguments: [Int64(record), hold])
    }
  }
}
