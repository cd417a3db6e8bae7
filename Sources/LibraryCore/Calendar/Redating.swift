/// One loan whose due date moves, and by how much; or that is given other terms.
public struct RedatedLoan: Equatable, Sendable {
  /// What being late costs, before and after.
  public struct Terms: Equatable, Sendable {
    public var before: LoanTerms
    public var after: LoanTerms

    public init(before: LoanTerms, after: LoanTerms) {
      self.before = before
      self.after = after
    }
  }

  public var loan: OpID
  public var before: Due
  public var after: Due
  /// Nil where the loan keeps its terms.
  public var terms: Terms?

  public init(loan: OpID, before: Due, after: Due, terms: Terms? = nil) {
    self.loan = loan
    self.before = before
    self.after = after
    self.terms = terms
  }

  public var isChange: Bool { before != after || terms != nil }

  fileprivate var reversed: RedatedLoan {
    RedatedLoan(
      loan: loan, before: after, after: before,
      terms: terms.map { Terms(before: $0.after, after: $0.before) })
  }

  fileprivate func write(to writer: inout BodyWriter) {
    writer.integer(1, loan.rawValue)
    writer.integer(2, Int64(before.day.number))
    writer.integer(3, Int64(after.day.number))
    writer.integer(4, before.time.map { Int64($0.minutes) })
    writer.integer(5, after.time.map { Int64($0.minutes) })
    writer.text(6, terms?.before.encoded)
    writer.text(7, terms?.after.encoded)
  }

  fileprivate init?(_ reader: BodyReader) {
    guard let loan = reader.integer(1), let before = reader.day(2), let after = reader.day(3) else {
      return nil
    }
    self.init(
      loan: OpID(rawValue: loan), before: Due(before, at: reader.time(4)),
      after: Due(after, at: reader.time(5)))
    if let former = reader.text(6), let new = reader.text(7) {
      terms = Terms(before: LoanTerms(encoded: former), after: LoanTerms(encoded: new))
    }
  }
}

/// A copy on the hold shelf that waits for its reader until another day.
public struct RedatedHold: Equatable, Sendable {
  public var hold: EntityID
  public var before: CalendarDay
  public var after: CalendarDay

  public init(hold: EntityID, before: CalendarDay, after: CalendarDay) {
    self.hold = hold
    self.before = before
    self.after = after
  }

  fileprivate var reversed: RedatedHold { RedatedHold(hold: hold, before: after, after: before) }

  fileprivate func write(to writer: inout BodyWriter) {
    writer.integer(1, hold.rawValue)
    writer.integer(2, Int64(before.number))
    writer.integer(3, Int64(after.number))
  }

  fileprivate init?(_ reader: BodyReader) {
    guard let hold = reader.entity(1), let before = reader.day(2), let after = reader.day(3) else {
      return nil
    }
    self.init(hold: hold, before: before, after: after)
  }
}

/// Many loans changed at once: because of days on which the library is closed after all, or because they are given the rules of
/// today; with closed days also the copies that wait for their readers.
public struct LoansRedated: Equatable, Sendable {
  public var loans: [RedatedLoan]
  /// Ops from before these moved along have none.
  public var holds: [RedatedHold]
  /// The op that closed the days, and takes this along when it is taken back.
  public var cause: OpID?

  public init(_ loans: [RedatedLoan], holds: [RedatedHold] = [], cause: OpID? = nil) {
    self.loans = loans
    self.holds = holds
    self.cause = cause
  }

  /// The same changed back.
  public var reversed: LoansRedated {
    LoansRedated(loans.map(\.reversed), holds: holds.map(\.reversed), cause: cause)
  }

  public var withoutCause: LoansRedated { caused(by: nil) }

  func caused(by cause: OpID?) -> LoansRedated {
    LoansRedated(loans, holds: holds, cause: cause)
  }

  func write(to writer: inout BodyWriter) {
    for loan in loans { writer.nested(1) { loan.write(to: &$0) } }
    writer.integer(2, cause?.rawValue)
    for hold in holds { writer.nested(3) { hold.write(to: &$0) } }
  }

  init?(_ reader: BodyReader) {
    self.init(
      reader.nested(1).compactMap(RedatedLoan.init),
      holds: reader.nested(3).compactMap(RedatedHold.init),
      cause: reader.integer(2).map { OpID(rawValue: $0) })
  }
}

/// A loan that changes, with the copy and the patron.
public struct MovedLoan: Equatable, Sendable {
  public var loan: RedatedLoan
  public var item: ItemLine
  public var patron: PatronLine

  public init(loan: RedatedLoan, item: ItemLine, patron: PatronLine) {
    self.loan = loan
    self.item = item
    self.patron = patron
  }
}

extension OpeningCalendar {
  /// The due date that stands in for one on which the library is closed: the next open day, the one before it where the rules move
  /// due dates back, and the same day of a later week where they move a loan of whole weeks by weeks.
  ///
  /// A due date on an open day stays, and so does one that is past.
  public func redated(
    _ due: CalendarDay, mode: CalendarMode, wholeWeeks: Bool = false, today: CalendarDay
  ) -> CalendarDay {
    guard due >= today, !isOpen(due), mode != .countAll else { return due }
    if mode == .weekly, wholeWeeks, let later = openDay(from: due, step: 7) { return later }
    guard mode == .rollBack, due > today else { return firstOpenDay(from: due) }
    let earlier = stride(from: due.number, through: today.number, by: -1).lazy
      .map { CalendarDay(number: $0) }.first(where: isOpen)
    return earlier ?? firstOpenDay(from: due)
  }

  /// The last day a copy on the hold shelf waits when days are closed after all: as many open days from `today` on as it had left
  /// by the `former` calendar.
  public func pickupEnd(
    _ until: CalendarDay, by former: OpeningCalendar, today: CalendarDay
  ) -> CalendarDay {
    guard until >= today else { return until }
    var left = (today.number...until.number).count { former.isOpen(CalendarDay(number: $0)) }
    guard left > 0 else { return until }
    // A library that never opens again still gives a date.
    for number in today.number...(until.number + OpeningCalendar.searchDays) {
      let day = CalendarDay(number: number)
      if isOpen(day) { left -= 1 }
      if left == 0 { return max(day, until) }
    }
    return until
  }

  /// The calendar with some days made different.
  public func with(_ days: [OpeningDay]) -> OpeningCalendar {
    var calendar = self
    for day in days {
      calendar.exceptions[day.day] = day.isOpen.map {
        Exception(isOpen: $0, reason: day.reason ?? "")
      }
    }
    return calendar
  }
}

/// A copy on the hold shelf that waits longer, with the reader.
public struct MovedHold: Equatable, Sendable {
  public var hold: RedatedHold
  public var item: ItemLine
  public var patron: PatronLine

  public init(hold: RedatedHold, item: ItemLine, patron: PatronLine) {
    self.hold = hold
    self.item = item
    self.patron = patron
  }
}

/// What closing some days would do to open loans and to the hold shelf, or did.
public struct ClosingOutcome: Equatable, Sendable {
  public var days: [OpeningDay]
  /// The loans whose due date moves.
  public var moved: [MovedLoan]
  /// The copies on the hold shelf that wait longer.
  public var kept: [MovedHold]
  /// Nil in a dry run.
  public var op: OpID?

  public init(
    days: [OpeningDay], moved: [MovedLoan], kept: [MovedHold] = [], op: OpID? = nil
  ) {
    self.days = days
    self.moved = moved
    self.kept = kept
    self.op = op
  }
}

/// The answer to closing days with their loans.
public enum CloseDaysOutcome: Equatable, Sendable {
  case closed(ClosingOutcome)
  /// Every day is closed so already, and no due date falls on one.
  case unchanged
  case refused([Refusal])
}
