import Foundation
import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("A list of readers taken in on screen")
struct PatronTableImportTests {
  private let house: TestWorkplace

  init() throws { house = try TestWorkplace() }

  private func preview(_ text: String) throws -> ScreenDriver {
    let path = house.folder + "/lop.csv"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return house.driver(
      ImportPreviewScreen(workplace: house.workplace, path: path, resuming: nil))
  }

  @Test("each column shows the field it is taken as, and nothing speaks of records")
  func columns() throws {
    let driver = try preview("Số thẻ,Họ và tên,Hạng\nHS1,Vũ Lan,A\nHS2,Lê Minh,B\n")
    #expect(try #require(driver.line(with: "Số thẻ ")).contains("Số thẻ"))
    #expect(try #require(driver.line(with: "Hạng  ")).contains("(không dùng)"))
    #expect(driver.line(with: "2 dòng: cấp 2 thẻ, sửa 0, để nguyên 0, trùng người 0") != nil)
    #expect(driver.line(with: "Không dùng các cột: Hạng") != nil)
    for word in ["Biểu ghi", "Trùng khi", "Bản tài liệu", "ánh xạ"] {
      #expect(!driver.text.contains(word), "\(word)")
    }
  }

  @Test("a column is given another field, the preview follows, and F9 takes it so")
  func mapped() throws {
    let driver = try preview("Mã,Họ tên,Khối\nHS1,Vũ Lan,9A\nHS1,Lê Minh,9A\n")
    #expect(driver.line(with: "cấp 2 thẻ") != nil)
    driver.press(Key(.tab), Key(.right))
    #expect(try #require(driver.line(with: "Mã  ")).contains("Số thẻ"))
    #expect(driver.line(with: "HS1") != nil)
    #expect(driver.line(with: "2 dòng: cấp 1 thẻ, sửa 0, để nguyên 0, trùng người 0, lỗi 1") != nil)
    #expect(driver.line(with: "dòng 3: Lê Minh (HS1): cột «Mã»: ") != nil)
    #expect(try house.desk.patron("HS1") == nil)
    driver.press(.function(9))
    #expect(driver.lines[0].hasPrefix(" ĐÃ NHẬP"))
    #expect(driver.line(with: "lấy lại cả bảng") != nil)
    #expect(try house.desk.patron("HS1")?.patron.name == "Vũ Lan")
    driver.press(.control("z"))
    #expect(try house.desk.patron("HS1") == nil)
    #expect(!driver.lines[0].hasPrefix(" ĐÃ NHẬP"))
  }

  @Test("a list stays on its page once one of its readers has borrowed, and says why")
  func borrowedSince() throws {
    _ = try house.addTitle("Tắt đèn", ["VV.1"])
    let driver = try preview("Số thẻ,Họ tên\nHS1,Vũ Lan\n")
    driver.press(.function(9))
    _ = try house.lend("VV.1", to: "HS1")
    driver.press(.control("z"))
    #expect(try house.desk.patron("HS1") != nil)
    #expect(driver.lines[0].hasPrefix(" ĐÃ NHẬP"))
  }

  @Test("two columns of one field and a table without names are told before anything is written")
  func faults() throws {
    let driver = try preview("Số thẻ,Họ tên\nHS1,Vũ Lan\n")
    driver.press(Key(.tab), Key(.tab), Key(.left))
    #expect(driver.line(with: "hai cột cùng là Số thẻ") != nil)
    driver.press(Key(.left))
    #expect(driver.line(with: "Không có cột họ tên") != nil)
    driver.press(.function(9))
    #expect(!driver.lines[0].hasPrefix(" ĐÃ NHẬP"))
    #expect(try house.desk.patron("HS1") == nil)
  }

  @Test("known readers are changed only where that is chosen, each change shown before")
  func known() throws {
    _ = try house.addPatron("HS1", "Vũ Lan", born: "2011")
    let driver = try preview("Số thẻ,Họ tên,Năm sinh\nHS1,Vũ Lan,2012\n")
    #expect(driver.line(with: "để nguyên 1") != nil)
    driver.press(Key(.tab), Key(.tab), Key(.tab), Key(.tab), Key(.right))
    #expect(driver.line(with: "sửa 1, để nguyên 0") != nil)
    #expect(driver.line(with: "2011 → 2012") != nil)
    driver.press(.function(9))
    #expect(try house.desk.patron("HS1")?.patron.born == "2012")
  }
}
