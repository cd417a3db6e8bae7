import LibraryCore
import Testing

@testable import LibraryStore

@Suite("Who had it before")
struct PreviousBorrowerTests {
  private let library: TestLibrary

  init() throws {
    library = try TestLibrary(today: "2026-11-02")
    try library.addItem("VV.1")
    try library.addPatron("TV1")
    try library.addPatron("TV2", name: "Trần Văn Bình")
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    try library.clock.set("2026-11-05T08:00:00")
    _ = try library.desk.takeBack("VV.1")
    _ = try library.desk.checkOut("VV.1", to: "TV2")
  }

  private func told(_ desk: Desk) throws -> [Notice] {
    guard case .returned(let back) = try desk.takeBack("VV.1", dryRun: true) else {
      throw TestFailure("not on loan")
    }
    return back.notices
  }

  @Test("nobody is told until the house says so, and then only who may know")
  func privacy() throws {
    #expect(try told(library.desk) == [])
    let item = try library.item("VV.1").item.id
    #expect(try library.desk.previousBorrower(of: item) == nil)
    _ = try library.desk.setSetting(HouseSetting.previousBorrower, "yes")
    let first = PastBorrower(
      PatronLine(try #require(try library.desk.patron("TV1")).patron),
      returnedOn: try #require(CalendarDay(iso: "2026-11-05")))
    #expect(try told(library.desk) == [.previousBorrower(first)])
    #expect(try library.desk.previousBorrower(of: item) == first)
    let helper = try library.addStaff("phuong", .helper)
    #expect(try told(helper) == [])
    #expect(try helper.previousBorrower(of: item) == nil)
  }

  @Test("a title borrowed before is said unless the house says no")
  func borrowedBefore() throws {
    _ = try library.desk.takeBack("VV.1")
    let day = try #require(CalendarDay(iso: "2026-11-02"))
    let first = try library.desk.checkOut("VV.1", to: "TV1", dryRun: true)
    #expect(first.lent?.notices == [.borrowedBefore(on: day)])
    _ = try library.desk.setSetting(HouseSetting.borrowedBefore, "no")
    #expect(try library.desk.checkOut("VV.1", to: "TV1", dryRun: true).lent?.notices == [])
  }
}
