import LibraryCore
import Testing

@Suite("Public holidays")
struct PublicHolidaysTests {
  private static let everyDay = Set(Weekday.allCases)

  private func days(
    _ year: Int, _ choices: PublicHolidays.Choices = .init(), open: Set<Weekday> = everyDay
  ) throws -> [String] {
    let holidays = try #require(PublicHolidays(year: year, choices, openWeekdays: open))
    return holidays.days.map { day in
      "\(day.day.iso) \(day.holiday.rawValue)\(day.isMadeUp ? " +" : "")"
    }
  }

  @Test("a year has twelve days off, lunar ones from the table")
  func year2026() throws {
    #expect(
      try days(2026) == [
        "2026-01-01 newYear", "2026-02-16 lunarNewYear", "2026-02-17 lunarNewYear",
        "2026-02-18 lunarNewYear", "2026-02-19 lunarNewYear", "2026-02-20 lunarNewYear",
        "2026-04-26 hungKings", "2026-04-30 victory", "2026-05-01 labour",
        "2026-09-02 nationalDay", "2026-09-03 nationalDay", "2026-11-24 culture",
      ])
  }

  @Test("what the government decides for the year is chosen")
  func choices() throws {
    let chosen = PublicHolidays.Choices(
      daysBeforeTet: 2, startsNationalDayEarly: true, hasCultureDay: false)
    let days = try days(2027, chosen)
    #expect(days.contains("2027-02-04 lunarNewYear") && !days.contains("2027-02-09 lunarNewYear"))
    #expect(days.contains("2027-09-01 nationalDay") && !days.contains("2027-09-03 nationalDay"))
    #expect(days.count == 11)
  }

  @Test("there was no day of culture before 2026")
  func culture() throws {
    #expect(try days(2025).count == 11)
    #expect(try days(2026).count == 12)
  }

  @Test("a holiday on a closed day is made up on the next open one that is free")
  func madeUp() throws {
    // 26/4/2026 is a Sunday; 14 and 15/2 are a weekend, but no holiday.
    let weekend: Set<Weekday> = [.saturday, .sunday]
    let open = PublicHolidaysTests.everyDay.subtracting(weekend)
    #expect(try days(2026, open: open).filter { $0.hasSuffix("+") } == ["2026-04-27 hungKings +"])
    #expect(try days(2026, .init(makesUp: false), open: open).count == 12)
    // Tết 2027 is 5–9 February: Saturday and Sunday move behind the other days.
    #expect(
      try days(2027, open: open).filter { $0.hasSuffix("+") }.prefix(2)
        == ["2027-02-10 lunarNewYear +", "2027-02-11 lunarNewYear +"])
  }

  @Test("every year of the table has its holidays, others have none")
  func reach() {
    for year in LunarDate.years {
      #expect(PublicHolidays(year: year, .init(), openWeekdays: [.monday]) != nil, "\(year)")
    }
    for year in [1989, 2061, 0, 99_999] {
      #expect(
        PublicHolidays(year: year, .init(), openWeekdays: PublicHolidaysTests.everyDay) == nil)
    }
  }

  @Test("a library that is never open has nothing made up")
  func neverOpen() throws { #expect(try days(2026, open: []).count == 12) }
}
