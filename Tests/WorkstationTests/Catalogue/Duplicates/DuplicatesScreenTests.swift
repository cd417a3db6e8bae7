import LibraryCore
import LibraryStore
import MARC
import Terminal
import Testing

@testable import Workstation

@Suite("Suspected duplicates")
struct DuplicatesScreenTests {
  private let house: TestWorkplace
  private let ids: [EntityID]

  init() throws {
    house = try TestWorkplace()
    ids = [
      try house.addTitle("Đất rừng phương Nam", author: "Đoàn Giỏi", ["VN000001"]),
      try house.addTitle("Dat rung phuong nam", author: "Đoàn Giỏi", []),
      try house.addTitle("Quê nội", author: "Võ Quảng", []),
    ]
  }

  @Test("pairs are listed with score and reasons, and compared field by field")
  func listed() throws {
    let driver = house.driver()
    driver.run(.catalogueDuplicates)
    #expect(driver.lines[0].hasPrefix(" BIỂU GHI NGHI TRÙNG"))
    #expect(driver.lines[2].contains("\(ids[0]) – \(ids[1])"))
    #expect(driver.line(with: "1 cặp") != nil)
    #expect(driver.line(with: "cùng nhan đề, cùng tác giả") != nil)
    driver.press(Key(.enter))
    #expect(driver.lines[0].hasPrefix(" SO HAI BIỂU GHI"))
    #expect(driver.text.contains("- 245 ## $a Đất rừng phương Nam"))
    #expect(driver.text.contains("+ 245 ## $a Dat rung phuong nam"))
  }

  @Test("a pair called different goes from the list, and undo brings it back where it stood")
  func different() throws {
    let driver = house.driver(DuplicatesScreen(workplace: house.workplace))
    driver.press(.control("k"))
    #expect(driver.text.contains("Không có biểu ghi nào nghi trùng"))
    let again = house.driver(DuplicatesScreen(workplace: house.workplace))
    #expect(again.text.contains("Không có biểu ghi nào nghi trùng"))
    driver.press(.control("z"))
    #expect(driver.lines[2].contains("\(ids[0]) – \(ids[1])"))
    driver.press(.function(8))
    #expect(driver.line(with: "cán bộ xác nhận là một") != nil)
    _ = try house.desk.judgeDuplicates(ids[0], ids[2], .same)
    let third = house.driver(DuplicatesScreen(workplace: house.workplace))
    #expect(third.line(with: "2 cặp") != nil)
  }

  @Test("while a title is typed, the sheet says what the library has, and a key opens it")
  func sheet() throws {
    let driver = house.driver(SimpleSheetScreen(workplace: house.workplace))
    driver.type("dat rung phuong nam")
    #expect(driver.line(with: "đã có") == nil)
    driver.press(Key(.tab), Key(.tab))
    driver.type("Giỏi")
    let line = try #require(driver.line(with: "đã có"))
    #expect(line.contains("#\(ids[0]) Đất rừng phương Nam / Đoàn Giỏi"))
    driver.type("x")
    #expect(driver.line(with: "đã có") == nil)
    driver.press(Key(.backspace))
    driver.press(.alt("d"))
    #expect(driver.top is RecordScreen)
    driver.press(Key(.escape))
    #expect(driver.line(with: "Nhan đề")?.contains("dat rung phuong nam") == true)
  }
}
