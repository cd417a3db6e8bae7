/// When a copy is due: by the end of a day, or at a time on it.
public struct Due: Hashable, Comparable, Sendable {
  public var day: CalendarDay
  /// The last minute that is not late; nil stands for the whole day, as its end does.
  public let time: TimeOfDay?

  public init(_ day: CalendarDay, at time: TimeOfDay? = nil) {
    self.day = day
    self.time = time == .endOfDay ? nil : time
  }

  /// The minute of a moment.
  public init(_ moment: Moment) { self.init(moment.day, at: TimeOfDay(moment)) }

  /// Whether the copy is late at `now`.
  public func isPast(at now: Moment) -> Bool {
    if day != now.day { return day < now.day }
    return time.map { $0 < TimeOfDay(now) } ?? false
  }

  /// The moment up to which it is not late.
  public func moment(offsetMinutes: Int = Moment.vietnamOffsetMinutes) -> Moment {
    let start = Moment(startOf: day, offsetMinutes: offsetMinutes)
    let minutes = time?.minutes ?? TimeOfDay.endOfDay.minutes
    return Moment(
      milliseconds: start.milliseconds + Int64(minutes) * 60_000, offsetMinutes: offsetMinutes)
  }

  /// A day without a time ends after all its minutes.
  public static func < (left: Due, right: Due) -> Bool {
    (left.day.number, left.time ?? .endOfDay) < (right.day.number, right.time ?? .endOfDay)
  }
}
