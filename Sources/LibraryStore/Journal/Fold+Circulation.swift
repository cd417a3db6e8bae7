import GRDB
import LibraryCore

extension Fold {
  static func loanOpened(_ loan: LoanOpened, _ op: Op, _ db: Database) throws {
    if let earlier = loan.ends {
      let ending = LoanClosed(
        loan: earlier, returnedAt: loan.lentAt, lateDays: loan.endsLateDays,
        charge: loan.endsCharge, suspendedUntil: loan.endsSuspendedUntil)
      try endLoan(ending, op, db)
    }
    let type = try String.fetchOne(
      db.cachedStatement(sql: "SELECT type FROM item WHERE id = ?"), arguments: [op.entity.rawValue]
    )
    try db.cachedStatement(
      sql: """
        INSERT INTO loan
          (id, item, patron, type, lent_at, due_on, terms, on_site, deposit, due_at, box)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [
        op.id.rawValue, op.entity.rawValue, loan.patron.rawValue, type ?? Item.defaultType,
        loan.lentAt ?? op.writtenAt, loan.dueOn.number, loan.terms?.encoded, loan.isOnSite,
        loan.terms?.deposit.dong ?? 0, loan.dueAt?.minutes, loan.box?.rawValue,
      ])
    try tally(patron: loan.patron.rawValue, type: type ?? Item.defaultType, by: 1, db)
    if loan.foundFrom != nil { try itemStatus(.available, op.entity, db) }
    try holdsServed(by: loan, op, db)
  }

  static func renewal(of loan: OpID, _ due: Due, count: Int, _ db: Database) throws {
    try db.cachedStatement(
      sql: "UPDATE loan SET due_on = ?, due_at = ?, renewals = renewals + ? WHERE id = ?"
    ).execute(arguments: [due.day.number, due.time?.minutes, count, loan.rawValue])
  }

  static func loanClosed(_ closed: LoanClosed, _ op: Op, _ db: Database) throws {
    try endLoan(closed, op, db)
    if let status = closed.settledStatus { try itemStatus(status, op.entity, db) }
    if let kept = closed.trap { try trap(kept, on: op.entity, db) }
    try underWay(closed.sentTo, op.entity, db)
  }

  static func loanReopened(_ reopened: LoanReopened, _ op: Op, _ db: Database) throws {
    guard let loan = try loanRow(reopened.loan, db), loan.status == "closed" else { return }
    try db.cachedStatement(
      sql: """
        UPDATE loan SET status = 'open', returned_at = NULL, closed_by = NULL, late_days = 0,
          charge = 0, suspended_until = NULL WHERE id = ?
        """
    ).execute(arguments: [reopened.loan.rawValue])
    if loan.isSuspending { try suspension(patron: loan.patron, db) }
    try tally(patron: loan.patron, type: loan.type, by: 1, db)
    try owed(patron: loan.patron, by: -loan.charge, db)
    if let status = reopened.itemStatus { try itemStatus(status, op.entity, db) }
    try freeCopy(op.entity, except: nil, by: nil, db)
    try underWay(nil, op.entity, db)
  }

  /// Takes a checkout back: the loan stays as a row marked void, and a loan it had ended runs again.
  ///
  /// A copy that was found by the loan has its status back.
  static func loanVoided(
    _ loan: OpID, _ status: ItemStatus?, _ op: Op, _ db: Database
  ) throws {
    guard let row = try loanRow(loan, db), row.status == "open" else { return }
    try db.cachedStatement(sql: "UPDATE loan SET status = 'void', closed_by = ? WHERE id = ?")
      .execute(arguments: [op.id.rawValue, loan.rawValue])
    try tally(patron: row.patron, type: row.type, by: -1, db)
    try holdsServed(byVoid: loan, op.entity, db)
    let ended = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM loan WHERE item = ? AND closed_by = ?"),
      arguments: [op.entity.rawValue, loan.rawValue])
    if let ended {
      try loanReopened(LoanReopened(loan: OpID(rawValue: ended)), op, db)
    }
    if let status { try itemStatus(status, op.entity, db) }
  }

  static func endLoan(_ closed: LoanClosed, _ op: Op, _ db: Database) throws {
    guard let row = try loanRow(closed.loan, db), row.status == "open" else { return }
    try db.cachedStatement(
      sql: """
        UPDATE loan SET status = 'closed', returned_at = ?, closed_by = ?, late_days = ?, charge = ?,
          suspended_until = ? WHERE id = ?
        """
    ).execute(
      arguments: [
        closed.returnedAt ?? op.writtenAt, op.id.rawValue, closed.lateDays, closed.charge.dong,
        closed.suspendedUntil?.number, closed.loan.rawValue,
      ])
    try tally(patron: row.patron, type: row.type, by: -1, db)
    try owed(patron: row.patron, by: closed.charge.dong, db)
    if closed.suspendedUntil != nil { try suspension(patron: row.patron, db) }
  }

  /// A patron may not borrow until the last of the days that late returns brought.
  private static func suspension(patron: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE patron SET suspended_until = (
          SELECT max(suspended_until) FROM loan
          WHERE patron = ?1 AND status = 'closed' AND suspended_until IS NOT NULL)
        WHERE id = ?1
        """
    ).execute(arguments: [patron])
  }

  private static func loanRow(_ loan: OpID, _ db: Database) throws
    -> (patron: Int64, type: String, status: String, charge: Int64, isSuspending: Bool)?
  {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT patron, type, status, charge, suspended_until IS NOT NULL FROM loan WHERE id = ?
          """),
      arguments: [loan.rawValue]
    ).map { ($0[0], $0[1], $0[2], $0[3], $0[4]) }
  }

  private static func tally(patron: Int64, type: String, by count: Int, _ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE patron SET loans = loans + ? WHERE id = ?")
      .execute(arguments: [count, patron])
    try db.cachedStatement(
      sql: """
        INSERT INTO loan_tally (patron, type, loans) VALUES (?1, ?2, ?3)
        ON CONFLICT (patron, type) DO UPDATE SET loans = loans + ?3
        """
    ).execute(arguments: [patron, type, count])
  }

  private static func owed(patron: Int64, by amount: Int64, _ db: Database) throws {
    guard amount != 0 else { return }
    try db.cachedStatement(sql: "UPDATE patron SET owed = owed + ? WHERE id = ?")
      .execute(arguments: [amount, patron])
  }

  static func itemStatus(_ status: ItemStatus, _ item: EntityID, _ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE item SET status = ? WHERE id = ?")
      .execute(arguments: [status.rawValue, item.rawValue])
  }
}
