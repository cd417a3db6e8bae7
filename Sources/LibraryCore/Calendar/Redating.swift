/// One loan whose due date moves, and by how much.
public struct RedatedLoan: Equatable, Sendable {
  public var loan: OpID
  public var before: CalendarDay
  public var after: CalendarDay

  public init(loan: OpID, before: CalendarDay, after: CalendarDay) {
    self.loan = loan
    self.before = before
    self.after = after
  }
}

/// Many due dates moved at once, because of days on which the library is closed after all.
public struct LoansRedated: Equatable, Sendable {
  public var loans: [RedatedLoan]
  /// The op that closed the days, and takes this along when it is taken back.
  public var cause: OpID?

  public init(_ loans: [RedatedLoan], cause: OpID? = nil) {
    self.loans = loans
    self.cause = cause
  }

  /// The same due dates moved back.
  public var reversed: LoansRedated {
    LoansRedated(
      loans.map { RedatedLoan(loan: $0.loan, before: $0.after, after: $0.before) }, cause: cause)
  }

  public var withoutCause: LoansRedated { LoansRedated(loans) }

  func write(to writer: inout BodyWriter) {
    for loan in loans {
      writer.nested(1) { inner in
        inner.integer(1, loan.loan.rawValue)
        inner.integer(2, Int64(loan.before.number))
        inner.integer(3, Int64(loan.after.number))
      }
    }
    writer.integer(2, cause?.rawValue)
  }

  init?(_ reader: BodyReader) {
    let loans = reader.nested(1).compactMap { inner -> RedatedLoan? in
      guard let loan = inner.integer(1), let before = inner.integer(2),
        let after = inner.integer(3)
      else { return nil }
      return RedatedLoan(
        loan: OpID(rawValue: loan), before: CalendarDay(number: Int(before)),
        after: CalendarDay(number: Int(after)))
    }
    self.init(loans, cause: reader.integer(2).map { OpID(rawValue: $0) })
  }
}

extension OpeningCalendar {
  /// The due date that stands in for one on which the library is closed: the next open day, and the one before it where the rules
  /// move due dates back.
  ///
  /// A due date on an open day stays, and so does one that is past.
  public func redated(_ due: CalendarDay, mode: CalendarMode, today: CalendarDay) -> CalendarDay {
    guard due >= today, !isOpen(due), mode != .countAll else { return due }
    guard mode == .rollBack, due > today else { return firstOpenDay(from: due) }
    let earlier = stride(from: due.number, through: today.number, by: -1).lazy
      .map { CalendarDay(number: $0) }.first(where: isOpen)
    return earlier ?? firstOpenDay(from: due)
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

/// What closing some days would do to open loans, or did.
public struct ClosingOutcome: Equatable, Sendable {
  public var days: [OpeningDay]
  /// The loans whose due date moves.
  public var moved: [MovedLoan]
  /// Nil in a dry run.
  public var op: OpID?

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

  public init(days: [OpeningDay], moved: [MovedLoan], op: OpID? = nil) {
    self.days = days
    self.moved = moved
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
