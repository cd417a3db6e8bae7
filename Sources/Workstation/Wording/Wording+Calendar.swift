public import LibraryCore

extension Wording {
  public func holiday(_ holiday: PublicHolidays.Holiday) -> String {
    switch holiday {
    case .newYear: say(vi: "Tết Dương lịch", en: "New Year")
    case .lunarNewYear: say(vi: "Tết Nguyên đán", en: "Lunar New Year")
    case .hungKings: say(vi: "Giỗ Tổ Hùng Vương", en: "Hùng Kings’ Day")
    case .victory: say(vi: "Ngày Chiến thắng", en: "Victory Day")
    case .labour: say(vi: "Quốc tế Lao động", en: "Labour Day")
    case .nationalDay: say(vi: "Quốc khánh", en: "National Day")
    case .culture: say(vi: "Ngày Văn hóa Việt Nam", en: "Culture Day")
    }
  }

  /// The sessions of the week, days alike together: `T2 T3 07:30-11:30,13:30-17:00`.
  public func openingHours(_ hours: OpeningHours) -> String {
    var groups: [(days: [Weekday], sessions: [OpeningSession])] = []
    for weekday in Weekday.allCases {
      guard let sessions = hours.byWeekday[weekday] else { continue }
      if let same = groups.firstIndex(where: { $0.sessions == sessions }) {
        groups[same].days.append(weekday)
      } else {
        groups.append(([weekday], sessions))
      }
    }
    return groups.map { group in
      group.days.map(shortWeekday).joined(separator: " ") + " " + OpeningHours.text(group.sessions)
    }.joined(separator: "; ")
  }

  /// When a season is: `01/06–31/08`, or with its years where it comes once.
  public func seasonPeriod(_ period: SeasonPeriod) -> String {
    func yearDay(_ day: YearDay) -> String { "\(day.day)/\(day.month)" }
    let ends: (String, String) =
      switch period {
      case .dated(let from, let to): (day(from), day(to))
      case .yearly(let from, let to): (yearDay(from), yearDay(to))
      }
    return ends.0 == ends.1 ? ends.0 : "\(ends.0)–\(ends.1)"
  }

  /// A season by its name and its days: `Hè thiếu nhi (1/6–31/8 hằng năm)`.
  public func season(_ season: OpeningSeason) -> String {
    let period = seasonPeriod(season.period)
    let when =
      season.period.isYearly ? say(vi: "\(period) hằng năm", en: "\(period) every year") : period
    return season.name.isEmpty
      ? say(vi: "giờ theo mùa \(when)", en: "the season \(when)") : "\(season.name) (\(when))"
  }

  /// The days of the week that a season names, days alike together: `T2 T3 07:00-19:00; CN nghỉ`.
  public func seasonWeek(_ week: SeasonWeek) -> String {
    let closed = Weekday.allCases.filter { week.byWeekday[$0] == [] }
    let parts = [
      openingHours(OpeningHours(week.byWeekday)),
      closed.isEmpty
        ? ""
        : closed.map(shortWeekday).joined(separator: " ") + " " + say(vi: "nghỉ", en: "closed"),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// Why the library is closed on a day off.
  public func holidayReason(_ day: PublicHolidays.Day) -> String {
    let name = holiday(day.holiday)
    guard day.isMadeUp else { return name }
    // The full name of this day would not stand in half a screen beside its date.
    let madeUp = day.holiday == .culture ? "Ngày Văn hóa" : name
    return say(vi: "Nghỉ bù \(madeUp)", en: "\(name) made up")
  }

  /// Days off as closed days of the calendar, with the holiday as their reason.
  public func closedDays(_ days: [PublicHolidays.Day]) -> [OpeningDay] {
    days.map { OpeningDay(day: $0.day, isOpen: false, reason: holidayReason($0)) }
  }

  /// What is said of a year or day that the lunar calendar does not reach.
  public var noLunarTable: String {
    let years = LunarDate.years
    return say(
      vi: "Lịch âm chỉ có từ năm \(years.lowerBound) đến \(years.upperBound)",
      en: "The lunar calendar reaches from \(years.lowerBound) to \(years.upperBound)")
  }

  /// A lunar date beside a clock, such as `13/10 Bính Ngọ`.
  public func lunar(_ date: LunarDate) -> String {
    "\(lunarDay(date)) \(say(vi: date.yearName, en: "lunar"))"
  }

  /// The same where there is little room: `13/10 ÂL`.
  public func shortLunar(_ date: LunarDate) -> String {
    "\(lunarDay(date)) \(say(vi: "ÂL", en: "lun."))"
  }

  private func lunarDay(_ date: LunarDate) -> String {
    "\(date.day)/\(date.month)" + (date.isLeapMonth ? say(vi: " nhuận", en: " leap") : "")
  }
}
