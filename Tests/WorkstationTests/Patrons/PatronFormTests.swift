import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("Enrolling and editing patrons")
struct PatronFormTests {
  private let house: TestWorkplace
  private static let qr = "001090123456|012345678|Nguyễn Văn An|02051987|Nam|Xã Tân Phú|15042021"

  init() throws {
    house = try TestWorkplace()
    try house.addTitle("Truyện Kiều", ["VN000001"])
  }

  private func patron(_ card: String) throws -> Patron? { try house.desk.patron(card)?.patron }

  @Test("F8 in the search enrols with the name typed there and the next running number")
  func enrols() throws {
    let driver = house.driver()
    driver.press(.function(4))
    driver.type("Trần Thị Ánh")
    driver.press(.function(8))
    #expect(driver.lines[0].hasPrefix(" CẤP THẺ BẠN ĐỌC"))
    #expect(driver.line(with: "Họ và tên*")?.contains("Trần Thị Ánh") == true)
    #expect(driver.line(with: "Số thẻ")?.contains("TV000001") == true)
    driver.press(Key(.tab), Key(.tab), Key(.tab))
    driver.type("2015")
    driver.press(.function(9))
    #expect(driver.text.contains("Đã cấp thẻ TV000001 cho Trần Thị Ánh"))
    #expect(try patron("TV000001")?.born == "2015")
  }

  @Test("what is wrong is said at its field and nothing is saved")
  func faults() throws {
    let driver = house.driver(PatronFormScreen(workplace: house.workplace, .enrol(PatronDraft())))
    driver.press(.function(9))
    #expect(driver.text.contains("Phải điền ô này"))
    driver.type("An")
    driver.press(Key(.tab), Key(.tab), Key(.tab))
    driver.type("31/02/2015")
    driver.press(.function(9))
    #expect(driver.text.contains("Ngày hoặc năm sinh: «31/02/2015» không hợp lệ"))
    #expect(try house.desk.findPatrons("").total == 0)
  }

  @Test("a citizen card scanned at the desk fills the form, and the new patron stands at the desk")
  func citizenCard() throws {
    let driver = house.driver()
    driver.scan(Self.qr)
    #expect(driver.line(with: "Họ và tên*")?.contains("Nguyễn Văn An") == true)
    #expect(driver.line(with: "sinh")?.contains("02/05/1987") == true)
    driver.press(.function(9))
    #expect(driver.lines[0].hasPrefix(" QUẦY MƯỢN – TRẢ"))
    #expect(driver.lines[1].hasPrefix(" Nguyễn Văn An  TV000001"))
    driver.scan("VN000001")
    #expect(driver.text.contains("ĐÃ CHO MƯỢN"))
  }

  @Test("somebody who already has a card is seen and served with it")
  func alike() throws {
    try house.addPatron("TV000007", "Nguyễn Văn An", born: "1987-05-02")
    let driver = house.driver()
    driver.scan(Self.qr)
    #expect(driver.text.contains("Có thể đã có thẻ: TV000007 Nguyễn Văn An, 02/05/1987"))
    driver.press(.function(8))
    #expect(driver.lines[1].hasPrefix(" Nguyễn Văn An  TV000007"))
    #expect(try house.desk.findPatrons("").total == 1)
  }

  @Test("a printed card scanned anywhere in the form fills its field; a taken one is refused")
  func scannedCard() throws {
    try house.addPatron("TV000007", "Trần Thị Ánh")
    let driver = house.driver(PatronFormScreen(workplace: house.workplace, .enrol(PatronDraft())))
    driver.type("Lê Văn Bốn")
    driver.scan("TV000007")
    #expect(driver.text.contains("Số thẻ TV000007 đã cấp cho Trần Thị Ánh"))
    driver.scan("THE-99")
    driver.press(.function(9))
    #expect(try patron("THE-99")?.name == "Lê Văn Bốn")
  }

  @Test("a copy scanned into the form waits and is lent to the new patron")
  func scannedCopy() throws {
    let driver = house.driver()
    driver.scan(Self.qr)
    driver.scan("VN000001")
    #expect(driver.text.contains("xong ở đây quầy sẽ xử lý"))
    driver.press(.function(9))
    #expect(driver.text.contains("ĐÃ CHO MƯỢN"))
    #expect(try house.desk.patron("TV000001")?.loans == 1)
  }

  @Test("leaving what was typed asks first, and no key leads away from it")
  func leaving() {
    let driver = house.driver(PatronFormScreen(workplace: house.workplace, .enrol(PatronDraft())))
    driver.type("Lê")
    driver.press(.function(2))
    #expect(driver.text.contains("Hãy lưu hoặc bỏ (Esc)"))
    driver.press(.function(10))
    #expect(!driver.hasQuit)
    driver.press(Key(.escape), Key(.enter), Key(.escape))
    #expect(driver.line(with: "Họ và tên*")?.contains("Lê") == true)
    driver.press(Key(.escape), .function(9))
    #expect(driver.lines[0].hasPrefix(" QUẦY MƯỢN – TRẢ"))
  }

  @Test("editing changes what was changed, and only that")
  func edits() throws {
    let id = try house.addPatron(
      "TV000001", "Nguyễn Văn An", born: "1987-05-02", phone: "0912345678")
    let driver = house.driver(PatronScreen(workplace: house.workplace, patron: id))
    driver.press(.function(9))
    #expect(driver.lines[0].hasPrefix(" SỬA HỒ SƠ – Nguyễn Văn An"))
    driver.press(Key(.up))
    driver.type("đọc ở nhà")
    driver.press(.function(9))
    #expect(driver.lines[0].hasPrefix(" HỒ SƠ BẠN ĐỌC"))
    let edited = try #require(try patron("TV000001"))
    #expect(edited.note == "đọc ở nhà")
    #expect(edited.born == "1987-05-02")
    let op = try #require(try house.desk.log(entity: id).first)
    guard case .patronSaved(let changes) = op.op.body else { throw TestFailure("\(op)") }
    #expect(changes.count == 1)
    driver.press(.control("z"))
    #expect(try patron("TV000001")?.note == nil)
  }
}
