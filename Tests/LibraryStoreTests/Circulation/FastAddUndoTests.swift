import LibraryCore
import MARC
import Testing

@testable import LibraryStore

@Suite struct FastAddUndoTests {
  private let library: TestLibrary

  init() throws {
    library = try TestLibrary(today: "2026-11-02")
    try library.addItem("VV.1")
    try library.addPatron("TV1", name: "Trần Thị Lan")
    try library.addPatron("TV2", name: "Lê Bình")
  }

  private func addAndLend() throws -> (added: OpID, lent: OpID) {
    (
      try #require(try library.desk.fastAdd("NH.1", title: "Sách mới").op),
      try #require(try library.desk.checkOut("NH.1", to: "TV1").lent?.op)
    )
  }

  private func stock() throws -> [Int] {
    [
      try library.count("SELECT count(*) FROM record WHERE status = 'active'"),
      try library.count("SELECT count(*) FROM item WHERE status <> 'removed'"),
      try library.count("SELECT count(*) FROM loan WHERE status = 'open'"),
    ]
  }

  @Test("one undo takes back title, copy and loan; undoing that brings all three again")
  func whole() throws {
    let before = try stock()
    let (added, _) = try addAndLend()
    let after = try stock()
    #expect(after == before.map { $0 + 1 })
    guard case .undone(added, let undo) = try library.desk.undo() else {
      throw TestFailure("not taken back")
    }
    #expect(try stock() == before)
    #expect(try library.desk.checkOut("NH.1", to: "TV1") == .unknownItem("NH.1"))
    #expect(try library.desk.patron("TV1")?.loans == 0)
    let again = try #require(try library.desk.undo(undo).op)
    #expect(try stock() == after)
    #expect(try library.item("NH.1").loan?.card.text == "TV1")
    #expect(try library.desk.undo(again).op != nil)
    #expect(try stock() == before)
    try library.expectFolded()
    #expect(try library.file.check().isSound)
  }

  @Test("whichever of the three is named, all go", arguments: 0..<3)
  func named(part: Int) throws {
    let before = try stock()
    let (added, lent) = try addAndLend()
    let copy = try #require(try library.desk.history(of: try library.item("NH.1").item.id).last)
    #expect(try library.desk.undo([added, copy.op.id, lent][part]).undone == added)
    #expect(try stock() == before)
  }

  @Test("a loan taken back cannot come back by itself without its copy")
  func redoOfAPart() throws {
    let (_, lent) = try addAndLend()
    let after = try stock()
    _ = try library.desk.undo()
    let void = try #require(try library.desk.logEntry(lent)?.undoneBy)
    #expect(try library.desk.undo(void).op != nil)
    #expect(try stock() == after)
    try library.expectFolded()
  }

  @Test("what was lent to another since stands, and its loan is named")
  func lentSince() throws {
    let (added, lent) = try addAndLend()
    let second = try #require(
      try library.desk.checkOut("NH.1", to: "TV2", override: "sách ở quầy").lent?.op)
    #expect(try library.desk.undo(lent) == .refused([.laterActions([second])]))
    #expect(try library.desk.undo(added) == .refused([.laterActions([second])]))
    #expect(try library.desk.undo().undone == second)
    #expect(try library.desk.undo().undone == added)
    try library.expectFolded()
  }

  @Test("a title catalogued since keeps its copy; the loan goes alone")
  func catalogued() throws {
    let (added, lent) = try addAndLend()
    let copy = try library.item("NH.1").item
    let marc = Record(leader: .newBook, fields: [Field("245", [Subfield("a", "Sách mới (tập 1)")])])
    let saved = try library.desk.saveRecord(marc, id: copy.record)
    #expect(saved.op != nil)
    #expect(try library.desk.undo(lent).undone == lent)
    #expect(try library.item("NH.1").loan == nil)
    #expect(try library.desk.undo(added) == .refused([.laterActions([try #require(saved.op)])]))
    try library.expectFolded()
  }

  @Test("a copy described since keeps its title; the loan goes alone")
  func described() throws {
    let (_, lent) = try addAndLend()
    _ = try library.desk.editItem("NH.1", [.location: "VV"])
    #expect(try library.desk.undo(lent).undone == lent)
    #expect(try library.item("NH.1").item.location == "VV")
  }

  @Test("a title that somebody waits for since is kept")
  func awaited() throws {
    let (added, _) = try addAndLend()
    let record = try library.item("NH.1").item.record
    guard
      case .placed(let placed) = try library.desk.placeHold(
        HoldRequest(card: "TV2", records: [record]))
    else { throw TestFailure("no hold") }
    let hold = try #require(placed.op)
    #expect(try library.desk.undo(added) == .refused([.laterActions([hold])]))
  }

  @Test("a loan by somebody else, of another visit, or after a return goes alone")
  func ownLoan() throws {
    let colleague = try library.addStaff("hoa", .librarian)
    _ = try library.desk.fastAdd("NH.1", title: "Sách mới")
    let lent = try #require(try colleague.checkOut("NH.1", to: "TV1").lent?.op)
    #expect(try library.desk.undo(lent).undone == lent)
    _ = try library.desk.fastAdd("NH.2", title: "Sách khác")
    library.clock.move(minutes: 90)
    let later = try #require(try library.desk.checkOut("NH.2", to: "TV1").lent?.op)
    #expect(try library.desk.undo().undone == later)
    #expect(try library.item("NH.2").loan == nil)
    try library.expectFolded()
  }

  @Test("a copy added in haste and not lent goes with its title")
  func unlent() throws {
    let before = try stock()
    let added = try #require(try library.desk.fastAdd("NH.1", title: "Sách mới").op)
    #expect(try library.desk.undo().undone == added)
    #expect(try stock() == before)
  }

  @Test("a visit taken back takes what was added in haste with it, as one line")
  func visit() throws {
    let before = try stock()
    let (added, _) = try addAndLend()
    guard case .undone(let visit) = try library.desk.undo(.visit, of: "TV1") else {
      throw TestFailure("not taken back")
    }
    #expect(visit.lines.map(\.entry.op.id) == [added])
    #expect(visit.lines.first?.entry.fastAdd?.lentTo?.card.text == "TV1")
    #expect(try stock() == before)
  }

  @Test("a desk's own last action is the whole of a fast add with its loan, and no other desk's")
  func own() throws {
    let library = try TestLibrary(today: "2026-11-02")
    try library.addPatron("TV1")
    let desk = Desk(
      file: library.file, staff: library.desk.staffID, clock: library.clock)
    #expect(try desk.lastOwnAction() == nil)
    guard case .saved(_, let added) = try desk.fastAdd("NH1", title: "Sách lạ") else {
      throw TestFailure("not added")
    }
    _ = try desk.checkOut("NH1", to: "TV1")
    _ = try library.desk.editPatron("TV1", [.note: "x"])
    #expect(try desk.lastOwnAction() == added)
    #expect(try desk.undo(added).op != nil)
    #expect(try library.desk.patron("TV1")?.loans == 0)
    #expect(try desk.lastOwnAction() == nil)
  }
}
