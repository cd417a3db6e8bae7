import LibraryCore
import Testing

@testable import LibraryStore

/// A copy that the library counts as gone, and that somebody brings to the desk to borrow.
@Suite struct FoundByLoanTests {
  private func library(_ rules: String = "processingFee=9000") throws -> TestLibrary {
    let library = try TestLibrary(today: "2026-11-02")
    try library.addItem("VV.1", [.price: "50000"])
    for card in ["TV1", "TV2"] { try library.addPatron(card) }
    try library.append(.ruleSaved([RuleField.values.set(rules)]))
    return library
  }

  private func owed(_ library: TestLibrary, _ card: String) throws -> Int64 {
    try #require(try library.desk.patron(card)).owed.dong
  }

  @Test("lending a lost copy means that it has turned up: who lost it gets the money back, at once")
  func lost() throws {
    let library = try library()
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    _ = try library.desk.declareLost("VV.1")
    #expect(try owed(library, "TV1") == 59_000)
    let before = try library.dump().withoutCounters
    let told = try library.desk.checkOut("VV.1", to: "TV2", override: "có sách đây", dryRun: true)
    #expect(told.lent?.notices.map(\.code) == ["foundAgain", "foundCredit"])
    let lent = try #require(
      try library.desk.checkOut("VV.1", to: "TV2", override: "có sách đây").lent)
    #expect(lent.notices.map(\.code) == ["foundAgain", "foundCredit"])
    #expect(try library.item("VV.1").item.status == .available)
    #expect(try owed(library, "TV1") == 9000 && library.desk.patron("TV1")?.lost == 0)
    #expect(try library.desk.renew("VV.1").reasons?.map(\.code) == ["renewalAddsNothing"])
    let undone = try #require(try library.desk.undo(lent.op).op)
    #expect(try library.item("VV.1").item.status == .lost && library.item("VV.1").loan == nil)
    #expect(try owed(library, "TV1") == 59_000 && library.desk.patron("TV1")?.lost == 1)
    #expect(try library.dump().withoutCounters["item"] == before["item"])
    #expect(try library.desk.undo(undone).op != nil)
    #expect(try library.item("VV.1").item.status == .available)
    #expect(try owed(library, "TV1") == 9000)
    try library.expectFolded()
    #expect(try library.file.check().findings == [])
  }

  @Test("what the rules keep of the price stays owed, as at a return")
  func kept() throws {
    let library = try library("lostRefund=1;processingFee=9000")
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    _ = try library.desk.declareLost("VV.1")
    let lent = try library.desk.checkOut("VV.1", to: "TV2", override: "có sách đây").lent
    #expect(lent?.notices.map(\.code) == ["foundAgain"])
    #expect(try owed(library, "TV1") == 59_000 && library.desk.patron("TV1")?.lost == 0)
  }

  @Test(
    "a copy recorded as lost or missing by hand is simply there again",
    arguments: [ItemStatus.lost, .missing])
  func byHand(status: ItemStatus) throws {
    let library = try library()
    try library.setStatus(status, of: "VV.1")
    let lent = try #require(
      try library.desk.checkOut("VV.1", to: "TV2", override: "có sách đây").lent)
    #expect(lent.notices.map(\.code) == ["foundAgain"])
    #expect(try library.item("VV.1").item.status == .available)
    _ = try library.desk.undo(lent.op)
    #expect(try library.item("VV.1").item.status == status)
    try library.expectFolded()
  }

  @Test("a damaged copy goes out as it is, and a withdrawn one never")
  func others() throws {
    let library = try library()
    try library.setStatus(.damaged, of: "VV.1")
    let lent = try library.desk.checkOut("VV.1", to: "TV2", override: "chỉ rách bìa").lent
    #expect(lent?.notices.isEmpty == true)
    #expect(try library.item("VV.1").item.status == .damaged)
    #expect(try library.desk.takeBack("VV.1").returned?.errand == .aside(.damaged))
    try library.setStatus(.withdrawn, of: "VV.1")
    let refused = try library.desk.checkOut("VV.1", to: "TV2", override: "cần")
    #expect(refused.reasons?.map(\.code) == ["itemWithdrawn"])
  }

  @Test("a lost copy in a box is found with it, and the box's undo takes that along")
  func inBox() throws {
    let library = try library()
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    _ = try library.desk.declareLost("VV.1")
    let sent = try library.desk.checkOutAll(
      ["VV.1"], to: "TV2", receiver: "Hoa", override: "có trong thùng")
    #expect(try library.item("VV.1").item.status == .available)
    #expect(try owed(library, "TV1") == 9000)
    guard case .each(_, _, let box?) = sent else { throw TestFailure("no box") }
    _ = try library.desk.undo(box.op)
    #expect(try library.item("VV.1").item.status == .lost && owed(library, "TV1") == 59_000)
    try library.expectFolded()
  }
}
