import Foundation
import GRDB
import LibraryCore
import LibraryStore
import MARC
import Testing
import VietnameseText

@Suite("Everything of ours that is stored is composed")
struct ComposedTextTests {
  /// The text as a decomposing system would hand it in.
  private func apart(_ text: String) -> String { text.nfd }

  @Test("whatever is handed in decomposed is stored in Form C, in tables, journal and index")
  func verbs() throws {
    let folder = NSTemporaryDirectory() + "library-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let clock = TestClock(try #require(Moment(iso: "2026-11-23T08:00:00")))
    let file = try LibraryFile.create(
      in: folder, name: apart("Thư viện xã Tân Phú"), code: apart("VN-Đức"), clock: clock,
      random: SeededRandom(seed: 1))
    let desk = Desk(file: file, staff: EntityID(rawValue: 2), clock: clock)
    let record = try desk.saveRecord(
      Record(
        leader: .newBook,
        fields: [
          Field(control: "001", apart("ố1")), Field("100", [Subfield("a", apart("Tô Hoài"))]),
          Field("245", [Subfield("a", apart("Dế Mèn phiêu lưu ký"))]),
          Field("653", [Subfield("a", apart("Truyện thiếu nhi"))]),
          Field("084", [Subfield("a", apart("Đ1"))]),
        ])
    ).id()
    _ = try desk.addItem(
      ItemDraft(
        record: record, barcode: "VV.1", callNumber: apart("Đ 895 Ấ"), location: apart("Kho mở"),
        type: apart("SÁCH"), note: apart("rách bìa")))
    _ = try desk.editItem("VV.1", [.note: apart("đã dán lại")])
    _ = try desk.enrol(
      PatronDraft(
        name: apart("Nguyễn Thị Ánh"), card: "TV1", category: apart("trẻ em"),
        address: apart("Xã Tân Phú"), note: apart("bạn của cô Thuỷ")))
    _ = try desk.editPatron("TV1", [.status: "blocked", .blockReason: apart("mất thẻ")])
    _ = try desk.addStaff(login: "hoa", name: apart("Lê Thị Hoà"), role: .librarian)
    _ = try desk.editStaff("hoa", name: apart("Lê Thị Huệ"))
    _ = try desk.saveTerm(.patronCategory, code: apart("HỌC"), name: apart("Học sinh"))
    _ = try desk.setRule(RuleScope(category: apart("HỌC")), values: [.loanDays: 7])
    _ = try desk.setSetting("library.name", apart("Thư viện Đông Hải"))
    _ = try desk.setOpeningDay(
      try #require(CalendarDay(iso: "2026-11-25")), isOpen: false, reason: apart("mưa bão"))
    _ = try desk.checkOut("VV.1", to: "TV1", override: apart("thầy hiệu trưởng đồng ý"))
    _ = try desk.pay("TV1", amount: Money(dong: 1000), note: apart("tiền mặt"))
    let stocktake = try desk.openStocktake(
      StocktakeScope(name: apart("Kiểm kê Tết"), location: apart("Kho mở"))
    ).id()
    _ = try desk.scanShelf("VV.1", stocktake: stocktake, shelf: apart("giá số bảy ở góc"))
    try imports(desk, folder)
    try expectComposed(file)
    #expect(try desk.items(location: apart("Kho mở")).count == 1)
    #expect(try desk.findPatrons(apart("Ánh")).hits.isEmpty == false)
  }

  private func imports(_ desk: Desk, _ folder: String) throws {
    let table = folder + "/" + apart("bạn đọc.csv")
    try Data(apart("Họ tên,Ghi chú\nTrần Văn Đệ,lớp bốn\nCéng hoµ x· héi,\n").utf8)
      .write(to: URL(fileURLWithPath: table))
    _ = try desk.importPatrons(from: .file(table), TextMending(encoding: .automatic, repairs: true))
    let copies = folder + "/" + apart("bản.csv")
    try Data(apart("Nhan đề,Kho,ĐKCB\nDế Mèn phiêu lưu ký,Kho đóng,VV.2\n").utf8)
      .write(to: URL(fileURLWithPath: copies))
    _ = try desk.importItems(copies, TextMending(encoding: .automatic))
  }

  /// Looks at every text of every table, and at every op but those that keep texts as received.
  private func expectComposed(_ file: LibraryFile) throws {
    var texts = 0
    try file.read { db in
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'")
      for table in tables where !table.hasPrefix("sqlite_") {
        for row in try Row.fetchAll(db, sql: "SELECT * FROM \(table)") {
          for (column, value) in row {
            guard case .string(let text) = value.storage else { continue }
            // The path of a file is the machine's, and must stay what opens it.
            if table == "import_file", column == "path" { continue }
            texts += 1
            #expect(text.isNFC, "\(table).\(column): \(text)")
          }
        }
      }
      let kinds = [OpKind.recordSaved, .textsMended].map { String($0.rawValue) }
      let bodies = try Data.fetchAll(
        db, sql: "SELECT body FROM op WHERE kind NOT IN (\(kinds.joined(separator: ",")))")
      for body in bodies {
        let text = String(decoding: body, as: UTF8.self)
        let marks = text.unicodeScalars.filter { (0x300...0x36F).contains($0.value) }
        #expect(marks.isEmpty, "\(text)")
      }
      let words = try String.fetchAll(db, sql: "SELECT term FROM record_exact_word")
      #expect(words.allSatisfy { $0.isNFC } && words.contains("dế"))
    }
    #expect(texts > 100)
  }
}
