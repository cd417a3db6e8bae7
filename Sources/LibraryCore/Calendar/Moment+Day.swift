extension Moment {
  /// The first moment of `day` on a clock `offsetMinutes` east of UTC.
  public init(startOf day: CalendarDay, offsetMinutes: Int = Moment.vietnamOffsetMinutes) {
    self.init(
      milliseconds: (Int64(day.number) * 86_400 - Int64(offsetMinutes) * 60) * 1000,
      offsetMinutes: offsetMinutes)
  }

  /// The last whole second of `day`.
  public init(endOf day: CalendarDay, offsetMinutes: Int = Moment.vietnamOffsetMinutes) {
    let next = Moment(startOf: day.adding(days: 1), offsetMinutes: offsetMinutes)
    self.init(milliseconds: next.milliseconds - 1000, offsetMinutes: offsetMinutes)
  }
}

extension OpeningCalendar {
  /// The last open day before `day`, looking at most a year back; the day before when none was open.
  public func lastOpenDay(before day: CalendarDay) -> CalendarDay {
    (1...366).lazy.map { day.adding(days: -$0) }.first(where: isOpen) ?? day.adding(days: -1)
  }

  /// When a copy emptied from the drop box counts as returned: as the house last closed, never before the loan began.
  ///
  /// Whoever brings a copy back while the house is closed is not late for the days nobody opened the box.
  public func dropBoxMoment(now: Moment, lentAt: Moment?) -> Moment {
    let closing = Moment(
      endOf: lastOpenDay(before: now.day), offsetMinutes: now.offsetMinutes)
    guard let lentAt, closing < lentAt else { return closing }
    return now
  }
}
