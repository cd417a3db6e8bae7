import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("Accounts and signing in")
struct StaffTests {
  private let house: TestWorkplace

  init() throws {
    house = try TestWorkplace()
    try house.addPatron("TV000001", "Nguyễn Văn An")
  }

  private func protect() throws {
    _ = try house.saved(house.desk.setPassword("admin", to: "bí mật"))
    _ = try house.saved(
      house.desk.addStaff(login: "lan", name: "Chị Lan", role: .librarian, password: "hoa"))
  }

  private func signIn(_ driver: ScreenDriver, _ login: String, _ password: String) {
    driver.press(.control("u"))
    driver.type(login)
    driver.press(Key(.enter))
    driver.type(password)
    driver.press(Key(.enter))
  }

  @Test("a second account needs the administrator's password first; then it is made")
  func adds() throws {
    let driver = house.driver()
    driver.run(.houseStaff)
    #expect(driver.lines[2].contains("quản trị"))
    driver.press(.function(8))
    driver.type("lan")
    driver.press(Key(.tab))
    driver.type("Chị Lan")
    driver.press(Key(.tab), Key(.tab))
    driver.type("hoa")
    driver.press(Key(.tab))
    driver.type("hoa")
    driver.press(.function(9))
    #expect(driver.text.contains("phải đặt mật khẩu trước"))
    #expect(!driver.text.contains("hoa"))
    driver.press(Key(.escape), .function(9))

    driver.press(.function(9))
    driver.type("bí mật")
    driver.press(Key(.tab))
    driver.type("bí mất")
    driver.press(.function(9))
    #expect(driver.text.contains("Hai lần gõ không giống nhau"))
    driver.press(.control("u"))
    driver.type("bí mật")
    driver.press(.function(9))
    #expect(try house.workplace.file.needsPassword())
  }

  @Test("the last administrator stays one")
  func lastAdministrator() throws {
    let driver = house.driver()
    driver.run(.houseStaff)
    driver.press(Key(.enter), Key(.tab), Key(.right), .function(9))
    #expect(driver.text.contains("Thư viện phải còn ít nhất một người quản trị"))
  }

  @Test("nobody signs in as long as there is one account without a password")
  func notNeeded() {
    let driver = house.driver()
    driver.press(.alt("s"))
    #expect(driver.lines[0].hasPrefix(" QUẦY MƯỢN – TRẢ"))
    #expect(driver.text.contains("chưa đặt mật khẩu"))
  }

  @Test("changing staff locks the desk; scans wait and are answered under the new account")
  func locks() throws {
    try protect()
    let driver = house.driver()
    driver.press(.alt("s"))
    #expect(driver.lines[0].hasPrefix(" ĐĂNG NHẬP"))
    driver.scan("TV000001")
    driver.press(Key(.escape), .function(2), .function(4), .function(11))
    #expect(driver.lines[0].hasPrefix(" ĐĂNG NHẬP"))
    signIn(driver, "lan", "sai")
    #expect(driver.text.contains("Sai tên đăng nhập hoặc mật khẩu"))
    #expect(driver.lines[0].hasPrefix(" ĐĂNG NHẬP"))
    driver.type("hoa")
    #expect(driver.line(with: "Mật khẩu")?.contains("•••") == true)
    driver.press(Key(.enter))
    #expect(driver.lines[1].hasPrefix(" Nguyễn Văn An"))
    #expect(driver.text.contains("lan"))
    #expect(house.workplace.staff.role == .librarian)
  }

  @Test("a library with passwords opens with the question who works there")
  func opens() throws {
    try protect()
    let workplace = try Workplace.open(
      house.workplace.file, language: .vietnamese, clock: house.clock,
      appearance: TestWorkplace.appearance())
    #expect(!workplace.staff.isActive)
    let driver = ScreenDriver(workplace.firstScreen(), settings: workplace.screenSettings)
    #expect(driver.lines[0].hasPrefix(" ĐĂNG NHẬP"))
    signIn(driver, "admin", "bí mật")
    #expect(driver.lines[0].hasPrefix(" QUẦY MƯỢN – TRẢ"))
    driver.press(.function(4), .function(12))
    #expect(driver.lines[0].hasPrefix(" QUẦY MƯỢN – TRẢ"))
  }

  @Test("whoever cannot sign in can leave")
  func leaves() throws {
    try protect()
    let driver = house.driver(SignInScreen(workplace: house.workplace, opensDesk: false))
    driver.press(.function(10))
    #expect(driver.hasQuit)
  }
}
