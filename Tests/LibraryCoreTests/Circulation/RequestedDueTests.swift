import LibraryCore
import Testing

@Suite("A due date that staff asks for")
struct RequestedDueTests {
  @Test(
    "a day is read in either language, with a time behind or before it",
    arguments: [
      "2026-12-03 15:00", "2026-12-03T15:00", "3/12/2026 15:00", "03-12-2026 15h",
      "15:00 3/12/2026",
      "15h00  2026-12-03",
    ])
  func withTime(_ text: String) throws {
    let day = try #require(CalendarDay(iso: "2026-12-03"))
    #expect(RequestedDue(text) == RequestedDue(day, at: TimeOfDay("15:00")))
  }

  @Test("a day alone leaves the time to the rules, and 24:00 is a time")
  func dayAlone() throws {
    let (day, whole) = ("2026-12-03", "2026-12-03 24:00")
    #expect(try #require(RequestedDue(day)).time == nil)
    #expect(try #require(RequestedDue(whole)).time == .endOfDay)
  }

  @Test(
    "what is no day, or a day with something else, is refused",
    arguments: [
      "", "15:00", "2026-12-03 25:00", "2026-12-03 15", "2026-12-03 15:00 x", "2026-02-30",
      "2026-12-03 2026-12-04", "tomorrow",
    ])
  func wrong(_ text: String) { #expect(RequestedDue(text) == nil) }
}
