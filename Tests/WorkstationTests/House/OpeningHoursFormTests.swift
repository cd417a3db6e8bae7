import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("Opening hours on the screen")
struct OpeningHoursFormTests {
  @Test("the sessions of weekdays are typed as people write them, and loans of hours go by them")
  func sessions() throws {
    let house = try TestWorkplace()
    let driver = house.driver()
    driver.press(.function(11), Key(.down), Key(.enter))
    #expect(driver.lines[0].hasPrefix(" LỊCH MỞ CỬA"))
    driver.press(.alt("o"))
    #expect(driver.lines[0].hasPrefix(" GIỜ MỞ CỬA"))
    driver.type("8h-25h")
    driver.press(.function(9))
    #expect(driver.text.contains("Viết như 7:30-11:30, 13:30-17:00"))
    #expect(try house.desk.houseConfiguration().calendar.hours.byWeekday.isEmpty)
    driver.press(.control("u"))
    driver.type("7h30-11h30, 13:30-17:00")
    driver.press(.function(9))
    #expect(driver.text.contains("T2 07:30-11:30,13:30-17:00"))
    let hours = try house.desk.houseConfiguration().calendar.hours
    #expect(hours.encoded == "1=07:30-11:30,13:30-17:00")
  }

  @Test("a loan of hours shows its time wherever its due date stands")
  func shown() throws {
    let house = try TestWorkplace()
    try house.addPatron("TV000001", "Nguyễn Văn An")
    try house.addTitle("Máy tính xách tay", ["MT000001"])
    _ = try house.desk.setRule(RuleScope(), values: [.loanHours: 3, .finePerHour: 2000])
    let driver = house.driver()
    driver.scan("TV000001")
    driver.scan("MT000001")
    #expect(driver.lines[5] == " ĐÃ CHO MƯỢN – hạn trả 11:00 23/11/2026")
    driver.press(.control("o"))
    #expect(driver.text.contains("11:00 23/11 "))
    driver.press(Key(.escape))
    try house.clock.set("2026-11-23T13:05")
    driver.press(.function(3))
    driver.scan("MT000001")
    #expect(driver.text.contains("Trễ 2 giờ, 4.000 đ"))
  }
}
