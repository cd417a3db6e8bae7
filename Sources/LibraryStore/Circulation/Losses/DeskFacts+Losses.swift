import GRDB
import LibraryCore
import VietnameseText

extension DeskFacts {
  /// A loss that is decided and not yet written.
  struct DecidedLoss {
    var item: EntityID
    var lost: LoanLost
    var patron: EntityID
    var entries: [AccountEntry]
  }

  /// The shared course of a declaration of loss; `write` ends the loan and charges, or does nothing in a dry run.
  func loss(
    of itemText: String, _ price: Money?, write: (DecidedLoss) throws -> OpID?
  ) throws -> LossOutcome {
    guard let barcode = Barcode(itemText), let item = try item(barcode) else {
      return .unknownItem(itemText)
    }
    let line = ItemLine(item)
    var reasons: [Refusal] = []
    if !staff.may(.markLost) { reasons.append(.noPermission(.markLost)) }
    if actingAt != nil, !staff.may(.backdate) { reasons.append(.noPermission(.backdate)) }
    reasons += momentRefusals
    if let price, price < .zero { reasons.append(.amountNotPositive) }
    guard let loan = item.loan else { return .refused(reasons + [.itemNotOnLoan], item: line) }
    let cost = LossAssessment(price: price ?? item.item.price, terms: try terms(of: loan, item))
    if !cost.isPriced { reasons.append(.priceUnknown) }
    guard reasons.isEmpty else { return .refused(reasons, item: line) }
    let late = try assess(loan, of: item, at: Due(now))
    let decided = DecidedLoss(
      item: item.item.id,
      lost: LoanLost(
        loan: loan.id, at: actingAt?.milliseconds, lateDays: late.lateDays, charge: late.charge,
        suspendedUntil: late.suspendedUntil, statusBefore: item.item.status),
      patron: loan.patron, entries: entries(for: cost, of: item.item.id, loan.id))
    return .lost(
      LossOutcome.Loss(
        item: line, patron: PatronLine(loan), late: late, charge: cost.charge, fee: cost.fee,
        op: try write(decided)))
  }

  func terms(of loan: OpenLoan, _ item: ItemFacts) throws -> LoanTerms {
    try loan.terms ?? termsNow(for: loan, of: item)
  }

  private func entries(
    for cost: LossAssessment, of item: EntityID, _ loan: OpID
  ) -> [AccountEntry] {
    let charges: [(ChargeKind, Money)] = [(.lostItem, cost.charge), (.processing, cost.fee)]
    return charges.filter { $0.1 > .zero }.map { kind, amount in
      AccountEntry(
        .charge, amount, charge: kind, item: item, loan: loan, at: actingAt?.milliseconds)
    }
  }

  /// What is open of the charge for a lost copy.
  func openCharge(of item: EntityID) throws -> (op: OpID, patron: EntityID, open: Money)? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT id, patron FROM account_entry
          WHERE item = ? AND kind = 'charge' AND charge = 'lostItem' AND voided_by IS NULL
          ORDER BY id DESC LIMIT 1
          """),
      arguments: [item.rawValue])
    guard let row else { return nil }
    let (op, patron) = (OpID(rawValue: row[0]), EntityID(rawValue: row[1]))
    return try statement(of: patron).openDebts.first { $0.op == op }.map { (op, patron, $0.open) }
  }

  /// The loan on which a copy was lost that has not turned up.
  func lostLoan(of item: EntityID) throws -> LostLoan? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT id, patron, due_on, charge, terms FROM loan WHERE item = ? AND lost = 1"),
      arguments: [item.rawValue]
    ).map { row in
      LostLoan(
        id: OpID(rawValue: row[0]), patron: EntityID(rawValue: row[1]),
        dueOn: CalendarDay(number: row[2]), chargedLate: Money(dong: row[3]),
        terms: LoanTerms(encoded: row[4] ?? ""))
    }
  }

  struct LostLoan {
    var id: OpID
    var patron: EntityID
    var dueOn: CalendarDay
    var chargedLate: Money
    var terms: LoanTerms
  }

  /// What comes off the debt now that the copy is here again: a line for the price, one for the fee.
  ///
  /// What was let off or made good in kind is no debt any more and was never paid, so nothing of it comes back as money.
  func foundCredits(_ loan: LostLoan, of item: ItemFacts) throws -> [AccountEntry] {
    let charges = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, charge, amount FROM account_entry
          WHERE item = ? AND loan = ? AND kind = 'charge' AND voided_by IS NULL ORDER BY id
          """),
      arguments: [item.item.id.rawValue, loan.id.rawValue])
    func sum(_ kind: ChargeKind) -> Money {
      charges.filter { $0[1] == kind.rawValue }.reduce(.zero) { $0 + Money(dong: $1[2]) }
    }
    let late = ReturnAssessment(
      dueOn: loan.dueOn, returnedOn: today, calendar: configuration.calendar, terms: loan.terms,
      price: item.item.price)
    let refund = loan.terms.refund(
      charged: sum(.lostItem), fee: sum(.processing), late: late, chargedLate: loan.chargedLate)
    let lines = try statement(of: loan.patron).lines
    let named = Set(charges.map { OpID(rawValue: $0[0]) })
    func most(_ kind: ChargeKind) -> Money {
      lines.filter { named.contains($0.op) && $0.charge == kind }
        .reduce(.zero) { $0 + $1.amount - $1.settledWithoutMoney }
    }
    let credits: [(ChargeKind, Money)] = [
      (.lostItem, min(refund.price, most(.lostItem))),
      (.processing, min(refund.fee, most(.processing))),
    ]
    return credits.filter { $0.1 > .zero }.map { kind, amount in
      AccountEntry(
        .foundCredit, amount, charge: kind, item: item.item.id, loan: loan.id,
        toward: charges.filter { $0[1] == kind.rawValue }.map { OpID(rawValue: $0[0]) },
        at: actingAt?.milliseconds)
    }
  }

  /// Who has the copy, or had it last.
  func lastPatron(of item: ItemFacts) throws -> (patron: EntityID, loan: OpID)? {
    if let loan = item.loan { return (loan.patron, loan.id) }
    return try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT patron, id FROM loan WHERE item = ? AND status = 'closed' ORDER BY id DESC LIMIT 1
          """),
      arguments: [item.item.id.rawValue]
    ).map { (EntityID(rawValue: $0[0]), OpID(rawValue: $0[1])) }
  }
}

extension DeskFacts {
  /// Who has the copy or had it last, and when.
  func damageParty(of item: ItemFacts) throws -> DamageParty? {
    guard let last = try lastPatron(of: item), let patron = try patronLine(last.patron) else {
      return nil
    }
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT lent_at, returned_at FROM loan WHERE id = ?"),
      arguments: [last.loan.rawValue])
    guard let row else { return nil }
    func day(_ milliseconds: Int64) -> CalendarDay {
      Moment(milliseconds: milliseconds, offsetMinutes: now.offsetMinutes).day
    }
    return DamageParty(
      patron: patron, loan: last.loan, lentOn: day(row[0]),
      returnedOn: (row[1] as Int64?).map(day))
  }
}

extension DeskTransaction {
  /// Writes a loss: the loan ends, then each charge with its receipt; taken back, they go together.
  mutating func append(_ loss: DeskFacts.DecidedLoss, batch: OpID?) throws -> OpID {
    var lost = loss.lost
    lost.batch = batch
    let op = try append(.loanLost(lost), on: loss.item)
    try append(loss.entries, on: loss.patron, cause: op)
    return op
  }

  /// Writes entries that come along with `cause`.
  mutating func append(_ entries: [AccountEntry], on patron: EntityID, cause: OpID) throws {
    for entry in entries {
      try append(booked(OpBody(entry)).caused(by: cause), on: patron)
    }
  }

  /// Closes the books on a lost copy that is here again; `cause` is the return that met it.
  mutating func settleFound(
    _ loan: DeskFacts.LostLoan, _ item: ItemFacts, cause: OpID
  ) throws {
    let credits = try facts.foundCredits(loan, of: item)
    try append(.lostFound(LostFound(loan: loan.id, cause: cause)), on: item.item.id)
    try append(credits, on: loan.patron, cause: cause)
  }

  /// The course of a report of damage to a copy that comes from nowhere.
  mutating func damage(_ itemText: String, _ damage: Damage) throws -> DamageReport {
    guard let item = try Barcode(itemText).flatMap({ try facts.item($0) }) else {
      return DamageReport(.unknown(itemText))
    }
    let party = try facts.damageParty(of: item)
    let reasons = damage.refusals(by: staff, mayCharge: party != nil)
    guard reasons.isEmpty else { return DamageReport(.refused(reasons)) }
    let kept = try item.setAside.map { try facts.placed($0) }
    let op = try append(
      damage, to: item.item, party.map { ($0.patron.id, $0.loan) }, cause: nil)
    return DamageReport(
      .saved(id: item.item.id, op: op), charged: damage.charge > .zero ? party : nil,
      waitsAgain: kept)
  }

  /// Writes damage and its charge; `cause` is the return that met it, and takes both along when it is taken back.
  @discardableResult
  mutating func append(
    _ damage: Damage, to item: Item, _ party: (patron: EntityID, loan: OpID)?, cause: OpID?
  ) throws -> OpID {
    let damaged = CopyDamaged(
      note: damage.note, statusBefore: item.status, noteBefore: item.note, cause: cause,
      freed: try facts.setAside(item.id).map { HoldTrap($0) })
    let op = try append(.copyDamaged(damaged), on: item.id)
    if damage.charge > .zero, let party {
      let entry = AccountEntry(
        .charge, damage.charge, charge: .damage, note: damage.note, item: item.id,
        loan: party.loan, at: actingAt?.milliseconds)
      try append([entry], on: party.patron, cause: op)
    }
    return op
  }
}
