import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("Seasons on the screen")
struct SeasonFormTests {
  @Test("a season is added, shown in the calendar, changed, removed, and one undo brings it back")
  func season() throws {
    let house = try TestWorkplace()
    let driver = house.driver()
    driver.press(.function(11), Key(.down), Key(.enter))
    driver.press(.alt("m"))
    #expect(driver.lines[0].hasPrefix(" GIỜ MỞ CỬA THEO MÙA"))
    driver.type("31/8-")
    driver.press(.function(9))
    #expect(driver.text.contains("Viết như 1/6-31/8"))
    driver.press(.control("u"))
    driver.type("1/6-31/8")
    driver.press(.function(9))
    #expect(driver.text.contains("Chưa nhập giờ của thứ nào"))
    driver.press(Key(.up), Key(.up))
    driver.press(Key(.down), Key(.down))
    driver.type("7h-19h")
    driver.press(Key(.down))
    driver.type("9h")
    driver.press(.function(9))
    #expect(driver.text.contains("hoặc «nghỉ»"))
    driver.press(.control("u"))
    driver.type("-")
    driver.press(.function(9))
    let row = try #require(driver.line(with: "1/6–31/8"))
    #expect(row.contains("hằng năm") && row.contains("giờ riêng"))
    #expect(row.contains("T2 07:00-19:00; T3 nghỉ"))
    driver.press(Key(.enter))
    #expect(driver.line(with: "thứ Ba")?.contains("nghỉ") == true)
    driver.press(Key(.down))
    driver.type("He")
    driver.press(.function(9))
    #expect(driver.line(with: "1/6–31/8")?.contains("He: T2") == true)
    driver.press(.control("k"))
    driver.run(.dialogYes)
    let seasons = { try house.desk.houseConfiguration().calendar.seasons.map(\.name) }
    let left = try seasons()
    #expect(left.isEmpty, "\(driver.text)")
    driver.run(.undo)
    #expect(try seasons() == ["He"])
  }
}
