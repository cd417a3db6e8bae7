import LibraryCore
import Testing

@Suite struct DueDateTests {
  /// A week without Saturday and Sunday, some closed days, and a Sunday that is open all the same.
  private func calendar() throws -> OpeningCalendar {
    var calendar = OpeningCalendar(
      openWeekdays: Set(Weekday.allCases).subtracting([.saturday, .sunday]))
    for day in ["2011-06-01", "2012-07-04"] {
      calendar.exceptions[try Sample.day(day)] = .init(isOpen: false, reason: "Nghỉ")
    }
    calendar.exceptions[try Sample.day("2012-11-11")] = .init(isOpen: true, reason: "Ngày sách")
    return calendar
  }

  @Test(
    "every day counts, and a closed last day moves to the next open one",
    arguments: [
      ("2013-02-09", 10, [], "2013-02-19"), ("2013-02-09", 5, [], "2013-02-14"),
      ("2013-02-09", 10, ["2012-12-31", "2013-01-01"], "2013-02-19"),
      ("2013-02-09", 10, ["2013-02-19"], "2013-02-20"),
      ("2013-02-09", 10, ["2013-02-19", "2013-02-20"], "2013-02-21"),
      ("2013-02-09", 10, ["2013-02-15"], "2013-02-19"), ("2024-02-28", 1, [], "2024-02-29"),
      ("2026-12-31", 0, [], "2026-12-31"),
    ])
  func closedDays(start: String, days: Int, closed: [String], due: String) throws {
    var calendar = OpeningCalendar()
    for day in closed {
      calendar.exceptions[try Sample.day(day)] = .init(isOpen: false, reason: "")
    }
    let found = calendar.dueDate(from: try Sample.day(start), loanDays: days)
    #expect(found.day.iso == due)
    #expect(
      found.skipped.map(\.day) == (found.counted.number..<found.day.number).map(CalendarDay.init))
  }

  @Test("the week and its exceptions say which days are open")
  func week() throws {
    let calendar = try calendar()
    #expect(!calendar.isOpen(try Sample.day("2012-11-24")))
    #expect(calendar.isOpen(try Sample.day("2012-11-11")))
    #expect(calendar.closure(on: try Sample.day("2012-07-04")) == .exception("Nghỉ"))
    #expect(
      calendar.dueDate(from: try Sample.day("2012-07-03"), loanDays: 1).day.iso == "2012-07-05")
    #expect(
      calendar.dueDate(from: try Sample.day("2012-07-23"), loanDays: 7).day.iso == "2012-07-30")
  }

  @Test("a library without an open day in a year still gives a due date")
  func neverOpen() throws {
    let calendar = OpeningCalendar(openWeekdays: [])
    let day = try Sample.day("2026-11-23")
    #expect(calendar.dueDate(from: day, loanDays: 14).day == day.adding(days: 14))
    #expect(calendar.lastOpenDay(before: day) == day.adding(days: -1))
  }

  @Test("a day begins at its midnight and ends a second before the next, on the library's clock")
  func moments() throws {
    let day = try Sample.day("2026-11-23")
    #expect(Moment(startOf: day).iso == "2026-11-23T00:00:00+07:00")
    #expect(Moment(endOf: day).iso == "2026-11-23T23:59:59+07:00")
  }

  @Test("the drop box counts from the last closing, but never from before the loan")
  func dropBox() throws {
    let calendar = try calendar()
    let now: Moment = try #require(Moment(iso: "2012-11-12T07:30:00"))
    #expect(calendar.dropBoxMoment(now: now, lentAt: nil).iso == "2012-11-11T23:59:59+07:00")
    let lentToday: Moment = try #require(Moment(iso: "2012-11-12T07:00:00"))
    #expect(calendar.dropBoxMoment(now: now, lentAt: lentToday) == now)
  }
}
