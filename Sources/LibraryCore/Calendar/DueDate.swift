/// A due date with the way it came about, so that it can be explained.
public struct DueDate: Equatable, Sendable {
  public struct ClosedDay: Equatable, Sendable {
    public var day: CalendarDay
    public var closure: Closure

    public init(day: CalendarDay, closure: Closure) {
      self.day = day
      self.closure = closure
    }
  }

  /// Something other than the calendar that had its say.
  public enum Bound: Equatable, Sendable {
    /// Staff chose the day.
    case chosen
    case hardDue(CalendarDay, HardDueMode)
    case cardExpiry(CalendarDay)
    /// A renewal never shortens a loan.
    case formerDue(CalendarDay)
    /// Read on the spot: due the same day.
    case onSite
    /// So many readers wait for the title.
    case manyWait(Int)
    /// The library closes then, before the hours are full.
    case closing(Due)
    /// The library is closed when the hours are full and opens then.
    case opening(Due)
    /// The time of day at which loans end by the rules.
    case timeOfDay(TimeOfDay)
  }

  /// How a due time counted in hours came about.
  public struct Hours: Equatable, Sendable {
    public var count: Int
    public var from: Due
    /// The time before the library's hours had their say.
    public var counted: Due
  }

  public var day: CalendarDay
  /// The time on that day; nil stands for its end.
  public var time: TimeOfDay?
  /// Set where the loan is counted in hours.
  public var hours: Hours?
  /// The day before closed days had their say.
  public var counted: CalendarDay
  public var loanDays: Int
  /// The closed days that moved it.
  public var skipped: [ClosedDay]
  public var mode: CalendarMode
  /// What moved the day after that, in this order.
  public var bounds: [Bound]

  public init(
    day: CalendarDay, counted: CalendarDay, loanDays: Int, skipped: [ClosedDay] = [],
    mode: CalendarMode = .rollForward, bounds: [Bound] = []
  ) {
    self.day = day
    self.counted = counted
    self.loanDays = loanDays
    self.skipped = skipped
    self.mode = mode
    self.bounds = bounds
  }

  public var due: Due { Due(day, at: time) }

  /// How many readers wait where that made it short; nil where it did not.
  public var waiting: Int? {
    bounds.lazy.compactMap { if case .manyWait(let readers) = $0 { readers } else { nil } }.first
  }

  /// Moves the day to `other` because of `bound`, if it is not there already; a day other than the counted one ends as a whole.
  mutating func move(to other: CalendarDay, _ bound: Bound) {
    guard other != day else { return }
    move(to: Due(other), bound)
  }

  mutating func move(to other: Due, _ bound: Bound) {
    guard other != due else { return }
    (day, time) = (other.day, other.time)
    bounds.append(bound)
  }
}

extension OpeningCalendar {
  /// How far a due date is moved over closed days, at most; a library that never opens still gives a date.
  static let searchDays = 366

  /// The due date of a loan of `loanDays` days begun on `day`, closed days counting as `mode` says.
  public func dueDate(
    from day: CalendarDay, loanDays: Int, mode: CalendarMode = .rollForward
  ) -> DueDate {
    let counted = day.adding(days: loanDays)
    var due = DueDate(day: counted, counted: counted, loanDays: loanDays, mode: mode)
    switch mode {
    case .countAll: break
    case .rollForward: due.day = firstOpenDay(from: counted)
    case .skipClosed: due.day = openDay(loanDays, after: day) ?? counted
    case .rollBack:
      due.day = lastOpenDay(from: counted, after: day) ?? firstOpenDay(from: counted)
    case .weekly:
      // On a day of the week that never opens within a year, the next open day will do.
      let isWhole = loanDays % 7 == 0 && loanDays > 0
      let sameWeekday = isWhole ? openDay(from: counted, step: 7) : nil
      due.day = sameWeekday ?? firstOpenDay(from: counted)
    }
    due.skipped = closedDays(passedBy: due, from: day)
    return due
  }

  private func closedDays(passedBy due: DueDate, from day: CalendarDay) -> [DueDate.ClosedDay] {
    let passed: any Sequence<Int> =
      switch due.mode {
      case .skipClosed: Array(day.number..<max(day.number, due.day.number)).dropFirst()
      case .rollBack where due.day < due.counted:
        stride(from: due.counted.number, to: due.day.number, by: -1)
      case .weekly where due.loanDays % 7 == 0 && (due.day.number - due.counted.number) % 7 == 0:
        stride(from: due.counted.number, to: due.day.number, by: 7)
      default: due.counted.number..<max(due.counted.number, due.day.number)
      }
    return passed.compactMap { number in
      let day = CalendarDay(number: number)
      return closure(on: day).map { DueDate.ClosedDay(day: day, closure: $0) }
    }
  }

  func openDay(from day: CalendarDay, step: Int) -> CalendarDay? {
    stride(from: 0, through: OpeningCalendar.searchDays, by: step).lazy
      .map { day.adding(days: $0) }.first(where: isOpen)
  }

  private func lastOpenDay(from day: CalendarDay, after start: CalendarDay) -> CalendarDay? {
    stride(
      from: day.number, to: max(start.number, day.number - OpeningCalendar.searchDays), by: -1
    ).lazy.map { CalendarDay(number: $0) }.first(where: isOpen)
  }

  /// The day on which `count` open days after `start` are full; nil when a year passes without one.
  private func openDay(_ count: Int, after start: CalendarDay) -> CalendarDay? {
    var day = start
    for _ in 0..<max(0, count) {
      let next = firstOpenDay(from: day.adding(days: 1))
      guard isOpen(next) else { return nil }
      day = next
    }
    return day
  }
}
