import Foundation
import LibraryCore
import LibraryStore
import MARC
import Testing
import VietnameseText

@Suite struct ImportTests {
  private let library: TestLibrary

  init() throws { library = try TestLibrary() }

  private func copy(
    _ barcode: String, tag: MARC.Tag = "952", callNumber: String? = nil, price: String? = nil
  ) -> Field {
    let texts: [(Code, String?)] = [("p", barcode), ("o", callNumber), ("g", price)]
    return Field(tag, texts.compactMap { code, text in text.map { Subfield(code, $0) } })
  }

  private func books(_ numbers: ClosedRange<Int>, note: String? = nil) -> [Record] {
    numbers.map { number in
      Books.book(
        "Truyện số \(number)" + (note.map { " : \($0)" } ?? ""), by: "Nguyễn Văn A",
        control: "\(number)", more: [copy("VV.\(1000 + number)")])
    }
  }

  private func report(
    _ files: [String], _ options: ImportOptions = ImportOptions(), resuming: EntityID? = nil,
    progress: (ImportProgress) -> Bool = { _ in true }
  ) throws -> ImportReport {
    let outcome = try library.desk.importRecords(
      files, options, resuming: resuming, progress: progress)
    guard case .imported(let report) = outcome else {
      Issue.record("\(outcome)")
      return ImportReport()
    }
    return report
  }

  private func status(_ batch: EntityID?) throws -> Batch.Status? {
    try batch.flatMap { try library.desk.batch($0)?.status }
  }

  @Test(
    "records and their copies come in as one batch, in every format",
    arguments: RecordFormat.whole)
  func formats(format: RecordFormat) throws {
    let file = try library.write(books(1...3), as: format)
    let report = try self.report([file])
    #expect(report.counts == BatchCounts(records: 3, items: 3))
    #expect(report.isComplete)
    let batch = try #require(try library.desk.batches().first)
    #expect(batch.id == report.batch)
    #expect(batch.status == .closed)
    #expect(batch.counts == report.counts)
    let item = try #require(try library.desk.items().first)
    #expect(item.title == "Truyện số 1")
    #expect(item.item.barcode.text == "VV.1001")
    #expect(try library.desk.record(item.item.record)?.record.first("001")?.text == "1")
  }

  @Test("what the library has already is left out, replaced or added, as asked")
  func matches() throws {
    _ = try report([try library.write(books(1...3))])
    let again = try library.write(books(2...4, note: "bản mới"))
    #expect(
      try report([again]).counts == BatchCounts(records: 1, items: 1, skipped: 2))
    let replaced = try report([again], ImportOptions(onMatch: .replace))
    #expect(replaced.counts == BatchCounts(replaced: 2, skipped: 1))
    let added = try report([again], ImportOptions(onMatch: .add))
    #expect(added.counts == BatchCounts(records: 3, faults: 3))
    #expect(Set(added.faults.map(\.code)) == ["barcodeTaken"])
    let same = try report([again], ImportOptions(match: .none))
    #expect(same.counts.records == 3)
  }

  @Test("without its giver a number says who a record is only together with the title")
  func weakMatches() throws {
    let isbn = "9786042109444"
    let first = [
      Books.book("Một", control: "1", source: nil), Books.book("Tập một", isbn: isbn),
    ]
    _ = try report([try library.write(first)])
    let second = [
      Books.book("Một", control: "1", source: nil), Books.book("Hai", control: "1", source: nil),
      Books.book("Tập một", isbn: isbn), Books.book("Tập hai", isbn: isbn),
      Books.book("Tập một", control: "9", isbn: isbn),
    ]
    let counts = try report([try library.write(second)]).counts
    #expect(counts == BatchCounts(records: 3, skipped: 2))
  }

  @Test("a copy that cannot be taken in is told of, and its record comes in")
  func copies() throws {
    let records = [
      Books.book("A", control: "1", more: [copy("VV.1", callNumber: "895.9 A", price: "20.000đ")]),
      Books.book("B", control: "2", more: [copy("vv.1"), copy("Ừ"), copy("VV.2", tag: "852")]),
    ]
    let file = try library.write(records)
    let preview = try library.desk.previewImport([file])
    #expect(preview.counts == BatchCounts(records: 2, items: 2, faults: 2))
    let report = try self.report([file])
    #expect(report.counts == preview.counts)
    #expect(report.faults.map(\.code) == ["barcodeTaken", "barcodeInvalid"])
    #expect(report.faults.map(\.record) == [2, 2])
    #expect(report.faults.map(\.detail) == ["vv.1", "Ừ"])
    let batch = try #require(report.batch)
    #expect(try library.desk.importFaults(of: batch) == report.faults)
    let items = try library.desk.items().map(\.item)
    #expect(items.map(\.barcode.text) == ["VV.1", "VV.2"])
    #expect(items[0].price == Money(dong: 20_000))
    #expect(items[0].callNumber == "895.9 A")
    let koha = try library.desk.previewImport([file], ImportOptions(match: .none, copies: .koha))
    #expect(koha.counts == BatchCounts(records: 2, faults: 3))
  }

  @Test("an import that is stopped leaves whole records, and goes on where it stopped")
  func resumed() throws {
    let file = try library.write(books(1...700))
    let stopped = try report([file]) { _ in false }
    let batch = try #require(stopped.batch)
    #expect(!stopped.isComplete)
    #expect((1..<700).contains(stopped.counts.records))
    #expect(try library.desk.batch(batch)?.counts == stopped.counts)
    #expect(try status(batch) == .open)
    let other = try library.write(books(1...2))
    #expect(throws: StoreFault.self) { try report([other], resuming: batch) }
    let finished = try report([file], resuming: batch)
    #expect(finished.batch == batch)
    #expect(finished.counts == BatchCounts(records: 700, items: 700))
    #expect(try status(batch) == .closed)
    #expect(try library.count("SELECT count(*) FROM record") == 700)
    #expect(
      try library.desk.importRecords([file], resuming: batch) == .refused([.batchNotOpen(batch)]))
  }

  @Test("a stopped import can be closed as it is, or taken back")
  func stopped() throws {
    let file = try library.write(books(1...600))
    let first = try report([file]) { _ in false }
    let batch = try #require(first.batch)
    guard case .closed(let counts, _) = try library.desk.closeBatch(batch) else {
      Issue.record("not closed")
      return
    }
    #expect(counts == first.counts)
    guard case .undone(let taken, let kept, _) = try library.desk.undoBatch(batch) else {
      Issue.record("not undone")
      return
    }
    #expect(taken == counts.records + counts.items)
    #expect(kept.isEmpty)
    #expect(try library.desk.items().isEmpty)
    #expect(try library.indexInstances().isEmpty)
    #expect(try status(batch) == .undone)
    guard case .refused(let reasons) = try library.desk.undoBatch(batch) else {
      Issue.record("undone twice")
      return
    }
    #expect(reasons.map(\.code) == ["alreadyUndone"])
    #expect(try report([file]).counts.records == 600)
  }

  @Test("undoing a batch puts replaced records back and keeps what later actions stand on")
  func undone() throws {
    _ = try report([try library.write(books(1...2))])
    let before = try library.desk.items().map { try library.desk.record($0.item.record)?.record }
    let second = try report(
      [try library.write(books(1...5, note: "bản mới"))], ImportOptions(onMatch: .replace))
    let batch = try #require(second.batch)
    let items = try library.desk.items().map(\.item)
    _ = try library.desk.editItem("VV.1003", [.note: "rách bìa"]).id()
    _ = try library.desk.saveRecord(Books.book("Sửa tay"), id: items[3].record).id()
    guard case .undone(let taken, let kept, _) = try library.desk.undoBatch(batch) else {
      Issue.record("not undone")
      return
    }
    // Two replaced records, copies 4 and 5, record 5; record 4 was edited, copy 3 too, and record 3 has that copy.
    #expect(taken == 5)
    #expect(Set(kept) == [items[2].id, items[2].record, items[3].record])
    #expect(
      try items.prefix(2).map { try library.desk.record($0.record)?.record } == before)
    #expect(try library.desk.items().map(\.item.barcode.text) == ["VV.1001", "VV.1002", "VV.1003"])
  }

  @Test("a preview says what the import then does, and writes nothing")
  func preview() throws {
    _ = try report([try library.write(books(1...3))])
    let ops = try library.count("SELECT count(*) FROM op")
    let twice = try library.write(books(3...5) + books(5...6))
    let preview = try library.desk.previewImport([twice])
    #expect(try library.count("SELECT count(*) FROM op") == ops)
    #expect(preview.batch == nil)
    #expect(preview.counts == BatchCounts(records: 3, items: 3, skipped: 2))
    #expect(try report([twice]).counts == preview.counts)
  }

  @Test("authority records are counted and left out")
  func authorities() throws {
    var leader = Leader.newBook
    leader[6] = UInt8(ascii: "z")
    let authority = Record(leader: leader, fields: [Field(control: "001", "9")])
    let report = try self.report([try library.write([authority] + books(1...1))])
    #expect(report.counts == BatchCounts(records: 1, items: 1, skipped: 1, faults: 1))
    #expect(report.faults.map(\.code) == ["notATitle"])
    #expect(report.faults.map(\.severity) == [.note])
  }

  @Test("texts are kept as they came, and composed only when asked")
  func forms() throws {
    let decomposed = Books.book("Dê\u{301} Me\u{300}n", control: "1")
    let file = try library.write([decomposed])
    for (options, wanted) in [
      (ImportOptions(match: .none), decomposed),
      (
        ImportOptions(match: .none, mending: TextMending(composes: true)),
        Books.book("Dế Mèn", control: "1")
      ),
    ] {
      _ = try report([file], options)
      let id = EntityID(rawValue: Int64(try library.count("SELECT max(id) FROM record")))
      let stored = try #require(try library.desk.record(id))
      #expect(Array(stored.record.fields) == Array(wanted.fields))
      #expect(Array(stored.brief.title.utf8) == Array("Dế Mèn".utf8))
    }
  }

  @Test("a file that cannot be read is said before anything is written")
  func unreadable() throws {
    let good = try library.write(books(1...1))
    for bad in [library.folder + "/nothing.mrc", library.folder] {
      #expect(throws: StoreFault.self) { try library.desk.importRecords([good, bad]) }
    }
    #expect(try library.desk.batches().isEmpty)
  }

  @Test("a file without records gives one clear fault and no batch")
  func noMARC() throws {
    let contents: [(String, [UInt8])] = [
      ("emptyInput", []), ("noRecords", Array(repeating: 0, count: 3 << 20)),
      ("noRecords", Array("Đây là một bức thư.\nKhông phải MARC.\n".utf8)),
    ]
    for (code, bytes) in contents {
      let report = try self.report([try library.write(bytes)])
      #expect(report.faults.map(\.code) == [code])
      #expect(report.faults.map(\.severity) == [.error])
      #expect(report.counts == BatchCounts(faults: 1))
      #expect(report.batch == nil)
    }
    #expect(try library.desk.batches().isEmpty)
  }

  @Test("a file that breaks off gives its whole records and a fault with its place")
  func truncated() throws {
    let file = try library.write(books(1...3))
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: file)))
    let report = try self.report([try library.write(Array(bytes.dropLast(40)))])
    #expect(report.counts.records >= 2)
    let fault = try #require(report.faults.first)
    #expect(fault.record == 3)
    #expect(fault.offset == bytes.count / 3 * 2)
  }

  @Test("who may not import is refused")
  func permission() throws {
    let helper = Desk(file: library.file, staff: EntityID(rawValue: 77), clock: library.clock)
    let file = try library.write(books(1...1))
    #expect(try helper.importRecords([file]) == .refused([.noPermission(.importRecords)]))
    let nobody = EntityID(rawValue: 9)
    #expect(try helper.undoBatch(nobody) == .refused([.noPermission(.importRecords)]))
    #expect(try library.desk.undoBatch(nobody) == .unknown("9"))
    #expect(try library.desk.closeBatch(nobody) == .unknown("9"))
  }
}

extension TestLibrary {
  /// Writes records to a file of their own and gives its path.
  func write(_ records: [Record], as format: RecordFormat = .iso2709) throws -> String {
    var writer = RecordWriter(format)
    var bytes: [UInt8] = []
    writer.begin(&bytes)
    for record in records { _ = writer.append(record, to: &bytes) }
    writer.finish(&bytes)
    return try write(bytes)
  }

  func write(_ bytes: [UInt8]) throws -> String {
    let path = folder + "/" + UUID().uuidString
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }
}
