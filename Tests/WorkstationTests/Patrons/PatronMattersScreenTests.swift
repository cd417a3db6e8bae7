import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("Citizen cards, cards out of use, remarks and classes on the screen")
struct PatronMattersScreenTests {
  private let house: TestWorkplace
  private static let qr = "001087123456|012345678|Nguyễn Văn An|02051987|Nam|Xã Tân Phú|15042021"

  init() throws { house = try TestWorkplace() }

  @Test("one scan of an unknown citizen card and one Enter enrol; the next scan serves its holder")
  func enrols() throws {
    let driver = house.driver()
    driver.scan(Self.qr)
    #expect(driver.lines[0].hasPrefix(" CẤP THẺ BẠN ĐỌC"))
    driver.press(Key(.enter))
    #expect(driver.lines[0].hasPrefix(" QUẦY MƯỢN – TRẢ"))
    #expect(driver.lines[1].hasPrefix(" Nguyễn Văn An  TV000001"))
    driver.press(Key(.escape))
    driver.scan(Self.qr)
    #expect(driver.lines[1].hasPrefix(" Nguyễn Văn An  TV000001"))
    #expect(try house.desk.findPatrons("").total == 1)
    driver.press(.function(4))
    driver.scan(Self.qr)
    #expect(driver.lines[0].hasPrefix(" HỒ SƠ BẠN ĐỌC"))
    #expect(!driver.text.contains("001087123456"))
  }

  @Test(
    "Enter goes to the next field once anything was touched, and where the scanner lost the name")
  func enterMoves() throws {
    let driver = house.driver()
    driver.scan(Self.qr)
    driver.press(Key(.tab), Key(.enter))
    #expect(try house.desk.findPatrons("").total == 0)
    driver.press(Key(.escape), .function(9))
    driver.scan("001087123456||Nguy?n V?n An|02051987|Nam|X|15042021")
    #expect(driver.text.contains("máy quét làm hỏng chữ"))
    driver.press(Key(.enter))
    #expect(try house.desk.findPatrons("").total == 0)
  }

  @Test("consent is noted by a key of its own, never by itself")
  func consent() throws {
    let driver = house.driver()
    driver.scan(Self.qr)
    driver.press(.alt("y"), .function(9))
    let id = try #require(try house.desk.patron("TV000001")).patron.id
    #expect(try house.desk.patronDetails(id)?.consent?.on == house.desk.today)
  }

  @Test("a lost card says whose it was, a health insurance card that it is of no use")
  func oldCards() throws {
    try house.addPatron("TV000007", "Trần Thị Ánh")
    _ = try house.desk.replaceCard("TV000007", with: "TV000008", because: .lost)
    let driver = house.driver()
    driver.scan("TV000007")
    #expect(driver.text.contains("THẺ KHÔNG CÒN DÙNG"))
    #expect(driver.text.contains("Trần Thị Ánh") && driver.text.contains("TV000008"))
    driver.scan("DN4010123456789|4e67|02/05/1987|1|48c3a0|01 - 001")
    #expect(driver.text.contains("THẺ BẢO HIỂM Y TẾ"))
  }

  @Test("a message that must be read stays until F9 says so; a scan's Enter does not")
  func message() throws {
    let id = try house.addPatron("TV000007", "Trần Thị Ánh")
    _ = try house.desk.remark(
      RemarkRequest(card: "TV000007", kind: .message, text: "gọi lại", mustBeRead: true))
    let driver = house.driver()
    driver.scan("TV000007")
    #expect(driver.text.contains("CÓ LỜI NHẮN PHẢI ĐỌC"))
    driver.press(Key(.enter))
    #expect(driver.text.contains("CÓ LỜI NHẮN PHẢI ĐỌC"))
    driver.press(.function(9))
    #expect(!driver.text.contains("CÓ LỜI NHẮN PHẢI ĐỌC"))
    #expect(try house.desk.patronDetails(id)?.remarks[0].readOn == house.desk.today)
  }

  @Test("restrictions and cards are written and lifted on a page of their own, with undo")
  func matters() throws {
    let id = try house.addPatron("TV000007", "Trần Thị Ánh")
    let driver = house.driver(PatronScreen(workplace: house.workplace, patron: id))
    driver.press(.alt("e"))
    #expect(driver.text.contains("Thẻ có giá trị đến"))
    driver.press(.alt("a"), .function(8))
    driver.type("nợ bản cam kết")
    driver.press(.function(9))
    #expect(driver.line(with: "Hạn chế")?.contains("nợ bản cam kết") == true)
    driver.press(.alt("c"), .function(9))
    #expect(driver.line(with: "Thẻ khác")?.contains("TV000007 ") == true)
    #expect(try house.desk.patron("TV000008")?.patron.id == id)
    driver.press(.control("z"))
    #expect(try house.desk.patron("TV000007")?.patron.id == id)
    driver.press(.control("k"))
    #expect(try house.desk.patronDetails(id)?.remarks[0].liftedOn == house.desk.today)
  }

  @Test(
    "cards of a category are renewed to a chosen day after they were shown, and one key takes it back"
  )
  func renewal() throws {
    for (card, name, expires) in [
      ("NL1", "Lê Văn Ba", "2026-12-31"), ("NL2", "Trần Thị Tư", "2030-12-31"),
    ] {
      _ = try house.desk.enrol(
        PatronDraft(fields: [.name: name, .card: card, .expiresOn: expires]))
    }
    let ends = { try house.desk.patron("NL1")?.patron.expiresOn?.iso }
    let driver = house.driver(ClassesScreen(workplace: house.workplace))
    driver.press(.alt("e"))
    #expect(driver.text.contains("GIA HẠN THẺ") && driver.text.contains("người lớn"))
    driver.type("01012020")
    driver.press(.function(9))
    #expect(driver.text.contains("Ngày phải sau hôm nay"))
    driver.press(.control("u"))
    driver.type("31052029")
    driver.press(.function(9))
    #expect(driver.text.contains("Sẽ đổi 1 bạn đọc; bỏ qua 1 người"))
    #expect(driver.text.contains("Trần Thị Tư (NL2): không gia hạn, thẻ đã có hạn đến 31/12/2030"))
    #expect(try ends() == "2026-12-31")
    driver.press(.function(9))
    #expect(try ends() == "2029-05-31")
    driver.press(.control("z"))
    #expect(try ends() == "2026-12-31")
  }

  @Test("classes move up after they were shown, and one key takes it back")
  func classes() throws {
    _ = try house.desk.enrol(
      PatronDraft(fields: [.name: "Lê Văn Ba", .card: "HS1", .className: "10A1"]))
    let id = try #require(try house.desk.patron("HS1")).patron.id
    let driver = house.driver(ClassesScreen(workplace: house.workplace))
    #expect(driver.line(with: "10A1")?.contains("lên lớp 11A1") == true)
    driver.press(.function(9), .function(9))
    #expect(driver.text.contains("Lê Văn Ba (HS1): 10A1 → 11A1"))
    #expect(try house.desk.patronDetails(id)?.className == "10A1")
    driver.press(.function(9))
    #expect(try house.desk.patronDetails(id)?.className == "11A1")
    driver.press(.control("z"))
    #expect(try house.desk.patronDetails(id)?.className == "10A1")
  }
}
