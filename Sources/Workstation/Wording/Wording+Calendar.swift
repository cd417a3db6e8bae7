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
    case .culture: say(vi: "Ngày Văn hóa Việt Nam", en: "Vietnamese Culture Day")
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

  /// Why the library is closed on a day off.
  public func holidayReason(_ day: PublicHolidays.Day) -> String {
    let name = holiday(day.holiday)
    return day.isMadeUp ? say(vi: "Nghỉ bù \(name)", en: "\(name) made up") : name
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
