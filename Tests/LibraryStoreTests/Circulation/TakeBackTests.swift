import LibraryCore
import LibraryStore
import Testing

@Suite struct TakeBackTests {
  private func lentLibrary(
    _ patron: [PatronField: String] = [:], rules: [RuleParameter: Int] = [:]
  ) throws -> TestLibrary {
    let library = try TestLibrary(today: "2026-11-02")
    if !rules.isEmpty { _ = try library.desk.setRule(RuleScope(), values: rules) }
    try library.addItem("VV.1")
    try library.addPatron("TV1", patron)
    guard case .lent = try library.desk.checkOut("VV.1", to: "TV1") else {
      throw TestFailure("the copy was not lent")
    }
    return library
  }

  @Test("a copy that comes back in time costs nothing and ends its loan")
  func inTime() throws {
    let library = try lentLibrary()
    try library.clock.set("2026-11-16T09:30:00")
    let returned = try #require(try library.desk.takeBack("vv.1").returned)
    #expect(returned.lateDays == 0 && returned.charge == .zero && returned.notices.isEmpty)
    #expect(returned.patron.card == CardNumber("TV1"))
    #expect(returned.dueOn.iso == "2026-11-16")
    #expect(returned.op != nil)
    #expect(try library.count("SELECT count(*) FROM loan WHERE status = 'open'") == 0)
    #expect(try library.count("SELECT loans FROM patron") == 0)
    try library.expectFolded()
  }

  @Test("late days are open days, and each is charged beyond the grace")
  func late() throws {
    let library = try lentLibrary(
      rules: [.graceDays: 2, .finePerDay: 1000, .fineMaximum: 5000])
    try library.append(
      .openingDaySaved(
        day: try #require(CalendarDay(iso: "2026-11-18")), isOpen: false, reason: "Kiểm kê"))
    try library.clock.set("2026-11-18T10:00:00")
    #expect(try library.desk.takeBack("VV.1", dryRun: true).returned?.charge == .zero)
    try library.clock.set("2026-11-20T10:00:00")
    let dry = try #require(try library.desk.takeBack("VV.1", dryRun: true).returned)
    #expect(dry.lateDays == 3 && dry.charge == Money(dong: 3000) && dry.op == nil)
    try library.clock.set("2026-12-20T10:00:00")
    #expect(try library.desk.takeBack("VV.1").returned?.charge == Money(dong: 5000))
    #expect(try library.count("SELECT owed FROM patron") == 5000)
  }

  @Test("a loan keeps the terms it was made on; a changed rule speaks for later loans alone")
  func terms() throws {
    let library = try lentLibrary(rules: [.finePerDay: 1000])
    try library.addItem("VV.2")
    _ = try library.desk.setRule(RuleScope(), values: [.finePerDay: 9000])
    _ = try library.desk.checkOut("VV.2", to: "TV1")
    try library.clock.set("2026-11-18T10:00:00")
    #expect(try library.desk.takeBack("VV.1").returned?.charge == Money(dong: 2000))
    #expect(try library.desk.takeBack("VV.2").returned?.charge == Money(dong: 18_000))
    try library.expectFolded()
  }

  @Test("a loan made before loans kept their terms goes by what the rules say now")
  func formerLoan() throws {
    let library = try TestLibrary(today: "2026-11-02")
    try library.addItem("VV.1")
    let patron = try library.addPatron("TV1")
    let due = try #require(CalendarDay(iso: "2026-11-04"))
    try library.save(
      .loanOpened(LoanOpened(patron: patron, dueOn: due)), on: library.item("VV.1").item.id)
    _ = try library.desk.setRule(RuleScope(), values: [.finePerDay: 500])
    try library.clock.set("2026-11-06T10:00:00")
    #expect(try library.desk.takeBack("VV.1").returned?.charge == Money(dong: 1000))
  }

  @Test(
    "a late return suspends, the longest suspension holds, and an undone return takes its own away")
  func suspension() throws {
    let library = try lentLibrary(rules: [.suspensionDays: 2])
    for barcode in ["VV.2", "VV.3"] { try library.addItem(barcode) }
    _ = try library.desk.checkOut("VV.2", to: "TV1")
    try library.clock.set("2026-11-21T10:00:00")
    let first = try #require(try library.desk.takeBack("VV.1").returned)
    #expect(first.suspendedUntil?.iso == "2026-12-01")
    try library.clock.set("2026-11-23T10:00:00")
    let second = try #require(try library.desk.takeBack("VV.2").returned)
    #expect(second.suspendedUntil?.iso == "2026-12-07")
    let refused = try library.desk.checkOut("VV.3", to: "TV1").reasons
    #expect(refused == [.patronSuspended(until: try #require(second.suspendedUntil))])
    _ = try library.desk.undo(second.op)
    #expect(
      try library.desk.checkOut("VV.3", to: "TV1", dryRun: true).reasons?.map(\.code)
        == ["patronSuspended", "tooManyOverdues"])
    _ = try library.desk.undo(first.op)
    #expect(
      try library.desk.checkOut("VV.3", to: "TV1", dryRun: true).reasons?.map(\.code)
        == ["tooManyOverdues"])
    try library.expectFolded()
  }

  @Test("a copy from the drop box is not late for the days nobody opened the box")
  func dropBox() throws {
    let library = try lentLibrary()
    for day in ["2026-11-17", "2026-11-18"] {
      try library.append(
        .openingDaySaved(day: try #require(CalendarDay(iso: day)), isOpen: false, reason: "Nghỉ"))
    }
    try library.clock.set("2026-11-19T07:30:00")
    #expect(try library.desk.takeBack("VV.1", dryRun: true).returned?.lateDays == 1)
    #expect(try library.desk.takeBack("VV.1", dropBox: true).returned?.lateDays == 0)
    let line = try #require(
      try library.desk.loans(of: library.patron("TV1"), includeReturned: true).first)
    #expect(line.returnedAt?.iso == "2026-11-16T23:59:59+07:00")
  }

  @Test("a copy lent today and found in the drop box came back now, not before it was lent")
  func dropBoxSameDay() throws {
    let library = try lentLibrary()
    try library.clock.set("2026-11-02T17:00:00")
    #expect(try library.desk.takeBack("VV.1", dropBox: true).returned?.lateDays == 0)
    let line = try #require(
      try library.desk.loans(of: library.patron("TV1"), includeReturned: true).first)
    #expect(line.returnedAt?.iso == "2026-11-02T17:00:00+07:00")
  }

  @Test("a copy that nobody had says so, and writes nothing where reading is not counted")
  func notOnLoan() throws {
    let library = try TestLibrary()
    try library.addItem("VV.1")
    _ = try library.desk.setSetting(HouseSetting.countReturns, "no")
    let ops = try library.count("SELECT count(*) FROM op")
    guard case .notOnLoan(let line, _, let notices, let op) = try library.desk.takeBack("VV.1")
    else {
      throw TestFailure("the copy was on no loan")
    }
    #expect(line.barcode == Barcode("VV.1") && notices.isEmpty && op == nil)
    #expect(try library.count("SELECT count(*) FROM op") == ops)
    #expect(try library.desk.takeBack("VV.2") == .unknownItem("VV.2"))
  }

  @Test(
    "a lost or missing copy that turns up is available again",
    arguments: [ItemStatus.lost, .missing])
  func foundAgain(status: ItemStatus) throws {
    let library = try TestLibrary()
    try library.addItem("VV.1", [.status: status.rawValue])
    guard case .notOnLoan(_, _, let notices, let op) = try library.desk.takeBack("VV.1") else {
      throw TestFailure("the copy was on no loan")
    }
    #expect(notices == [.foundAgain(status)] && op != nil)
    #expect(try library.count("SELECT count(*) FROM item WHERE status = 'available'") == 1)
    try library.expectFolded()
  }

  @Test(
    "a damaged or withdrawn copy stays what it is and is set aside",
    arguments: [ItemStatus.damaged, .withdrawn])
  func setAside(status: ItemStatus) throws {
    let library = try lentLibrary()
    try library.setStatus(status, of: "VV.1")
    #expect(try library.desk.takeBack("VV.1").returned?.notices == [.setAside(status)])
    #expect(try library.count("SELECT count(*) FROM item WHERE status = '\(status.rawValue)'") == 1)
  }

  @Test("a stated moment needs the permission to back-date and lies after the loan began")
  func backdated() throws {
    let library = try lentLibrary()
    try library.clock.set("2026-11-20T10:00:00")
    let stated = try #require(Moment(iso: "2026-11-10T15:00:00"))
    let librarian = try library.addStaff("lan", .librarian)
    #expect(
      try librarian.acting(at: stated).takeBack("VV.1").reasons == [.noPermission(.backdate)])
    let early = try library.desk(at: "2026-11-01T10:00:00").takeBack("VV.1")
    let lentAt = try #require(try library.item("VV.1").loan?.lentAt)
    #expect(early.reasons == [.returnBeforeLoan(lentAt: lentAt)])
    #expect(try library.desk.acting(at: stated).takeBack("VV.1").returned?.lateDays == 0)
    let line = try #require(
      try library.desk.loans(of: library.patron("TV1"), includeReturned: true).first)
    #expect(line.returnedAt == stated)
    let wall = try library.count("SELECT wall FROM op ORDER BY id DESC LIMIT 1")
    #expect(Moment(milliseconds: Int64(wall)).day.iso == "2026-11-20")
  }
}

extension ReturnOutcome {
  var returned: Returned? {
    if case .returned(let returned) = self { returned } else { nil }
  }

  var reasons: [Refusal]? {
    if case .refused(let reasons, _) = self { reasons } else { nil }
  }
}
