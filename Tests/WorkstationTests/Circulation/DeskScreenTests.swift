import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("The desk")
struct DeskScreenTests {
  private let house: TestWorkplace
  private let driver: ScreenDriver

  init() throws {
    house = try TestWorkplace()
    try house.addPatron("TV000001", "Nguyễn Văn An")
    try house.addPatron("TV000002", "Trần Thị Ánh")
    try house.addTitle("Truyện Kiều", author: "Nguyễn Du", ["VN000001", "VN000002", "VN000003"])
    driver = house.driver()
  }

  private func loans(_ card: String) throws -> [String] {
    guard let patron = try house.desk.patron(card) else { throw TestFailure("no card \(card)") }
    return try house.desk.loans(of: patron.patron.id).map(\.barcode)
  }

  @Test("a card opens its holder, a copy is then lent: title, person and due date are said")
  func lends() throws {
    driver.scan("TV000001")
    #expect(driver.lines[1].hasPrefix(" Nguyễn Văn An  TV000001 · người lớn"))
    driver.scan("VN000001")
    #expect(driver.lines[5] == " ĐÃ CHO MƯỢN – hạn trả 07/12/2026")
    #expect(driver.lines[6] == " Truyện Kiều / Nguyễn Du  (VN000001)")
    #expect(driver.lines[7] == " Nguyễn Văn An  (TV000001)")
    #expect(driver.lines[2].hasPrefix(" Đang mượn 1/5"))
    #expect(driver.line(with: "08:00 mượn")?.contains("VN000001") == true)
    #expect(try loans("TV000001") == ["VN000001"])
  }

  @Test("a scan in the middle of a name is taken whole, and the name goes on where it was")
  func scanWhileTyping() throws {
    driver.type("tran")
    driver.scan("TV000001")
    #expect(driver.lines[1].hasPrefix(" Nguyễn Văn An"))
    driver.scan("VN000001")
    #expect(try loans("TV000001") == ["VN000001"])
    driver.press(.control("n"))
    driver.type(" thi")
    driver.press(Key(.enter))
    #expect(driver.text.contains("Trần Thị Ánh"))
  }

  @Test("a copy alone comes back when it is on loan, and is shown when it is not")
  func returns() throws {
    try house.lend("VN000001", to: "TV000001")
    driver.scan("VN000001")
    #expect(driver.lines[5] == " ĐÃ TRẢ – hạn trả 07/12/2026")
    #expect(driver.lines[7] == " Nguyễn Văn An  (TV000001)")
    driver.scan("VN000001")
    #expect(driver.lines[5] == " TRONG KHO")
    #expect(try loans("TV000001").isEmpty)
  }

  @Test("a name typed at an empty desk finds people; with a patron there, words mean a title")
  func words() {
    driver.type("an nguyen")
    driver.press(Key(.enter))
    #expect(driver.lines[0].hasPrefix(" TÌM BẠN ĐỌC"))
    #expect(driver.text.contains("Nguyễn Văn An"))
    driver.press(Key(.escape), Key(.escape))
    driver.scan("TV000002")
    driver.type("kieu")
    driver.press(Key(.enter))
    #expect(driver.lines[0].hasPrefix(" TRA CỨU"))
    #expect(driver.text.contains("Truyện Kiều"))
  }

  @Test("an unknown code is told with sound and flash and stays in the list")
  func unknown() {
    driver.scan("XX999999")
    #expect(driver.lines[5] == " MÃ LẠ")
    #expect(driver.line(with: "mã lạ")?.contains("XX999999") == true)
    #expect(driver.bells == 1)
    #expect(driver.flashes == 1)
  }

  @Test("codes no label can carry get an answer that fits the screen")
  func hostile() {
    driver.burst(["VN\u{1B}0001", String(repeating: "9", count: 10_000), "Số đỏ 1234"])
    #expect(driver.text.contains("VN␦0001"))
    #expect(driver.lines.allSatisfy { DisplayWidth.of($0) <= 80 })
  }

  @Test("what Enter would do is shown before it is pressed")
  func preview() throws {
    driver.type("TV000001")
    #expect(driver.lines[4].contains("Enter: mở thẻ Nguyễn Văn An"))
    driver.press(Key(.enter))
    driver.type("VN000001")
    #expect(driver.lines[4].contains("Enter: cho mượn «Truyện Kiều»"))
    #expect(try loans("TV000001").isEmpty)
    driver.press(Key(.escape))
    #expect(!driver.lines[4].contains("Enter"))
  }

  @Test("F2 wants a card first, F3 makes every code a return, F12 tells them apart again")
  func modes() throws {
    driver.press(.function(2))
    #expect(driver.lines[0].hasPrefix(" GHI MƯỢN"))
    driver.scan("VN000001")
    #expect(driver.lines[5] == " QUÉT THẺ TRƯỚC")
    driver.scan("TV000001")
    driver.scan("VN000001")
    #expect(driver.lines[5].hasPrefix(" ĐÃ CHO MƯỢN"))
    driver.press(.function(3))
    #expect(driver.lines[0].hasPrefix(" GHI TRẢ"))
    driver.scan("VN000001")
    #expect(driver.lines[5].hasPrefix(" ĐÃ TRẢ"))
    driver.scan("VN000001")
    #expect(driver.lines[5] == " KHÔNG GHI MƯỢN")
    driver.press(.function(12))
    #expect(driver.lines[0].hasPrefix(" QUẦY MƯỢN – TRẢ"))
  }

  @Test("the page of why shows the facts, the deciding row and the way to the due date")
  func explains() throws {
    _ = try house.desk.setRule(RuleScope(category: "ADULT"), values: [.loanDays: 21])
    driver.scan("TV000001")
    driver.scan("VN000001")
    #expect(driver.lines[5].contains("hạn trả 14/12/2026"))
    driver.press(.control("z"))
    driver.scan("VN000002")
    driver.press(.function(7))
    #expect(driver.lines[0].hasPrefix(" VÌ SAO – lượt mượn"))
    #expect(driver.text.contains("23/11/2026 + 21 ngày = 14/12/2026"))
    #expect(driver.text.contains("bạn đọc người lớn"))
    #expect(driver.lines[23].contains("Esc Đóng") && !driver.lines[23].contains("F2"))
    driver.press(.function(2))
    #expect(driver.text.contains("Hãy đóng trang này (Esc) trước"))
    driver.press(Key(.escape))
    #expect(driver.lines[0].hasPrefix(" QUẦY MƯỢN – TRẢ"))
  }

  @Test("undo takes the last action back and says so in today's list")
  func undo() throws {
    driver.scan("TV000001")
    driver.scan("VN000001")
    driver.press(.control("z"))
    #expect(driver.lines[5] == " ĐÃ HOÀN TÁC")
    #expect(try loans("TV000001").isEmpty)
    #expect(driver.line(with: "× mượn")?.contains("VN000001") == true)
  }

  @Test("200 codes in one write are 200 outcomes in few frames")
  func burst() throws {
    let barcodes = (1...198).map { "VV\(100_000 + $0)" }
    try house.addTitle("Số đỏ", barcodes)
    _ = try house.desk.setRule(RuleScope(), values: [.loansMaximum: 500])
    let frames = driver.frames
    driver.burst(["TV000001"] + barcodes + ["XX999999"])
    #expect(driver.frames - frames <= 3)
    #expect(Set(try loans("TV000001")) == Set(barcodes))
    #expect(driver.lines[5] == " MÃ LẠ")
    #expect(try house.desk.today(limit: 500).count == 198)
  }

  @Test("the patron at the desk is opened with one key, and so is a payment")
  func patronAndPayment() throws {
    driver.press(.control("o"))
    #expect(driver.text.contains("Chưa có bạn đọc nào ở quầy"))
    driver.scan("TV000001")
    driver.press(.control("o"))
    #expect(driver.lines[0].hasPrefix(" HỒ SƠ BẠN ĐỌC"))
    driver.press(Key(.escape), .control("b"))
    driver.type("50.000")
    driver.press(.function(9), .function(9))
    #expect(driver.lines[0].hasPrefix(" QUẦY MƯỢN – TRẢ"))
    #expect(driver.lines[2].contains("Thừa 50.000 đ"))
    #expect(driver.line(with: "thu tiền")?.contains("50.000 đ") == true)
  }

  @Test("a scan on a page above comes home to the desk and is answered there")
  func comesHome() throws {
    driver.press(.control("t"))
    #expect(driver.lines[0].hasPrefix(" NHẬT KÝ"))
    driver.scan("TV000002")
    #expect(driver.lines[1].hasPrefix(" Trần Thị Ánh"))
  }

  @Test("today's list goes on as one walks down, to the first action of the day")
  func wholeDay() throws {
    try house.lend("VN000003", to: "TV000002")
    for _ in 0..<30 {
      try house.lend("VN000001", to: "TV000001")
      _ = try house.desk.takeBack("VN000001")
    }
    driver.scan("TV000001")
    for _ in 0..<70 { driver.press(Key(.down)) }
    #expect(driver.text.contains("VN000003"))
    driver.scan("VN000002")
    #expect(driver.line(with: "08:00 mượn")?.contains("VN000002") == true)
    #expect(!driver.text.contains("VN000003"))
  }

  @Test("help and palette open here, and scans wait until they are gone")
  func helpAndPalette() throws {
    driver.press(.function(1))
    driver.scan("TV000002")
    #expect(driver.heldEvents.count == 1)
    driver.press(Key(.escape))
    #expect(driver.lines[1].hasPrefix(" Trần Thị Ánh"))
    driver.press(.control("p"))
    driver.type("kiem ke")
    driver.press(Key(.enter))
    #expect(driver.lines[0].hasPrefix(" KIỂM KÊ KHO"))
  }

  @Test("the smallest screen still answers")
  func small() {
    driver.resize(to: Size(rows: 10, columns: 40))
    driver.scan("TV000001")
    driver.scan("VN000001")
    #expect(driver.text.contains("ĐÃ CHO MƯỢN"))
    driver.resize(to: Size(rows: 5, columns: 20))
    driver.scan("VN000002")
    #expect(driver.heldEvents.count == 1)
    driver.resize(to: Size(rows: 24, columns: 80))
    #expect(driver.lines[6].contains("VN000002"))
  }

  @Test("in English")
  func english() throws {
    let house = try TestWorkplace(.english)
    try house.addPatron("TV000001", "Nguyễn Văn An")
    try house.addTitle("Truyện Kiều", ["VN000001"])
    let driver = house.driver()
    driver.scan("TV000001")
    driver.scan("VN000001")
    #expect(driver.lines[0].hasPrefix(" CIRCULATION DESK"))
    #expect(driver.lines[5] == " LENT – due 2026-12-07")
  }

  @Test("undo takes back what this desk did, and asks about what another did for the same account")
  func otherDesk() throws {
    let desk = Desk(file: house.desk.file, staff: house.desk.staffID, clock: house.clock)
    let workplace = Workplace(
      file: desk.file, desk: desk, language: .vietnamese, clock: house.clock,
      appearance: TestWorkplace.appearance(), keyboard: Keyboard())
    let driver = ScreenDriver(
      DeskScreen(workplace: workplace), settings: workplace.screenSettings)
    driver.scan("TV000001")
    driver.scan("VN000001")
    _ = try house.desk.checkOut("VN000002", to: "TV000002")
    driver.press(.control("z"))
    #expect(try house.desk.patron("TV000001")?.loans == 0)
    #expect(try house.desk.patron("TV000002")?.loans == 1)
    driver.press(.control("z"))
    #expect(driver.text.contains("Hoàn tác việc này?") && driver.text.contains("VN000002"))
    driver.press(Key(.escape))
    #expect(try house.desk.patron("TV000002")?.loans == 1)
    driver.press(.control("z"), .function(9))
    #expect(try house.desk.patron("TV000002")?.loans == 0)
  }
}
