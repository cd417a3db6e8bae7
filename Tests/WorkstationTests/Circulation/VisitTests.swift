import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("What holds for a visit at the counter")
struct VisitTests {
  private let house: TestWorkplace
  private let driver: ScreenDriver

  init() throws {
    house = try TestWorkplace()
    try house.addPatron("TV000001", "Nguyễn Văn An")
    try house.addPatron("TV000002", "Trần Thị Ánh")
    try house.addTitle("Truyện Kiều", ["VN000001", "VN000002", "VN000003"])
    driver = house.driver()
  }

  private func loans(_ card: String = "TV000001") throws -> Int {
    try house.desk.patron(card)?.loans ?? -1
  }

  @Test("an override holds for the whole visit, and not for the next reader")
  func standing() throws {
    for card in ["TV000001", "TV000002"] {
      _ = try house.desk.editPatron(
        card, [.status: PatronStatus.blocked.rawValue, .blockReason: "mất sách"])
    }
    driver.scan("TV000001")
    driver.scan("VN000001")
    driver.type("đã hẹn đền")
    driver.press(.function(6))
    #expect(driver.text.contains("CHÂM CHƯỚC: đã hẹn đền"))
    driver.scan("VN000002")
    #expect(try loans() == 2)
    driver.scan("TV000002")
    driver.scan("VN000003")
    #expect(driver.text.contains("F9  Vẫn cho mượn"))
    #expect(try loans("TV000002") == 0)
  }

  @Test("the drop box says as of when it counts for as long as it is on")
  func dropBox() throws {
    _ = try house.desk.checkOut("VN000001", to: "TV000001")
    driver.press(.alt("b"))
    #expect(driver.text.contains("THÙNG TRẢ: tính ngày 22/11/2026"))
    driver.scan("VN000001")
    #expect(driver.text.contains("ĐÃ TRẢ"))
    #expect(driver.text.contains("THÙNG TRẢ: tính ngày 22/11/2026"))
    driver.press(.alt("b"))
    #expect(!driver.text.contains("THÙNG TRẢ"))
  }

  @Test("returns as of an earlier day say that day until they end")
  func earlier() throws {
    _ = try house.desk.acting(at: TestClock.moment("2026-11-10T08:00:00"))
      .checkOut("VN000001", to: "TV000001")
    driver.press(.alt("d"))
    driver.type("20112026")
    driver.press(.function(9))
    #expect(driver.text.contains("TRẢ LÙI NGÀY: tính ngày 20/11/2026"))
    driver.scan("VN000001")
    let loan = try #require(
      try house.desk.loans(of: house.desk.patron("TV000001")!.patron.id, includeReturned: true)
        .first)
    #expect(loan.returnedAt?.day.iso == "2026-11-20")
    driver.press(.function(2))
    #expect(!driver.text.contains("TRẢ LÙI NGÀY"))
  }

  @Test("reading on the spot and a due date of one's own hold until the visit ends")
  func terms() throws {
    driver.scan("TV000001")
    driver.press(.alt("o"))
    driver.scan("VN000001")
    #expect(driver.text.contains("hạn trả 23/11/2026"))
    driver.press(.alt("o"), .alt("u"))
    driver.type("30112026")
    driver.press(.function(9))
    driver.scan("VN000002")
    #expect(driver.text.contains("hạn trả 30/11/2026"))
    driver.scan("TV000002")
    #expect(!driver.text.contains("HẠN TRẢ ĐẶT"))
  }

  @Test("a due date of one's own takes a time, or ends when the rules end loans")
  func dueTime() throws {
    _ = try house.desk.setRule(RuleScope(), values: [.dueTime: 17 * 60])
    driver.scan("TV000001")
    driver.press(.alt("u"))
    driver.type("30112026")
    driver.press(.function(9))
    driver.scan("VN000001")
    #expect(driver.text.contains("hạn trả 17:00 30/11/2026"))
    driver.press(.alt("u"))
    driver.type("30112026")
    driver.press(Key(.tab))
    driver.type("25h")
    driver.press(.function(9))
    #expect(driver.text.contains("Giờ: «25h» không hợp lệ"))
    driver.press(Key(.backspace), Key(.backspace), Key(.backspace))
    driver.type("15h")
    driver.press(.function(9))
    #expect(driver.text.contains("HẠN TRẢ ĐẶT: 15:00 30/11/2026"))
    driver.scan("VN000002")
    #expect(driver.text.contains("hạn trả 15:00 30/11/2026"))
  }

  @Test("a note that must be read waits for a key no scanner sends; scans wait behind it")
  func notes() throws {
    _ = try house.desk.editItem("VN000001", [.note: "! thiếu đĩa kèm"])
    driver.scan("TV000001")
    driver.scan("VN000001")
    #expect(driver.text.contains("PHẢI ĐỌC"))
    driver.press(Key(.enter))
    driver.scan("VN000002")
    #expect(try loans() == 1)
    driver.press(.function(9))
    #expect(try loans() == 2)
  }

  @Test("a code that is a card and a copy is asked about, never guessed")
  func ambiguous() throws {
    try house.addTitle("Số đỏ", ["TV000002"])
    driver.scan("TV000002")
    #expect(driver.text.contains("sách hay thẻ?"))
    driver.press(.function(8))
    #expect(driver.lines[1].hasPrefix(" Trần Thị Ánh"))
    driver.scan("TV000002")
    driver.press(.function(9))
    #expect(try loans("TV000002") == 1)
  }

  @Test("a book without a record is added in a form and lent in the same breath")
  func fastAdd() throws {
    driver.scan("TV000001")
    driver.scan("VN999999")
    driver.press(.alt("a"), Key(.tab))
    driver.type("Sách chưa biên mục")
    driver.press(.function(9))
    #expect(driver.text.contains("ĐÃ CHO MƯỢN"))
    #expect(try loans() == 1)
    driver.press(.control("z"))
    #expect(driver.text.contains("thêm nhanh và cho mượn: VN999999 Sách chưa biên mục"))
    #expect(try loans() == 0)
    driver.scan("VN999999")
    #expect(driver.text.contains("KHÔNG CÓ") || !driver.text.contains("ĐÃ CHO MƯỢN"))
    #expect(try loans() == 0)
  }

  @Test("renewing everything answers by loan, and one undo takes all of it back")
  func renewAll() throws {
    for barcode in ["VN000001", "VN000002"] {
      _ = try house.desk.checkOut(barcode, to: "TV000001")
    }
    try house.clock.set("2026-11-30T08:00:00")
    let patron = try #require(try house.desk.patron("TV000001")).patron.id
    let driver = house.driver(PatronScreen(workplace: house.workplace, patron: patron))
    driver.press(.alt("r"))
    #expect(driver.text.contains("Đã gia hạn 2 bản, không được 0 bản"))
    driver.press(.control("z"))
    #expect(try house.desk.loans(of: patron).map(\.renewals) == [0, 0])
  }
}
