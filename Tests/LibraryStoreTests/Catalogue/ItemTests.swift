import GRDB
import LibraryCore
import Testing

@testable import LibraryStore

@Suite struct ItemTests {
  private let library: TestLibrary
  private let record: EntityID

  init() throws {
    library = try TestLibrary()
    record = try library.desk.saveRecord(Books.book("Dế Mèn phiêu lưu ký", by: "Tô Hoài")).id()
  }

  private func add(_ barcode: String?, series: String? = nil) throws -> String {
    let id = try library.desk.addItem(ItemDraft(record: record, barcode: barcode, series: series))
      .id()
    let item = try #require(try library.desk.items(of: record).first { $0.item.id == id })
    return item.item.barcode.text
  }

  @Test("a copy keeps what was typed, composed and without blanks around it")
  func added() throws {
    let draft = ItemDraft(
      record: record, barcode: " VV.001 ", callNumber: "895.9223 TÔ-HO", location: "Kho mượn",
      price: "35.000đ", copyNumber: "1", note: "")
    let id = try library.desk.addItem(draft).id()
    let facts = try #require(try library.desk.items(of: record).first)
    #expect(facts.item.id == id)
    #expect(facts.title == "Dế Mèn phiêu lưu ký")
    #expect(facts.item.barcode.text == "VV.001")
    #expect(facts.item.price == Money(dong: 35_000))
    #expect(facts.item.type == Item.defaultType)
    #expect(facts.item.note == nil)
    #expect(facts.item.location == "Kho mượn")
    #expect(try library.desk.record(record)?.copies == 1)
  }

  @Test("a series runs on from its highest number and keeps its width")
  func series() throws {
    #expect(try add(nil, series: "TK.") == "TK.000001")
    #expect(try add(nil, series: "TK.") == "TK.000002")
    #expect(try add("VN.0099") == "VN.0099")
    #expect(try add(nil, series: "vn.") == "vn.0100")
    #expect(try add("VN.9999") == "VN.9999")
    #expect(try add(nil, series: "VN.") == "VN.10000")
    #expect(try add(nil, series: "VN.") == "VN.10001")
    #expect(try add(nil, series: "\u{110}C.") == "DC.000001")
    #expect(try add(nil, series: "2026") == "2026.000001")
    #expect(try add("VN.10001a") == "VN.10001a")
    #expect(try library.desk.nextBarcode(prefix: "VN.") == "VN.10002")
    #expect(try library.desk.nextBarcode(prefix: "\u{1EEA}") == nil)
  }

  @Test("a withdrawn copy's number is not given again")
  func withdrawn() throws {
    #expect(try add(nil, series: "TK.") == "TK.000001")
    _ = try library.desk.editItem("TK.000001", [.status: "withdrawn"]).id()
    #expect(try add(nil, series: "TK.") == "TK.000002")
    #expect(try library.desk.items(status: .withdrawn).map(\.item.barcode.text) == ["TK.000001"])
    #expect(try library.desk.record(record)?.copies == 1)
  }

  @Test("two desks that add copies at once leave no gap and no number twice")
  func concurrentSeries() async throws {
    let other = Desk(
      file: try LibraryFile.open(in: library.folder, random: SeededRandom(seed: 9)),
      staff: library.desk.staffID, clock: library.clock)
    let desks = [library.desk, other]
    let record = record
    try await withThrowingTaskGroup(of: Void.self) { group in
      for desk in desks {
        group.addTask {
          for _ in 0..<25 { _ = try desk.addItem(ItemDraft(record: record, series: "VV.")) }
        }
      }
      try await group.waitForAll()
    }
    let barcodes = try library.desk.items(of: record).map(\.item.barcode.text)
    #expect(barcodes == (1...50).map { $0 < 10 ? "VV.00000\($0)" : "VV.0000\($0)" })
  }

  @Test("all that speaks against a copy is said at once")
  func refused() throws {
    _ = try add("VV.1")
    #expect(
      try library.desk.addItem(ItemDraft(record: record, barcode: "vv.1", price: "ba chục"))
        == .refused([
          .invalidValue(field: "price", typed: "ba chục"),
          .barcodeTaken(try #require(Barcode("VV.1")), title: "Dế Mèn phiêu lưu ký"),
        ]))
    for bad in ["", "\u{7}", "Ừ", String(repeating: "1", count: 10_000)] {
      #expect(
        try library.desk.addItem(ItemDraft(record: record, barcode: bad))
          == .refused([.invalidValue(field: "barcode", typed: bad)]))
    }
    let nobody = EntityID(rawValue: 999)
    #expect(try library.desk.addItem(ItemDraft(record: nobody)) == .unknown("999"))
    #expect(try library.desk.removeRecord(record) == .refused([.recordInUse(items: 1)]))
  }

  @Test("an edit writes only what it changes")
  func edited() throws {
    _ = try add("VV.1")
    let id = try library.desk.editItem("VV.1", [.callNumber: "895.9 A", .price: "12000"]).id()
    #expect(
      try library.desk.editItem("vv.1", [.callNumber: "895.9 A", .price: "12.000 đ"])
        == .unchanged(id: id))
    _ = try library.desk.editItem("VV.1", [.barcode: "VV.2", .price: nil]).id()
    let item = try #require(try library.desk.items(of: record).first?.item)
    #expect(item.barcode.text == "VV.2")
    #expect(item.price == nil)
    #expect(item.callNumber == "895.9 A")
    #expect(try library.desk.editItem("VV.1", [.note: "x"]) == .unknown("VV.1"))
    #expect(
      try library.desk.editItem("VV.2", [.status: "removed"])
        == .refused([.invalidValue(field: "status", typed: "removed")]))
  }

  @Test("the copies of a place come in shelf order")
  func shelf() throws {
    for (barcode, callNumber) in [("1", "VV.10"), ("2", "895.9"), ("3", "VV.9")] {
      let draft = ItemDraft(
        record: record, barcode: barcode, callNumber: callNumber, location: "A")
      _ = try library.desk.addItem(draft).id()
    }
    _ = try add("4")
    let shelf = try library.desk.items(location: "A")
    #expect(shelf.map(\.item.barcode.text) == ["3", "1", "2"])
    #expect(try library.desk.items(limit: 2, offset: 2).map(\.item.barcode.text) == ["3", "4"])
  }

  @Test("who may not touch copies is refused")
  func permission() throws {
    let helper = Desk(file: library.file, staff: EntityID(rawValue: 77), clock: library.clock)
    #expect(
      try helper.addItem(ItemDraft(record: record)) == .refused([.noPermission(.editItem)]))
    #expect(try helper.editItem("1", [:]) == .refused([.noPermission(.editItem)]))
    #expect(
      try helper.saveRecord(Books.book("A")) == .refused([.noPermission(.editRecord)]))
  }
}
