import GRDB
public import LibraryCore

extension Desk {
  /// Readers with copies to make good: declared lost and not settled, or marked as long overdue; by group, then by name.
  ///
  /// A copy that turned up, that another one was brought for or that is paid asks nobody for anything. Loans that the reader says
  /// to have returned are left out until that is settled.
  public func lostReaders(onlyDue: Bool = false) throws -> [ReminderReader] {
    try consider { try $0.lostReaders().filter { !onlyDue || $0.isDue } }
  }
}

extension DeskFacts {
  fileprivate func lostReaders() throws -> [ReminderReader] {
    var statements: [EntityID: AccountStatement] = [:]
    return try grouped(try lostLoans(), .lost) { row in
      guard let line = try itemLine(EntityID(rawValue: row[1])),
        let item = try item(line.barcode)
      else { return nil }
      let day = CalendarDay(number: row[3])
      let patron = EntityID(rawValue: row[2])
      let demand: LossDemand
      if (row["lost"] as Int) == 1 {
        let statement = try statements[patron] ?? statement(of: patron)
        statements[patron] = statement
        let terms = LoanTerms(encoded: row["terms"] ?? "")
        guard
          let charged = try charged(OpID(rawValue: row[0]), item.item, terms, in: statement)
        else { return nil }
        demand = charged
      } else {
        guard let loan = item.loan else { return nil }
        demand = LossDemand(
          LossAssessment(price: item.item.price, terms: try terms(of: loan, item)))
      }
      return ReminderMatter(
        number: row[0], item: line, due: Due(day), lateAt: now,
        charge: demand.open, sent: row[4] ?? 0, demand: demand)
    }
  }

  /// The loans themselves, those that were lost and those that are open and marked, in the order of their due dates.
  private func lostLoans() throws -> [Row] {
    let columns = """
      loan.id, loan.item, loan.patron, loan.due_on,
      (SELECT max(level) FROM reminder WHERE matter = loan.id AND kind = 'lost') AS sent,
      loan.lost AS lost, loan.terms AS terms
      """
    return try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(columns) FROM loan INDEXED BY loan_lost WHERE loan.lost = 1
          UNION ALL
          SELECT \(columns) FROM loan INDEXED BY loan_due
          WHERE loan.status = 'open' AND loan.due_on < ? AND loan.long_overdue = 1
            AND loan.claim IS NULL
          ORDER BY 4, 1 LIMIT ?
          """),
      arguments: [today.number, Desk.remindersMaximum])
  }

  /// What was charged for the copy lost on a loan; nil where nothing of it is open.
  private func charged(
    _ loan: OpID, _ item: Item, _ terms: LoanTerms, in statement: AccountStatement
  ) throws -> LossDemand? {
    let charges = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, charge, amount FROM account_entry
          WHERE item = ? AND loan = ? AND kind = 'charge' AND voided_by IS NULL
            AND charge IN ('lostItem', 'processing') ORDER BY id
          """),
      arguments: [item.id.rawValue, loan.rawValue])
    let ops = Set(charges.map { OpID(rawValue: $0[0]) })
    let open = statement.openDebts.filter { ops.contains($0.op) }.map(\.open).reduce(.zero, +)
    guard open > .zero else { return nil }
    func sum(_ kind: ChargeKind) -> Money {
      charges.filter { $0[1] == kind.rawValue }.reduce(.zero) { $0 + Money(dong: $1[2]) }
    }
    return LossDemand(
      charged: sum(.lostItem), fee: sum(.processing), open: open, price: item.price,
      percent: terms[.lostPercent])
  }
}
