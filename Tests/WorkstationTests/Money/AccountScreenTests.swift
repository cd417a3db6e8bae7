import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("A patron's account")
struct AccountScreenTests {
  private let house: TestWorkplace
  private let patron: EntityID

  init() throws {
    house = try TestWorkplace()
    patron = try house.addPatron("TV000001", "Nguyễn Văn An", born: "1987")
    try house.addTitle("Số đỏ", ["VN000003"])
  }

  private func open() -> ScreenDriver {
    let driver = house.driver(AccountScreen(workplace: house.workplace, patron: patron))
    driver.runJobs()
    return driver
  }

  private var account: AccountStatement { get throws { try house.desk.account(of: patron) } }

  private func charge(_ dong: Int64, _ kind: ChargeKind) throws {
    _ = try house.saved(
      house.desk.enter(
        AccountEntry(.charge, Money(dong: dong), charge: kind), for: "TV000001"))
  }

  @Test("F8 charges for a copy, with the amount in words while it is typed")
  func charges() throws {
    let driver = open()
    #expect(driver.text.contains("Chưa có khoản nào"))
    driver.press(.function(8))
    driver.press(Key(.tab))
    driver.type("45.000")
    #expect(driver.text.contains("Bằng chữ: Bốn mươi lăm nghìn đồng"))
    driver.press(Key(.tab))
    driver.type("XX")
    driver.press(.function(9))
    #expect(driver.text.contains("«XX» không hợp lệ"))
    driver.press(.control("u"))
    driver.type("VN000003")
    driver.press(.function(9))
    driver.runJobs()
    #expect(driver.lines[2] == " Còn nợ 45.000 đ")
    let line = try #require(driver.line(with: "đền tài liệu mất"))
    #expect(line.contains("+45.000 đ") && line.contains("Q1/2026/000001"))
    #expect(try account.lines.first?.item == "VN000003 Số đỏ")
  }

  @Test("a payment settles the oldest first, or the line that was chosen")
  func pays() throws {
    try charge(10_000, .card)
    try charge(5000, .photocopy)
    let driver = open()
    driver.press(.function(9))
    driver.press(.control("u"))
    driver.type("5000")
    driver.press(Key(.tab), Key(.right), .function(9))
    driver.runJobs()
    #expect(try account.openDebts.map(\.amount.dong) == [10_000])
    driver.press(.control("z"))
    #expect(driver.text.contains("Hoàn tác việc này?"))
    driver.press(.function(9))
    driver.runJobs()
    #expect(try account.openDebts.map(\.open.dong) == [10_000, 5000])
    driver.press(Key(.end), .control("b"), .control("u"))
    driver.type("4000")
    driver.press(.function(9))
    driver.runJobs()
    #expect(try account.openDebts.map(\.open.dong) == [6000, 5000])
  }

  @Test("every line opens to its receipt and the action behind it")
  func opens() throws {
    try charge(10_000, .card)
    let driver = open()
    driver.press(Key(.enter))
    #expect(driver.text.contains("PHIẾU GHI NỢ"))
    #expect(driver.text.contains("Bằng chữ: Mười nghìn đồng"))
    #expect(driver.text.contains("Việc số"))
  }

  @Test("a void asks for its reason, and a scanner's Enter does not answer")
  func voids() throws {
    try charge(10_000, .card)
    let driver = open()
    driver.press(.control("k"), Key(.enter))
    #expect(try account.owed.dong == 10_000)
    driver.type("gõ nhầm")
    driver.press(.function(9))
    driver.runJobs()
    #expect(try account.owed == .zero && account.lines.count == 2)
    #expect(driver.line(with: "huỷ: làm thẻ – gõ nhầm") != nil)
    driver.press(.control("k"))
    #expect(driver.text.contains("Dòng này không huỷ được"))
  }

  @Test("a deposit is taken and returned, a debt waived with a reason, a surplus handed back")
  func others() throws {
    try charge(10_000, .card)
    let driver = open()
    driver.press(.alt("d"), Key(.tab))
    driver.type("100000")
    driver.press(.function(9))
    driver.runJobs()
    #expect(driver.lines[2] == " Còn nợ 10.000 đ · Đang giữ cược 100.000 đ")
    driver.press(.alt("g"), .function(9))
    #expect(try account.owed.dong == 10_000)
    driver.type("hộ nghèo")
    driver.press(.function(9))
    driver.runJobs()
    #expect(driver.lines[2] == " Còn nợ 0 đ · Đang giữ cược 100.000 đ")
    driver.press(.alt("d"), .function(9))
    driver.runJobs()
    #expect(driver.lines[2] == " Còn nợ 0 đ")
    _ = try house.desk.pay("TV000001", amount: Money(dong: 700))
    driver.press(.alt("r"))
    driver.press(Key(.escape))
    driver.runJobs()
    driver.press(.alt("r"), .function(9))
    driver.runJobs()
    #expect(try account.owed == .zero && account.held == .zero)
  }

  @Test("the desk opens the account of who stands there")
  func fromTheDesk() {
    let driver = house.driver()
    driver.scan("TV000001")
    driver.press(.alt("m"))
    driver.runJobs()
    #expect(driver.lines[0].hasPrefix(" TÀI KHOẢN BẠN ĐỌC"))
    #expect(driver.lines[1] == " Nguyễn Văn An  (TV000001)")
    driver.scan("VN000003")
    #expect(driver.text.contains("ĐÃ CHO MƯỢN"))
  }
}

@Suite("The drawers")
struct CashScreenTests {
  private let house: TestWorkplace
  private let driver: ScreenDriver

  init() throws {
    house = try TestWorkplace()
    try house.addPatron("TV000001", "Nguyễn Văn An")
    driver = house.driver()
    driver.run(.cashOpen)
  }

  @Test("a shift is opened, counted and closed; a difference is explained")
  func shift() throws {
    #expect(driver.text.contains("Chưa mở ca nào"))
    driver.press(.function(8), Key(.tab), .control("u"))
    driver.type("200000")
    driver.press(.function(9))
    #expect(driver.line(with: "đang mở")?.contains("200.000 đ") == true)
    _ = try house.desk.pay("TV000001", amount: Money(dong: 15_000))
    driver.press(.alt("m"), Key(.tab))
    driver.type("100000")
    driver.press(Key(.tab))
    driver.type("nộp quỹ")
    driver.press(.function(9))
    #expect(try house.desk.openShift()?.expected.dong == 115_000)
    driver.press(.function(9))
    driver.type("114000")
    #expect(driver.text.contains("Chênh lệch: thiếu 1.000 đ"))
    driver.press(.function(9))
    #expect(driver.text.contains("Phải ghi rõ vì sao"))
    driver.type("thối nhầm")
    driver.press(.function(9))
    #expect(driver.line(with: "thiếu 1.000 đ") != nil)
    #expect(try house.desk.openShift() == nil)
    driver.press(Key(.enter))
    #expect(driver.text.contains("Chênh lệch: thiếu 1.000 đ – thối nhầm"))
    #expect(driver.line(with: "Nguyễn Văn An")?.contains("Q1/2026/000001") == true)
    #expect(driver.line(with: "lấy ra: nộp quỹ")?.contains("-100.000 đ") == true)
    driver.press(Key(.enter))
    #expect(driver.text.contains("PHIẾU THU"))
    driver.press(Key(.escape), Key(.escape), .control("z"))
    #expect(driver.line(with: "khoá sổ thu tiền, thiếu 1.000 đ") != nil)
    driver.press(.function(9))
    #expect(try house.desk.openShift()?.expected.dong == 115_000)
  }

  @Test("while another desk takes money, the form of the count tells one difference")
  func counting() throws {
    _ = try house.desk.openCash(float: Money(dong: 100_000))
    driver.press(Key(.escape))
    driver.run(.cashOpen)
    driver.press(.function(9))
    driver.type("99000")
    #expect(driver.text.contains("Chênh lệch: thiếu 1.000 đ"))
    _ = try house.desk.pay("TV000001", amount: Money(dong: 15_000))
    driver.press(.function(9))
    #expect(driver.text.contains("Phải ghi rõ vì sao lệch"))
    #expect(driver.text.contains("thiếu 16.000 đ") && !driver.text.contains("thiếu 1.000 đ"))
  }

  @Test("what is closed already can be neither filled nor closed")
  func closed() {
    driver.press(.function(9))
    #expect(driver.text.contains("Không có ca nào đang mở"))
  }
}
