/// The public holidays of a year.
///
/// They are those of the Labour Code of 2019 (article 112) and the Day of Vietnamese Culture.
/// What the government decides anew each year is a choice here, so that the library can follow the decision once it is known.
public struct PublicHolidays: Equatable, Sendable {
  public enum Holiday: String, CaseIterable, Sendable {
    /// Tết Dương lịch, 1 January.
    case newYear
    /// Tết Nguyên đán, five days around the first of the lunar year.
    case lunarNewYear
    /// Giỗ Tổ Hùng Vương, the tenth of the third lunar month.
    case hungKings
    /// 30 April.
    case victory
    /// 1 May.
    case labour
    /// 2 September and the day before or after it.
    case nationalDay
    /// 24 November since 2026 (Politburo resolution 80-NQ/TW of 7 January 2026).
    case culture
  }

  /// A day off, and for which holiday.
  public struct Day: Equatable, Sendable {
    public var day: CalendarDay
    public var holiday: Holiday
    /// Whether the day makes up for a holiday on which the library is closed anyhow.
    public var isMadeUp: Bool

    public init(day: CalendarDay, holiday: Holiday, isMadeUp: Bool = false) {
      self.day = day
      self.holiday = holiday
      self.isMadeUp = isMadeUp
    }
  }

  /// What is decided from year to year.
  public struct Choices: Equatable, Sendable {
    /// How many of the five days of Tết lie before the first of the year: 1 or 2.
    public var daysBeforeTet: Int
    /// Whether the second day of the national holiday is 1 September rather than 3 September.
    public var startsNationalDayEarly: Bool
    public var hasCultureDay: Bool
    /// Whether a holiday on a day of the week when the library is closed is made up on the next open day.
    public var makesUp: Bool

    public init(
      daysBeforeTet: Int = 1, startsNationalDayEarly: Bool = false, hasCultureDay: Bool = true,
      makesUp: Bool = true
    ) {
      self.daysBeforeTet = daysBeforeTet
      self.startsNationalDayEarly = startsNationalDayEarly
      self.hasCultureDay = hasCultureDay
      self.makesUp = makesUp
    }
  }

  public static let daysBeforeTet = 1...2
  /// The days of Tết in all.
  private static let tetDays = 5
  private static let cultureDaySince = 2026

  /// The days in their order; a day that is two holidays at once stands here twice.
  public let days: [Day]

  /// The holidays of a year, or nil where the lunar calendar has no table of it.
  ///
  /// `openWeekdays` are the days of the week on which the library is open.
  public init?(year: Int, _ choices: Choices, openWeekdays: Set<Weekday>) {
    guard let solar = PublicHolidays.solar(year, choices),
      let lunar = PublicHolidays.lunar(year, choices)
    else { return nil }
    let days = (solar + lunar).sorted { $0.day < $1.day }
    guard choices.makesUp else {
      self.days = days
      return
    }
    let madeUp = PublicHolidays.madeUp(days, openWeekdays: openWeekdays)
    self.days = (days + madeUp).sorted { $0.day < $1.day }
  }

  private static func solar(_ year: Int, _ choices: Choices) -> [Day]? {
    var dates: [(month: Int, day: Int, holiday: Holiday)] = [
      (1, 1, .newYear), (4, 30, .victory), (5, 1, .labour), (9, 2, .nationalDay),
      (9, choices.startsNationalDayEarly ? 1 : 3, .nationalDay),
    ]
    if choices.hasCultureDay, year >= cultureDaySince { dates.append((11, 24, .culture)) }
    let days = dates.compactMap { date in
      CalendarDay(year: year, month: date.month, day: date.day).map {
        Day(day: $0, holiday: date.holiday)
      }
    }
    return days.count == dates.count ? days : nil
  }

  private static func lunar(_ year: Int, _ choices: Choices) -> [Day]? {
    guard daysBeforeTet.contains(choices.daysBeforeTet),
      let tet = LunarDate(year: year, month: 1, day: 1)?.calendarDay,
      let kings = LunarDate(year: year, month: 3, day: 10)?.calendarDay
    else { return nil }
    let first = tet.adding(days: -choices.daysBeforeTet)
    return (0..<tetDays).map { Day(day: first.adding(days: $0), holiday: .lunarNewYear) }
      + [Day(day: kings, holiday: .hungKings)]
  }

  /// A day for each holiday that falls on a closed day of the week: the next open one that is no holiday and makes up for no other.
  private static func madeUp(_ days: [Day], openWeekdays: Set<Weekday>) -> [Day] {
    guard !openWeekdays.isEmpty else { return [] }
    var taken = Set(days.map(\.day))
    var madeUp: [Day] = []
    for day in days where !openWeekdays.contains(day.day.weekday) {
      var next = day.day
      while taken.contains(next) || !openWeekdays.contains(next.weekday) {
        next = next.adding(days: 1)
      }
      taken.insert(next)
      madeUp.append(Day(day: next, holiday: day.holiday, isMadeUp: true))
    }
    return madeUp
  }
}

extension OpeningCalendar {
  /// The days of `holidays` on which nothing is decided yet; what somebody decided for a day stays.
  public func missing(_ holidays: PublicHolidays) -> [PublicHolidays.Day] {
    var seen: Set<CalendarDay> = []
    return holidays.days.filter { exceptions[$0.day] == nil && seen.insert($0.day).inserted }
  }
}
