import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("Enrolling and editing patrons")
struct PatronFormTests {
  private let house: TestWorkplace
  private static let qr = "001087123456|012345678|Nguyễn Văn An|02051987|Nam|Xã Tân Phú|15042021"

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

  // MARK: - Addresses, phones, capitals

  private func typeAddress(_ text: String, _ driver: ScreenDriver) {
    driver.type("Trần Thị Ánh")
    for _ in 0..<5 { driver.press(Key(.tab)) }
    driver.type(text)
  }

  @Test("a former address is told with today's, and put in its place only when somebody says so")
  func formerAddress() throws {
    let driver = house.driver(PatronFormScreen(workplace: house.workplace, .enrol(PatronDraft())))
    typeAddress("Số 1, Phường Cống Vị, Quận Ba Đình, Hà Nội", driver)
    #expect(driver.text.contains("Địa chỉ nay: Số 1, Phường Ngọc Hà, Thành phố Hà Nội (1/2)"))
    driver.press(.function(9))
    #expect(try patron("TV000001")?.address == "Số 1, Phường Cống Vị, Quận Ba Đình, Hà Nội")
  }

  @Test("of several proposals the next is shown, and the one shown is taken")
  func takesAddress() throws {
    let driver = house.driver(PatronFormScreen(workplace: house.workplace, .enrol(PatronDraft())))
    typeAddress("Số 1, Phường Cống Vị, Quận Ba Đình, Hà Nội", driver)
    driver.press(.alt("n"))
    #expect(driver.text.contains("Số 1, Phường Giảng Võ, Thành phố Hà Nội (2/2)"))
    driver.press(.alt("d"))
    #expect(!driver.text.contains("Địa chỉ nay"))
    driver.press(.function(9))
    #expect(try patron("TV000001")?.address == "Số 1, Phường Giảng Võ, Thành phố Hà Nội")
  }

  @Test("an address goes on as it is typed without tones, only while it is typed")
  func suggestsAddress() throws {
    let driver = house.driver(PatronFormScreen(workplace: house.workplace, .enrol(PatronDraft())))
    typeAddress("so 5, bo y", driver)
    #expect(driver.text.contains("Có phải: so 5, Xã Bờ Y, Tỉnh Quảng Ngãi"))
    driver.press(Key(.tab))
    #expect(!driver.text.contains("Có phải"))
    driver.press(Key(.up), .alt("d"))
    #expect(driver.line(with: "Địa chỉ")?.contains("so 5, Xã Bờ Y, Tỉnh Quảng Ngãi") == true)
    driver.press(.alt("d"))
    #expect(driver.text.contains("Không có địa chỉ nào để chọn"))
  }

  @Test("a table of the user's own counts, and a faulty one is told and stops nothing")
  func ownTable() throws {
    let path = "/u/.config/thuthu/data/administrative-units.tsv"
    let faulty = try TestWorkplace(files: [path: "T\t01\tTỉnh A\nY\t2\tXã B\n"])
    var driver = faulty.driver(
      PatronFormScreen(workplace: faulty.workplace, .enrol(PatronDraft())))
    #expect(driver.text.contains("administrative-units.tsv: dòng 2 không phải một đơn vị"))
    typeAddress("so 5, bo y", driver)
    #expect(driver.text.contains("Có phải: so 5, Xã Bờ Y, Tỉnh Quảng Ngãi"))
    let own = try TestWorkplace(files: [path: "T\t01\tTỉnh A\nX\t2\tXã Bê Bê\n"])
    driver = own.driver(PatronFormScreen(workplace: own.workplace, .enrol(PatronDraft())))
    typeAddress("x, be b", driver)
    #expect(driver.text.contains("Có phải: x, Xã Bê Bê, Tỉnh A"))
  }

  @Test("an old phone and a name in capitals are taken as they are now, and told")
  func notices() throws {
    let driver = house.driver()
    driver.scan("001187123456||TRẦN THỊ ÁNH|02051987|Nữ|Xã Tân Phú|15042021")
    #expect(driver.line(with: "Họ và tên*")?.contains("Trần Thị Ánh") == true)
    #expect(driver.text.contains("căn cước in: TRẦN THỊ ÁNH"))
    for _ in 0..<4 { driver.press(Key(.tab)) }
    driver.type("0169 123 4567")
    #expect(driver.lines.filter { $0.contains("điện thoại ghi số mới: 039 123 4567") }.count == 1)
    driver.press(.function(9))
    #expect(driver.text.contains("điện thoại ghi số mới: 039 123 4567"))
    #expect(try patron("TV000001")?.phone == "039 123 4567")
  }

  @Test("what another desk changed while a form was open stays")
  func changedMeanwhile() throws {
    try house.addPatron("TV000009", "Nguyễn Văn An")
    let before = try #require(try patron("TV000009"))
    let driver = house.driver(PatronFormScreen(workplace: house.workplace, .edit(before)))
    _ = try house.desk.editPatron("TV000009", [.phone: "0999999999"])
    driver.press(Key(.up))
    driver.type("đọc ở nhà")
    driver.run(.formSave)
    let after = try #require(try patron("TV000009"))
    #expect(after.phone == "0999999999" && after.note == "đọc ở nhà")
  }

  @Test("a copy scanned while somebody is enrolled is for them, or for nobody where they are not")
  func scannedMeanwhile() throws {
    try house.addPatron("TV000050", "Trần Thị Ánh")
    let driver = house.driver()
    driver.scan("TV000050")
    driver.press(.function(4), .function(8))
    driver.type("Lê Văn Ba")
    driver.scan("VN000001")
    driver.press(Key(.escape), .function(9))
    #expect(try house.desk.patron("TV000050")?.loans == 0)
    driver.scan("TV000050")
    driver.press(.function(4), .function(8))
    driver.type("Lê Văn Ba")
    driver.scan("VN000001")
    driver.press(.function(9))
    let enrolled = try #require(try house.desk.findPatrons("le van ba").hits.first)
    #expect(enrolled.loans == 1)
    #expect(try house.desk.patron("TV000050")?.loans == 0)
    driver.press(.function(4), .function(8))
    driver.type("Phạm Thị Tư")
    driver.press(.function(9))
    #expect(driver.lines[0].hasPrefix(" HỒ SƠ BẠN ĐỌC"))
  }
}
