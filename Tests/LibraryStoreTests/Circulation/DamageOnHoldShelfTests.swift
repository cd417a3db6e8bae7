import LibraryCore
import Testing

@testable import LibraryStore

@Suite("A copy on the hold shelf that turns out damaged")
struct DamageOnHoldShelfTests {
  private let library: TestLibrary

  init() throws {
    library = try TestLibrary(today: "2026-11-02")
    try library.addItem("VV.1")
    for (card, name) in [("TV1", "Trần Thị Lan"), ("TV2", "Lê Bình"), ("TV3", "Phạm Hoa")] {
      try library.addPatron(card, name: name)
    }
    for card in ["TV1", "TV2"] {
      let record = try library.item("VV.1").item.record
      _ = try library.desk.placeHold(HoldRequest(card: card, records: [record]))
      library.clock.move(minutes: 1)
    }
    _ = try library.desk.takeBack("VV.1")
  }

  private var kept: SetAside? { get throws { try library.item("VV.1").setAside } }

  private func states() throws -> [HoldStatus] {
    try ["TV1", "TV2"].map { card in
      let patron = try #require(try library.desk.patron(card)).patron.id
      let hold = try #require(try library.desk.holds(of: patron).first)
      return hold.status
    }
  }

  @Test("its reader waits again at the same place, and the answer says who and which")
  func report() throws {
    let before = try #require(try kept)
    let report = try library.desk.reportDamage("VV.1", note: "mất trang")
    #expect(report.waitsAgain?.patron.card.text == "TV1")
    #expect(report.waitsAgain?.place == 1)
    #expect(try states() == [.waiting, .waiting])
    #expect(try kept == nil)
    try library.expectFolded()
    let undone = try #require(try library.desk.undo().op)
    #expect(try kept == before)
    #expect(try states() == [.shelf, .waiting])
    #expect(try library.desk.undo(undone).op != nil)
    #expect(try states() == [.waiting, .waiting])
    try library.expectFolded()
    #expect(try library.file.check().isSound)
  }

  @Test("scanned back as damaged it says so too")
  func takenBack() throws {
    guard
      case .notOnLoan(_, .aside(.damaged), let notices, let op?) = try library.desk.takeBack(
        "VV.1", damage: Damage("mất trang"))
    else { throw TestFailure("not set aside") }
    #expect(
      notices.contains { notice in
        if case .holdWaitsAgain(let kept) = notice {
          kept.patron.card.text == "TV1" && kept.place == 1
        } else {
          false
        }
      })
    #expect(try states() == [.waiting, .waiting])
    #expect(try library.desk.undo(op).op != nil)
    #expect(try states() == [.shelf, .waiting])
    try library.expectFolded()
  }

  @Test("the damage stands once the copy went to somebody")
  func lent() throws {
    let damage = try #require(try library.desk.reportDamage("VV.1", note: "mất trang").op)
    let lent = try #require(
      try library.desk.checkOut("VV.1", to: "TV3", override: "đọc được").lent?.op)
    #expect(try library.desk.undo(damage) == .refused([.laterActions([lent])]))
  }

  @Test("a copy called lost, missing, damaged or withdrawn in its form says who waits again")
  func edited() throws {
    #expect(try library.desk.notices(ofEditing: "VV.1", [.location: "VV"]).isEmpty)
    #expect(try library.desk.notices(ofEditing: "VV.1", [.status: "available"]).isEmpty)
    let notices = try library.desk.notices(ofEditing: "VV.1", [.status: "missing"])
    #expect(notices.map(\.code) == ["holdWaitsAgain"])
    _ = try library.desk.editItem("VV.1", [.status: "missing"])
    #expect(try states() == [.waiting, .waiting])
    #expect(try library.desk.notices(ofEditing: "VV.1", [.status: "lost"]).isEmpty)
  }
}
