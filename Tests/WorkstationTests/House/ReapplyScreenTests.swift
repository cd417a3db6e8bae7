import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("The rules of today for open loans")
struct ReapplyScreenTests {
  /// A book lent for as long as the built-in values say, and a rule that came after.
  private func house() throws -> (TestWorkplace, due: CalendarDay) {
    let house = try TestWorkplace()
    try house.addPatron("TV000001", "Nguyễn Văn An")
    try house.addTitle("Số đỏ", ["VN000001"])
    let due = try house.lend("VN000001", to: "TV000001").due.day
    _ = try house.desk.setRule(RuleScope(), values: [.loanDays: 40, .finePerDay: 500])
    return (house, due)
  }

  private func due(_ house: TestWorkplace) throws -> CalendarDay? {
    try house.desk.patron("TV000001").flatMap { try house.desk.loans(of: $0.patron.id) }?.first?
      .dueOn
  }

  @Test("what would change is shown, is done when asked for, and goes back by one key")
  func reapplies() throws {
    let (house, former) = try house()
    let driver = house.driver()
    driver.run(.houseRules)
    driver.press(Key(.end), .alt("m"))
    #expect(driver.text.contains("Sẽ đổi 1 trong 1 lượt đang mượn"))
    #expect(driver.line(with: "VN000001")?.contains("Nguyễn") == true)
    driver.press(.function(9))
    #expect(try due(house) == former)
    driver.press(Key(.enter))
    driver.press(.function(9))
    #expect(driver.text.contains("Đã đổi 1 trong 1 lượt đang mượn"))
    #expect(try due(house) == CalendarDay(iso: "2027-01-02"))
    driver.press(.control("z"))
    #expect(try due(house) == former)
  }

  @Test("a line opens to every value that changes, and to leave it leaves the loan")
  func page() throws {
    let (house, former) = try house()
    let driver = house.driver()
    driver.run(.houseRules)
    driver.press(Key(.end), .alt("m"))
    driver.press(Key(.enter))
    #expect(driver.text.contains("LƯỢT MƯỢN NÀY"))
    #expect(driver.text.contains("500"))
    driver.press(Key(.escape))
    driver.press(Key(.escape))
    #expect(driver.text.contains("QUY ĐỊNH MƯỢN"))
    #expect(try due(house) == former)
  }

  @Test("with nothing to change there is nothing to do")
  func nothing() throws {
    let house = try TestWorkplace()
    let driver = house.driver()
    driver.run(.houseRules)
    driver.press(Key(.end), .alt("m"))
    #expect(driver.text.contains("Không có lượt nào đang mượn"))
    driver.press(.function(9))
    #expect(driver.text.contains("Không có lượt nào phải đổi"))
  }
}
