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
