import GRDB
public import LibraryCore

extension Desk {
  /// What staff should know of an action that was taken back: cash that went through another shift than it came through.
  public func notices(ofUndone outcome: UndoOutcome) throws -> [Notice] {
    guard case .undone(_, let op) = outcome else { return [] }
    return try consider { facts in
      try facts.withAllBrought(by: op).compactMap { try facts.cashAcrossShifts($0) }
        .map { .cashAcrossShifts($0) }
    }
  }
}

extension DeskFacts {
  fileprivate func withAllBrought(by op: OpID) throws -> [OpID] {
    try [op] + OpHistory(db: db).caused(by: op).flatMap { try withAllBrought(by: $0.id) }
  }

  /// Where the cash of an entry that takes another back went, if not through the shift of that one.
  fileprivate func cashAcrossShifts(_ entry: OpID) throws -> CashAcrossShifts? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT cash, voids FROM account_entry WHERE id = ? AND voids IS NOT NULL AND cash <> 0
          """),
      arguments: [entry.rawValue])
    guard let row, let shift = try formerShift(of: entry) else { return nil }
    let former = try formerShift(of: OpID(rawValue: row[1]))
    guard former?.id != shift.id else { return nil }
    return CashAcrossShifts(
      amount: .zero - Money(dong: row[0]), drawer: shift.drawer, openedAt: shift.openedAt,
      formerDrawer: former?.drawer, formerClosedAt: former?.closed?.at)
  }
}
