import LibraryCore
import Testing

@Suite("The lunar calendar")
struct LunarDateTests {
  @Test(
    "Tết falls on its day, also where China keeps another",
    arguments: [
      "1990-01-27", "2007-02-17", "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06",
      "2028-01-26", "2029-02-13", "2030-02-02", "2031-01-23", "2032-02-11", "2033-01-31",
      "2034-02-19", "2035-02-08", "2036-01-28", "2037-02-15",
    ])
  func newYear(_ iso: String) throws {
    let day = try #require(CalendarDay(iso: iso))
    let lunar = try #require(LunarDate(day))
    #expect((lunar.day, lunar.month, lunar.year) == (1, 1, day.year))
    #expect(!lunar.isLeapMonth)
  }

  @Test(
    "the day of the Hùng kings is the tenth of the third month",
    arguments: ["2024-04-18", "2026-04-26", "2031-04-01", "2037-04-24"])
  func hungKings(_ iso: String) throws {
    let day = try #require(CalendarDay(iso: iso))
    #expect(LunarDate(year: day.year, month: 3, day: 10)?.calendarDay == day)
  }

  @Test(
    "a year has its leap month",
    arguments: [
      (2004, 2), (2006, 7), (2009, 5), (2012, 4), (2014, 9), (2017, 6), (2020, 4), (2023, 2),
      (2025, 6), (2028, 5), (2031, 3), (2033, 11), (2036, 6), (2026, nil), (2030, nil),
    ])
  func leapMonths(year: Int, leap: Int?) {
    let found = (1...12).filter {
      LunarDate(year: year, month: $0, day: 1, isLeapMonth: true) != nil
    }
    #expect(found == (leap.map { [$0] } ?? []))
  }

  @Test("the eve of Tết is the 29th from 2025 to 2032, and the 30th again after that")
  func lastDays() {
    for year in 2024..<2032 { #expect(LunarDate.lastDay(of: year)?.day == 29, "\(year)") }
    #expect(LunarDate.lastDay(of: 2032)?.day == 30)
  }

  @Test("every day of the table comes back, and each is the day after the one before")
  func roundTrips() throws {
    let first = try #require(LunarDate(year: 1990, month: 1, day: 1)).calendarDay
    let last = try #require(LunarDate.lastDay(of: 2060)).calendarDay
    #expect(first.iso == "1990-01-27" && last.iso == "2061-01-20")
    var seen: Set<LunarDate> = []
    var before: LunarDate?
    for number in first.number...last.number {
      let day = CalendarDay(number: number)
      let lunar = try #require(LunarDate(day), "\(day.iso)")
      #expect(lunar.calendarDay == day)
      #expect(LunarDate(lunar: lunar.text) == lunar)
      #expect(lunar.day == 1 || before.map { $0.day + 1 } == lunar.day, "\(day.iso)")
      seen.insert(lunar)
      before = lunar
    }
    #expect(seen.count == last.number - first.number + 1)
  }

  @Test("outside the table nothing is said", arguments: ["1990-01-26", "2061-01-21", "1968-01-29"])
  func outside(_ iso: String) throws {
    #expect(LunarDate(try #require(CalendarDay(iso: iso))) == nil)
  }

  @Test(
    "a day the calendar does not have is none",
    arguments: [
      "30/12/2026", "31/1/2026", "0/1/2026", "1/13/2026", "15/6n/2026", "15/11n/2025", "1/1/1989",
      "1/1/2061", "", "1/1", "a/b/c", "//", "1/n/2025", "١/1/2026",
    ])
  func noSuchDay(_ text: String) { #expect(LunarDate(lunar: text) == nil) }

  @Test("a leap month is typed with n or nhuận")
  func leapTyped() {
    for text in ["15/6n/2025", "15/6 nhuận/2025", "15-6-2025 nhuận", "15/06/2025 n"] {
      #expect(LunarDate(lunar: text)?.calendarDay.iso == "2025-08-08", "\(text)")
    }
  }

  @Test("the year has its name in the cycle of sixty")
  func names() {
    let names = [1990: "Canh Ngọ", 2000: "Canh Thìn", 2025: "Ất Tỵ", 2026: "Bính Ngọ"]
    for (year, name) in names {
      #expect(LunarDate(year: year, month: 1, day: 1)?.yearName == name)
    }
  }
}
