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

  @Test(
    "each way of counting closed days gives its own date",
    arguments: [
      // A library that is closed on Saturdays and Sundays; the loan begins on Friday 6 November 2026.
      (1, CalendarMode.rollForward, "2026-11-09", 2), (1, .countAll, "2026-11-07", 0),
      (1, .skipClosed, "2026-11-09", 2), (2, .skipClosed, "2026-11-10", 2),
      (5, .skipClosed, "2026-11-13", 2), (6, .skipClosed, "2026-11-16", 4),
      (0, .skipClosed, "2026-11-06", 0), (8, .rollBack, "2026-11-13", 1),
      (9, .rollBack, "2026-11-13", 2), (1, .rollBack, "2026-11-09", 2),
      (10, .rollBack, "2026-11-16", 0), (8, .weekly, "2026-11-16", 2),
      (7, .weekly, "2026-11-13", 0), (10, .weekly, "2026-11-16", 0),
      (9, .countAll, "2026-11-15", 0),
    ])
  func modes(days: Int, mode: CalendarMode, due: String, passed: Int) throws {
    let found = try calendar().dueDate(
      from: try Sample.day("2026-11-06"), loanDays: days, mode: mode)
    #expect(found.day.iso == due && found.skipped.count == passed && found.mode == mode)
  }

  @Test("whole weeks move by whole weeks over closed days, other lengths to the next open day")
  func weeks() throws {
    func due(_ days: Int, closed: [String]) throws -> String {
      var calendar = OpeningCalendar()
      for day in closed {
        calendar.exceptions[try Sample.day(day)] = .init(isOpen: false, reason: "")
      }
      return calendar.dueDate(
        from: try Sample.day("2013-02-09"), loanDays: days, mode: .weekly
      ).day.iso
    }
    #expect(try due(10, closed: ["2013-02-19"]) == "2013-02-20")
    #expect(try due(14, closed: ["2013-02-23"]) == "2013-03-02")
    #expect(try due(14, closed: ["2013-02-23", "2013-03-02"]) == "2013-03-09")
    #expect(try due(14, closed: ["2013-02-24"]) == "2013-02-23")
    // A day of the week that never opens gives way to the next day that does.
    var calendar = OpeningCalendar()
    calendar.openWeekdays = Set(Weekday.allCases).subtracting([.saturday])
    let closed = try calendar.dueDate(
      from: Sample.day("2013-02-09"), loanDays: 7, mode: .weekly)
    #expect(closed.day.iso == "2013-02-17" && closed.skipped.map(\.day.iso) == ["2013-02-16"])
  }

  @Test(
    "a hard due date bounds what was counted until its day has passed",
    arguments: [
      (HardDueMode.before, "2026-12-01", "2026-12-01"), (.before, "2026-12-20", "2026-12-07"),
      (.on, "2026-12-20", "2026-12-20"), (.on, "2026-11-30", "2026-11-30"),
      (.after, "2026-12-20", "2026-12-20"), (.after, "2026-12-01", "2026-12-07"),
      (.before, "2026-11-23", "2026-12-07"), (.before, "2026-11-24", "2026-11-24"),
      (.on, "2026-11-01", "2026-12-07"),
    ])
  func hardDue(mode: HardDueMode, hard: String, due: String) throws {
    let day = try Sample.day(hard)
    let facts = try Sample.checkout(values: [.hardDue: day.number, .hardDueMode: mode.rawValue])
    let found = try #require(facts.decide().due)
    #expect(found.day.iso == due && found.counted.iso == "2026-12-07")
    #expect(found.bounds == (due == "2026-12-07" ? [] : [.hardDue(day, mode)]))
  }

  @Test("nothing is due after the card expires, where the rules say so")
  func withinCard() throws {
    func due(_ values: [RuleParameter: Int], expires: String) throws -> DueDate? {
      try Sample.checkout(values: values) {
        $0.patron.patron.expiresOn = try Sample.day(expires)
      }.decide().due
    }
    #expect(try due([.dueWithinCard: 1], expires: "2026-11-30")?.day.iso == "2026-11-30")
    #expect(try due([:], expires: "2026-11-30")?.day.iso == "2026-12-07")
    #expect(try due([.dueWithinCard: 1], expires: "2027-11-30")?.bounds == [])
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
    for mode in CalendarMode.allCases {
      #expect(calendar.dueDate(from: day, loanDays: 14, mode: mode).day == day.adding(days: 14))
    }
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
