import LibraryCore
import Testing

@Suite struct CalendarDayTests {
  @Test("days and their parts agree over four hundred years")
  func parts() throws {
    var day = try #require(CalendarDay(iso: "1800-01-01"))
    let end = try #require(CalendarDay(iso: "2200-12-31"))
    while day <= end {
      #expect(CalendarDay(year: day.year, month: day.month, day: day.day) == day)
      day = day.adding(days: 1)
    }
  }

  @Test(
    "days that no calendar has are refused",
    arguments: ["2026-02-29", "2026-13-01", "26-1-1", "2026-04-31", ""])
  func refused(text: String) { #expect(CalendarDay(iso: text) == nil) }

  @Test("a day is read and written as people in Vietnam write it")
  func vietnamese() {
    #expect(CalendarDay(vietnamese: "5/1/2027")?.vietnamese == "05/01/2027")
    #expect(CalendarDay(vietnamese: "21.11.2026")?.iso == "2026-11-21")
    #expect(CalendarDay(vietnamese: "21-11-2026")?.iso == "2026-11-21")
    #expect(CalendarDay(iso: "2026-11-21")?.weekday == .saturday)
  }

  @Test("a month in Roman numerals is read and written as in registers")
  func roman() throws {
    var day = try #require(CalendarDay(iso: "2024-01-01"))
    for _ in 0..<366 {
      #expect(CalendarDay(vietnamese: day.roman) == day)
      day = day.adding(days: 1)
    }
    #expect(CalendarDay(vietnamese: "5.ix.2026")?.roman == "05.IX.2026")
    for text in ["1.XIII.2026", "1.IIII.2026", "31.II.2026", "1..2026", "I.I.2026"] {
      #expect(CalendarDay(vietnamese: text) == nil, "\(text)")
    }
  }
}
