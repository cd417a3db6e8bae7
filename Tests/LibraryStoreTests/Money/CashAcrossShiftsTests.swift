import LibraryCore
import Testing

@testable import LibraryStore

@Suite("Cash of a shift that was closed since")
struct CashAcrossShiftsTests {
  private let library: TestLibrary
  private let paid: OpID

  /// A payment of 20,000 in a shift that is closed.
  init() throws {
    library = try TestLibrary(today: "2026-11-02")
    try library.addPatron("TV1")
    _ = try library.desk.enter(
      AccountEntry(.charge, Money(dong: 30_000), charge: .photocopy), for: "TV1")
    _ = try library.desk.openCash(float: Money(dong: 100_000))
    paid = try #require(try library.desk.pay("TV1", amount: Money(dong: 20_000)).op)
    library.clock.move(minutes: 60)
    _ = try library.desk.closeCash(counted: Money(dong: 120_000))
    library.clock.move(minutes: 60)
  }

  private func shifts() throws -> [CashShift] {
    try library.desk.cashShifts(from: library.desk.today, to: library.desk.today)
  }

  private func across(_ outcome: UndoOutcome) throws -> [CashAcrossShifts] {
    try library.desk.notices(ofUndone: outcome).compactMap { notice in
      if case .cashAcrossShifts(let cash) = notice { cash } else { nil }
    }
  }

  @Test("it is not handed back while no shift is open, by undo or by void")
  func refused() throws {
    let closed = try #require(try shifts().first?.closed)
    let reason = Refusal.cashShiftClosed(drawer: "Q1", at: closed.at)
    #expect(try library.desk.undo(paid) == .refused([reason]))
    #expect(try library.desk.void(paid, reason: "nhầm") == .refused([reason]))
    #expect(try library.desk.patron("TV1")?.owed == Money(dong: 10_000))
  }

  @Test("it is handed back out of the shift that is open, which says so and explains it")
  func handedBack() throws {
    _ = try library.desk.openCash(float: Money(dong: 50_000))
    let outcome = try library.desk.void(paid, reason: "nhầm")
    let told = try #require(try across(outcome).first)
    #expect(told.amount == Money(dong: 20_000) && told.drawer == "Q1")
    #expect(told.formerClosedAt != nil)
    let open = try #require(try library.desk.openShift())
    #expect(open.taken == Money(dong: -20_000) && open.handedBack == Money(dong: -20_000))
    #expect(open.expected == Money(dong: 30_000))
    let closed = try #require(try shifts().first { $0.closed != nil })
    #expect(closed.expected == Money(dong: 120_000) && closed.handedBack == .zero)
    let line = try #require(try library.desk.cashLines(of: open.id).last?.line)
    #expect(line.voids == paid && line.voidedReceipt?.number == 2)
    #expect(try library.desk.closeCash(counted: Money(dong: 30_000)).op != nil)
    try library.expectFolded()
    #expect(try library.file.check().isSound)
  }

  @Test("within its own shift, or by transfer, there is nothing to tell and nothing in the way")
  func ordinary() throws {
    let transfer = try #require(
      try library.desk.pay("TV1", amount: Money(dong: 1000), method: .transfer).op)
    #expect(try across(try library.desk.undo(transfer)).isEmpty)
    _ = try library.desk.openCash(float: Money(dong: 50_000))
    let again = try #require(try library.desk.pay("TV1", amount: Money(dong: 2000)).op)
    let outcome = try library.desk.undo(again)
    #expect(outcome.op != nil)
    #expect(try across(outcome).isEmpty)
    #expect(try library.desk.openShift()?.handedBack == .zero)
  }

  @Test("cash that came in while no shift was open is told where a shift hands it back")
  func withoutShift() throws {
    let loose = try #require(try library.desk.pay("TV1", amount: Money(dong: 3000)).op)
    #expect(try library.desk.undo(loose).op != nil)
    let second = try #require(try library.desk.pay("TV1", amount: Money(dong: 3000)).op)
    _ = try library.desk.openCash(float: Money(dong: 50_000))
    let told = try across(try library.desk.undo(second))
    #expect(told.map(\.amount) == [Money(dong: 3000)])
    #expect(told.first?.formerDrawer == nil)
  }

  @Test("of several open shifts none of which is one's own, that at the same drawer hands it back")
  func sameDrawer() throws {
    let (first, second) = (
      try library.addStaff("hoa", .librarian), try library.addStaff("lan", .librarian)
    )
    _ = try first.openCash("Q1", float: Money(dong: 50_000))
    _ = try second.openCash("Q2", float: Money(dong: 50_000))
    #expect(try library.desk.undo(paid).op != nil)
    #expect(try first.openShift()?.expected == Money(dong: 30_000))
    #expect(try second.openShift()?.expected == Money(dong: 50_000))
  }
}
