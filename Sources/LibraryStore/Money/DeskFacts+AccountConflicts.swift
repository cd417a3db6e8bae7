import GRDB
import LibraryCore

extension DeskFacts {
  /// What an account as it stands now has against an entry that takes one back, or that is made again.
  func accountConflicts(of entry: AccountEntry, on patron: EntityID) throws -> [Refusal] {
    guard let facts = try self.patron(patron) else { return [] }
    guard entry.kind == .void, let voided = entry.voids else {
      return try accountFacts(facts, choosing: []).limits(of: entry)
    }
    let statement = try statement(of: patron)
    guard let line = statement.lines.first(where: { $0.op == voided }) else { return [] }
    var standing = statement.standing(on: voided)
    if standing.isEmpty { standing = try loansCovered(by: line.effect.held, facts) }
    if standing.isEmpty { standing = try findings(after: voided, of: statement) }
    guard standing.isEmpty else { return [.laterActions(standing.sorted(by: >))] }
    guard line.effect.cash != .zero else { return [] }
    guard let shift = try shift(for: entry) else {
      // The closed shift stays as it was counted, so another one has to explain where the money went.
      let former = try formerShift(of: voided)
      return former.flatMap { former in
        former.closed.map { [.cashShiftClosed(drawer: former.drawer, at: $0.at)] }
      } ?? []
    }
    // What was paid in cash is handed back out of the drawer that is open.
    return shift.expected < line.effect.cash ? [.moreThanInDrawer(shift.expected)] : []
  }

  /// What of the account stands on the return of a loan: what it charged was let off since, the deposit it asked for given back.
  func reopeningConflicts(_ loan: OpID) throws -> [Refusal] {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT patron, closed_by, deposit, charge FROM loan WHERE id = ?"),
      arguments: [loan.rawValue])
    guard let row, let closedBy = (row[1] as Int64?).map({ OpID(rawValue: $0) }) else { return [] }
    let deposit = Money(dong: row[2] ?? 0)
    let charge = Money(dong: row[3] ?? 0)
    guard deposit > .zero || charge > .zero,
      let patron = try patron(EntityID(rawValue: row[0]))
    else { return [] }
    let statement = try statement(of: patron.patron.id)
    var standing = statement.standing(on: closedBy)
    if deposit > .zero, patron.held < patron.depositDue + deposit {
      standing += statement.lines.filter { line in
        line.stands && line.op > closedBy && line.effect.held < .zero
      }.map(\.op)
    }
    return standing.isEmpty ? [] : [.laterActions(standing.sorted(by: >))]
  }

  /// The findings of lost copies whose price was let off or replaced by `op`: the find credited nothing for it, so the price would be
  /// owed again for a copy that is there.
  private func findings(after op: OpID, of statement: AccountStatement) throws -> [OpID] {
    let letOff = statement.letOff(by: op)
    return try statement.lines.filter { charge in
      letOff.contains(charge.op) && (charge.charge == .lostItem || charge.charge == .processing)
    }.compactMap { charge in
      try Int64.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT found.id FROM account_entry JOIN op AS found ON found.entity = account_entry.item
            WHERE account_entry.id = ?1 AND found.id > ?2 AND found.kind = ?3
              AND NOT EXISTS (SELECT 1 FROM op AS undo WHERE undo.undoes = found.id)
            ORDER BY found.id DESC LIMIT 1
            """),
        arguments: [charge.op.rawValue, op.rawValue, Int(OpKind.lostFound.rawValue)]
      ).map { OpID(rawValue: $0) }
    }
  }

  /// The newest of the loans that the deposit held could not cover any more, were `deposit` not held.
  private func loansCovered(by deposit: Money, _ patron: PatronFacts) throws -> [OpID] {
    let left = patron.held - deposit
    guard deposit > .zero, left < patron.depositDue else { return [] }
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, deposit FROM loan
          WHERE patron = ? AND status = 'open' AND deposit > 0 ORDER BY id DESC
          """),
      arguments: [patron.patron.id.rawValue])
    var (due, loans) = (patron.depositDue, [OpID]())
    for row in rows where due > left {
      loans.append(OpID(rawValue: row[0]))
      due = due - Money(dong: row[1])
    }
    return loans
  }
}
