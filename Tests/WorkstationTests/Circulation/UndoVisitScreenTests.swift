import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("A visit taken back on the screen")
struct UndoVisitScreenTests {
  private let house: TestWorkplace
  private let driver: ScreenDriver

  init() throws {
    house = try TestWorkplace()
    try house.addPatron("TV000001", "Nguyễn Văn An")
    try house.addPatron("TV000002", "Trần Thị Ánh")
    try house.addTitle("Truyện Kiều", ["VN000001"])
    try house.addTitle("Số đỏ", ["VN000002"])
    driver = house.driver()
  }

  private func loans() throws -> Int { try house.desk.patron("TV000001")?.loans ?? -1 }

  @Test("one key shows the visit, newest first, and takes it back on F9, never on a scan's Enter")
  func whole() throws {
    for code in ["TV000001", "VN000001", "VN000002"] { driver.scan(code) }
    driver.press(.alt("c"))
    #expect(driver.text.contains("Hoàn tác cả lượt này?"))
    let lines = driver.lines
    let newest = try #require(lines.firstIndex { $0.contains("Số đỏ") && $0.contains("•") })
    let oldest = try #require(lines.firstIndex { $0.contains("Truyện Kiều") && $0.contains("•") })
    #expect(newest < oldest)
    driver.press(Key(.enter))
    driver.scan("TV000002")
    #expect(try loans() == 2)
    #expect(driver.text.contains("F9  Hoàn tác cả 2 việc"))
    driver.press(.function(9))
    #expect(try loans() == 0)
    // The scan waited for the answer and opens the next reader now.
    #expect(driver.text.contains("Trần Thị Ánh"))
  }

  @Test("undo right after it does the whole visit again, and later what it always does")
  func again() throws {
    for code in ["TV000001", "VN000001", "VN000002"] { driver.scan(code) }
    driver.press(.alt("c"))
    driver.press(.function(9))
    #expect(try loans() == 0)
    driver.press(.control("z"))
    #expect(try loans() == 2)
    #expect(driver.text.contains("ĐÃ GHI LẠI CẢ LƯỢT"))
    driver.press(.control("z"))
    #expect(try loans() == 1)
  }

  @Test("what cannot be taken back says why, and stays when the rest goes")
  func partly() throws {
    try house.lend("VN000001", to: "TV000001")
    try house.clock.set("2026-11-23T10:00:00")
    _ = try house.desk.takeBack("VN000001")
    try house.lend("VN000002", to: "TV000001")
    try house.lend("VN000001", to: "TV000002")
    driver.scan("TV000001")
    driver.press(.alt("c"))
    #expect(driver.text.contains("• Đã có 1 việc làm sau"))
    driver.press(.function(9))
    #expect(try loans() == 0)
    #expect(try house.desk.patron("TV000002")?.loans == 1)
    #expect(driver.text.contains("còn 1 việc để nguyên"))
  }

  @Test("without a visit nothing is asked")
  func nothing() throws {
    driver.press(.alt("c"))
    #expect(driver.text.contains("Chưa có bạn đọc nào ở quầy"))
    driver.scan("TV000002")
    try house.clock.set("2026-11-24T08:00:00")
    driver.press(.alt("c"))
    #expect(!driver.text.contains("Hoàn tác cả lượt này?"))
    #expect(driver.text.contains("Lượt này mình chưa làm gì"))
  }

  @Test("the patron's page puts the reader back to a moment of a day")
  func moment() throws {
    try house.lend("VN000001", to: "TV000001")
    try house.clock.set("2026-11-23T15:00:00")
    try house.lend("VN000002", to: "TV000001")
    let patron = try #require(try house.desk.patron("TV000001")).patron.id
    let driver = house.driver(PatronScreen(workplace: house.workplace, patron: patron))
    driver.press(.alt("c"), Key(.tab))
    driver.type("9:99")
    driver.press(.function(9))
    #expect(driver.text.contains("TRỞ VỀ THỜI ĐIỂM"))
    driver.press(.control("u"))
    driver.type("14:30")
    driver.press(.function(9))
    #expect(driver.text.contains("Trở về 23/11/2026 14:30?"))
    driver.press(.function(9))
    #expect(try loans() == 1)
    #expect(driver.text.contains("Truyện Kiều"))
    #expect(!driver.text.contains("Số đỏ"))
  }
}
