import LibraryCore
import LibraryStore
import MARC
import Terminal
import Testing

@testable import Workstation

@Suite("Entering a new title")
struct NewRecordTests {
  private let house: TestWorkplace
  private let driver: ScreenDriver

  init() throws {
    house = try TestWorkplace()
    driver = house.driver()
    driver.run(.catalogueNew)
  }

  private func fill(_ texts: [String]) {
    for text in texts {
      if !text.isEmpty { driver.type(text) }
      driver.press(Key(.tab))
    }
  }

  @Test("the plain sheet becomes a MARC record with its copies")
  func sheet() throws {
    driver.press(Key(.enter))
    #expect(driver.lines[0].hasPrefix(" PHIẾU NHẬP SÁCH"))
    fill([
      "Dế mèn phiêu lưu ký", "truyện thiếu nhi", "Tô Hoài; Thành Chương", "", "", "", "H.",
      "Kim Đồng", "2019", "144", "21 cm", "", "9786042134560", "45.000", "895.92233",
      "Văn học thiếu nhi; Truyện", "", "", "",
    ])
    driver.press(.control("u"))
    driver.type("2")
    driver.press(.function(9))
    #expect(driver.text.contains("Sai số kiểm tra của ISBN"))
    driver.scan("9786041234567")
    driver.press(.function(9))
    #expect(driver.lines[0].hasPrefix(" BIỂU GHI"))
    let page = try CatalogueSearch(house.workplace.file).find("de men")
    let hit = try #require(page.hits.first)
    #expect(hit.copies == 2)
    let record = try #require(try house.desk.record(hit.id)).record
    let lines = RecordSheet.marc(record).map { $0.spans.map(\.text).joined() }
    #expect(
      lines.dropFirst(2) == [
        "020 ## $a 9786041234567 $c 45.000đ ", "040 ## $a VN-TP ", "041 0# $a vie ",
        "082 04 $a 895.92233 $2 23 ", "100 0# $a Tô Hoài ",
        "245 10 $a Dế mèn phiêu lưu ký : $b truyện thiếu nhi / $c Tô Hoài, Thành Chương ",
        "260 ## $a H. : $b Kim Đồng, $c 2019 ", "300 ## $a 144 tr. ; $c 21 cm ",
        "653 ## $a Văn học thiếu nhi ", "653 ## $a Truyện ", "700 0# $a Thành Chương ",
      ])
    #expect(Bibliography(record).year == 2019)
    let items = try house.desk.items(of: hit.id)
    #expect(items.map(\.item.price?.dong) == [45_000, 45_000])
    let validation = RecordValidation(SchemaTables.own)
    #expect(validation.problems(in: record.editable).filter { $0.severity != .advice }.isEmpty)
  }

  @Test("a record is changed on the sheet, and what the sheet does not show stays")
  func existing() throws {
    let known = Record(
      leader: .newBook,
      fields: [
        MARC.Field(control: "008", "261128s1936    vm            000 1 vie d"),
        MARC.Field("245", "0", "0", [Subfield("a", "Tắt đèn")]),
        MARC.Field("260", [Subfield("a", "H. :"), Subfield("c", "1936")]),
        MARC.Field("910", [Subfield("q", "riêng")]),
      ])
    let id = try house.saved(house.desk.saveRecord(known))
    let stored = try #require(try house.desk.record(id))
    let screen = SimpleSheetScreen(workplace: house.workplace, editing: stored)
    let driver = house.driver(screen)
    #expect(driver.lines[0].hasPrefix(" PHIẾU ĐƠN GIẢN"))
    driver.type(" (truyện)")
    driver.press(.function(9))
    let saved = try #require(try house.desk.record(id)).record
    #expect(saved.first("245")?.text("a") == "Tắt đèn (truyện)")
    #expect(saved.first("910") == known.first("910"))
    #expect(saved.first("008") == known.first("008"))
  }

  @Test("templates are offered, the library's own among them")
  func templates() throws {
    let record = Record(
      leader: .newBook, fields: [MARC.Field("245", "0", "0", [Subfield("a", "Báo cáo")])])
    _ = try house.saved(house.desk.saveTemplate("Báo cáo xã", record))
    driver.press(Key(.escape))
    driver.run(.catalogueNew)
    for name in ["Sách", "Bài trích", "Luận án", "Bản đồ", "Báo cáo xã"] {
      #expect(driver.text.contains(name))
    }
  }

  @Test("a scanned book number goes to its own line and tells of a title the library has")
  func scan() throws {
    let known = Record(
      leader: .newBook,
      fields: [
        MARC.Field("020", [Subfield("a", "9786041234567")]),
        MARC.Field("245", [Subfield("a", "Tắt đèn")]),
      ])
    _ = try house.saved(house.desk.saveRecord(known))
    driver.press(Key(.enter))
    driver.scan("9786041234567")
    #expect(driver.text.contains("Đã có trong mục lục: Tắt đèn"))
    #expect(driver.line(with: "ISBN")?.contains("9786041234567") == true)
  }

  @Test("a sheet that was interrupted is offered as a draft, and never overwritten unasked")
  func draft() throws {
    driver.press(Key(.enter))
    driver.type("Tắt đèn")
    let again = house.driver()
    again.run(.catalogueNew)
    #expect(again.lines[2].contains("Bản nháp chưa lưu"))
    again.press(Key(.down), Key(.enter))
    #expect(again.text.contains("Bỏ bản nháp trước?"))
    again.press(Key(.escape))
    again.run(.catalogueNew)
    again.press(Key(.enter), .function(9))
    #expect(again.top is EditorScreen)
    #expect(again.line(with: "245 00 $a Tắt đèn") != nil)
  }

  @Test("a template is filled in and saved as a new record, which opens")
  func template() throws {
    driver.press(Key(.down), Key(.enter))
    #expect(driver.lines[0].hasPrefix(" BIÊN MỤC – biểu ghi mới"))
    driver.press(.function(9))
    #expect(driver.text.contains("nhan đề (245 $a) còn trống"))
    driver.type("Số đỏ")
    driver.press(.function(9), .function(9))
    #expect(driver.lines[0].hasPrefix(" BIỂU GHI"))
    #expect(try CatalogueSearch(house.workplace.file).find("so do").total == .exactly(1))
  }

  @Test("a helper may not enter titles")
  func permission() throws {
    _ = try house.desk.setPassword("admin", to: "một hai ba bốn")
    let helper = try house.desk.addStaff(
      login: "lan", name: "Lan", role: .helper, password: "một hai ba bốn")
    house.workplace.takeOver(
      by: Desk(
        file: house.workplace.file, staff: try house.saved(helper), clock: house.clock))
    let driver = house.driver()
    driver.run(.catalogueNew)
    #expect(driver.text.contains("Tài khoản này không được phép: biên mục"))
  }
}
