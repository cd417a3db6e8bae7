import GRDB
import LibraryCore

extension Fold {
  static func loss(_ op: Op, _ db: Database) throws {
    switch op.body {
    case .loanLost(let lost): try loanLost(lost, op, db)
    case .lossVoided(let loan, let status, _): try lossVoided(loan, status, op, db)
    case .lostFound(let found): try lost(found.loan, from: 1, to: 2, .available, op, db)
    case .findingVoided(let found): try lost(found.loan, from: 2, to: 1, .lost, op, db)
    case .loanClaimed(let claimed):
      try db.cachedStatement(sql: "UPDATE loan SET claim = ?, claimed_on = ? WHERE id = ?")
        .execute(
          arguments: [
            claimed.claim?.rawValue, claimed.claim == nil ? nil : claimed.on.number,
            claimed.loan.rawValue,
          ])
    case .overduesMarked(let loans): try longOverdue(loans, true, db)
    case .overduesUnmarked(let loans): try longOverdue(loans, false, db)
    default: break
    }
  }

  private static func loanLost(_ lost: LoanLost, _ op: Op, _ db: Database) throws {
    let closed = LoanClosed(
      loan: lost.loan, returnedAt: lost.at, lateDays: lost.lateDays, charge: lost.charge,
      suspendedUntil: lost.suspendedUntil)
    try endLoan(closed, op, db)
    try self.lost(lost.loan, from: 0, to: 1, .lost, op, db)
  }

  private static func lossVoided(
    _ loan: OpID, _ status: ItemStatus, _ op: Op, _ db: Database
  ) throws {
    try lost(loan, from: 1, to: 0, status, op, db)
    try loanReopened(LoanReopened(loan: loan), op, db)
  }

  /// Moves a loan between whole, lost and found again, and counts the patron's losses.
  private static func lost(
    _ loan: OpID, from: Int, to: Int, _ status: ItemStatus, _ op: Op, _ db: Database
  ) throws {
    let patron = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT patron FROM loan WHERE id = ? AND lost = ?"),
      arguments: [loan.rawValue, from])
    guard let patron else { return }
    try db.cachedStatement(sql: "UPDATE loan SET lost = ? WHERE id = ?")
      .execute(arguments: [to, loan.rawValue])
    let count = (to == 1 ? 1 : 0) - (from == 1 ? 1 : 0)
    try db.cachedStatement(sql: "UPDATE patron SET lost = lost + ? WHERE id = ?")
      .execute(arguments: [count, patron])
    try itemStatus(status, op.entity, db)
  }

  private static func longOverdue(_ loans: [OpID], _ isMarked: Bool, _ db: Database) throws {
    for loan in loans {
      try db.cachedStatement(sql: "UPDATE loan SET long_overdue = ? WHERE id = ?")
        .execute(arguments: [isMarked, loan.rawValue])
    }
  }

  /// Remembers what brought an op with it.
  static func cause(_ op: Op, _ db: Database) throws {
    guard let cause = op.body.cause else { return }
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO caused (cause, op) VALUES (?, ?)")
      .execute(arguments: [cause.rawValue, op.id.rawValue])
  }
}
