import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("A patron's page")
struct PatronScreenTests {
  private let house: TestWorkplace
  private let patron: EntityID

  init() throws {
    house = try TestWorkplace()
    patron = try house.addPatron("TV000001", "Nguyễn Văn An", born: "1987", phone: "0912345678")
    try house.addPatron("TV000002", "Trần Thị Ánh")
    try house.addTitle("Truyện Kiều", author: "Nguyễn Du", ["VN000001", "VN000002"])
    try house.addTitle("Số đỏ", ["VN000003"])
  }

  private func open() -> ScreenDriver {
    house.driver(PatronScreen(workplace: house.workplace, patron: patron))
  }

  private var card: PatronFacts? { get throws { try house.desk.patron("TV000001") } }

  @Test("shows the person, the figures and what is on loan")
  func shows() throws {
    try house.lend("VN000001", to: "TV000001")
    try house.clock.set("2026-12-20T09:00:00")
    let driver = open()
    #expect(driver.lines[1] == " Nguyễn Văn An")
    #expect(driver.lines[2] == " Thẻ TV000001 · người lớn · sinh 1987 · cấp 02/01/2019")
    #expect(driver.lines[3] == " 0912345678")
    #expect(driver.lines[4] == " Cho lưu dữ liệu: chưa ghi")
    #expect(driver.lines[5] == " Đang mượn 1  Quá hạn 1  Còn nợ 0 đ")
    #expect(driver.line(with: "VN000001")?.contains("quá 13 ngày") == true)
  }

  @Test("renews the selected loan, and takes it back again")
  func renews() throws {
    try house.lend("VN000001", to: "TV000001")
    try house.clock.set("2026-12-01T09:00:00")
    let driver = open()
    driver.press(.control("r"))
    #expect(driver.text.contains("Truyện Kiều: gia hạn đến 15/12/2026"))
    #expect(try house.desk.loans(of: patron).map(\.renewals) == [1])
    driver.press(.control("z"))
    #expect(try house.desk.loans(of: patron).map(\.renewals) == [0])
  }

  @Test("a refused renewal asks, and is made with a reason")
  func overrides() throws {
    try house.lend("VN000001", to: "TV000001")
    for day in ["2026-11-25", "2026-11-27"] {
      try house.clock.set(day + "T09:00:00")
      _ = try house.desk.renew("VN000001")
    }
    try house.clock.set("2026-11-30T09:00:00")
    let driver = open()
    driver.press(.control("r"))
    #expect(driver.text.contains("Đã gia hạn 2 lần, quy định nhiều nhất 2"))
    driver.press(.function(9))
    #expect(driver.text.contains("Hãy ghi lý do"))
    driver.type("ốm nằm viện")
    driver.press(.function(9))
    #expect(try house.desk.loans(of: patron).map(\.renewals) == [3])
    #expect(driver.text.contains("gia hạn đến 14/12/2026"))
  }

  @Test("renewing everything tells what went well and lists what did not")
  func renewsAll() throws {
    try house.lend("VN000001", to: "TV000001")
    try house.lend("VN000003", to: "TV000001")
    for day in ["2026-11-25", "2026-11-27"] {
      try house.clock.set(day + "T09:00:00")
      _ = try house.desk.renew("VN000003")
    }
    try house.clock.set("2026-11-30T09:00:00")
    let driver = open()
    driver.press(.alt("r"))
    #expect(driver.text.contains("Đã gia hạn 1 bản, không được 1 bản"))
    #expect(driver.text.contains("• Số đỏ: Đã gia hạn 2 lần"))
    driver.press(Key(.escape))
    #expect(driver.lines[1] == " Nguyễn Văn An")
  }

  @Test("Tab goes through past loans and the account")
  func lists() throws {
    try house.lend("VN000001", to: "TV000001")
    _ = try house.desk.takeBack("VN000001")
    _ = try house.desk.pay("TV000001", amount: Money(dong: 50_000), note: "đền sách")
    let driver = open()
    #expect(driver.text.contains("[Đang mượn]"))
    #expect(driver.text.contains("Không mượn bản nào"))
    driver.press(Key(.tab))
    #expect(driver.line(with: "VN000001")?.contains("23/11/2026 23/11/2026") == true)
    driver.press(Key(.tab))
    #expect(driver.line(with: "đền sách")?.contains("-50.000 đ") == true)
    driver.press(.control("z"))
    #expect(driver.line(with: "huỷ: thu tiền")?.contains("+50.000 đ") == true)
    #expect(try card?.owed == .zero)
    driver.press(Key(.tab))
    #expect(driver.text.contains("[Đang mượn]"))
  }

  @Test("blocks the card with a reason and unblocks it")
  func blocks() throws {
    let driver = open()
    driver.press(.control("k"))
    driver.press(Key(.enter), .function(9))
    #expect(try card?.patron.status == .active)
    driver.type("mất thẻ")
    driver.press(.function(9))
    #expect(try card?.patron.blockReason == "mất thẻ")
    #expect(driver.text.contains("Thẻ đang bị khoá: mất thẻ"))
    driver.press(.control("k"), .function(9))
    #expect(try card?.patron.status == .active)
    #expect(try card?.patron.blockReason == nil)
    driver.press(.control("z"), .control("z"))
    #expect(try card?.patron.status == .active)
  }

  @Test("takes a payment, typed as people write it")
  func pays() throws {
    let driver = open()
    driver.press(.control("b"))
    driver.type("20.000x")
    driver.press(.function(9))
    #expect(driver.text.contains("Không đọc được số tiền"))
    #expect(!driver.text.contains("Bằng chữ"))
    driver.press(Key(.backspace))
    #expect(driver.text.contains("Bằng chữ: Hai mươi nghìn đồng"))
    driver.press(.function(9))
    #expect(driver.text.contains("Nợ chỉ 0 đ: nếu đúng là thu 20.000 đ thì bấm lưu lần nữa"))
    driver.press(.function(9))
    #expect(driver.text.contains("Đã thu 20.000 đ (Hai mươi nghìn đồng)"))
    #expect(try card?.owed == Money(dong: -20_000))
  }

  @Test("F8 serves the patron at the desk")
  func visit() {
    let driver = open()
    driver.press(.function(8))
    #expect(driver.lines[0].hasPrefix(" QUẦY MƯỢN – TRẢ"))
    #expect(driver.lines[1].hasPrefix(" Nguyễn Văn An  TV000001"))
  }

  @Test("a copy scanned here is lent to this patron, whoever stood at the desk before")
  func scannedCopy() throws {
    let driver = house.driver()
    driver.scan("TV000002")
    driver.press(.function(4))
    driver.scan("TV000001")
    driver.scan("VN000001")
    #expect(driver.text.contains("ĐÃ CHO MƯỢN"))
    #expect(try house.desk.loans(of: patron).map(\.barcode) == ["VN000001"])
  }

  @Test("another card opens its holder in this place")
  func scannedCard() {
    let driver = open()
    driver.scan("TV000002")
    #expect(driver.lines[1] == " Trần Thị Ánh")
    driver.press(Key(.escape))
    #expect(driver.lines[0].hasPrefix(" QUẦY MƯỢN – TRẢ"))
  }

  @Test("who lacks the right is told so, and nothing happens")
  func rights() throws {
    _ = try house.desk.setPassword("admin", to: "mật khẩu")
    let helper = try house.saved(house.desk.addStaff(login: "giup", name: "Giúp", role: .helper))
    house.workplace.takeOver(
      by: Desk(file: house.workplace.file, staff: helper, clock: house.clock))
    let driver = open()
    driver.press(.function(9))
    #expect(driver.text.contains("Tài khoản này không được phép: sửa hồ sơ bạn đọc"))
    #expect(driver.lines[1] == " Nguyễn Văn An")
  }

  @Test(
    "a copy scanned on any page about a reader is for that reader, whoever stands at the desk",
    arguments: ["account", "holds", "matters", "journal"])
  func pagesOfTheReader(page: String) throws {
    let house = try TestWorkplace()
    try house.addPatron("TV000001", "Nguyễn Văn An")
    let id = try house.addPatron("TV000002", "Trần Thị Ánh")
    try house.addTitle("Truyện Kiều", ["VN000001"])
    let patron = try #require(try house.desk.patron("TV000002")).patron
    let screen: any Screen =
      switch page {
      case "account": AccountScreen(workplace: house.workplace, patron: id)
      case "holds": HoldsScreen(workplace: house.workplace, scope: .of(patron))
      case "matters": PatronMattersScreen(workplace: house.workplace, patron)
      default: JournalScreen(workplace: house.workplace, patron: id)
      }
    let driver = house.driver(screen)
    driver.scan("VN000001")
    #expect(try house.desk.patron("TV000002")?.loans == 1)
    #expect(driver.lines[1].contains("Trần Thị Ánh"))
  }
}
