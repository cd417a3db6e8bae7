import LibraryCore
import LibraryStore
import MARC
import Testing

@Suite struct MergeRecordsTests {
  private let library: TestLibrary
  private let keeper: EntityID
  private let other: EntityID

  init() throws {
    library = try TestLibrary()
    keeper = try library.desk.saveRecord(Books.book("Truyện Kiều", by: "Nguyễn Du")).id()
    other = try library.desk.saveRecord(
      Books.book("Truyện Kiều", by: "Nguyễn Du", subjects: ["Thơ"])
    ).id()
    for (barcode, record) in [("A1", keeper), ("B1", other), ("B2", other)] {
      _ = try library.desk.addItem(ItemDraft(record: record, barcode: barcode)).id()
    }
    try library.addPatron("TV1")
    _ = try library.desk.checkOut("B1", to: "TV1")
  }

  private func record(_ id: EntityID) throws -> StoredRecord {
    try #require(try library.desk.record(id))
  }

  private func merge() throws -> MergeOutcome {
    let (one, two) = (try record(keeper), try record(other))
    return try library.desk.mergeRecords(
      keeper, [other], into: RecordMerge(one.record, two.record).record,
      seen: [one.version, two.version])
  }

  private func barcodes(_ id: EntityID) throws -> [String] {
    try library.desk.items(of: id).map(\.item.barcode.text)
  }

  @Test("copies and loans go over, and the other record points to where it went")
  func merged() throws {
    guard case .merged(let into, let copies, _) = try merge() else {
      Issue.record("not merged")
      return
    }
    #expect(into == keeper)
    #expect(copies == 2)
    #expect(try barcodes(keeper) == ["A1", "B1", "B2"])
    #expect(try library.desk.items(of: keeper)[1].loan != nil)
    #expect(try record(keeper).record.first("653")?.text("a") == "Thơ")
    #expect(try record(other).status == .removed)
    #expect(try record(other).mergedInto == keeper)
    #expect(try library.desk.recordHistory(other).first?.change == .merged(into: keeper))
    #expect(try CatalogueSearch(library.file).find("truyen kieu").hits.map(\.id) == [keeper])
    #expect(try library.desk.batches().isEmpty)
    #expect(try library.file.check().findings == [])
  }

  @Test("one undo parts them again, as they were")
  func undone() throws {
    let before = try [record(keeper), record(other)].map(\.record)
    guard case .merged(_, _, let op) = try merge() else { return }
    _ = try library.desk.takeBack("B1")
    guard case .undone = try library.desk.undo(op) else {
      Issue.record("not undone")
      return
    }
    #expect(try [record(keeper), record(other)].map(\.record) == before)
    #expect(try barcodes(keeper) == ["A1"])
    #expect(try barcodes(other) == ["B1", "B2"])
    #expect(try record(other).mergedInto == nil)
    #expect(try library.file.check().findings == [])
    guard case .refused(let reasons) = try library.desk.undo(op) else { return }
    #expect(reasons.map(\.code) == ["alreadyUndone"])
  }

  @Test("what was done on the merged record since is named, and nothing is parted")
  func standing() throws {
    guard case .merged(_, _, let op) = try merge() else { return }
    let later = try library.desk.saveRecord(Books.book("Kim Vân Kiều"), id: keeper).op()
    #expect(try library.desk.undo(op) == .refused([.laterActions([later])]))
    #expect(try barcodes(other) == [])
    _ = try library.desk.undo(later)
    guard case .undone = try library.desk.undo() else {
      Issue.record("the merge is not the last thing done")
      return
    }
    #expect(try barcodes(other) == ["B1", "B2"])
  }

  @Test("a record another desk saved meanwhile, or one that is gone, stops the merge")
  func refused() throws {
    let seen = [try record(keeper).version, try record(other).version]
    let newer = try library.desk.saveRecord(Books.book("Khác"), id: other).op()
    let merged = try record(keeper).record
    #expect(
      try library.desk.mergeRecords(keeper, [other], into: merged, seen: seen)
        == .refused([.laterActions([newer])]))
    #expect(
      try library.desk.mergeRecords(keeper, [keeper], into: merged, seen: seen)
        == .unknown(keeper.description))
    #expect(
      try library.desk.mergeRecords(keeper, [EntityID(rawValue: 77)], into: merged, seen: seen)
        == .unknown("77"))
  }

  @Test("a merged record that is put back is one of its own again")
  func putBack() throws {
    _ = try merge()
    _ = try library.desk.setRecordStatus(other, .active)
    #expect(try record(other).mergedInto == nil)
    #expect(try library.file.check().findings == [])
  }
}
