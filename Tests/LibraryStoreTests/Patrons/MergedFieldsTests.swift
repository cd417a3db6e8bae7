import LibraryCore
import Testing

@testable import LibraryStore

@Suite struct MergedFieldsTests {
  let library: TestLibrary

  init() throws {
    library = try TestLibrary(today: "2026-11-10")
    try library.addPatron("TV1", name: "Nguyễn Thị Lan", [.phone: "0912345678", .born: "1987"])
    try library.addPatron(
      "TV2", name: "Nguyen Thi Lan",
      [
        .phone: "0988000111", .born: "1987-05-02", .address: "Xã Tân Phú", .className: "6A",
        .schoolYear: "2026-2027",
      ])
  }

  private func merge(dryRun: Bool = false) throws -> (taken: [PatronField], op: OpID?) {
    guard
      case .merged(_, _, _, _, _, let taken, let op) = try library.desk.mergePatrons(
        "TV1", "TV2", dryRun: dryRun)
    else { throw TestFailure("not merged") }
    return (taken, op)
  }

  private var kept: Patron { get throws { try #require(try library.desk.patron("TV1")).patron } }

  @Test("the entry that stays takes over what it lacks, and nothing that it has")
  func taken() throws {
    let before = try library.dump().withoutCounters
    #expect(try merge(dryRun: true).taken == [.born, .address, .className, .schoolYear])
    let op = try merge().op
    #expect(try kept.phone == "0912345678" && kept.born == "1987-05-02")
    #expect(try kept.address == "Xã Tân Phú")
    try library.expectFolded()
    #expect(try library.desk.undo(op).op != nil)
    #expect(try kept.born == "1987" && kept.address == nil)
    #expect(try library.dump().withoutCounters["patron"] == before["patron"])
    try library.expectFolded()
    #expect(try library.file.check().findings == [])
  }

  @Test("taken back and done again, it takes over the same again")
  func again() throws {
    let op = try merge().op
    let undone = try #require(try library.desk.undo(op).op)
    #expect(try library.desk.undo(undone).op != nil)
    #expect(try kept.address == "Xã Tân Phú")
    try library.expectFolded()
  }

  @Test("once what was taken over was changed, the merge stays")
  func changedSince() throws {
    let op = try merge().op
    let edited = try #require(try library.desk.editPatron("TV1", [.address: "Xã Tân Mỹ"]).op)
    #expect(try library.desk.undo(op).reasons == [.laterActions([edited])])
    #expect(try library.desk.undo(edited).op != nil)
    #expect(try kept.address == "Xã Tân Phú")
    #expect(try library.desk.undo(op).op != nil)
  }

  @Test("who answers for somebody is not made to answer for themselves")
  func guardian() throws {
    let keeper = try library.patron("TV1")
    _ = try library.save(
      .patronSaved([PatronField.guardian.set("\(keeper.rawValue)")]), on: library.patron("TV2"))
    #expect(try !merge().taken.contains(.guardian))
  }
}
