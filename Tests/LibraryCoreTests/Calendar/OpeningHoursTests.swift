import Testing

@testable import LibraryCore

@Suite struct OpeningHoursTests {
  private func calendar(_ hours: String, closed: String? = nil) throws -> OpeningCalendar {
    let sessions = try #require(OpeningSession.read(hours))
    var calendar = OpeningCalendar()
    calendar.hours = OpeningHours(
      Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, sessions) }))
    if let closed {
      calendar.exceptions[try Sample.day(closed)] = OpeningCalendar.Exception(
        isOpen: false, reason: "")
    }
    return calendar
  }

  @Test(
    "a loan of hours ends by the clock, and where the library is closed then as the rule says",
    arguments: [
      // Known case due-17: three hours from 14:00, the library closes at 16:00.
      ("10:00-16:00", "2023-05-01T14:00", 3, HoursEnd.closing, "2023-05-01 16:00"),
      ("10:00-16:00", "2023-05-01T13:00", 3, .closing, "2023-05-01 16:00"),
      ("10:00-16:00", "2023-05-01T12:59", 3, .closing, "2023-05-01 15:59"),
      ("10:00-16:00", "2023-05-01T14:00", 3, .opening, "2023-05-02 10:00"),
      ("10:00-16:00", "2023-05-01T14:00", 3, .ignore, "2023-05-01 17:00"),
      ("7:30-11:30,13:30-17:00", "2023-05-01T10:00", 2, .closing, "2023-05-01 11:30"),
      ("7:30-11:30,13:30-17:00", "2023-05-01T10:00", 2, .opening, "2023-05-01 13:30"),
      ("7:30-11:30,13:30-17:00", "2023-05-01T10:00", 24, .closing, "2023-05-02 10:00"),
      ("7:30-11:30,13:30-17:00", "2023-05-01T16:00", 14, .closing, "2023-05-01 17:00"),
      ("7:30-11:30,13:30-17:00", "2023-05-01T16:00", 20, .closing, "2023-05-02 11:30"),
      ("", "2023-05-01T22:00", 3, .closing, "2023-05-02 01:00"),
    ])
  func ends(_ hours: String, _ start: String, _ count: Int, _ end: HoursEnd, _ due: String) throws {
    let given = try calendar(hours).dueTime(
      from: try #require(Moment(iso: start)), hours: count, end: end)
    #expect("\(given.day.iso) \(given.time?.text ?? "")" == due)
  }

  @Test("a closed day is closed for hours too")
  func closedDay() throws {
    let calendar = try calendar("8:00-17:00", closed: "2023-05-02")
    let due = calendar.dueTime(
      from: try #require(Moment(iso: "2023-05-01T16:00")), hours: 2, end: .opening)
    #expect(due.due == Due(try Sample.day("2023-05-03"), at: TimeOfDay("8:00")))
    #expect(due.bounds == [.opening(due.due)])
  }

  @Test(
    "open hours late are full hours inside the sessions",
    arguments: [
      ("2023-05-01T10:00", 0), ("2023-05-01T10:59", 0), ("2023-05-01T11:00", 1),
      ("2023-05-01T13:30", 1), ("2023-05-01T14:00", 2), ("2023-05-02T08:00", 5),
    ])
  func late(back: String, hours: Int) throws {
    let returned = try #require(Moment(iso: back))
    let assessment = ReturnAssessment(
      dueOn: try Sample.day("2023-05-01"), dueAt: TimeOfDay("10:00"), returnedOn: returned.day,
      returnedAt: TimeOfDay(returned), calendar: try calendar("7:30-11:30,13:30-17:00"),
      terms: LoanTerms(
        Sample.rules([.finePerHour: 2000, .fineMaximum: 7000]), for: RuleScope(),
        on: returned.day))
    #expect(assessment.lateHours == hours)
    #expect(assessment.charge == Money(dong: min(7000, Int64(hours) * 2000)))
  }

  @Test(
    "sessions are read as people write them, in their order",
    arguments: [
      ("13h30–17h, 7:30-11:30", "07:30-11:30,13:30-17:00"), ("", ""), ("8-11", nil),
      ("7:30-11:30, 11:00-12:00", nil), ("11:30-7:30", nil), ("7:30", nil), ("7:30-25:00", nil),
      ("0:00-24:00", "00:00-24:00"), ("7:60-8:00", nil), ("7h-7h", nil),
    ] as [(String, String?)])
  func reading(text: String, sessions: String?) {
    #expect(OpeningSession.read(text).map(OpeningHours.text) == sessions)
  }

  @Test("hours are written and read again, and what is no week of sessions is refused")
  func coding() throws {
    let text = "1=07:30-11:30,13:30-17:00;7=08:00-11:00"
    #expect(try #require(OpeningHours(encoded: text)).encoded == text)
    for wrong in ["8=07:30-11:30", "1=", "x", "1=11:30-07:30"] {
      #expect(OpeningHours(encoded: wrong) == nil)
    }
  }

  @Test(
    "a copy is late from the minute after its due time, or from the day after its due day",
    arguments: [
      ("2023-05-01T16:00", "16:00", false), ("2023-05-01T16:01", "16:00", true),
      ("2023-05-02T00:00", "16:00", true), ("2023-04-30T23:59", "16:00", false),
      ("2023-05-01T23:59", nil, false), ("2023-05-02T00:00", nil, true),
    ] as [(String, String?, Bool)])
  func past(now: String, time: String?, isPast: Bool) throws {
    let due = Due(try Sample.day("2023-05-01"), at: time.flatMap { TimeOfDay($0) })
    #expect(due.isPast(at: try #require(Moment(iso: now))) == isPast)
  }

  @Test("rules give hours, a time of day, and bounds that end them as whole days")
  func rules() throws {
    func due(_ values: [RuleParameter: Int], _ change: (inout CheckoutFacts) -> Void = { _ in })
      throws -> Due?
    {
      try Sample.checkout(today: "2026-11-23", values: values) {
        $0.now = try #require(Moment(iso: "2026-11-23T09:15"))
        change(&$0)
      }.decide().due?.due
    }
    let today = try Sample.day("2026-11-23")
    #expect(try due([.loanHours: 3]) == Due(today, at: TimeOfDay("12:15")))
    #expect(
      try due([.loanDays: 1, .dueTime: 1020]) == Due(today.adding(days: 1), at: TimeOfDay("17:00")))
    #expect(try due([.loanDays: 1]) == Due(today.adding(days: 1)))
    #expect(try due([.loanHours: 3]) { $0.isOnSite = true } == Due(today))
    // A loan that is short because many wait ends at the same time of day.
    let short: [RuleParameter: Int] = [.shortLoanFrom: 1, .shortLoanDays: 2, .dueTime: 1020]
    #expect(
      try due(short) { $0.demand = TitleDemand(readers: 1) }
        == Due(today.adding(days: 2), at: TimeOfDay("17:00")))
    #expect(Due(today, at: .endOfDay) == Due(today))
    let hard = today.adding(days: 1)
    let bounded = try due([.loanHours: 72, .hardDue: hard.number])
    #expect(bounded == Due(hard))
  }

  @Test("a renewal of hours counts from now or from the due time, and never shortens")
  func renewal() throws {
    func due(_ values: [RuleParameter: Int]) throws -> Due? {
      let facts = try Sample.checkout(today: "2026-11-23", values: values) {
        $0.now = try #require(Moment(iso: "2026-11-23T09:15"))
      }
      var loan = try Sample.loan(dueOn: "2026-11-23")
      loan.dueAt = TimeOfDay("11:00")
      return RenewalFacts(checkout: facts, loan: loan).decide().due?.due
    }
    let today = try Sample.day("2026-11-23")
    #expect(try due([.loanHours: 3]) == Due(today, at: TimeOfDay("12:15")))
    #expect(try due([.loanHours: 1]) == nil, "it would end before it ends now")
    let fromDue = RenewalStart.due.rawValue
    #expect(
      try due([.loanHours: 3, .renewalFrom: fromDue]) == Due(today, at: TimeOfDay("14:00")))
  }
}
