import LibraryCore
import Testing

@testable import LibraryStore

@Suite struct ClockTests {
  let library: TestLibrary

  init() throws {
    library = try TestLibrary(today: "2026-11-23")
    try library.addItem("VV.1")
    try library.addPatron("TV1")
  }

  @Test(
    "by a clock set to 2000 or 2099 nothing is written until somebody says that it is right",
    arguments: ["2000-01-01", "2099-01-01"])
  func wrongYear(day: String) throws {
    let before = try library.dump()
    try library.clock.set(day + "T08:00:00")
    #expect(throws: StoreFault.self) { try library.desk.checkOut("VV.1", to: "TV1") }
    #expect(try library.dump() == before)
    #expect(try library.desk.checkOut("VV.1", to: "TV1", dryRun: true).lent != nil)
    #expect(try library.desk.clockDoubt() != nil)
    let confirmed = try #require(try library.desk.confirmClock().op)
    #expect(try library.desk.clockDoubt() == nil)
    guard case .refused(let reasons) = try library.desk.undo(confirmed) else {
      Issue.record("a clock that was looked at was taken back")
      return
    }
    #expect(reasons.map(\.code) == ["notUndoable"])
    #expect(try library.desk.checkOut("VV.1", to: "TV1").lent != nil)
    #expect(try library.file.check().findings == [])
  }

  @Test("a clock that was wrong and is right again is confirmed once and believed")
  func rightAgain() throws {
    try library.clock.set("2099-01-01T08:00:00")
    _ = try library.desk.confirmClock()
    try library.clock.set("2026-11-24T08:00:00")
    #expect(throws: StoreFault.self) { try library.desk.checkOut("VV.1", to: "TV1") }
    _ = try library.desk.confirmClock()
    try library.clock.set("2026-12-24T08:00:00")
    #expect(try library.desk.checkOut("VV.1", to: "TV1").lent?.due.day.iso == "2027-01-07")
  }

  @Test("what is written by a clock put right stands at its own time, not at the wrong one's")
  func putRight() throws {
    try library.addItem("VV.2")
    try library.clock.set("2026-12-29T10:00:00")
    _ = try library.desk.checkOut("VV.2", to: "TV1")
    try library.clock.set("2026-11-23T09:00:00")
    #expect(throws: StoreFault.self) { try library.desk.checkOut("VV.1", to: "TV1") }
    _ = try library.desk.confirmClock()
    let lent = try #require(try library.desk.checkOut("VV.1", to: "TV1").lent?.op)
    let reader = try library.patron("TV1")
    let loan = try #require(try library.desk.loans(of: reader).first { $0.barcode == "VV.1" })
    #expect(loan.lentAt.day.iso == "2026-11-23" && loan.lentAt.clock == "09:00")
    #expect(try library.desk.today().first?.op == lent)
    #expect(try library.desk.log(limit: 1).first?.op.moment.day.iso == "2026-11-23")
    let wrongDay = try library.desk.history(ofDay: CalendarDay(iso: "2026-12-29"))
    #expect(wrongDay.map(\.item?.barcode.text) == ["VV.2"])
    let diary = try library.desk.diary(from: library.desk.today, to: library.desk.today)
    #expect(diary.first?.loans.values.reduce(0, +) == 1)
    // The visit is what was done now, without what the wrong clock said.
    guard case .undone(let visit) = try library.desk.undo(.visit, of: "TV1") else {
      throw TestFailure("not undone")
    }
    #expect(visit.lines.map(\.entry.op.id) == [lent])
    #expect(try library.file.check().findings == [])
    try library.expectFolded()
  }

  @Test("nothing is decided by a clock in doubt, so that no wrong refusal is told")
  func beforeRefusals() throws {
    try library.clock.set("2000-01-01T08:00:00")
    #expect(throws: StoreFault.self) { try library.desk.checkOut("VV.1", to: "nobody") }
  }

  @Test("a clock put right by some hours, or after a long holiday, is not asked about")
  func usual() throws {
    try library.clock.set("2026-11-22T20:00:00")
    #expect(try library.desk.checkOut("VV.1", to: "TV1").lent != nil)
    try library.clock.set("2027-09-01T08:00:00")
    #expect(try library.desk.takeBack("VV.1").returned != nil)
    #expect(try library.desk.confirmClock().op == nil)
  }
}
