import LibraryCore
import LibraryStore
import MARC
import Terminal
import Testing

@testable import Workstation

@Suite("Editing many records")
struct BatchEditScreenTests {
  private let house: TestWorkplace
  private let ids: [EntityID]

  init() throws {
    house = try TestWorkplace()
    ids = [
      try house.addTitle("Số đỏ", author: "Vũ Trọng Phụng", []),
      try house.addTitle("Giông tố", author: "Vũ Trọng Phụng", []),
      try house.addTitle("Dế Mèn", author: "Tô Hoài", []),
    ]
  }

  private func title(_ id: EntityID) throws -> String? {
    try house.desk.record(id)?.record.first("245")?.text("a")
  }

  @Test("tasks are typed, looked at, done as one batch and taken back")
  func whole() throws {
    let driver = house.driver()
    driver.run(.catalogueBatchEdit)
    #expect(driver.lines[0].hasPrefix(" SỬA HÀNG LOẠT"))
    #expect(driver.lines[1].contains("cả mục lục"))
    driver.type("delete 24")
    driver.press(Key(.enter))
    #expect(driver.text.contains("dòng 1, cột 8: «24» không phải nhãn trường"))
    driver.press(.control("u"))
    driver.type("replace 245$a \"o\" \"0\" if 100$a contains \"hoài\"")
    driver.press(Key(.enter))
    driver.press(.control("u"))
    driver.type("replace 245$a \"ố\" \"ồ\"")
    driver.press(Key(.enter), .function(8))
    #expect(driver.lines[0].hasPrefix(" SẼ ĐỔI NHƯ SAU"))
    #expect(driver.text.contains("Sẽ đổi 2 trong 3 biểu ghi"))
    #expect(driver.text.contains("+ 245 ## $a Sồ đỏ"))
    driver.press(Key(.escape), .function(9))
    #expect(driver.text.contains("Sửa hàng loạt?"))
    driver.press(.function(9))
    #expect(driver.text.contains("Đã đổi 2 trong 3 biểu ghi"))
    #expect(try title(ids[0]) == "Sồ đỏ")
    _ = try house.desk.undo()
    #expect(try title(ids[0]) == "Số đỏ")
  }

  @Test("what a search found is edited, and nothing else; tasks are kept by name")
  func found() throws {
    let driver = house.driver(CatalogueScreen(workplace: house.workplace, words: "phung"))
    driver.run(.catalogueBatchEdit)
    #expect(driver.lines[1].contains("kết quả tìm «phung»"))
    driver.type("add 653 \"##\" $a \"Hiện thực\"")
    driver.press(Key(.enter))
    driver.type("hien thuc")
    driver.press(.alt("s"))
    #expect(driver.text.contains("Đã cất «hien thuc»"))
    driver.press(.function(8), Key(.escape), .function(9), .function(9))
    #expect(
      try ids.map { try house.desk.record($0)?.record.first("653") != nil } == [true, true, false])
    let again = house.driver(BatchEditScreen(workplace: house.workplace, choice: .all))
    again.press(.alt("l"))
    #expect(again.lines[4].contains("add 653 \"##\" $a \"Hiện thực\""))
  }
}
