import LibraryCore
import Testing

@testable import LibraryStore

@Suite struct LossDeskTests {
  private func library(_ rules: String = "finePerDay=500;processingFee=9000") throws -> TestLibrary
  {
    let library = try TestLibrary(today: "2026-11-02")
    try library.addItem("VV.1", [.price: "50000"])
    try library.addItem("VV.2")
    try library.addPatron("TV1")
    try library.addPatron("TV2")
    try library.append(.ruleSaved([RuleField.values.set(rules)]))
    for barcode in ["VV.1", "VV.2"] { _ = try library.desk.checkOut(barcode, to: "TV1") }
    return library
  }

  private func owed(_ library: TestLibrary, _ card: String = "TV1") throws -> Int64 {
    try #require(try library.desk.patron(card)).owed.dong
  }

  @Test("a lost copy ends its loan and is charged with a fee; one undo takes all of it back")
  func lost() throws {
    let library = try library()
    try library.clock.set("2026-11-20T08:00:00")
    let before = try library.dump().withoutCounters["loan"]
    guard case .lost(let preview) = try library.desk.declareLost("VV.1", dryRun: true) else {
      throw TestFailure("not lost")
    }
    #expect(preview.total.dong == 61_000 && preview.op == nil)
    guard case .lost(let loss) = try library.desk.declareLost("VV.1") else {
      throw TestFailure("not lost")
    }
    #expect(loss.charge.dong == 50_000 && loss.fee.dong == 9000 && loss.late.charge.dong == 2000)
    #expect(try owed(library) == 61_000)
    #expect(try library.item("VV.1").item.status == .lost && library.item("VV.1").loan == nil)
    let lines = try library.desk.account(of: try library.patron("TV1")).lines
    #expect(lines.compactMap(\.charge) == [.lostItem, .processing])
    #expect(try library.desk.patron("TV1")?.lost == 1)
    let undone = try #require(try library.desk.undo(loss.op).op)
    #expect(try owed(library) == 0)
    #expect(try library.dump().withoutCounters["loan"] == before)
    #expect(try library.desk.undo(undone).op != nil)
    #expect(try owed(library) == 61_000)
    try library.expectFolded()
    #expect(try library.file.check().findings == [])
  }

  @Test("a copy without a price is not declared lost until somebody says what it costs")
  func unpriced() throws {
    let library = try library()
    guard case .refused(let reasons, _) = try library.desk.declareLost("VV.2") else {
      throw TestFailure("not refused")
    }
    #expect(reasons == [.priceUnknown])
    guard case .lost(let loss) = try library.desk.declareLost("VV.2", price: Money(dong: 7000))
    else { throw TestFailure("not lost") }
    #expect(loss.charge.dong == 7000)
    guard case .refused(let again, _) = try library.desk.declareLost("VV.2") else {
      throw TestFailure("not refused")
    }
    #expect(again == [.itemNotOnLoan])
  }

  @Test("a lost copy that turns up is available, and the debt or what was paid comes back")
  func found() throws {
    let library = try library()
    _ = try library.desk.declareLost("VV.1")
    _ = try library.desk.pay("TV1", amount: Money(dong: 59_000))
    _ = try library.desk.takeBack("VV.1")
    #expect(try library.item("VV.1").item.status == .available)
    #expect(try owed(library) == -50_000)
    #expect(try library.desk.patron("TV1")?.lost == 0)
    #expect(try library.desk.undo().op != nil)
    #expect(try owed(library) == 0 && library.item("VV.1").item.status == .lost)
    #expect(try library.desk.patron("TV1")?.lost == 1)
    guard case .notOnLoan(_, _, let notices, _) = try library.desk.takeBack("VV.1", dryRun: true)
    else { throw TestFailure("on loan") }
    #expect(notices.map(\.code) == ["foundAgain", "foundCredit"])
    _ = try library.desk.takeBack("VV.1")
    try library.expectFolded()
    #expect(try library.file.check().findings == [])
  }

  @Test("what was let off or brought in kind comes back as no money when the copy turns up")
  func foundWithoutMoney() throws {
    let library = try library("")
    guard case .lost(let lost) = try library.desk.declareLost("VV.1") else {
      throw TestFailure("not lost")
    }
    let price = try owed(library)
    let waiver = try #require(
      try library.desk.enter(
        AccountEntry(.waiver, Money(dong: price), note: "lũ lụt"), for: "TV1"
      ).op)
    guard case .refused = try library.desk.undo(lost.op) else { throw TestFailure("undone") }
    _ = try library.desk.takeBack("VV.1")
    #expect(try owed(library) == 0)
    // The price would be owed again for a copy that is there.
    #expect(try library.desk.undo(waiver).reasons?.map(\.code) == ["laterActions"])
    #expect(try library.desk.void(waiver, reason: "nhầm").reasons?.map(\.code) == ["laterActions"])
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    _ = try library.desk.declareLost("VV.1")
    try library.addItem("VV.8", title: "Bản đền")
    let replaced = try #require(try library.desk.replaceLost("VV.1", with: "VV.8").op)
    _ = try library.desk.takeBack("VV.1")
    #expect(try owed(library) == 0)
    #expect(try library.desk.undo(replaced).reasons?.map(\.code) == ["laterActions"])
    #expect(try library.file.check().findings == [])
  }

  @Test("from the day of a claim being late costs no more, and the loan is not overdue")
  func claims() throws {
    let library = try library()
    try library.clock.set("2026-11-18T08:00:00")
    #expect(try library.desk.patron("TV1")?.overdues == 2)
    let claim = try #require(try library.desk.claim("VV.1", .returned).op)
    #expect(
      try library.desk.claim("VV.1", .returned) == .unchanged(id: library.item("VV.1").item.id))
    #expect(try library.desk.patron("TV1")?.overdues == 1)
    let loans = try library.desk.loans(of: library.patron("TV1"))
    #expect(loans.first { $0.barcode == "VV.1" }?.claim == .returned)
    #expect(loans.filter(\.isOverdue).map(\.claim) == [nil])
    try library.clock.set("2026-11-30T08:00:00")
    guard case .returned(let returned) = try library.desk.takeBack("VV.1") else {
      throw TestFailure("not returned")
    }
    #expect(returned.lateDays == 2 && returned.notices.map(\.code).contains("claimResolved"))
    _ = try library.desk.undo(returned.op)
    _ = try library.desk.undo(claim)
    #expect(try library.desk.claim("VV.1", nil).reasons == [.noClaim])
    try library.expectFolded()
  }

  @Test("a claim stands in the history of the reader who made it, and of nobody else")
  func claimInHistory() throws {
    let library = try library()
    let claimed = try #require(try library.desk.claim("VV.1", .returned).op)
    _ = try library.desk.takeBack("VV.1")
    _ = try library.desk.checkOut("VV.1", to: "TV2")
    func ops(_ card: String) throws -> [OpID] {
      try library.desk.history(ofPatron: library.patron(card)).map(\.op.id)
    }
    #expect(try ops("TV1").contains(claimed))
    #expect(try !ops("TV2").contains(claimed))
  }

  @Test("a claim believed ends the loan as of its day, and the copy is missing")
  func believed() throws {
    let library = try library()
    #expect(try library.desk.acceptClaim("VV.1").reasons == [.noClaim])
    _ = try library.desk.claim("VV.1", .neverHad)
    try library.clock.set("2026-11-30T08:00:00")
    let op = try #require(try library.desk.acceptClaim("VV.1").op)
    #expect(try library.item("VV.1").item.status == .missing && owed(library) == 0)
    #expect(try library.desk.undo(op).op != nil)
    #expect(try library.item("VV.1").item.status == .available)
    #expect(try library.item("VV.1").loan != nil)
    try library.expectFolded()
  }

  @Test("damage is charged to who had the copy last, and goes with its undo")
  func damage() throws {
    let library = try library()
    _ = try library.desk.takeBack("VV.1")
    #expect(
      try library.desk.reportDamage("VV.1", note: " ").reasons == [.reasonMissing])
    let op = try #require(
      try library.desk.reportDamage("VV.1", note: "rách bìa", charging: Money(dong: 8000)).op)
    #expect(try owed(library) == 8000 && library.item("VV.1").item.status == .damaged)
    _ = try library.desk.undo(op)
    #expect(try owed(library) == 0 && library.item("VV.1").item.status == .available)
    try library.addItem("VV.9")
    #expect(
      try library.desk.reportDamage("VV.9", note: "ướt", charging: Money(dong: 1)).reasons
        == [.nobodyToCharge])
    #expect(try library.desk.reportDamage("VV.9", note: "ướt").op != nil)
    try library.expectFolded()
  }

  @Test("a report of damage says whom it charges, and for which loan")
  func charged() throws {
    let library = try library()
    try library.clock.set("2026-11-05T08:00:00")
    let held = try library.desk.reportDamage("VV.1", note: "ướt", charging: Money(dong: 8000))
    #expect(held.charged?.patron.card.text == "TV1" && held.charged?.returnedOn == nil)
    #expect(held.charged?.lentOn.iso == "2026-11-02")
    _ = try library.desk.takeBack("VV.2")
    try library.clock.set("2026-11-09T08:00:00")
    #expect(try library.desk.damageParty(of: "VV.2")?.returnedOn?.iso == "2026-11-05")
    let free = try library.desk.reportDamage("VV.2", note: "rách")
    #expect(free.op != nil && free.charged == nil)
    try library.addItem("VV.9")
    #expect(try library.desk.damageParty(of: "VV.9") == nil)
  }

  @Test("another copy in place of a lost one settles its charge in kind")
  func replaced() throws {
    let library = try library("")
    try library.addItem("VV.7", title: "Bản đền")
    #expect(try library.desk.replaceLost("VV.1", with: "VV.7").reasons == [.nothingToReplace])
    _ = try library.desk.declareLost("VV.1")
    #expect(try library.desk.replaceLost("VV.1", with: "VV.1").reasons?.count == 1)
    let op = try #require(try library.desk.replaceLost("VV.1", with: "VV.7").op)
    #expect(try owed(library) == 0)
    let line = try #require(try library.desk.accountLine(op)?.line)
    #expect(line.method == .inKind && line.item == "VV.7 Bản đền" && line.note == "VV.1")
    #expect(try library.desk.replaceLost("VV.1", with: "VV.7").reasons == [.nothingToReplace])
  }

  @Test("what the rules give up is marked at once and taken back at once")
  func overdues() throws {
    let library = try library("lostDays=60;longOverdueDays=30")
    #expect(try library.desk.overdueProposals().isEmpty)
    try library.clock.set("2026-12-16T08:00:00")
    #expect(try library.desk.overdueProposals().map(\.step) == [.longOverdue, .longOverdue])
    #expect(try library.desk.markOverdues() != .nothing)
    #expect(try library.desk.overdueProposals().isEmpty)
    let loans = try library.desk.loans(of: library.patron("TV1"))
    #expect(loans.map(\.isLongOverdue) == [true, true])
    try library.clock.set("2027-01-15T08:00:00")
    let proposals = try library.desk.overdueProposals()
    #expect(proposals.map(\.step) == [.lost, .lost])
    #expect(proposals.map(\.lacksPrice).sorted { !$0 && $1 } == [false, true])
    guard case .marked(let long, let lost, let op) = try library.desk.markOverdues() else {
      throw TestFailure("not marked")
    }
    #expect(long == 0 && lost == 1)
    #expect(try owed(library) == 50_000)
    #expect(try library.desk.undo(op).op != nil)
    #expect(try owed(library) == 0 && library.item("VV.1").loan != nil)
    #expect(try library.desk.overdueProposals().count == 2)
    try library.expectFolded()
    #expect(try library.file.check().findings == [])
  }

  @Test("a charge that went with its loss does not come back alone")
  func chargeAlone() throws {
    let library = try library("")
    guard case .lost(let lost) = try library.desk.declareLost("VV.1") else {
      throw TestFailure("not lost")
    }
    _ = try library.desk.undo(lost.op)
    let void = try #require(
      try library.desk.log(limit: 10).first { $0.op.body.accountEntry?.kind == .void }?.op.id)
    #expect(try library.desk.undo(void).reasons?.map(\.code) == ["partOfLargerAction"])
    #expect(try owed(library) == 0)
  }
}
