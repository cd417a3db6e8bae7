import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("Closing days nobody planned")
struct CloseDaysFormTests {
  @Test("the form shows which due dates move, and moves them")
  func moves() throws {
    let house = try TestWorkplace()
    try house.addPatron("TV000001", "Nguyễn Văn An")
    try house.addTitle("Số đỏ", ["VN000003"])
    let due = try house.lend("VN000003", to: "TV000001").due.day
    let driver = house.driver()
    driver.run(.houseCalendar)
    driver.press(.alt("x"))
    driver.type(due.vietnamese)
    #expect(driver.text.contains("1 hạn trả được dời"))
    #expect(driver.line(with: "VN000003")?.contains("Nguyễn Văn An") == true)
    driver.press(.function(9))
    #expect(try house.desk.houseConfiguration().calendar.isOpen(due))
    driver.type("bão số 5")
    driver.press(.function(9))
    #expect(driver.text.contains("1 hạn trả được dời"))
    let loan = try #require(
      try house.desk.patron("TV000001").map { try house.desk.loans(of: $0.patron.id) }?.first)
    #expect(loan.dueOn == due.adding(days: 1))
    driver.press(.control("z"))
    #expect(try house.desk.houseConfiguration().calendar.isOpen(due))
  }
}
