import LibraryCore
import LibraryStore
import MARC
import Terminal
import Testing

@testable import Workstation

@Suite("A record and its copies")
struct RecordScreenTests {
  private let house: TestWorkplace
  private let id: EntityID

  init() throws {
    house = try TestWorkplace()
    let record = Record(
      leader: .newBook,
      fields: [
        MARC.Field("020", [Subfield("a", "9786041234567"), Subfield("c", "50000đ")]),
        MARC.Field("082", "0", "4", [Subfield("a", "895.9221"), Subfield("2", "23")]),
        MARC.Field("100", "0", .blank, [Subfield("a", "Nguyễn Du")]),
        MARC.Field("245", "1", "0", [Subfield("a", "Truyện Kiều /"), Subfield("c", "Nguyễn Du")]),
        MARC.Field(
          "260", [Subfield("a", "H. :"), Subfield("b", "Văn học,"), Subfield("c", "2015")]),
        MARC.Field("653", [Subfield("a", "Văn học cổ điển")]),
        MARC.Field("653", [Subfield("a", "Thơ")]),
        MARC.Field("925", [Subfield("a", "G")]),
      ])
    id = try house.saved(house.desk.saveRecord(record))
    for barcode in ["VN000001", "VN000002"] {
      _ = try house.saved(
        house.desk.addItem(ItemDraft(record: id, barcode: barcode, callNumber: "895.9221 NG")))
    }
    try house.addPatron("TV000001", "Nguyễn Văn An")
    try house.lend("VN000001", to: "TV000001")
  }

  private func open(_ size: Size = Size(rows: 24, columns: 80)) -> ScreenDriver {
    house.driver(RecordScreen(workplace: house.workplace, trail: RecordTrail(id)), size: size)
  }

  @Test("labels come in the order of a Vietnamese catalogue, and unknown fields stand raw")
  func labels() throws {
    let lines = open().lines
    #expect(lines[1] == " Nhan đề             Truyện Kiều / Nguyễn Du")
    #expect(lines[2] == " Tác giả             Nguyễn Du")
    #expect(lines[3] == " Xuất bản            H. : Văn học, 2015")
    #expect(lines[4] == " Từ khoá             Văn học cổ điển")
    #expect(lines[5] == "                     Thơ")
    #expect(lines[6] == " Phân loại DDC       895.9221 [2: 23]")
    #expect(lines[7] == " ISBN                978-604-1-23456-7 50000đ")
    #expect(lines[9] == " Trường khác")
    #expect(lines[10] == " 925 ## $a G")
  }

  @Test("copies show who has them and until when")
  func copies() throws {
    let driver = open()
    #expect(driver.line(with: "2 bản, 1 trong kho") != nil)
    let lent = try #require(driver.line(with: "VN000001"))
    #expect(lent.contains("895.9221 NG"))
    #expect(lent.contains("Nguyễn Văn An"))
    #expect(try #require(driver.line(with: "VN000002")).contains("có trong kho"))
  }

  @Test("one key turns to MARC and back")
  func marc() {
    let driver = open()
    driver.press(.function(8))
    #expect(driver.lines[1] == " LDR    00000nam a2200000 a 4500")
    #expect(driver.lines[2] == " 020 ## $a 9786041234567 $c 50000đ")
    #expect(driver.lines[5] == " 245 10 $a Truyện Kiều / $c Nguyễn Du")
    driver.press(.function(8))
    #expect(driver.lines[1].hasPrefix(" Nhan đề"))
  }

  @Test("right and left go through the results")
  func trail() throws {
    let other = try house.addTitle("Số đỏ", [])
    let driver = house.driver(
      RecordScreen(workplace: house.workplace, trail: RecordTrail([id, other], at: 0)))
    #expect(driver.lines[0].hasPrefix(" BIỂU GHI 1/2"))
    driver.press(Key(.right))
    #expect(driver.lines[1].contains("Số đỏ"))
    #expect(driver.text.contains("Thêm bản: Alt+A"))
    let bells = driver.bells
    driver.press(Key(.right))
    #expect(driver.bells == bells + 1)
    driver.press(Key(.left))
    #expect(driver.lines[1].contains("Truyện Kiều"))
  }

  @Test("a scanned label goes to its copy, also of another record; a card goes to the desk")
  func scans() throws {
    try house.addTitle("Số đỏ", ["VN000009"])
    let driver = open()
    driver.scan("VN000002")
    #expect((driver.top as? RecordScreen)?.selectedCopy?.item.barcode.text == "VN000002")
    driver.scan("VN000009")
    #expect(driver.lines[1].contains("Số đỏ"))
    driver.scan("TV000001")
    #expect(driver.lines[0].hasPrefix(" QUẦY MƯỢN"))
    #expect(driver.text.contains("Nguyễn Văn An"))
  }

  @Test("several copies are added with running barcodes, and one undo takes all back")
  func addCopies() throws {
    let driver = open()
    driver.press(.alt("a"))
    #expect(driver.lines[0].hasPrefix(" THÊM BẢN"))
    #expect(try #require(driver.line(with: "Ký hiệu xếp giá")).contains("895.9221 NG"))
    let first = try #require(try house.desk.nextBarcode())
    #expect(try #require(driver.line(with: "Số ĐKCB")).contains(first))
    driver.press(Key(.tab), .control("u"))
    driver.type("3")
    driver.press(.function(9))
    #expect(try house.desk.items(of: id).count == 5)
    #expect(driver.text.contains("Đã thêm 3 bản: \(first)"))
    driver.press(.control("z"))
    #expect(try house.desk.items(of: id).count == 2)
  }

  @Test("one key proposes the shelf mark of a copy and shows how it came about")
  func shelfMark() throws {
    let driver = open()
    driver.press(.alt("a"), .alt("k"))
    #expect(try #require(driver.line(with: "Ký hiệu xếp giá")).contains("895.9221"))
    #expect(driver.text.contains("phân loại"))
  }

  @Test("a record's page shows the mark of every scheme, and the classes beside each other")
  func shelfMarkPage() throws {
    let driver = open()
    driver.press(.alt("k"))
    #expect(driver.lines[0].hasPrefix(" KÝ HIỆU XẾP GIÁ"))
    #expect(driver.text.contains("084 V ↔ 082 895.922"))
    for letter in ["A:", "B:", "C:"] { #expect(driver.text.contains(letter)) }
  }

  @Test("a printed label scanned into the form is the first barcode, the others run on")
  func scannedLabel() throws {
    let driver = open()
    driver.press(.alt("a"))
    driver.scan("KHO7.0099")
    driver.press(.control("u"))
    driver.type("2")
    driver.press(.function(9))
    let codes = try house.desk.items(of: id).map(\.item.barcode.text)
    #expect(codes.contains("KHO7.0099") && codes.contains("KHO7.0100"))
  }

  @Test("a barcode that is taken is said at its field and adds nothing")
  func takenBarcode() throws {
    let driver = open()
    driver.press(.alt("a"), .control("u"))
    driver.type("VN000001")
    driver.press(.function(9))
    #expect(driver.text.contains("Mã VN000001 đã dán cho"))
    #expect(try house.desk.items(of: id).count == 2)
  }

  @Test("a copy is edited and set to lost; a loan forbids to withdraw it")
  func editCopy() throws {
    let driver = open()
    driver.press(Key(.down), Key(.enter), Key(.tab), Key(.tab), .control("u"))
    driver.type("VV 12")
    driver.press(.function(9))
    #expect(try #require(driver.line(with: "VN000002")).contains("VV 12"))
    driver.press(.alt("s"))
    driver.type("m")
    driver.press(.function(9))
    #expect(try #require(driver.line(with: "VN000002")).contains("mất"))
    driver.press(.control("z"))
    #expect(try #require(driver.line(with: "VN000002")).contains("có trong kho"))
    driver.press(Key(.up), .alt("s"))
    driver.type("đ")
    driver.press(.function(9))
    #expect(driver.text.contains("Nguyễn Văn An (TV000001) đang mượn"))
  }

  @Test("a copy entered by mistake is removed after a question; one that was lent is not")
  func removeCopy() throws {
    let driver = open()
    driver.press(.alt("x"))
    driver.scan("TV000001")
    #expect(driver.text.contains("Huỷ bản nhập nhầm?"))
    driver.press(Key(.enter))
    #expect(driver.text.contains("Huỷ bản nhập nhầm?"))
    driver.press(.function(9))
    #expect(try house.desk.items(of: id).count == 2)
    let again = open()
    again.press(Key(.down), .alt("x"), .function(9))
    #expect(try house.desk.items(of: id).map(\.item.barcode.text) == ["VN000001"])
  }

  @Test("a record with copies is not removed, one without is, and comes back with undo")
  func remove() throws {
    let driver = open()
    driver.press(.alt("d"), .function(9))
    #expect(driver.text.contains("Biểu ghi còn 2 bản tài liệu"))
    let other = try house.addTitle("Số đỏ", [])
    let second = house.driver(
      RecordScreen(workplace: house.workplace, trail: RecordTrail(other)))
    second.press(.alt("d"), .function(9))
    #expect(second.lines[0].hasPrefix(" BIỂU GHI – ĐÃ BỎ"))
    second.press(.control("z"))
    #expect(second.lines[0].hasPrefix(" BIỂU GHI "))
    #expect(!second.lines[0].contains("ĐÃ BỎ"))
  }

  @Test("F9 edits the record, the view shows the new version, and undo takes it back")
  func edit() throws {
    let driver = open()
    driver.press(.function(9), .control("u"))
    driver.type("Đoạn trường tân thanh /")
    driver.press(.function(9), .function(9))
    #expect(driver.lines[1] == " Nhan đề             Đoạn trường tân thanh / Nguyễn Du")
    driver.press(.control("z"))
    #expect(driver.lines[1] == " Nhan đề             Truyện Kiều / Nguyễn Du")
    let removed = try house.addTitle("Số đỏ", [])
    _ = try house.saved(house.desk.removeRecord(removed))
    let other = house.driver(
      RecordScreen(workplace: house.workplace, trail: RecordTrail(removed)))
    other.press(.function(9))
    #expect(other.text.contains("Biểu ghi đã bỏ khỏi mục lục"))
  }

  @Test("two versions are compared and the first is restored")
  func history() throws {
    var record = try #require(try house.desk.record(id)).record.editable
    record.replaceFirst(with: MARC.Field("260", [Subfield("c", "2020")]))
    _ = try house.saved(house.desk.saveRecord(record.record, id: id))
    let driver = open()
    driver.press(.alt("h"))
    #expect(driver.lines[0].hasPrefix(" LỊCH SỬ BIỂU GHI"))
    driver.press(Key(.enter))
    let row = driver.line(with: "260 ## $a H. : $b Văn học, $c 2015")
    #expect(row?.hasSuffix("| 260 ## $c 2020") == true)
    driver.press(Key(.escape), Key(.down), .function(9))
    #expect(driver.text.contains("Khôi phục phiên bản này?"))
    driver.press(.function(9), Key(.escape))
    #expect(driver.line(with: "Văn học, 2015") != nil)
  }

  @Test(
    "a small and a wide screen",
    arguments: [Size(rows: 10, columns: 40), Size(rows: 43, columns: 132)])
  func sizes(_ size: Size) {
    let driver = open(size)
    #expect(driver.lines[0].hasPrefix(" BIỂU GHI"))
    #expect(driver.lines[1].contains("Truyện Kiều"))
    driver.press(Key(.pageDown), Key(.pageUp))
    #expect(driver.lines[1].contains("Truyện Kiều"))
  }
}
