import LibraryCore
import LibraryStore
import MARC
import Terminal
import Testing

@testable import Workstation

@Suite("Headings and authorities on the screen")
struct HeadingScreenTests {
  private let house: TestWorkplace

  init() throws {
    house = try TestWorkplace()
    for (title, author) in [
      ("Truyện Kiều", "Nguyễn Du"), ("Thơ chữ Hán", "Tố Như"), ("Mắt biếc", "Nguyễn Nhật Ánh"),
      ("Số đỏ", "Phụng, Vũ Trọng"), ("Giông tố", "Vũ Trọng Phụng"),
    ] { try house.addTitle(title, author: author, []) }
  }

  private func headings(_ driver: ScreenDriver) -> [String] {
    driver.lines[3...].map { line in
      line.split(separator: " ").drop { Int($0) != nil }.joined(separator: " ")
    }.prefix { !$0.isEmpty }.map { $0 }
  }

  @Test("headings stand from A to Z with their uses, and what is typed opens the list there")
  func browsing() {
    let driver = house.driver()
    driver.press(.function(5), .alt("h"))
    #expect(driver.lines[0].hasPrefix(" TIÊU ĐỀ: Tên người"))
    #expect(
      headings(driver) == [
        "Nguyễn Du", "Nguyễn Nhật Ánh", "Phụng, Vũ Trọng", "Tố Như", "Vũ Trọng Phụng",
      ])
    driver.type("to n")
    driver.press(Key(.enter))
    #expect(driver.lines[0].hasPrefix(" TIÊU ĐỀ: Tố Như"))
    #expect(driver.text.contains("Thơ chữ Hán"))
    #expect(driver.text.contains("Chưa có tiêu đề chuẩn"))
    driver.press(Key(.enter))
    #expect(driver.lines[0].hasPrefix(" BIỂU GHI") && driver.text.contains("Thơ chữ Hán"))
  }

  @Test("a pseudonym becomes a form that leads to the name, and the works come together")
  func authority() throws {
    let driver = house.driver(HeadingScreen(workplace: house.workplace))
    driver.press(.alt("a"))
    #expect(driver.lines[0].hasPrefix(" LẬP TIÊU ĐỀ CHUẨN"))
    driver.type("Tố Như; Thanh Hiên")
    driver.press(.function(9))
    #expect(driver.text.contains("Đã lưu tiêu đề chuẩn"))
    #expect(driver.text.contains("xem Nguyễn Du"))
    #expect(driver.text.contains("Thanh Hiên"))
    driver.press(Key(.enter))
    #expect(driver.text.contains("Truyện Kiều") && driver.text.contains("Thơ chữ Hán"))
    #expect(driver.text.contains("xem từ: Thanh Hiên"))
    driver.press(.alt("a"), .control("u"))
    driver.type("Tố Như")
    driver.press(.function(9))
    #expect(!driver.text.contains("Thanh Hiên"))
    driver.press(.alt("x"), .function(9))
    #expect(driver.text.contains("Chưa có tiêu đề chuẩn"))
  }

  @Test("every field of an authority record can be edited in the MARC editor, and a new one begun")
  func wholeRecord() throws {
    let driver = house.driver(HeadingScreen(workplace: house.workplace))
    driver.press(.alt("m"))
    #expect(driver.lines[0].hasPrefix(" TIÊU ĐỀ CHUẨN – mới"))
    #expect(driver.line(with: "100 1# $a Nguyễn Du") != nil)
    driver.press(.function(8))
    driver.type("678")
    driver.press(Key(.enter))
    driver.type("Đại thi hào")
    driver.press(.function(9))
    #expect(driver.text.contains("Lưu những thay đổi này?"))
    driver.press(.function(9))
    #expect(driver.text.contains("Đã lưu tiêu đề chuẩn"))
    let saved = try #require(try house.desk.authorities(of: "Nguyễn Du", .person).first)
    #expect(saved.record.fields("678").first { _ in true }?.text("a") == "Đại thi hào")
    driver.press(.alt("m"))
    #expect(driver.lines[0].hasPrefix(" TIÊU ĐỀ CHUẨN \(saved.id)"))
    #expect(!driver.text.contains("không có trường"))
    driver.press(Key(.escape))
    #expect(driver.lines[0].hasPrefix(" TIÊU ĐỀ: Tên người"))
  }

  @Test("a change is shown before it is made, made everywhere, and taken back")
  func changing() throws {
    let driver = house.driver(HeadingScreen(workplace: house.workplace))
    driver.type("phung")
    driver.press(.function(9), .control("u"))
    driver.type("Vũ Trọng Phụng")
    driver.press(.function(9))
    #expect(driver.text.contains("Đổi tiêu đề ở mọi nơi?"))
    #expect(driver.text.contains("Số đỏ"))
    #expect(try house.desk.heading(.person, "Phụng, Vũ Trọng").uses == 1)
    driver.press(.function(9))
    #expect(try house.desk.heading(.person, "Vũ Trọng Phụng").uses == 2)
    #expect(driver.text.contains("Đã đổi thành «Vũ Trọng Phụng» trong 1 biểu ghi"))
    _ = try house.desk.undo()
    #expect(try house.desk.heading(.person, "Vũ Trọng Phụng").uses == 1)
  }

  @Test("the name that stands the wrong way round is offered to be put right")
  func similar() throws {
    let driver = house.driver(HeadingScreen(workplace: house.workplace))
    driver.press(.alt("s"))
    #expect(driver.lines[0].hasPrefix(" TIÊU ĐỀ GẦN NHAU"))
    #expect(driver.text.contains("Phụng, Vũ Trọng (1)"))
    driver.press(Key(.enter), .function(9), .function(9))
    #expect(try house.desk.heading(.person, "Vũ Trọng Phụng").uses == 2)
    #expect(driver.text.contains("Không có tiêu đề nào gần nhau"))
  }

  @Test("every kind can be gone to, and the smallest screen holds the list")
  func kinds() {
    let driver = house.driver(
      HeadingScreen(workplace: house.workplace), size: Size(rows: 10, columns: 40))
    for _ in HeadingKind.allCases { driver.press(.function(8)) }
    #expect(driver.text.contains("Nguyễn Du"))
  }
}
