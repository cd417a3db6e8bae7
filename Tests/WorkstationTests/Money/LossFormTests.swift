import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("Lost, damaged and long overdue")
struct LossFormTests {
  private let house: TestWorkplace
  private let patron: EntityID

  init() throws {
    house = try TestWorkplace()
    patron = try house.addPatron("TV000001", "Nguyễn Văn An")
    try house.addTitle("Số đỏ", ["VN000003", "VN000004"])
    try house.lend("VN000003", to: "TV000001")
  }

  private var owed: Int64? { get throws { try house.desk.patron("TV000001")?.owed.dong } }

  @Test("a lost copy is charged once its price is known, and undone with its charge")
  func lost() throws {
    let driver = house.driver(PatronScreen(workplace: house.workplace, patron: patron))
    driver.press(.alt("x"))
    #expect(driver.text.contains("Bản này chưa có giá"))
    driver.press(Key(.tab))
    driver.type("45.000")
    #expect(driver.text.contains("Cộng: 45.000 đ (Bốn mươi lăm nghìn đồng)"))
    driver.press(.function(9))
    #expect(try owed == 45_000)
    driver.press(.control("z"))
    #expect(try owed == 0)
    #expect(driver.text.contains("VN000003"))
  }

  @Test("another copy settles the charge from the account")
  func replaced() throws {
    _ = try house.desk.declareLost("VN000003", price: Money(dong: 45_000))
    let driver = house.driver(AccountScreen(workplace: house.workplace, patron: patron))
    driver.runJobs()
    driver.press(.alt("x"))
    driver.type("VN000004")
    driver.press(.function(9))
    driver.runJobs()
    #expect(try owed == 0)
    #expect(driver.line(with: "thu tiền")?.contains("-45.000 đ") == true)
  }

  @Test("what the rules give up is listed, marked after a question, and taken back")
  func overdues() throws {
    _ = try house.desk.setRule(RuleScope(), values: [.longOverdueDays: 30])
    try house.clock.set("2027-03-01T09:00:00")
    let driver = house.driver()
    driver.run(.overduesOpen)
    driver.runJobs()
    #expect(driver.line(with: "VN000003")?.contains("quá hạn lâu") == true)
    driver.press(.function(9), Key(.enter), .function(9))
    driver.runJobs()
    driver.runJobs()
    #expect(driver.text.contains("Không có lượt nào"))
    driver.press(.control("z"))
    driver.runJobs()
    #expect(driver.line(with: "VN000003") != nil)
  }
}
