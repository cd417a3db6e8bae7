import Testing

@testable import LibraryCore

@Suite("Opening hours of a season")
struct OpeningSeasonTests {
  private func season(_ id: Int64, _ period: String, _ week: String) throws -> OpeningSeason {
    OpeningSeason(
      id: EntityID(rawValue: id), name: "",
      period: try #require(SeasonPeriod(typed: period)),
      week: try #require(SeasonWeek(encoded: week)))
  }

  /// Open from Monday to Saturday in the morning and the afternoon.
  private func calendar(_ seasons: [OpeningSeason]) throws -> OpeningCalendar {
    var calendar = OpeningCalendar(openWeekdays: Set(Weekday.allCases).subtracting([.sunday]))
    let sessions = try #require(OpeningSession.read("7:30-11:30, 13:30-17:00"))
    calendar.hours = OpeningHours(
      Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, sessions) }))
    calendar.setSeasons(seasons)
    return calendar
  }

  private func hours(_ calendar: OpeningCalendar, _ day: String) throws -> String {
    OpeningHours.text(calendar.sessions(on: try Sample.day(day)))
  }

  @Test(
    "a season holds from its first day to its last, every year or once",
    arguments: [
      ("1/6-31/8", "2026-05-31", false), ("1/6-31/8", "2026-06-01", true),
      ("1/6-31/8", "2031-08-31", true), ("1/6-31/8", "2026-09-01", false),
      ("20/12-5/1", "2026-12-19", false), ("20/12-5/1", "2026-12-20", true),
      ("20/12-5/1", "2027-01-05", true), ("20/12-5/1", "2027-01-06", false),
      ("1/6/2027-31/8/2027", "2027-06-01", true), ("1/6/2027-31/8/2027", "2027-08-31", true),
      ("1/6/2027-31/8/2027", "2028-06-01", false), ("2027-02-06", "2027-02-06", true),
      ("2027-02-06", "2027-02-07", false), ("29/2-29/2", "2028-02-29", true),
      ("29/2-29/2", "2027-03-01", false),
    ])
  func holds(period: String, day: String, isIn: Bool) throws {
    #expect(try #require(SeasonPeriod(typed: period)).contains(try Sample.day(day)) == isIn)
  }

  @Test(
    "a period is read as people write it, and written as it is read",
    arguments: [
      ("1/6-31/8", "06-01..08-31"), ("01/06 – 31/08", "06-01..08-31"),
      ("1/6/2027-31/8/2027", "2027-06-01..2027-08-31"),
      ("2027-06-01..2027-08-31", "2027-06-01..2027-08-31"), ("06-01..08-31", "06-01..08-31"),
      ("6/2/2027", "2027-02-06..2027-02-06"), ("1/6", "06-01..06-01"),
    ])
  func read(typed: String, encoded: String) throws {
    let period = try #require(SeasonPeriod(typed: typed))
    #expect(period.encoded == encoded)
    #expect(SeasonPeriod(encoded: encoded) == period)
  }

  @Test(
    "what is no period is refused",
    arguments: [
      "", "hè", "31/6-31/8", "30/2-1/3", "1/6-31/8/2027", "31/8/2027-1/6/2027", "1/6-2/6-3/6",
      "1-6", "+1/6-31/8", "2027-06-01..", "13-01..13-02",
    ])
  func noPeriod(typed: String) {
    #expect(SeasonPeriod(typed: typed) == nil)
  }

  @Test("a week is written and read again, and what is none is refused")
  func week() throws {
    let text = "1=07:30-11:30,13:30-17:00;7=-"
    #expect(try #require(SeasonWeek(encoded: text)).encoded == text)
    for wrong in ["", "1", "8=-", "1=", "1=-;1=-", "1=17:00-7:00"] {
      #expect(SeasonWeek(encoded: wrong) == nil, "\(wrong)")
    }
  }

  @Test("a week is typed for several days at once, and a closed day in words")
  func typed() throws {
    let week = try #require(SeasonWeek(typed: ["12=7h-11h", "7= nghỉ", "6=-"]))
    #expect(week.encoded == "1=07:00-11:00;2=07:00-11:00;6=-;7=-")
    for wrong in [[], [""], ["7"], ["7="], ["x=-"], ["8=-"], ["=-"], ["1=-", "1=7h-8h"]] {
      #expect(SeasonWeek(typed: wrong) == nil, "\(wrong)")
    }
  }

  @Test("the most specific hours win: one day, a dated range, a yearly one, the ordinary week")
  func specific() throws {
    var calendar = try calendar([
      season(1, "1/6-31/8", "1=07:00-19:00;6=-;7=08:00-11:00"),
      season(2, "1/7/2027-31/7/2027", "1=07:00-10:00"),
      season(3, "12/7/2027", "1=09:00-10:00"),
      season(4, "1/6-15/6", "2=06:00-08:00"),
    ])
    // Mondays.
    #expect(try hours(calendar, "2027-05-31") == "07:30-11:30,13:30-17:00")
    #expect(try hours(calendar, "2027-06-07") == "07:00-19:00")
    #expect(try hours(calendar, "2027-07-05") == "07:00-10:00")
    #expect(try hours(calendar, "2027-07-12") == "09:00-10:00")
    #expect(try hours(calendar, "2028-07-10") == "07:00-19:00")
    // A day of the week that the closer season does not name.
    #expect(try hours(calendar, "2027-06-08") == "06:00-08:00")
    #expect(try hours(calendar, "2027-06-22") == "07:30-11:30,13:30-17:00")
    // A Sunday that the season opens, a Saturday that it closes.
    #expect(try hours(calendar, "2027-07-11") == "08:00-11:00")
    #expect(try hours(calendar, "2027-09-05") == "")
    #expect(try hours(calendar, "2027-07-10") == "")
    #expect(
      calendar.closure(on: try Sample.day("2027-07-10"))
        == .season(try #require(calendar.seasons.last), .saturday))
    // Single days come before everything.
    calendar.exceptions[try Sample.day("2027-07-10")] = .init(isOpen: true, reason: "mở bù")
    calendar.exceptions[try Sample.day("2027-07-12")] = .init(isOpen: false, reason: "bão")
    #expect(try hours(calendar, "2027-07-10") == "07:30-11:30,13:30-17:00")
    #expect(try hours(calendar, "2027-07-12") == "")
  }

  @Test("of two seasons as long the one that begins later wins, then the one made later")
  func even() throws {
    let calendar = try calendar([
      season(1, "1/6-10/6", "1=06:00-07:00"), season(2, "2/6-11/6", "1=07:00-08:00"),
      season(3, "2/6-11/6", "1=08:00-09:00"),
    ])
    #expect(calendar.seasons.map(\.id.rawValue) == [3, 2, 1])
    #expect(try hours(calendar, "2027-06-07") == "08:00-09:00")
  }

  @Test("due dates and loans of hours go by the season, day by day")
  func due() throws {
    let calendar = try calendar([season(1, "1/6-31/8", "5=07:00-15:00;6=-")])
    // A Friday; the Saturday after it is closed by the season and the Sunday by the week.
    let due = calendar.dueDate(from: try Sample.day("2027-07-02"), loanDays: 8)
    #expect(due.counted.iso == "2027-07-10" && due.day.iso == "2027-07-12")
    #expect(
      due.skipped.map(\.closure) == [.season(calendar.seasons[0], .saturday), .weekday(.sunday)])
    let start = try #require(Moment(iso: "2027-07-02T14:00"))
    #expect(
      calendar.dueTime(from: start, hours: 3, end: .closing).due
        == Due(try Sample.day("2027-07-02"), at: TimeOfDay("15:00")))
    #expect(
      calendar.dueTime(from: start, hours: 3, end: .opening).due
        == Due(try Sample.day("2027-07-05"), at: TimeOfDay("7:30")))
  }
}
