import GRDB
public import LibraryCore

extension Desk {
  /// What was put into the drawer and taken out of it in a shift beside what patrons brought and got, the oldest first.
  public func cashMoves(of shift: EntityID) throws -> [CashMoveLine] {
    try consider { facts in
      try Row.fetchAll(
        facts.db.cachedStatement(
          sql: """
            SELECT \(OpReading.columns), EXISTS (SELECT 1 FROM op undo WHERE undo.undoes = op.id)
            FROM op WHERE entity = ? AND kind = ? AND undoes IS NULL ORDER BY id
            """),
        arguments: [shift.rawValue, OpKind.cashMoved.rawValue]
      ).compactMap { row in
        let op = try OpReading.op(row)
        guard case .cashMoved(let moved) = op.body else { return nil }
        return CashMoveLine(
          op: op.id,
          at: Moment(
            milliseconds: moved.at ?? op.writtenAt, offsetMinutes: facts.now.offsetMinutes),
          amount: moved.amount, reason: moved.reason, staff: facts.login(of: op.actor),
          stands: row[10] == false)
      }
    }
  }
}
