import GRDB
public import LibraryCore
import VietnameseText

extension Desk {
  /// Closes the library on the days from `first` to `last` and moves every due date that falls on one, as one action.
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
        if !outcome.moved.isEmpty {
          try transaction.append(
            .loansRedated(LoansRedated(outcome.moved.map(\.loan), cause: op)), on: Desk.house)
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
    var reasons = needed.filter { !staff.may($0) }.map { Refusal.noPermission($0) }
    guard let first = days.first, let last = days.last else { return .unchanged }
    if days.contains(where: { ($0.reason ?? "").isEmpty }) { reasons.append(.reasonMissing) }
    guard reasons.isEmpty else { return .refused(reasons) }
    let calendar = configuration.calendar.with(days)
    var outcome = ClosingOutcome(
      days: days, moved: try moved(from: first.day, to: last.day, by: calendar))
    guard !outcome.moved.isEmpty || calendar != configuration.calendar else { return .unchanged }
    outcome.op = try write(outcome)
    return .closed(outcome)
  }

  private func moved(
    from first: CalendarDay, to last: CalendarDay, by calendar: OpeningCalendar
  ) throws -> [ClosingOutcome.MovedLoan] {
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
      let mode = checkoutFacts(patron, item, demand: TitleDemand()).rule(.calendarMode).value
      let after = calendar.redated(
        loan.dueOn, mode: CalendarMode(rawValue: mode) ?? .rollForward, today: today)
      guard after != loan.dueOn else { return nil }
      return ClosingOutcome.MovedLoan(
        loan: RedatedLoan(loan: loan.id, before: loan.dueOn, after: after), item: ItemLine(item),
        patron: PatronLine(loan))
    }
  }
}

extension Fold {
  /// Only a loan that is still due on the day it was moves, so that a later renewal stands.
  static func redated(_ redated: LoansRedated, _ db: Database) throws {
    for loan in redated.loans {
      try db.cachedStatement(sql: "UPDATE loan SET due_on = ? WHERE id = ? AND due_on = ?")
        .execute(arguments: [loan.after.number, loan.loan.rawValue, loan.before.number])
    }
  }
}
