import LibraryCore
import Testing

@testable import LibraryStore

/// What else a return does: home, reading on the spot, and the counter's other ways of lending.
@Suite struct ReturnEngineTests {
  private let library: TestLibrary

  init() throws {
    library = try TestLibrary(today: "2026-11-02")
    for number in 1...3 { try library.addItem("VV.\(number)", title: "Sách \(number)") }
    try library.addPatron("TV1")
  }

  @Test("a copy of another library is sent home in the op of its return, and comes home there")
  func home() throws {
    _ = try library.desk.saveTerm(.library, code: "VN-X", name: "Điểm Tân Lập")
    _ = try library.desk.editItem("VV.1", [.library: "VN-X"])
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    let returned = try #require(try library.desk.takeBack("VV.1").returned)
    #expect(returned.errand == .send(to: "VN-X", nil))
    #expect(try library.desk.transfers().map(\.to) == ["VN-X"])
    _ = try library.desk.setSetting(HouseSetting.libraryCode, "VN-X")
    guard case .notOnLoan(_, .shelf, _, let op?) = try library.desk.takeBack("VV.1") else {
      throw TestFailure("not arrived")
    }
    #expect(try library.desk.transfers().isEmpty)
    let undo = try #require(try library.desk.undo(op).op)
    #expect(try library.desk.transfers().map(\.to) == ["VN-X"])
    _ = try library.desk.undo(undo)
    #expect(try library.desk.transfers().isEmpty)
    try library.expectFolded()
  }

  @Test(
    "a copy scanned as a return without a loan counts as read here, not on the day it came back")
  func use() throws {
    guard case .notOnLoan(_, .shelf, let notices, let op?) = try library.desk.takeBack("VV.1")
    else { throw TestFailure("not counted") }
    #expect(notices.map(\.code) == ["countedOnSite"])
    #expect(try library.desk.tallies(on: library.desk.today).count(.onSite) == 1)
    #expect(try library.count("SELECT count(*) FROM tally WHERE item IS NOT NULL") == 1)
    _ = try library.desk.undo(op)
    #expect(try library.desk.tallies(on: library.desk.today).count(.onSite) == 0)
    _ = try library.desk.checkOut("VV.2", to: "TV1")
    _ = try library.desk.takeBack("VV.2")
    guard case .notOnLoan(_, _, _, nil) = try library.desk.takeBack("VV.2") else {
      throw TestFailure("counted twice")
    }
    _ = try library.desk.setSetting(HouseSetting.countReturns, "no")
    guard case .notOnLoan(_, _, _, nil) = try library.desk.takeBack("VV.3") else {
      throw TestFailure("counted")
    }
    try library.expectFolded()
  }

  @Test("a loan for reading on the spot is due today and counts as that in the diary")
  func onSite() throws {
    let lent = try #require(try library.desk.checkOut("VV.1", to: "TV1", onSite: true).lent)
    #expect(lent.due.day == library.desk.today)
    #expect(try library.desk.patron("TV1")?.loansOnSite == 1)
    #expect(try library.desk.renew("VV.1").reasons?.map(\.code) == ["onSiteNotRenewable"])
    let day = try #require(
      try library.desk.diary(from: library.desk.today, to: library.desk.today).first)
    #expect(day.lent() == 0 && day.tallies.count(.onSite) == 1)
    _ = try library.desk.takeBack("VV.1")
    #expect(try library.desk.patron("TV1")?.loansOnSite == 0)
    try library.expectFolded()
  }

  @Test("everything a patron has is renewed at once, answered loan by loan, and undone together")
  func renewAll() throws {
    _ = try library.desk.setRule(RuleScope(), values: [.loansMaximum: 3])
    for number in 1...3 { _ = try library.desk.checkOut("VV.\(number)", to: "TV1") }
    try library.addPatron("TV2")
    _ = try library.desk.placeHold(
      HoldRequest(card: "TV2", records: [try library.item("VV.2").item.record]))
    try library.clock.set("2026-11-10T08:00:00")
    let before = try library.dump().rows["loan"]
    guard case .each(let outcomes, _) = try library.desk.renewAll("TV1") else {
      throw TestFailure("nobody")
    }
    #expect(outcomes.map { $0.renewed != nil } == [true, false, true])
    #expect(outcomes[1].reasons?.map(\.code) == ["titleWanted"])
    let undone = try library.desk.undo(all: outcomes.compactMap { $0.renewed?.op })
    #expect(undone.compactMap(\.op).count == 2)
    #expect(try library.dump().rows["loan"] == before)
    guard case .unknownPatron = try library.desk.renewAll("TV9") else { throw TestFailure("?") }
  }

  @Test("the patron is told of a title had before, and of the last day")
  func before() throws {
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    _ = try library.desk.takeBack("VV.1")
    try library.clock.set("2026-11-20T08:00:00")
    let lent = try #require(try library.desk.checkOut("VV.1", to: "TV1").lent)
    #expect(lent.notices == [.borrowedBefore(on: try #require(CalendarDay(iso: "2026-11-02")))])
  }

  @Test("a box is lent at once, each copy answered by itself")
  func box() throws {
    _ = try library.desk.setRule(RuleScope(), values: [.loansMaximum: 2])
    guard
      case .each(let outcomes, let patron, _) = try library.desk.checkOutAll(
        ["VV.1", "không có", "VV.2", "VV.3"], to: "TV1")
    else { throw TestFailure("nobody") }
    #expect(patron.card.text == "TV1")
    #expect(outcomes.map { $0.lent != nil } == [true, false, true, false])
    #expect(outcomes[3].reasons?.map(\.code) == ["tooManyLoans"])
    try library.expectFolded()
  }

  @Test("a copy added at the desk is lent by the rules, and blocks stand against it as against any")
  func fastAdd() throws {
    guard case .saved = try library.desk.fastAdd("VV.9", title: "Sách mới", author: "Ai đó") else {
      throw TestFailure("not added")
    }
    #expect(try library.item("VV.9").title == "Sách mới")
    _ = try library.desk.editPatron("TV1", [.status: PatronStatus.blocked.rawValue])
    #expect(try library.desk.checkOut("VV.9", to: "TV1").reasons?.map(\.code) == ["patronBlocked"])
    let helper = try library.addStaff("giup", .helper)
    guard case .refused(let reasons) = try helper.fastAdd("VV.8", title: "x") else {
      throw TestFailure("added")
    }
    #expect(reasons.map(\.code) == ["noPermission", "noPermission"])
    guard case .refused = try library.desk.fastAdd("VV.1", title: "x") else {
      throw TestFailure("a label was given twice")
    }
  }

  @Test("two desks lend to one reader at the limit: exactly one gets the last loan")
  func twoDesks() async throws {
    _ = try library.desk.setRule(RuleScope(), values: [.loansMaximum: 1])
    let other = try LibraryFile.open(in: library.folder, random: SeededRandom(seed: 2))
    let desks = [library.desk, Desk(file: other, staff: library.admin, clock: library.clock)]
    let lent = try await withThrowingTaskGroup(of: Bool.self) { group in
      for (desk, barcode) in zip(desks, ["VV.1", "VV.2"]) {
        group.addTask { try desk.checkOut(barcode, to: "TV1").lent != nil }
      }
      return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(lent == 1)
    #expect(try library.desk.patron("TV1")?.loans == 1)
  }
}
