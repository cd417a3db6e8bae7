/// How the charge of a loan comes about, day by day.
public struct FineExplanation: Equatable, Sendable {
  public var item: ItemLine
  public var patron: PatronLine
  public var dueOn: CalendarDay
  public var dueAt: TimeOfDay?
  /// Full open hours late, where the loan ended at a time of day.
  public var lateHours: Int
  /// The day up to which is counted: that of the return, or today.
  public var countedTo: CalendarDay
  public var isReturned: Bool
  /// Every day after the due date, with why the library was closed on it, where it was.
  public var days: [Day]
  public var terms: LoanTerms
  /// Whether the terms are those the loan was made on; else they are what the rules say today.
  public var areTermsOfLoan: Bool
  public var price: Money?
  public var charge: Money
  public var suspendedUntil: CalendarDay?
  /// The rows of the matrix that say so today.
  public var values: [RuleValue]

  public struct Day: Equatable, Sendable {
    public var day: CalendarDay
    public var closure: Closure?
  }

  /// Counts by the same rules as a return does.
  public init(
    item: ItemFacts, patron: PatronLine, due: Due, counted: Due, isReturned: Bool, terms: LoanTerms,
    areTermsOfLoan: Bool, calendar: OpeningCalendar,
    values: [RuleValue]
  ) {
    let (dueOn, countedTo) = (due.day, counted.day)
    let assessment = ReturnAssessment(
      dueOn: dueOn, dueAt: due.time, returnedOn: countedTo, returnedAt: counted.time,
      calendar: calendar, terms: terms, price: item.item.price)
    dueAt = due.time
    lateHours = assessment.lateHours
    self.item = ItemLine(item)
    self.patron = patron
    self.dueOn = dueOn
    self.countedTo = countedTo
    self.isReturned = isReturned
    self.terms = terms
    self.areTermsOfLoan = areTermsOfLoan
    price = item.item.price
    charge = assessment.charge
    suspendedUntil = assessment.suspendedUntil
    self.values = values
    days =
      dueOn < countedTo
      ? (dueOn.number + 1...countedTo.number).map { number in
        let day = CalendarDay(number: number)
        return Day(day: day, closure: calendar.closure(on: day))
      } : []
  }

  public var due: Due { Due(dueOn, at: dueAt) }

  public var lateDays: Int { days.count { $0.closure == nil } }
}
