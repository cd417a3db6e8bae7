/// On which days the library is open: a weekly pattern, seasons with hours of their own, and single days that are exceptions.
///
/// What is said most specifically holds: of a single day before a season, of a season before the week of the whole year.
public struct OpeningCalendar: Equatable, Sendable {
  public var openWeekdays: Set<Weekday>
  /// The sessions of open days.
  public var hours = OpeningHours()
  /// The parts of the year with other hours, the most specific first; `setSeasons` keeps them so.
  public internal(set) var seasons: [OpeningSeason] = []
  /// Days that differ from the weekly pattern.
  public var exceptions: [CalendarDay: Exception]

  public struct Exception: Equatable, Sendable {
    public var isOpen: Bool
    public var reason: String

    public init(isOpen: Bool, reason: String) {
      self.isOpen = isOpen
      self.reason = reason
    }
  }

  public init(
    openWeekdays: Set<Weekday> = Set(Weekday.allCases), exceptions: [CalendarDay: Exception] = [:]
  ) {
    self.openWeekdays = openWeekdays
    self.exceptions = exceptions
  }

  public func isOpen(_ day: CalendarDay) -> Bool { closure(on: day) == nil }

  /// Why the library is closed on `day`, or nil when it is open.
  public func closure(on day: CalendarDay) -> Closure? {
    if let exception = exceptions[day] {
      return exception.isOpen ? nil : .exception(exception.reason)
    }
    if let season = season(on: day) {
      return season.week.byWeekday[day.weekday] == [] ? .season(season, day.weekday) : nil
    }
    return openWeekdays.contains(day.weekday) ? nil : .weekday(day.weekday)
  }

  /// The first open day on or after `day`, looking at most a year ahead; `day` itself when none is open.
  public func firstOpenDay(from day: CalendarDay) -> CalendarDay {
    (0...366).lazy.map { day.adding(days: $0) }.first(where: isOpen) ?? day
  }

  /// How many open days lie after `start` up to and including `end`.
  public func openDays(after start: CalendarDay, through end: CalendarDay) -> Int {
    guard start < end else { return 0 }
    return (start.number + 1...end.number).count { isOpen(CalendarDay(number: $0)) }
  }
}

public enum Closure: Equatable, Sendable {
  case weekday(Weekday)
  /// The season closes the library on that day of the week.
  case season(OpeningSeason, Weekday)
  case exception(String)
}
