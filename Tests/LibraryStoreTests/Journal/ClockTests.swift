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

  @Test("a clock put right by some hours, or after a long holiday, is not asked about")
  func usual() throws {
    try library.clock.set("2026-11-22T20:00:00")
    #expect(try library.desk.checkOut("VV.1", to: "TV1").lent != nil)
    try library.clock.set("2027-09-01T08:00:00")
    #expect(try library.desk.takeBack("VV.1").returned != nil)
    #expect(try library.desk.confirmClock().op == nil)
  }
}
