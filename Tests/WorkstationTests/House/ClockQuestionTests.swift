import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("A clock in doubt")
struct ClockQuestionTests {
  private let house: TestWorkplace

  init() throws {
    house = try TestWorkplace()
    try house.addPatron("TV000001", "Nguyễn Văn An")
    try house.addTitle("Truyện Kiều", ["VN000001"])
  }

  @Test(
    "is asked about before the first scan is taken; scans wait, and a scan's Enter answers nothing",
    arguments: ["2000-01-01T08:00:00", "2099-01-01T08:00:00"])
  func asks(moment: String) throws {
    try house.clock.set(moment)
    let driver = house.driver()
    #expect(driver.text.contains("GIỜ MÁY CÓ ĐÚNG KHÔNG?"))
    #expect(driver.text.contains("01/01/\(moment.prefix(4)) 08:00"))
    driver.burst(["TV000001", "VN000001"])
    driver.press(Key(.enter))
    #expect(driver.text.contains("GIỜ MÁY CÓ ĐÚNG KHÔNG?"))
    #expect(try house.desk.patron("TV000001")?.loans == 0)
    driver.press(.function(9))
    #expect(driver.text.contains("ĐÃ CHO MƯỢN"))
    #expect(try house.desk.patron("TV000001")?.loans == 1)
  }

  @Test("ends the program where somebody wants to set it")
  func leaves() throws {
    try house.clock.set("2000-01-01T08:00:00")
    let driver = house.driver()
    driver.press(Key(.escape))
    #expect(driver.hasQuit)
    #expect(try house.desk.log(limit: 1).allSatisfy { $0.op.moment.day.year == 2026 })
  }

  @Test("is not asked about on a usual day")
  func usual() {
    #expect(!house.driver().text.contains("GIỜ MÁY"))
  }
}
