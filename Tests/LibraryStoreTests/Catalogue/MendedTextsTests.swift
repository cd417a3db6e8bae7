import Foundation
import LibraryCore
import LibraryStore
import MARC
import Testing
import VietnameseText

@Suite struct MendedTextsTests {
  private let library: TestLibrary
  private let automatic = ImportOptions(
    match: .none, mending: TextMending(encoding: .automatic, repairs: true))

  init() throws { library = try TestLibrary() }

  private func spoilt(_ title: String, _ encoding: LegacyEncoding, control: String) -> Record {
    func bytes(_ text: String) -> String {
      let bytes = encoding.encode(text).bytes
      return encoding == .mojibake
        ? String(decoding: bytes, as: UTF8.self) : ReceivedText.bytes(bytes).shown
    }
    return Books.book(bytes(title), by: bytes("Nguyễn Văn Trỗi"), control: control)
  }

  private func imported(_ outcome: ImportOutcome) throws -> ImportReport {
    guard case .imported(let report) = outcome else { throw TestFailure("\(outcome)") }
    return report
  }

  @Test("fields of a mixed file are decoded, counted, found, and kept as received")
  func records() throws {
    let file = try library.write([
      spoilt("Đường lối đổi mới", .tcvn3, control: "1"),
      spoilt("Lịch sử Việt Nam", .vni, control: "2"), Books.book("Truyện Kiều", control: "3"),
      spoilt("Thế giới động vật", .mojibake, control: "4"),
      Books.book("Nghie\u{301}\u{302}p thơ", control: "5"),
    ])
    let preview = try library.desk.previewImport([file], automatic)
    let report = try imported(library.desk.importRecords([file], automatic))
    #expect(report.counts == BatchCounts(records: 5, decoded: 6, repaired: 1))
    #expect(preview.counts == report.counts)
    let batch = try #require(report.batch)
    #expect(try library.desk.batch(batch)?.counts == report.counts)
    #expect(try library.desk.batches().first?.counts.decoded == 6)
    let texts = try library.desk.textsMended(by: batch)
    #expect(texts.map(\.place) == [1, 2, 4, 5])
    let title = try #require(texts[0].fields.last)
    #expect(title.name == "245" && title.encoding == "tcvn3" && title.confidence > 90)
    #expect(title.received.starts(with: Array("10\u{1F}a§".utf8)))
    for words in ["Đường lối", "Lịch sử Việt Nam", "Thế giới", "Nghiếp thơ"] {
      #expect(try CatalogueSearch(library.file).find(words).hits.count == 1, "\(words)")
    }
    #expect(try library.file.check().isSound)
  }

  @Test("a batch with mended texts is taken back, closed or broken off, and stays in the journal")
  func undo() throws {
    let file = try library.write(
      (1...600).map { spoilt("Đường lối đổi mới \($0)", .tcvn3, control: "\($0)") })
    let whole = try imported(library.desk.importRecords([file], automatic))
    let part = try imported(library.desk.importRecords([file], automatic) { _ in false })
    #expect(!part.isComplete && part.counts.records < 600)
    for report in [part, whole] {
      let batch = try #require(report.batch)
      guard case .undone(let taken, let kept, _) = try library.desk.undoBatch(batch) else {
        Issue.record("not undone")
        continue
      }
      #expect(taken == report.counts.records && kept.isEmpty)
      #expect(try library.desk.textsMended(by: batch, limit: 1000).count == taken)
    }
    #expect(try library.count("SELECT count(*) FROM record WHERE status = 'active'") == 0)
    #expect(try library.file.check().isSound)
  }

  @Test("copies and patrons come in from tables in legacy encodings")
  func tables() throws {
    _ = try library.desk.saveRecord(Books.book("Đường lối đổi mới", by: "Nguyễn Văn A"))
    let copies = LegacyEncoding.tcvn3.encode(
      "Nhan đề,Kho,ĐKCB,Ghi chú\nĐường lối đổi mới,Kho mở,VV.1,bìa rách\n"
    ).bytes
    let report = try imported(
      library.desk.importItems(try library.write(copies), automatic.mending))
    // No list has the location as a code: it is kept and told.
    #expect(report.counts == BatchCounts(items: 1, faults: 1, decoded: 3))
    #expect(try library.item("VV.1").item.location == "Kho mở")
    let kept = try library.desk.textsMended(by: try #require(report.batch))
    #expect(kept.map(\.place) == [2])
    #expect(kept.first?.fields.map(\.name) == ["Nhan đề", "Kho", "Ghi chú"])
    let patrons = LegacyEncoding.vni.encode("Họ tên,Số thẻ\nTrần Thị Tuyết,TV7\n").bytes
    let outcome = try library.desk.importPatrons(
      from: .file(try library.write(patrons)), automatic.mending)
    guard case .imported(let taken) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(taken.counts.decoded == 1)
    #expect(try library.desk.patron("TV7")?.patron.name == "Trần Thị Tuyết")
    let name = try library.desk.textsMended(by: try #require(taken.texts)).first?.fields.first
    #expect(name?.received == LegacyEncoding.vni.encode("Trần Thị Tuyết").bytes)
    #expect(try library.file.check().isSound)
  }

  @Test("what an import kept is no action to take back")
  func notUndoable() throws {
    let file = try library.write(LegacyEncoding.vni.encode("Họ tên\nTrần Thị Tuyết\n").bytes)
    _ = try library.desk.importPatrons(from: .file(file), automatic.mending)
    _ = try library.desk.undo()
    #expect(try library.count("SELECT count(*) FROM patron WHERE status <> 'removed'") == 0)
  }
}
