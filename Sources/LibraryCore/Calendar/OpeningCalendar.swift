/// On which days the library is open: a weekly pattern and dated exceptions.
public struct OpeningCalendar: Equatable, Sendable {
  public var openWeekdays: Set<Weekday>
  /// The sessions of open days.
  public var hours = OpeningHours()
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
  case exception(String)
}
