import LibraryCore
import Testing

@testable import LibraryStore

/// Cases that other library systems decide in their own tests, with what they expect; the names are those of the sample they
/// were restated in, the facts are theirs and the words are ours.
@Suite("Cases known from other systems")
struct KnownCasesTests {
  private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }

  private func calendar(
    closed: [String] = [], open: [String] = [], weekend: Bool = false
  ) throws -> OpeningCalendar {
    let weekdays = Weekday.allCases.filter { !weekend || ![.saturday, .sunday].contains($0) }
    var calendar = OpeningCalendar(openWeekdays: Set(weekdays))
    for iso in closed { calendar.exceptions[try day(iso)] = .init(isOpen: false, reason: "") }
    for iso in open { calendar.exceptions[try day(iso)] = .init(isOpen: true, reason: "") }
    return calendar
  }

  private func due(
    _ days: Int, from start: String, _ mode: CalendarMode, _ calendar: OpeningCalendar
  ) throws -> String {
    calendar.dueDate(from: try day(start), loanDays: days, mode: mode).day.iso
  }

  private var yearly: OpeningCalendar {
    get throws {
      try calendar(
        closed: ["2012-01-01", "2012-12-25", "2011-06-01", "2012-07-04"], open: ["2012-11-11"],
        weekend: true)
    }
  }

  /// A desk with one patron, one copy lent on the first day, and rules.
  private func library(
    _ rules: String, lent: String = "2026-11-01", price: String = "50000"
  ) throws -> TestLibrary {
    let library = try TestLibrary(today: lent)
    try library.addItem("VV.1", [.price: price])
    try library.addPatron("TV1")
    try library.append(.ruleSaved([RuleField.values.set(rules)]))
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    return library
  }

  private func owed(_ library: TestLibrary) throws -> Int64 {
    try #require(try library.desk.patron("TV1")).owed.dong
  }

  @Test("due-05: every day counts, and a card that expires before does not cut the loan")
  func due05() throws {
    let library = try TestLibrary(today: "2013-02-09")
    try library.addItem("VV.1")
    try library.addPatron("TV1", [.expiresOn: "2013-12-31"])
    try library.append(.ruleSaved([RuleField.values.set("loanDays=10;calendarMode=1")]))
    #expect(try library.desk.checkOut("VV.1", to: "TV1").lent?.due.day.iso == "2013-02-19")
    let closed = try calendar(closed: ["2012-12-31", "2013-01-01"])
    #expect(try due(10, from: "2013-02-09", .countAll, closed) == "2013-02-19")
  }

  @Test("due-06: a renewal of five days counts from the day it is made")
  func due06() throws {
    #expect(try due(5, from: "2013-02-09", .countAll, calendar()) == "2013-02-14")
  }

  @Test("due-07: ten days are no whole weeks, so a closed last day moves by one")
  func due07() throws {
    let closed = try calendar(closed: ["2013-02-19"])
    #expect(try due(10, from: "2013-02-09", .weekly, closed) == "2013-02-20")
  }

  @Test("due-09: two whole weeks move by a week")
  func due09() throws {
    let closed = try calendar(closed: ["2013-02-23"])
    #expect(try due(14, from: "2013-02-09", .weekly, closed) == "2013-03-02")
  }

  @Test("cal-01: a Saturday of the closed weekend is closed")
  func cal01() throws { #expect(try !yearly.isOpen(day("2012-11-24"))) }

  @Test("cal-07: a Sunday opened by exception is open")
  func cal07() throws { #expect(try yearly.isOpen(day("2012-11-11"))) }

  @Test("cal-10: a due date on a closed day moves to the next open one")
  func cal10() throws {
    #expect(try due(1, from: "2012-07-03", .rollForward, yearly) == "2012-07-05")
  }

  @Test("cal-12: a due date on an open day stays")
  func cal12() throws {
    #expect(try due(7, from: "2012-07-23", .rollForward, yearly) == "2012-07-30")
  }

  @Test("fine-01: twenty-nine days late at one a day")
  func fine01() throws {
    let library = try library("finePerDay=1;loanDays=0", lent: "2000-01-01")
    try library.clock.set("2000-01-30T08:00:00")
    #expect(try library.desk.takeBack("VV.1").returned?.charge.dong == 29)
  }

  @Test("fine-04: of the cap and the price the lesser holds")
  func fine04() throws {
    let library = try library(
      "finePerDay=1;fineMaximum=3;fineUpToPrice=1;loanDays=0", lent: "2000-01-01", price: "5")
    try library.clock.set("2000-01-30T08:00:00")
    #expect(try library.desk.takeBack("VV.1").returned?.charge.dong == 3)
  }

  @Test("susp-01: twenty days late at two each suspend for forty")
  func susp01() throws {
    let library = try library("suspensionDays=2;loanDays=0")
    try library.clock.set("2026-11-21T08:00:00")
    let returned = try #require(try library.desk.takeBack("VV.1").returned)
    #expect(returned.suspendedUntil == library.desk.today.adding(days: 40))
  }

  @Test("due-17: three hours from 14:00 end when the library closes at 16:00")
  func due17() throws {
    let library = try TestLibrary(today: "2023-05-01")
    try library.addItem("VV.1")
    try library.addPatron("TV1")
    try library.append(.ruleSaved([RuleField.values.set("loanHours=3;calendarMode=1")]))
    let hours = try #require(OpeningHours(encoded: "1=10:00-16:00"))
    #expect(try library.desk.setOpeningHours(hours).op != nil)
    try library.clock.set("2023-05-01T14:00:00")
    let due = try #require(try library.desk.checkOut("VV.1", to: "TV1").lent?.due.due)
    #expect(due == Due(try day("2023-05-01"), at: TimeOfDay("16:00")))
    try library.clock.set("2023-05-01T16:00:59")
    #expect(try library.desk.patron("TV1")?.overdues == 0)
    try library.clock.set("2023-05-01T16:01:00")
    #expect(try library.desk.patron("TV1")?.overdues == 1)
    let renewal = try #require(try library.desk.renew("VV.1", override: "hỏi thêm").renewed?.op)
    #expect(
      try library.item("VV.1").loan?.due == Due(try day("2023-05-01"), at: TimeOfDay("19:01")))
    _ = try library.desk.undo(renewal)
    #expect(try library.item("VV.1").loan?.due == due)
    try library.expectFolded()
    #expect(try library.file.check().findings == [])
  }

  @Test("limit-02: limits of none refuse the first loan, nought of nought, each by its own name")
  func limit02() throws {
    let library = try library("loansMaximum=0;onSiteMaximum=0")
    guard
      case .refused(let onSite, _, _) = try library.desk.checkOut("VV.1", to: "TV1", onSite: true),
      case .tooManyOnSite(0, let limit)? = onSite.first
    else { throw TestFailure("not refused on the spot") }
    #expect(onSite.count == 1 && limit.value == 0)
    guard case .refused(let reasons, _, _) = try library.desk.checkOut("VV.1", to: "TV1"),
      case .tooManyLoans(let held, let rule)? = reasons.first
    else { throw TestFailure("not refused") }
    #expect(held == 0 && rule.value == 0)
  }

  @Test("limit-04: one loan of one refuses the next, and one to be read on the spot is allowed")
  func limit04() throws {
    let library = try library("loansMaximum=1;onSiteMaximum=1")
    try library.addItem("VV.2")
    guard case .refused(let reasons, _, _) = try library.desk.checkOut("VV.2", to: "TV1") else {
      throw TestFailure("not refused")
    }
    #expect(reasons.map(\.code) == ["tooManyLoans"])
    #expect(try library.desk.checkOut("VV.2", to: "TV1", onSite: true).lent != nil)
  }

  @Test("rule-01: a row for everybody speaks for a library without a row of its own")
  func rule01() throws {
    let rules = LoanRules(rows: [
      LoanRule(id: EntityID(rawValue: 9), scope: RuleScope(), values: [.loanDays: 1])
    ])
    let scope = RuleScope(library: "VN-XX", category: "ADULT", itemType: "BOOK")
    #expect(rules.value(.loanDays, for: scope, on: try day("2026-11-01")).value == 1)
  }

  @Test("rule-03: a fine with hundredths is no amount")
  func rule03() { #expect(RuleParameter.finePerDay.value(of: "10,00") == nil) }

  @Test("eg-01: seven days lent twenty days ago are thirteen days late, and the copy is available")
  func eg01() throws {
    let library = try library("loanDays=7;finePerDay=1")
    try library.clock.set("2026-11-21T08:00:00")
    #expect(try library.desk.takeBack("VV.1").returned?.charge.dong == 13)
    #expect(try library.item("VV.1").item.status == .available)
  }

  @Test("eg-02: a day closed in between is not charged")
  func eg02() throws {
    let library = try library("loanDays=7;finePerDay=1")
    _ = try library.desk.setOpeningDay(day("2026-11-11"), isOpen: false, reason: "")
    try library.clock.set("2026-11-21T08:00:00")
    #expect(try library.desk.takeBack("VV.1").returned?.charge.dong == 12)
  }

  @Test("bal-1: a lost copy that was paid for and comes back leaves a credit")
  func bal1() throws {
    let library = try library("finePerDay=0")
    _ = try library.desk.declareLost("VV.1")
    _ = try library.desk.pay("TV1", amount: Money(dong: 50_000))
    _ = try library.desk.takeBack("VV.1")
    #expect(try owed(library) == -50_000)
  }

  @Test("bal-2: a lost copy that was not paid for and comes back leaves nothing")
  func bal2() throws {
    let library = try library("finePerDay=0")
    _ = try library.desk.declareLost("VV.1")
    _ = try library.desk.takeBack("VV.1")
    #expect(try owed(library) == 0)
  }

  @Test("folio-02: a copy nobody waits for is available again")
  func folio02() throws {
    let library = try library("")
    guard case .returned(let returned) = try library.desk.takeBack("VV.1"),
      case .shelf = returned.errand
    else { throw TestFailure("not to the shelf") }
    #expect(try library.item("VV.1").item.status == .available)
  }

  @Test("folio-03: a copy somebody waits for goes to the hold shelf where it is fetched")
  func folio03() throws {
    let library = try library("")
    try library.addPatron("TV2")
    let record = try library.item("VV.1").item.record
    guard case .placed = try library.desk.placeHold(HoldRequest(card: "TV2", records: [record]))
    else { throw TestFailure("not placed") }
    guard case .returned(let returned) = try library.desk.takeBack("VV.1"),
      case .holdShelf(let kept) = returned.errand
    else { throw TestFailure("not to the hold shelf") }
    #expect(kept.patron.card.text == "TV2")
  }

  @Test("folio-req-01: where the rules allow no holds, none is placed")
  func folioReq01() throws {
    let library = try library("holdPolicy=0")
    try library.addPatron("TV2")
    let record = try library.item("VV.1").item.record
    guard
      case .refused(let reasons, _) = try library.desk.placeHold(
        HoldRequest(card: "TV2", records: [record]))
    else { throw TestFailure("not refused") }
    #expect(reasons.map(\.code) == ["holdNotAllowed"])
  }

  @Test("folio-req-03: where they allow any, a copy on the shelf is held")
  func folioReq03() throws {
    let library = try library("holdPolicy=1")
    try library.addPatron("TV2")
    try library.addItem("VV.5")
    let record = try library.item("VV.5").item.record
    guard case .placed = try library.desk.placeHold(HoldRequest(card: "TV2", records: [record]))
    else { throw TestFailure("not placed") }
  }
}
