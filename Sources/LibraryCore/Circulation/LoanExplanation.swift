/// Something that set the due date of a loan, or moved it.
public struct DueSetting: Equatable, Sendable {
  public var op: OpID
  /// When it counts for: a stated moment, else when it was written.
  public var at: Moment
  /// The login of who did it; empty for what the program did itself.
  public var staff: String
  public var cause: Cause
  /// The due date from then on.
  public var due: Due
  /// What was lifted for it, and why.
  public var override: Override?

  public enum Cause: Equatable, Sendable {
    /// Lent, by the rules.
    case lent
    /// Lent, and staff chose the due date.
    case chosen
    /// Renewed while it was due then.
    case renewed(from: Due)
    /// The library closed on these days after all.
    case closed([OpeningDay])
    /// Given the rules of that day.
    case reapplied
    /// An earlier one was taken back.
    case takenBack(OpID)
  }

  public init(
    op: OpID, at: Moment, staff: String, cause: Cause, due: Due, override: Override? = nil
  ) {
    self.op = op
    self.at = at
    self.staff = staff
    self.cause = cause
    self.due = due
    self.override = override
  }
}

/// What the house decided differently by an op, so that what held before it can be told.
public struct HouseChange: Equatable, Sendable {
  public var op: OpID
  /// Days of the calendar that it made different.
  public var days: [OpeningDay]
  /// The rules before it, where it changed a row of them.
  public var rules: LoanRules?

  public init(op: OpID, days: [OpeningDay] = [], rules: LoanRules? = nil) {
    self.op = op
    self.days = days
    self.rules = rules
  }
}

/// How a loan came to be due when it is: all that set or moved the date, the oldest first, each with its walk where the rules
/// still tell it.
///
/// A loan keeps its due date, not the rules behind it; the rules and the calendar of then are asked again. Where they give another
/// date, something else was changed since, such as the week's opening days or the patron's category, and no walk is made up.
public struct LoanExplanation: Equatable, Sendable {
  public var loan: LoanLine
  public var patron: PatronLine
  public var status: LoanStory.Status
  /// Whether the copy is read on the spot.
  public var isOnSite: Bool
  /// What being late costs; nil for a loan made before loans kept their terms.
  public var terms: LoanTerms?
  public var steps: [Step]
  /// What the rules of today would give the loan, or its last renewal; nil where it has ended.
  public var today: CountedDue?
  /// The rows of the matrix that speak of its length and its cost today; none where it has ended.
  public var values: [RuleValue] = []

  public struct Step: Equatable, Sendable {
    public var setting: DueSetting
    /// How the rules give that date; nil where they do not, or did not set it.
    public var walk: CountedDue?
    /// The closed days over which the date was moved by a closing.
    public var closed: [DueDate.ClosedDay] = []
  }

  /// The rules that speak of the length of a loan.
  private static let lengths: [RuleParameter] = [
    .loanDays, .renewalDays, .calendarMode, .loanHours, .hoursEnd, .dueTime, .hardDue,
    .hardDueMode, .dueWithinCard, .renewalFrom, .shortLoanFrom, .shortLoanDays,
  ]

  /// Lays open what the settings of the due date were, the oldest first.
  ///
  /// `facts` are what a checkout would be decided on now; nil where the copy or the patron is gone, so that nothing can be counted
  /// again. `changes` are those of the house since the loan began, the oldest first.
  public init(
    _ loan: LoanLine, of patron: PatronLine, _ status: LoanStory.Status, isOnSite: Bool,
    terms: LoanTerms?, settings: [DueSetting], facts: CheckoutFacts?,
    since changes: [HouseChange]
  ) {
    self.loan = loan
    self.patron = patron
    self.status = status
    self.isOnSite = isOnSite
    self.terms = terms
    let own = OpenLoan(loan, of: patron, isOnSite: isOnSite)
    steps = settings.enumerated().map { place, setting in
      let then = facts?.before(changes.filter { $0.op > setting.op })
      let start = settings[...place].start
      return Step(
        setting, before: place > 0 ? settings[place - 1].due : nil,
        counted: start.flatMap { then?.walks(own, $0, setting) } ?? [], calendar: then?.calendar)
    }
    guard status == .open, let facts, let start = settings[...].start else { return }
    today = facts.counted(own, from: start.at, renewing: start.cause.dueBefore, on: nil)
    values =
      LoanExplanation.lengths.map(facts.rule)
      .filter { $0.decidedBy != nil || $0.parameter == .loanDays || $0.parameter == .renewalDays }
      + LoanTerms.parameters.map(facts.rule)
  }

  /// Whether the rules of today would give the loan another date.
  public var isOtherToday: Bool { today.map { $0.due.due != loan.due } ?? false }
}

extension LoanExplanation.Step {
  /// Of the ways in which the rules may have counted, the one that gives the date explains it.
  fileprivate init(
    _ setting: DueSetting, before: Due?, counted: [CountedDue], calendar: OpeningCalendar?
  ) {
    self.setting = setting
    walk = counted.first { $0.due.due == setting.due }
    guard case .closed = setting.cause, let before, let calendar else { return }
    let (first, last) = (min(before.day, setting.due.day), max(before.day, setting.due.day))
    closed = (first.number...last.number).compactMap { number in
      let day = CalendarDay(number: number)
      return calendar.closure(on: day).map { DueDate.ClosedDay(day: day, closure: $0) }
    }
  }
}

extension ArraySlice<DueSetting> {
  /// What the rules count from after all of these: the loan, or the last renewal that nobody took back.
  fileprivate var start: DueSetting? {
    var gone: Set<OpID> = []
    for setting in self {
      guard case .takenBack(let op) = setting.cause else { continue }
      gone.insert(op)
      // Who takes a taking back back does the thing again.
      let again = first { $0.op == op }
      if case .takenBack(let first)? = again?.cause { gone.remove(first) }
    }
    return last { $0.cause.isStart && !gone.contains($0.op) }
  }
}

extension DueSetting.Cause {
  /// Whether the rules count from it.
  fileprivate var isStart: Bool {
    switch self {
    case .lent, .chosen, .renewed: true
    case .closed, .reapplied, .takenBack: false
    }
  }

  fileprivate var dueBefore: Due? { if case .renewed(let before) = self { before } else { nil } }
}

extension CheckoutFacts {
  /// The same before the house changed; days that were made different then were ordinary ones before.
  fileprivate func before(_ changes: [HouseChange]) -> CheckoutFacts {
    var facts = self
    facts.rules = changes.lazy.compactMap(\.rules).first ?? rules
    facts.calendar = calendar.with(
      changes.flatMap(\.days).map { OpeningDay(day: $0.day, isOpen: nil) })
    return facts
  }

  /// The ways in which the rules may have come to what `setting` says, counting from `start`; none where they did not set it.
  ///
  /// Who waited then is not known: nobody, or who waits now.
  fileprivate func walks(
    _ loan: OpenLoan, _ start: DueSetting, _ setting: DueSetting
  ) -> [CountedDue] {
    let day: CalendarDay
    switch setting.cause {
    case .lent, .renewed: day = start.at.day
    case .reapplied: day = setting.at.day
    case .chosen, .closed, .takenBack: return []
    }
    var unwanted = self
    unwanted.demand = TitleDemand()
    return [unwanted, self].map {
      $0.counted(loan, from: start.at, renewing: start.cause.dueBefore, on: day)
    }
  }
}

extension OpenLoan {
  fileprivate init(_ loan: LoanLine, of patron: PatronLine, isOnSite: Bool) {
    self.init(
      id: loan.loan, patron: patron.id, card: patron.card, patronName: patron.name,
      lentAt: loan.lentAt, dueOn: loan.dueOn, renewals: loan.renewals)
    dueAt = loan.dueAt
    self.isOnSite = isOnSite
  }
}

extension RedatedLoan {
  /// When the loan is due after it, where it was due `due` before; nil where it does not move the date.
  ///
  /// Only a date that is still the one it names is moved; a time of day that does not change stays whatever it is.
  public func moved(_ due: Due) -> Due? {
    guard before != after, due.day == before.day else { return nil }
    if before.time == after.time { return Due(after.day, at: due.time) }
    return due.time == before.time ? after : nil
  }
}
