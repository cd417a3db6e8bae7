import LibraryCore
import Testing

@testable import LibraryStore

@Suite("A copy that comes back damaged")
struct DamagedReturnTests {
  private let library: TestLibrary
  private let damage = Damage("rách bìa", charge: Money(dong: 8000))

  init() throws {
    library = try TestLibrary(today: "2026-11-02")
    try library.addItem("VV.1", [.price: "50000", .note: "bản tặng"])
    try library.addPatron("TV1")
    try library.addPatron("TV2", name: "Trần Văn Bình")
    try library.append(.ruleSaved([RuleField.values.set("finePerDay=500;owedMaximum=900000")]))
    _ = try library.desk.checkOut("VV.1", to: "TV1")
  }

  private func owed() throws -> Int { try library.count("SELECT max(owed) FROM patron") }

  @Test("return, damage and charge are one action, and one undo takes them back")
  func whole() throws {
    _ = try library.desk.placeHold(
      HoldRequest(card: "TV2", records: [library.item("VV.1").item.record]))
    let before = try library.dump().withoutCounters
    guard case .returned(let back) = try library.desk.takeBack("VV.1", damage: damage) else {
      throw TestFailure("not returned")
    }
    // Nobody is given a broken copy.
    #expect(back.errand == .aside(.damaged))
    let item = try library.item("VV.1")
    #expect(item.loan == nil && item.item.status == .damaged && item.item.note == "rách bìa")
    #expect(try owed() == 8000)
    try library.expectFolded()
    let undone = try #require(try library.desk.undo(back.op).op)
    let after = try library.dump().withoutCounters
    for table in ["item", "patron", "hold"] { #expect(after[table] == before[table], "\(table)") }
    #expect(try library.item("VV.1").loan != nil)
    try library.expectFolded()
    #expect(try library.desk.undo(undone).op != nil)
    #expect(try library.item("VV.1").item.status == .damaged)
    #expect(try owed() == 8000)
    try library.expectFolded()
  }

  @Test("a lost copy found broken is lost again when that is taken back")
  func lost() throws {
    _ = try library.desk.declareLost("VV.1")
    #expect(try owed() == 50000)
    guard
      case .notOnLoan(_, .aside(.damaged), _, let op?) =
        try library.desk.takeBack("VV.1", damage: damage)
    else { throw TestFailure("not taken in") }
    #expect(try library.item("VV.1").item.status == .damaged)
    #expect(try owed() == 8000)
    #expect(try library.desk.undo(op).op != nil)
    #expect(try library.item("VV.1").item.status == .lost)
    #expect(try library.item("VV.1").item.note == "bản tặng")
    #expect(try owed() == 50000)
    try library.expectFolded()
  }

  @Test("all that stands against it is said at once, and nothing is written")
  func refused() throws {
    let helper = try library.addStaff("phuong", .helper)
    let before = try library.dump()
    guard
      case .refused(let reasons, _) = try helper.takeBack(
        "VV.1", damage: Damage(" ", charge: Money(dong: 1000)))
    else { throw TestFailure("a helper charged") }
    #expect(reasons == [.noPermission(.markLost), .reasonMissing, .noPermission(.charge)])
    try library.addItem("VV.9")
    guard
      case .refused([.nobodyToCharge], _) = try library.desk.takeBack("VV.9", damage: damage)
    else { throw TestFailure("nobody was charged") }
    _ = try library.desk.takeBack("VV.1", damage: damage, dryRun: true)
    #expect(try library.dump().rows["loan"] == before.rows["loan"])
    #expect(try library.item("VV.1").loan != nil)
  }

  @Test(
    "a copy that was on no loan is not counted as read when it is broken, and what was mended since stays"
  )
  func unlent() throws {
    _ = try library.desk.takeBack("VV.1")
    try library.clock.set("2026-11-03T08:00:00")
    guard case .notOnLoan(_, _, _, let op?) = try library.desk.takeBack("VV.1", damage: damage)
    else { throw TestFailure("nothing written") }
    #expect(try library.count("SELECT count(*) FROM tally") == 0)
    let mended = try #require(try library.desk.editItem("VV.1", [.status: "available"]).op)
    #expect(try library.desk.undo(op) == .refused([.laterActions([mended])]))
  }
}
