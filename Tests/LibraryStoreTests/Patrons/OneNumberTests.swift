import LibraryCore
import MARC
import Testing

@testable import LibraryStore

/// A number that would stand on a card and on a copy, told when it is given.
@Suite struct OneNumberTests {
  private let library: TestLibrary

  init() throws {
    library = try TestLibrary(today: "2026-11-02")
    try library.addItem("VV.1")
    try library.addPatron("TV1", name: "Lê Na")
  }

  private func codes(_ outcome: SaveOutcome) -> [String]? { outcome.reasons?.map(\.code) }

  @Test("every way to give a copy a number tells that it is a card, and takes it when it is meant")
  func copies() throws {
    let record = try library.item("VV.1").item.record
    let ways: [(Desk) throws -> SaveOutcome] = [
      { try $0.addItem(ItemDraft(record: record, barcode: "TV1")) },
      { try $0.editItem("VV.1", [.barcode: "TV1"]) },
      { try $0.fastAdd("TV1", title: "Sách mới") },
    ]
    for way in ways {
      #expect(try codes(way(library.desk)) == ["barcodeIsCard"])
      #expect(try way(library.desk.sharingNumbers()).op != nil)
      _ = try library.desk.undo()
    }
  }

  @Test(
    "every way to give a reader a card tells that it is a barcode, and takes it when it is meant")
  func cards() throws {
    let ways: [(Desk) throws -> SaveOutcome] = [
      { try $0.enrol(PatronDraft(name: "Trần An", card: "vv.1")) },
      { try $0.editPatron("TV1", [.card: "VV.1"]) },
      { try $0.addCard("VV.1", to: "TV1") },
      { try $0.replaceCard("TV1", with: "VV.1", because: .lost) },
    ]
    for way in ways {
      #expect(try codes(way(library.desk)) == ["cardIsBarcode"])
      #expect(try way(library.desk.sharingNumbers()).op != nil)
      _ = try library.desk.undo()
    }
  }

  @Test("a card out of use counts too, and what keeps its number is not asked again")
  func others() throws {
    _ = try library.desk.replaceCard("TV1", with: "TV9", because: .lost)
    #expect(
      try codes(library.desk.fastAdd("TV1", title: "Sách mới")) == ["barcodeIsCard"])
    _ = try library.desk.sharingNumbers().editPatron("TV9", [.card: "VV.1"])
    #expect(try library.desk.editPatron("VV.1", [.phone: "0912345678", .card: "VV.1"]).op != nil)
    #expect(try library.desk.editItem("VV.1", [.barcode: "VV.1", .price: "5000"]).op != nil)
  }

  @Test("the running number that falls on the other side's is told as well")
  func running() throws {
    let next = try #require(try library.desk.nextCard())
    _ = try library.desk.fastAdd(next, title: "Sách mới")
    #expect(
      try codes(library.desk.enrol(PatronDraft(name: "Trần An"))) == ["cardIsBarcode"])
    #expect(try library.desk.sharingNumbers().enrol(PatronDraft(name: "Trần An")).op != nil)
  }

  @Test(
    "a table of patrons leaves such rows out with the reason, and takes them when they are meant")
  func table() throws {
    let file = try library.write(
      Array("Số thẻ,Họ và tên\nVV.1,Trần An\nTV7,Lý Bình\n".utf8))
    guard case .imported(let preview) = try library.desk.previewPatrons(from: .file(file)),
      case .imported(let meant) = try library.desk.sharingNumbers().previewPatrons(
        from: .file(file))
    else { throw TestFailure("not read") }
    #expect(preview.faultCount == 1 && preview.enrolled == 1)
    #expect(meant.faultCount == 0 && meant.enrolled == 2)
    guard
      case .imported(let report) = try library.desk.sharingNumbers().importPatrons(
        from: .file(file))
    else { throw TestFailure("not read") }
    #expect(report.enrolled == 2)
  }

  /// A record with copies under these barcodes.
  private func book(_ title: String, _ barcodes: String...) -> MARC.Record {
    Books.book(
      title, by: "Nguyễn Văn A", control: title,
      more: barcodes.map { Field("952", [Subfield("p", $0)]) })
  }

  @Test("records with such copies come in without them, named and counted before and after")
  func records() throws {
    let file = try library.write([book("Một", "TV1", "VV.2"), book("Hai", "VV.3")])
    func expectOneLeftOut(_ report: ImportReport) {
      #expect(report.sharedNumbers == 1 && report.counts.items == 2)
      #expect(
        report.faults.map { "\($0.record) \($0.code) \($0.detail)" } == ["1 barcodeIsCard TV1"])
    }
    expectOneLeftOut(try library.desk.previewImport([file]))
    #expect(try library.desk.sharingNumbers().previewImport([file]).counts.items == 3)
    guard case .imported(let report) = try library.desk.importRecords([file]) else {
      throw TestFailure("not taken in")
    }
    expectOneLeftOut(report)
    #expect(report.counts.records == 2)
    guard
      case .imported(let meant) = try library.desk.sharingNumbers().importRecords([
        try library.write([book("Ba", "TV1")])
      ])
    else { throw TestFailure("not taken in") }
    #expect(meant.counts.items == 1 && meant.sharedNumbers == 0)
    #expect(try library.file.check().findings == [])
  }

  @Test("a table of copies leaves such rows out with line and number, and takes them when meant")
  func tableOfCopies() throws {
    let record = try library.item("VV.1").item.record.description
    let file = try library.write(
      Array("Biểu ghi,ĐKCB\n\(record),TV1\n\(record),VV.2\n\(record),vv.2\n".utf8))
    guard case .imported(let preview) = try library.desk.previewItems(file),
      case .imported(let meant) = try library.desk.sharingNumbers().previewItems(file),
      case .imported(let report) = try library.desk.importItems(file)
    else { throw TestFailure("not read") }
    for found in [preview, report] {
      #expect(found.sharedNumbers == 1 && found.counts.items == 1)
      #expect(
        found.faults.first.map { "\($0.record) \($0.code) \($0.detail)" } == "2 barcodeIsCard TV1")
    }
    #expect(preview.batch == nil && preview.faults.last?.code == "barcodeTaken")
    #expect(meant.counts.items == 2 && meant.sharedNumbers == 0)
    guard case .imported(let taken) = try library.desk.sharingNumbers().importItems(file) else {
      throw TestFailure("not read")
    }
    #expect(taken.counts.items == 1)
  }

  @Test("running numbers of a table of copies are looked at as they would be given")
  func runningTable() throws {
    _ = try library.desk.setSetting(HouseSetting.barcodePrefix, "K.")
    let record = try library.item("VV.1").item.record.description
    let rows = Array(repeating: "\(record),\n", count: 3).joined()
    let file = try library.write(Array("Biểu ghi,ĐKCB\n\(rows)".utf8))
    guard case .imported(let preview) = try library.desk.previewItems(file),
      case .imported(let report) = try library.desk.importItems(file)
    else { throw TestFailure("not read") }
    #expect(preview.counts.items == 3 && report.counts.items == 3)
  }

  @Test("many copies at once tell every number that is a card, and add none before it is meant")
  func many() throws {
    let record = try library.item("VV.1").item.record
    let draft = ItemDraft(record: record, series: "K.")
    let next = try #require(try library.desk.nextBarcode(prefix: "K."))
    let third = String(next.dropLast()) + "3"
    for card in [next, third] { try library.addPatron(card) }
    guard case .refused(let reasons) = try library.desk.addItems(draft, count: 3) else {
      throw TestFailure("not refused")
    }
    #expect(
      reasons.map(\.code) == ["barcodeIsCard", "barcodeIsCard"])
    #expect(try library.desk.nextBarcode(prefix: "K.") == next)
    guard
      case .added(_, _, let barcodes) = try library.desk.sharingNumbers().addItems(draft, count: 3)
    else { throw TestFailure("not added") }
    #expect(barcodes.count == 3 && barcodes.first == next)
  }
}
