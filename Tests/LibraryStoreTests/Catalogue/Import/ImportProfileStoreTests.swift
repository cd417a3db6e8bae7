import Foundation
import LibraryCore
import LibraryStore
import MARC
import Testing

@Suite struct ImportProfileStoreTests {
  private let library: TestLibrary

  init() throws { library = try TestLibrary() }

  private func report(_ files: [String], _ options: ImportOptions) throws -> ImportReport {
    guard case .imported(let report) = try library.desk.importRecords(files, options) else {
      Issue.record("refused")
      return ImportReport()
    }
    return report
  }

  private func options(_ profile: String) throws -> ImportOptions {
    var options = ImportOptions(copies: .none)
    options.follow(try ImportProfile(parsing: profile))
    options.keepsRejects = true
    return options
  }

  private func record(_ id: EntityID) throws -> MARC.Record {
    try #require(try library.desk.record(id)).record
  }

  private func note(_ text: String) -> MARC.Field { MARC.Field("500", [Subfield("a", text)]) }

  private func system(_ number: String) -> MARC.Field {
    MARC.Field("035", [Subfield("a", number)])
  }

  @Test("points are added up, and fewer than the threshold are no match")
  func points() throws {
    let known = try library.desk.saveRecord(
      Books.book("Số đỏ", by: "Vũ Trọng Phụng", isbn: "9786042109444")
    ).id()
    let file = try library.write([
      Books.book("Số đỏ", by: "Vũ Trọng Phụng", isbn: "9786042109444", more: [note("một")]),
      Books.book("Số đỏ", more: [note("hai")]),
    ])
    let profile = """
      threshold 90
      match isbn 60
      match title 40
      on-match merge
      5XX add
      * protect
      """
    let report = try report([file], try options(profile))
    #expect(report.counts == BatchCounts(records: 1, replaced: 1))
    #expect(try record(known).fields("500").map { $0.text("a") } == ["một"])
  }

  @Test(
    "any subfield can match, read as the profile says, also with what the import itself brought")
  func subfields() throws {
    let known = try library.desk.saveRecord(
      Books.book("Số đỏ", more: [system("(ABC)000123")])
    ).id()
    let file = try library.write([
      Books.book("Số đỏ 2", more: [system("000-123")]), Books.book("Mới", more: [system("77")]),
      Books.book("Mới lại", more: [system("(X) 77")]), Books.book("Không số"),
    ])
    let options = try options(
      "match 035$a digits 100\non-match merge\n245 replace\n* keep")
    let report = try report([file], options)
    #expect(report.counts == BatchCounts(records: 2, replaced: 2))
    #expect(try record(known).first("245")?.text("a") == "Số đỏ 2")
    let preview = try library.desk.previewImport([file], options)
    #expect(preview.counts.skipped + preview.counts.replaced + preview.counts.records == 4)
  }

  @Test("the rules on duplicates match by likeness, and several as likely are left out as unsure")
  func likeness() throws {
    let book = Books.book("Dế Mèn phiêu lưu ký", by: "Tô Hoài")
    let first = try library.desk.saveRecord(book).id()
    var options = ImportOptions(match: .likeness, onMatch: .merge, copies: .none)
    options.keepsRejects = true
    let file = try library.write([
      Books.book("DE MEN PHIEU LUU KY", by: "Tô Hoài", subjects: ["Thiếu nhi"])
    ])
    let report = try report([file], options)
    #expect(report.counts == BatchCounts(replaced: 1))
    #expect(try record(first).first("653")?.text("a") == "Thiếu nhi")
    let second = try library.desk.saveRecord(book).id()
    let staged = try library.desk.stageImport([file], options, limit: 10)
    guard case .unsure(let records, _) = staged.first?.finding else {
      Issue.record("\(staged)")
      return
    }
    #expect(records == [first, second])
    let again = try self.report([file], options)
    #expect(again.counts == BatchCounts(skipped: 1))
    #expect(again.rejects.map(\.reason) == [.unsure])
    #expect(again.rejects.first?.record == first)
  }

  @Test("a book that the file brings twice is named with the place that brought it first")
  func repeats() throws {
    let file = try library.write([
      Books.book("Dế Mèn phiêu lưu ký", by: "Tô Hoài"), Books.book("Số đỏ", by: "Vũ Trọng Phụng"),
      Books.book("DẾ MÈN PHIÊU LƯU KÝ", by: "Tô Hoài"),
    ])
    let staged = try library.desk.stageImport([file], ImportOptions(), limit: 10)
    #expect(staged.map(\.repeats) == [nil, nil, ImportPlace(file: 0, step: 0)])
  }

  @Test(
    "a person's decision stands above the rules, and a batch with merges is taken back as it was")
  func decisions() throws {
    let known = try library.desk.saveRecord(Books.book("Số đỏ", control: "1")).id()
    let other = try library.desk.saveRecord(Books.book("Giông tố", control: "9")).id()
    let before = try [known, other].map { try record($0) }
    let file = try library.write([
      Books.book("Số đỏ", control: "1", more: [note("một")]),
      Books.book("Làm đĩ", control: "2", more: [note("hai")]),
      Books.book("Vỡ đê", control: "3"),
    ])
    var options = ImportOptions(onMatch: .skip, copies: .none)
    options.keepsRejects = true
    options.decisions = [
      ImportPlace(file: 0, step: 0): .add, ImportPlace(file: 0, step: 1): .merge(other),
      ImportPlace(file: 0, step: 2): .skip,
    ]
    let staged = try library.desk.stageImport([file], options, limit: 10)
    #expect(staged.map(\.decision) == [.add, .merge(other), .skip])
    let result = try #require(
      try library.desk.stagedResult([file], options, at: staged[1].place, .merge(other)))
    #expect(result.current == before[1])
    let report = try report([file], options)
    #expect(report.counts == BatchCounts(records: 1, replaced: 1, skipped: 1))
    #expect(report.rejects.map(\.reason) == [.decided])
    #expect(try record(other) == result.result)
    #expect(try record(other).first("500")?.text("a") == "hai")
    guard case .undone(_, let kept, _) = try library.desk.undoBatch(try #require(report.batch))
    else {
      Issue.record("not undone")
      return
    }
    #expect(kept.isEmpty)
    #expect(try [known, other].map { try record($0) } == before)
    #expect(try library.file.check().findings == [])
  }

  @Test(
    "what was left out is written byte for byte as it came, and can be read again",
    arguments: RecordFormat.writable.filter { !$0.isTable })
  func rejected(format: RecordFormat) throws {
    let books = (1...4).map { Books.book("Sách \($0)", control: "\($0)") }
    for number in [1, 3] { _ = try library.desk.saveRecord(books[number]) }
    let file = try library.write(books, as: format)
    var options = ImportOptions(copies: .none)
    options.keepsRejects = true
    let report = try report([file], options)
    #expect(report.rejects.map(\.place.step) == [1, 3])
    #expect(report.rejects.map(\.reason) == [.known, .known])
    let path = library.folder + "/con-lai"
    let rejected = RejectedRecords([file], options, report.rejects)
    #expect(try rejected.write(to: path) == 2)
    let reader = try RecordReader(FileSource(path: path))
    var titles: [String?] = []
    while let read = try reader.next() {
      #expect(read.isSound)
      titles.append(read.record?.first("245")?.text("a"))
    }
    #expect(titles == ["Sách 2", "Sách 4"])
    let reasons = try String(
      contentsOfFile: RejectedRecords.reasonsPath(path), encoding: .utf8)
    #expect(reasons.split(separator: "\n").count == 3)
    #expect(reasons.contains("\tknown\t"))
    let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: file)))
    let kept = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    if format == .iso2709 {
      let parts = bytes.split(separator: 0x1D, omittingEmptySubsequences: true)
      #expect(kept == Array(parts[1]) + [0x1D] + Array(parts[3]) + [0x1D])
    }
  }

  @Test("of a file in UTF-16 what was left out is written in UTF-8, and can be read again")
  func rejectedOfWideFile() throws {
    let books = (1...2).map { Books.book("Sách \($0)", control: "\($0)") }
    _ = try library.desk.saveRecord(books[1])
    let file = try library.write(books, as: .line)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    try Data(wide).write(to: URL(fileURLWithPath: file))
    var options = ImportOptions(copies: .none)
    options.keepsRejects = true
    let report = try report([file], options)
    let path = library.folder + "/con-lai"
    #expect(try RejectedRecords([file], options, report.rejects).write(to: path) == 1)
    let kept = try String(contentsOfFile: path, encoding: .utf8)
    #expect(kept.contains("Sách 2"))
    #expect(!FileManager.default.fileExists(atPath: path + ".plain"))
  }

  @Test("a damaged record goes to the left-out ones with all its bytes")
  func damaged() throws {
    let file = try library.write([Books.book("Một", control: "1")])
    var bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: file)))
    let rubbish = Array("00100 không phải biểu ghi\u{1D}".utf8)
    bytes += rubbish
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    var options = ImportOptions()
    options.keepsRejects = true
    let report = try report([file], options)
    #expect(report.counts.records == 1)
    try #require(report.rejects.map(\.reason) == [.unreadable])
    let path = library.folder + "/hong"
    _ = try RejectedRecords([file], options, report.rejects).write(to: path)
    #expect(try [UInt8](Data(contentsOf: URL(fileURLWithPath: path))) == rubbish)
  }

  @Test("profiles are kept by name, changed, taken away and all of it undone")
  func kept() throws {
    let desk = library.desk
    _ = try desk.saveNamedText(NamedText(.importProfile, name: "Fahasa", text: "match isbn 100"))
    let changed = try desk.saveNamedText(
      NamedText(.importProfile, name: "Fahasa", text: "match title 100")
    ).op()
    #expect(try desk.namedText(.importProfile, "Fahasa") == "match title 100")
    #expect(try desk.namedText(.taskList, "Fahasa") == nil)
    _ = try desk.undo(changed)
    #expect(try desk.namedText(.importProfile, "Fahasa") == "match isbn 100")
    let removed = try desk.saveNamedText(NamedText(.importProfile, name: "Fahasa", text: nil)).op()
    #expect(try desk.namedTexts(.importProfile).isEmpty)
    _ = try desk.undo(removed)
    #expect(try desk.namedTexts(.importProfile).map(\.name) == ["Fahasa"])
    #expect(try desk.saveNamedText(NamedText(.taskList, name: "x", text: nil)) == .unknown("x"))
    #expect(try library.file.check().findings == [])
  }
}
