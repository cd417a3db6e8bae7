import LibraryCore
import LibraryStore
import Testing

@Suite struct CashTests {
  private func library() throws -> TestLibrary {
    let library = try TestLibrary(today: "2026-11-02")
    try library.addPatron("TV1")
    return library
  }

  @Test("a shift holds what it began with, what was put in and taken out, and what patrons brought")
  func shift() throws {
    let library = try library()
    let desk = library.desk
    #expect(try desk.closeCash(counted: .zero).reasons == [.drawerNotOpen("Q1")])
    _ = try desk.openCash("q2", float: Money(dong: 200_000))
    let paid = try #require(try desk.pay("TV1", amount: Money(dong: 30_000)).op)
    _ = try desk.pay("TV1", amount: Money(dong: 7000), method: .transfer)
    _ = try desk.moveCash(Money(dong: -100_000), reason: "nộp quỹ")
    let shift = try #require(try desk.openShift())
    #expect(shift.expected.dong == 130_000 && shift.taken.dong == 30_000)
    let lines = try desk.cashLines(of: shift.id)
    #expect(lines.map(\.line.receipt?.text) == ["Q2/2026/000001", "Q2/2026/000002"])
    #expect(lines.map(\.patron?.card.text) == ["TV1", "TV1"])
    #expect(try desk.openCash("Q2", float: .zero).reasons?.map(\.code) == ["drawerOpen"])
    let counted = Money(dong: 129_000)
    #expect(
      try desk.closeCash(counted: counted).reasons == [.differenceUnexplained(Money(dong: -1000))])
    let closing = try #require(try desk.closeCash(counted: counted, explanation: "thối nhầm").op)
    let closed = try #require(try desk.cashShift(shift.id))
    #expect(closed.difference?.dong == -1000 && closed.closed?.explanation == "thối nhầm")
    #expect(try desk.openShift() == nil)
    _ = try desk.undo(paid)
    #expect(try desk.cashShift(shift.id) == closed)
    #expect(try desk.undo(closing).op != nil)
    #expect(try desk.openShift()?.expected == shift.expected)
    try library.expectFolded()
    #expect(try library.file.check().findings == [])
  }

  @Test("an opening is taken back while nothing came in, and then no more")
  func undo() throws {
    let library = try library()
    let desk = library.desk
    let opened = try #require(try desk.openCash(float: Money(dong: 5000)).op)
    let moved = try #require(try desk.moveCash(Money(dong: 500), reason: "tiền lẻ").op)
    #expect(try desk.undo(opened) == .refused([.laterActions([moved])]))
    #expect(try desk.undo(moved).op != nil)
    #expect(try desk.openShift()?.expected.dong == 5000)
    let paid = try #require(try desk.pay("TV1", amount: Money(dong: 1)).op)
    #expect(try desk.undo(opened) == .refused([.laterActions([paid])]))
    let closed = try #require(try desk.closeCash(counted: Money(dong: 5001)).op)
    #expect(try desk.undo(moved).reasons?.map(\.code) == ["alreadyUndone"])
    _ = try desk.openCash(float: .zero)
    #expect(try desk.undo(closed).reasons?.map(\.code) == ["drawerOpen"])
    try library.expectFolded()
  }

  @Test("an empty shift goes as if it had never been, and the drawer can be opened again")
  func unopened() throws {
    let library = try library()
    let opened = try #require(try library.desk.openCash(float: .zero).op)
    let undone = try #require(try library.desk.undo(opened).op)
    #expect(try library.desk.openShift() == nil)
    #expect(try library.desk.undo(undone).reasons?.map(\.code) == ["notUndoable"])
    #expect(try library.desk.openCash(float: .zero).op != nil)
    #expect(
      try library.desk.cashShifts(from: library.desk.today, to: library.desk.today).count == 1)
  }

  @Test("money goes to one's own drawer, to the only open one, or to none where that is unclear")
  func drawers() throws {
    let library = try library()
    let lan = try library.addStaff("lan", .librarian)
    let mai = try library.addStaff("mai", .librarian)
    _ = try lan.openCash("Q1", float: .zero)
    #expect(try mai.openShift()?.drawer == "Q1")
    _ = try mai.openCash("Q2", float: .zero)
    #expect(try lan.openShift()?.drawer == "Q1" && mai.openShift()?.drawer == "Q2")
    #expect(try library.desk.openShift() == nil)
    let op = try #require(try library.desk.pay("TV1", amount: Money(dong: 1)).op)
    #expect(try library.desk.accountLine(op)?.line.receipt?.text == "Q1/2026/000001")
    #expect(try lan.openShift()?.taken == .zero)
    _ = try library.desk.setSetting(HouseSetting.drawer, "KHO")
    let other = try #require(try library.desk.pay("TV1", amount: Money(dong: 1)).op)
    #expect(try library.desk.accountLine(other)?.line.receipt?.text == "KHO/2026/000001")
    #expect(try library.desk.setSetting(HouseSetting.drawer, "kho 1").reasons?.count == 1)
  }

  @Test("no more cash goes out of a drawer than should lie in it, by whatever way")
  func emptyDrawer() throws {
    let library = try library()
    let desk = library.desk
    _ = try desk.openCash("Q1", float: Money(dong: 10_000))
    let out = try #require(try desk.moveCash(Money(dong: -10_000), reason: "nộp quỹ").op)
    let undone = try #require(try desk.undo(out).op)
    _ = try desk.moveCash(Money(dong: -10_000), reason: "nộp lại")
    #expect(try desk.undo(undone).reasons == [.moreThanInDrawer(.zero)])
    _ = try desk.pay("TV1", amount: Money(dong: 5000), method: .transfer)
    let refund = { (method: PaymentMethod) in
      try desk.enter(AccountEntry(.refund, Money(dong: 5000), method: method), for: "TV1")
    }
    #expect(try refund(.cash).reasons == [.moreThanInDrawer(.zero)])
    #expect(try refund(.transfer).op != nil)
    #expect(try desk.openShift()?.expected == .zero)
    #expect(try library.file.check().findings == [])
  }
}
