import GRDB
public import LibraryCore
import VietnameseText

extension Desk {
  /// Closes the library on the days from `first` to `last` and moves every due date that falls on one, and the last days of copies on
  /// the hold shelf by the open days they lose, as one action.
  ///
  /// For a storm, a flood, a day off nobody planned: loans made before knew nothing of it. A dry run tells what would move and
  /// writes nothing.
  public func closeDays(
    from first: CalendarDay, to last: CalendarDay, reason: String, dryRun: Bool = false
  ) throws -> CloseDaysOutcome {
    guard first <= last, first.days(until: last) < Desk.closedDaysMaximum else {
      return .refused([.invalidValue(field: "last", typed: last.iso)])
    }
    let days = first.number...last.number
    let closing = days.map {
      OpeningDay(day: CalendarDay(number: $0), isOpen: false, reason: reason.nfc.trimmed)
    }
    if dryRun { return try consider { try $0.closing(closing) { _ in nil } } }
    return try act { transaction in
      try transaction.facts.closing(closing) { outcome in
        let body = outcome.days.count == 1 ? outcome.days[0].body : .openingDaysSaved(outcome.days)
        let op = try transaction.append(body, on: Desk.house)
        if !outcome.moved.isEmpty || !outcome.kept.isEmpty {
          let redated = LoansRedated(
            outcome.moved.map(\.loan), holds: outcome.kept.map(\.hold), cause: op)
          try transaction.append(.loansRedated(redated), on: Desk.house)
        }
        return op
      }
    }
  }

  /// The most days closed at once; more is a slip of the finger.
  public static let closedDaysMaximum = 366
}

extension DeskFacts {
  /// The shared course of a closing; `write` closes the days and moves the loans, or does nothing in a dry run.
  fileprivate func closing(
    _ days: [OpeningDay], write: (ClosingOutcome) throws -> OpID?
  ) throws -> CloseDaysOutcome {
    let needed: [Permission] = actingAt == nil ? [.manageRules] : [.manageRules, .backdate]
    var reasons = needed.filter { !staff.may($0) }.map { Refusal.noPermission($0) } + momentRefusals
    guard let first = days.first, let last = days.last else { return .unchanged }
    if days.contains(where: { ($0.reason ?? "").isEmpty }) { reasons.append(.reasonMissing) }
    guard reasons.isEmpty else { return .refused(reasons) }
    let calendar = configuration.calendar.with(days)
    var outcome = ClosingOutcome(
      days: days, moved: try moved(from: first.day, to: last.day, by: calendar),
      kept: try kept(from: first.day, by: calendar))
    let moves = !outcome.moved.isEmpty || !outcome.kept.isEmpty
    guard moves || calendar != configuration.calendar else { return .unchanged }
    outcome.op = try write(outcome)
    return .closed(outcome)
  }

  /// The copies on the hold shelf whose readers lose open days from `first` on.
  private func kept(from first: CalendarDay, by calendar: OpeningCalendar) throws -> [MovedHold] {
    try holdShelf(waitingAfter: max(first, today)).compactMap { hold in
      guard let until = hold.shelfUntil, let copy = hold.copy else { return nil }
      let after = calendar.pickupEnd(until, by: configuration.calendar, today: today)
      guard after != until else { return nil }
      return MovedHold(
        hold: RedatedHold(hold: hold.id, before: until, after: after), item: copy,
        patron: hold.patron)
    }
  }

  private func moved(
    from first: CalendarDay, to last: CalendarDay, by calendar: OpeningCalendar
  ) throws -> [MovedLoan] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT item.barcode FROM loan INDEXED BY loan_due JOIN item ON item.id = loan.item
          WHERE loan.status = 'open' AND loan.due_on BETWEEN ? AND ? ORDER BY loan.due_on, loan.id
          """),
      arguments: [max(first, today).number, last.number]
    ).compactMap { row in
      guard let barcode = Barcode(row[0] ?? ""), let item = try item(barcode), let loan = item.loan,
        let patron = try patron(loan.patron)
      else { return nil }
      let facts = checkoutFacts(patron, item, demand: TitleDemand())
      let after = calendar.redated(
        loan.dueOn, mode: CalendarMode(rawValue: facts.rule(.calendarMode).value) ?? .rollForward,
        wholeWeeks: loan.isOfWholeWeeks(facts), today: today)
      guard after != loan.dueOn else { return nil }
      return MovedLoan(
        loan: RedatedLoan(loan: loan.id, before: loan.due, after: Due(after, at: loan.dueAt)),
        item: ItemLine(item), patron: PatronLine(loan))
    }
  }
}

extension Fold {
  /// Only a loan that is still due on the day it was moves, and only terms that are as they were change, so that what came later
  /// stands.
  static func redated(_ redated: LoansRedated, _ db: Database) throws {
    for loan in redated.loans {
      if loan.before != loan.after { try moveDue(loan, db) }
      if let terms = loan.terms { try giveTerms(terms, to: loan.loan, db) }
    }
    for hold in redated.holds {
      try db.cachedStatement(
        sql: """
          UPDATE hold SET shelf_until = ? WHERE id = ? AND status = 'shelf' AND shelf_until = ?
          """
      ).execute(arguments: [hold.after.number, hold.hold.rawValue, hold.before.number])
    }
  }

  /// A time of day that does not change stays whatever it is: ops from before due times name none.
  private static func moveDue(_ loan: RedatedLoan, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE loan SET due_on = :after, due_at = iif(:timeBefore IS :time, due_at, :time)
        WHERE id = :loan AND due_on = :before AND (:timeBefore IS :time OR due_at IS :timeBefore)
        """
    ).execute(
      arguments: [
        "loan": loan.loan.rawValue, "before": loan.before.day.number,
        "after": loan.after.day.number, "timeBefore": loan.before.time?.minutes,
        "time": loan.after.time?.minutes,
      ])
  }

  private static func giveTerms(
    _ terms: RedatedLoan.Terms, to loan: OpID, _ db: Database
  ) throws {
    let own = try String.fetchOne(
      db.cachedStatement(sql: "SELECT terms FROM loan WHERE id = ?"), arguments: [loan.rawValue])
    guard own.map(LoanTerms.init(encoded:)) == terms.before else { return }
    try db.cachedStatement(sql: "UPDATE loan SET terms = ?, deposit = ? WHERE id = ?")
      .execute(
        arguments: [terms.after.encoded, terms.after.deposit.dong, loan.rawValue])
  }
}

extension OpenLoan {
  /// Whether the loan is due on the weekday it was lent on or, renewed since, for a time of whole weeks.
  fileprivate func isOfWholeWeeks(_ facts: CheckoutFacts) -> Bool {
    let lent = lentAt.day
    return lent.days(until: dueOn) % 7 == 0
      || renewals > 0 && facts.rule(.renewalDays).value % 7 == 0
  }
}
