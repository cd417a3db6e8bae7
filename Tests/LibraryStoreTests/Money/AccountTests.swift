import LibraryCore
import Testing

@testable import LibraryStore

@Suite struct AccountTests {
  private func library() throws -> TestLibrary {
    let library = try TestLibrary(today: "2026-11-02")
    try library.addItem("VV.1")
    try library.addPatron("TV1")
    try library.append(.ruleSaved([RuleField.values.set("finePerDay=500")]))
    return library
  }

  private func statement(_ library: TestLibrary) throws -> AccountStatement {
    try library.desk.account(of: try library.patron("TV1"))
  }

  @Test("every line has the next receipt of its drawer and year, also what takes one back")
  func receipts() throws {
    let library = try library()
    let desk = library.desk
    _ = try desk.enter(AccountEntry(.charge, Money(dong: 9000), charge: .photocopy), for: "TV1")
    let paid = try #require(try desk.pay("TV1", amount: Money(dong: 4000)).op)
    _ = try desk.undo(paid)
    try library.clock.set("2027-01-01T00:00:00")
    _ = try desk.pay("TV1", amount: Money(dong: 5000), method: .transfer)
    let lines = try statement(library).lines
    #expect(
      lines.map(\.receipt?.text) == [
        "Q1/2026/000001", "Q1/2026/000002", "Q1/2026/000003", "Q1/2027/000001",
      ])
    #expect(lines.map(\.balance.dong) == [9000, 5000, 9000, 4000])
    #expect(lines.map(\.stands) == [true, false, false, true])
    #expect(lines[0].open.dong == 4000)
    try library.expectFolded()
    #expect(try library.file.check().findings == [])
  }

  @Test("a late return is a line of the account by itself, and goes with its loan")
  func overdue() throws {
    let library = try library()
    let loan = try #require(try library.desk.checkOut("VV.1", to: "TV1").lent?.op)
    try library.clock.set("2026-11-20T08:00:00")
    let back = try #require(try library.desk.takeBack("VV.1").returned?.op)
    let line = try #require(try statement(library).lines.first)
    #expect(line.kind == .overdue(lateDays: 4) && line.amount.dong == 2000)
    #expect(line.op == back && line.debt == loan && line.open.dong == 2000)
    #expect(line.item == "VV.1 Truyện Kiều")
    let paid = try library.desk.pay("TV1", amount: Money(dong: 2000), toward: [loan])
    #expect(paid.op != nil)
    #expect(try statement(library).openDebts.isEmpty)
    #expect(
      try library.desk.pay("TV1", amount: Money(dong: 1), toward: [loan]).reasons
        == [.debtNotOpen(loan)])
    _ = try library.desk.undo(back)
    #expect(try statement(library).owed.dong == -2000)
    #expect(try statement(library).lines.map(\.unused.dong) == [2000])
    try library.expectFolded()
  }

  @Test("a deposit is held, used and returned, and never mixes with what is owed")
  func deposit() throws {
    let library = try library()
    let desk = library.desk
    func enter(_ kind: AccountEntry.Kind, _ dong: Int64, _ method: PaymentMethod?) throws
      -> SaveOutcome
    {
      try desk.enter(AccountEntry(kind, Money(dong: dong), method: method), for: "TV1")
    }
    #expect(try enter(.depositTaken, 100_000, .cash).op != nil)
    #expect(try #require(try desk.patron("TV1")).held.dong == 100_000)
    _ = try desk.enter(AccountEntry(.charge, Money(dong: 30_000), charge: .damage), for: "TV1")
    #expect(try enter(.depositUsed, 30_001, nil).reasons?.map(\.code) == ["moreThanOwed"])
    #expect(try enter(.depositUsed, 30_000, nil).op != nil)
    #expect(try enter(.depositReturned, 70_001, .cash).reasons?.map(\.code) == ["moreThanHeld"])
    let returned = try #require(try enter(.depositReturned, 70_000, .cash).op)
    let facts = try #require(try desk.patron("TV1"))
    #expect(facts.held == .zero && facts.owed == .zero)
    _ = try desk.undo(returned)
    #expect(try #require(try desk.patron("TV1")).held.dong == 70_000)
    #expect(try library.file.check().findings == [])
  }

  @Test("money that was used or handed back meanwhile is not taken back from under it")
  func standing() throws {
    let library = try library()
    let desk = library.desk
    func enter(_ kind: AccountEntry.Kind, _ dong: Int64, _ method: PaymentMethod?) throws -> OpID {
      try #require(
        try desk.enter(AccountEntry(kind, Money(dong: dong), method: method), for: "TV1").op)
    }
    let taken = try enter(.depositTaken, 30_000, .cash)
    _ = try desk.enter(AccountEntry(.charge, Money(dong: 10_000), charge: .card), for: "TV1")
    let used = try enter(.depositUsed, 10_000, nil)
    #expect(try desk.undo(taken) == .refused([.laterActions([used])]))
    #expect(try desk.void(taken, reason: "nhầm") == .refused([.laterActions([used])]))
    #expect(try desk.undo(used).op != nil)
    let undone = try #require(try desk.undo(taken).op)
    #expect(try desk.patron("TV1")?.held == .zero)
    // Done again, it may be used again; used again first, there is nothing to use.
    let usedAgain = try #require(
      try library.desk.log(limit: 50).first { $0.op.id == used }?.undoneBy)
    guard case .refused(let reasons) = try desk.undo(usedAgain) else {
      throw TestFailure("used what is not held")
    }
    #expect(reasons.map(\.code) == ["moreThanHeld"])
    #expect(try desk.undo(undone).op != nil)
    let paid = try enter(.payment, 50_000, .cash)
    let refund = try enter(.refund, 26_000, .cash)
    #expect(try desk.undo(paid) == .refused([.laterActions([refund])]))
    #expect(try library.file.check().findings == [])
  }

  @Test(
    "a debt that was let off is not taken away from under the waiver, nor a return it came from")
  func waived() throws {
    let library = try library()
    let desk = library.desk
    let waiver = AccountEntry(.waiver, Money(dong: 2000), note: "hộ nghèo")
    let charge = try #require(
      try desk.enter(AccountEntry(.charge, Money(dong: 2000), charge: .card), for: "TV1").op)
    let first = try #require(try desk.enter(waiver, for: "TV1").op)
    #expect(try desk.undo(charge) == .refused([.laterActions([first])]))
    _ = try desk.undo(first)
    _ = try desk.undo(charge)
    _ = try desk.checkOut("VV.1", to: "TV1")
    try library.clock.set("2026-11-20T08:00:00")
    guard case .returned(let back) = try desk.takeBack("VV.1") else {
      throw TestFailure("not returned")
    }
    #expect(back.charge.dong == 2000)
    let second = try #require(try desk.enter(waiver, for: "TV1").op)
    #expect(try desk.undo(back.op) == .refused([.laterActions([second])]))
    _ = try desk.undo(second)
    #expect(try desk.undo(back.op).op != nil)
    #expect(try desk.patron("TV1")?.owed == .zero)
  }

  @Test("a return is not taken back once the deposit of its loan was given back")
  func depositGivenBack() throws {
    let library = try library()
    let desk = library.desk
    _ = try desk.setRule(RuleScope(), values: [.deposit: 20_000])
    let taken = AccountEntry(.depositTaken, Money(dong: 20_000), method: .cash)
    _ = try desk.enter(taken, for: "TV1")
    _ = try desk.checkOut("VV.1", to: "TV1")
    guard case .returned(let back) = try desk.takeBack("VV.1") else {
      throw TestFailure("not returned")
    }
    let given = try #require(
      try desk.enter(
        AccountEntry(.depositReturned, Money(dong: 20_000), method: .cash), for: "TV1"
      ).op)
    #expect(try desk.undo(back.op) == .refused([.laterActions([given])]))
    _ = try desk.undo(given)
    #expect(try desk.undo(back.op).op != nil)
  }

  @Test("a payment is not taken back out of a drawer that has not so much any more")
  func drawer() throws {
    let library = try library()
    let desk = library.desk
    _ = try desk.openCash("Q1", float: .zero)
    let paid = try #require(try desk.pay("TV1", amount: Money(dong: 50_000)).op)
    _ = try desk.moveCash(Money(dong: -30_000), reason: "nộp quỹ")
    #expect(try desk.undo(paid) == .refused([.moreThanInDrawer(Money(dong: 20_000))]))
  }

  @Test("a deposit that a loan asks for is not taken back before the loan, and a visit goes whole")
  func depositOfLoan() throws {
    let library = try library()
    try library.addItem("VV.2")
    _ = try library.desk.setRule(RuleScope(), values: [.deposit: 20_000])
    var ops: [OpID] = []
    for copy in ["VV.1", "VV.2"] {
      let deposit = AccountEntry(.depositTaken, Money(dong: 20_000), method: .cash)
      ops.append(try #require(try library.desk.enter(deposit, for: "TV1").op))
      ops.append(try #require(try library.desk.checkOut(copy, to: "TV1").lent?.op))
    }
    #expect(try library.desk.undo(ops[2]) == .refused([.laterActions([ops[3]])]))
    #expect(try library.desk.undo(ops[0]) == .refused([.laterActions([ops[3]])]))
    let visit = try library.desk.undo(.visit, of: "TV1")
    guard case .undone = visit else { throw TestFailure("\(visit)") }
    #expect(try library.desk.patron("TV1")?.held == .zero)
    #expect(try library.file.check().findings == [])
  }

  @Test("what was paid too much is handed back, and no đồng more")
  func refund() throws {
    let library = try library()
    _ = try library.desk.pay("TV1", amount: Money(dong: 5000))
    let refund = AccountEntry(.refund, Money(dong: 5000), method: .cash)
    #expect(try library.desk.enter(refund, for: "TV1").op != nil)
    #expect(try library.desk.enter(refund, for: "TV1").reasons == [.moreThanCredit(.zero)])
    #expect(try library.desk.enter(refund, for: "nobody") == .unknown("nobody"))
  }

  @Test("a void keeps both lines and its reason; it needs one, and goes once")
  func void() throws {
    let library = try library()
    let desk = library.desk
    let paid = try #require(try desk.pay("TV1", amount: Money(dong: 5000)).op)
    #expect(try desk.void(paid, reason: " ") == .refused([.reasonMissing]))
    let void = try #require(try desk.void(paid, reason: "gõ nhầm").op)
    #expect(try desk.void(paid, reason: "gõ nhầm") == .refused([.alreadyUndone(by: void)]))
    guard case .refused(let reasons) = try desk.void(void, reason: "x") else {
      throw TestFailure("a void was voided")
    }
    #expect(reasons.map(\.code) == ["notUndoable"])
    let line = try #require(try desk.accountLine(void)?.line)
    #expect(line.note == "gõ nhầm" && line.amount.dong == 5000 && line.voids == paid)
    let again = try #require(try desk.undo(void).op)
    #expect(try desk.accountLine(again)?.line.receipt?.number == 3)
    #expect(try statement(library).owed.dong == -5000)
    try library.expectFolded()
    #expect(try library.file.check().findings == [])
  }

  @Test("a helper takes no money and charges nothing")
  func rights() throws {
    let library = try library()
    let helper = try library.addStaff("an", .helper)
    #expect(try helper.pay("TV1", amount: Money(dong: 1)).reasons == [.noPermission(.takePayment)])
    let charge = AccountEntry(.charge, Money(dong: 1), charge: .card)
    #expect(try helper.enter(charge, for: "TV1").reasons == [.noPermission(.charge)])
    let made = try #require(try library.desk.enter(charge, for: "TV1").op)
    #expect(
      try helper.undo(made).reasons?.map(\.code) == ["ownActionsOnly", "noPermission"])
  }

  @Test("a patron with a line in the account is not unmade")
  func patronStays() throws {
    let library = try library()
    guard case .saved(_, let enrolled) = try library.desk.enrol(PatronDraft(name: "Trần Anh"))
    else { throw TestFailure("not enrolled") }
    let card = try #require(try library.desk.findPatrons("Trần Anh").hits.first?.patron.card)
    let paid = try #require(try library.desk.pay(card.text, amount: Money(dong: 1)).op)
    #expect(try library.desk.undo(enrolled) == .refused([.laterActions([paid])]))
  }

  @Test("the payments of an older file are lines of the account, and those taken back stay so")
  func older() throws {
    let library = try library()
    let patron = try library.patron("TV1")
    let (first, second) = try library.file.record { journal in
      let now = library.clock.now()
      let first = try journal.append(
        .paymentTaken(PaymentTaken(amount: Money(dong: 500), note: "a", paidAt: 5)), on: patron,
        by: library.admin, at: now)
      let second = try journal.append(
        .paymentTaken(PaymentTaken(amount: Money(dong: 700))), on: patron, by: library.admin,
        at: now)
      try journal.append(
        .paymentVoided(payment: second), on: patron, by: library.admin, at: now, undoing: second)
      return (first, second)
    }
    let before = try library.dump()
    try library.forgetMigrations(behind: 12)
    let opened = try LibraryFile.open(in: library.folder, random: SeededRandom(seed: 2))
    let desk = Desk(file: opened, staff: library.admin, clock: library.clock)
    #expect(try library.dump().rows["account_entry"] == before.rows["account_entry"])
    let lines = try desk.account(of: patron).lines
    #expect(lines.map(\.op).prefix(2) == [first, second])
    #expect(lines.map(\.amount.dong) == [500, 700, 700] && lines[1].voidedBy == lines[2].op)
    #expect(try desk.account(of: patron).owed.dong == -500)
    #expect(try opened.check().findings == [])
  }
}
