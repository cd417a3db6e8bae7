import Foundation
import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("Boxes on screen")
struct BoxesScreenTests {
  private let house: TestWorkplace
  private let driver: ScreenDriver
  private let path: String

  init() throws {
    house = try TestWorkplace()
    driver = house.driver()
    path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try house.addTitle("Dế mèn phiêu lưu ký", ["TN.1", "TN.2"])
    try house.addPatron("TS1", "Tủ sách thôn Đông")
  }

  private func write(_ text: String) throws {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  private func send() throws {
    try write("TN.1\nTN.9\nTN.2\n")
    driver.run(.boxesOpen)
    driver.runJobs()
    driver.press(.function(8))
    driver.type("TS1")
    driver.press(Key(.tab))
    driver.type("Hoa")
    driver.press(Key(.tab), Key(.tab))
    driver.type(path)
    driver.press(.function(9))
    driver.runJobs()
  }

  @Test("a box is sent from a file, what was not lent is told first, and one key takes it back")
  func sends() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try send()
    #expect(driver.text.contains("Đã cho Tủ sách thôn Đông mượn 2 bản, không được 1"))
    let unknown = try #require(driver.lines.firstIndex { $0.contains("Không có bản «TN.9»") })
    let lent = try #require(driver.lines.firstIndex { $0.contains("TN.1  Dế mèn") })
    #expect(unknown < lent)
    driver.press(Key(.escape))
    driver.runJobs()
    let row = try #require(driver.line(with: "Tủ sách thôn Đông"))
    #expect(row.contains("23/11/2026") && row.contains("Hoa"))
    driver.press(.control("z"))
    driver.runJobs()
    #expect(driver.text.contains("Chưa gửi thùng nào"))
    #expect(try house.desk.patron("TS1")?.loans == 0)
  }

  @Test("it comes back with the uses of each copy, and the register shows day and uses")
  func takesBack() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try send()
    driver.press(Key(.escape))
    driver.runJobs()
    try write("TN.1;14\nTN.2\n")
    driver.press(.function(9))
    driver.press(Key(.tab))
    driver.type(path)
    driver.press(.function(9))
    driver.runJobs()
    #expect(driver.text.contains("Đã nhận 2 bản trên 2 dòng"))
    #expect(driver.text.contains("đã về đủ, 14 lượt"))
    driver.press(Key(.escape))
    driver.runJobs()
    driver.press(Key(.enter))
    #expect(driver.line(with: "TN.1  Dế mèn")?.contains("về 23/11/2026, 14 lượt") == true)
    driver.press(Key(.escape))
    driver.press(Key(.tab))
    driver.runJobs()
    #expect(driver.text.contains("Mọi thùng đã về đủ"))
  }

  @Test("a file with a line that cannot be read is refused at its field, and nothing is written")
  func badFile() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try write("TN.1;mười\n")
    driver.run(.boxesOpen)
    driver.runJobs()
    driver.press(.function(9), Key(.tab))
    driver.type(path)
    driver.press(.function(9))
    #expect(driver.text.contains("Dòng 1 không đọc được: «TN.1;mười»"))
  }

  @Test("uses of the box as a whole are counted, and taken back with the same key")
  func uses() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try send()
    driver.press(Key(.escape))
    driver.runJobs()
    driver.press(.alt("u"))
    driver.type("120")
    driver.press(.function(9))
    driver.runJobs()
    #expect(driver.line(with: "Tủ sách thôn Đông")?.contains("120") == true)
    driver.press(.control("z"))
    driver.runJobs()
    #expect(driver.line(with: "Tủ sách thôn Đông")?.contains("120") == false)
  }

  @Test("what was scanned at the desk becomes a box")
  func packs() throws {
    driver.scan("TS1")
    driver.scan("TN.1")
    driver.scan("TN.2")
    driver.press(.alt("e"))
    driver.type("Hoa")
    driver.press(.function(9))
    #expect(driver.text.contains("2 bản"))
    #expect(try house.desk.boxes().map(\.receiver) == ["Hoa"])
    driver.press(.control("z"))
    #expect(try house.desk.boxes().isEmpty && house.desk.patron("TS1")?.loans == 2)
  }

  @Test("the register is narrowed to an institution and to days, and says so")
  func filters() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try send()
    driver.press(Key(.escape))
    driver.runJobs()
    driver.press(.alt("o"))
    #expect(driver.text.contains("F9 Tìm") && !driver.text.contains("F9 Lưu"))
    driver.type("ts1")
    driver.press(Key(.tab))
    driver.type("24/11/2026")
    driver.press(.function(9))
    driver.runJobs()
    #expect(driver.text.contains("Tủ sách thôn Đông (TS1), từ 24/11/2026"))
    #expect(driver.text.contains("Không có thùng nào như đã lọc"))
    driver.press(.alt("o"))
    driver.press(Key(.tab), .control("u"), Key(.tab))
    driver.type("23/11/2026")
    driver.press(.function(9))
    driver.runJobs()
    #expect(driver.text.contains("Tủ sách thôn Đông (TS1), đến hết 23/11/2026"))
    #expect(driver.line(with: "Hoa") != nil)
  }

  @Test("a filter with days the wrong way round or an unknown card says so at the field")
  func filterFaults() throws {
    driver.run(.boxesOpen)
    driver.runJobs()
    driver.press(.alt("o"))
    driver.type("TS9")
    driver.press(.function(9))
    #expect(driver.text.contains("Không có thẻ này"))
    driver.press(.control("u"), Key(.tab))
    driver.type("24/11/2026")
    driver.press(Key(.tab))
    driver.type("23/11/2026")
    driver.press(.function(9))
    #expect(driver.text.contains("Ngày này trước ngày bắt đầu"))
  }
}
