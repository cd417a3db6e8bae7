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
    #expect(CalendarDay(iso: "2026-11-21")?.weekday == .saturday)
  }
}
