import Foundation
import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("Koha's offline files on screen")
struct KocScreenTests {
  private let house: TestWorkplace
  private let driver: ScreenDriver
  private let path: String

  init() throws {
    house = try TestWorkplace()
    try house.clock.set("2026-11-23T12:00:00")
    driver = house.driver()
    path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try house.addTitle("Dế mèn phiêu lưu ký", ["TN.1"])
    try house.addPatron("TV1", "Nguyễn Thị Lan")
  }

  @Test("a file is taken, and every line's fate shown, what needs an eye first")
  func takes() throws {
    let text = """
      Version=1.0
      2026-11-23 08-00-00 1\tissue\tTV1\tTN.1
      2026-11-23 08-01-00 1\tissue\tTV1\tTN.9
      2026-11-23 08-02-00 1\tlend\tTV1
      """
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    driver.run(.deskTakeKoc)
    driver.type(path)
    driver.press(.function(9))
    driver.runJobs()
    #expect(driver.lines[0].hasPrefix(" ĐÃ NHẬN TỆP .KOC"))
    #expect(driver.text.contains("Mượn 1, gia hạn 0, trả 0, thu 0"))
    let unread = try #require(driver.lines.firstIndex { $0.contains("không biết việc «lend»") })
    let unknown = try #require(driver.lines.firstIndex { $0.contains("không có bản TN.9") })
    let lent = try #require(driver.lines.firstIndex { $0.contains("đã ghi mượn") })
    #expect(unread < unknown && unknown < lent)
    #expect(driver.text.contains("Ctrl+Z"))
    driver.run(.undo)
    driver.runJobs()
    #expect(driver.text.contains("Đã hoàn tác 1 việc của tệp"))
    guard case .item(let copy) = try house.desk.look("TN.1", preferring: .label) else {
      throw TestFailure("no copy")
    }
    #expect(copy.loan == nil)
    driver.press(Key(.escape))
    #expect(driver.lines[0].hasPrefix(" QUẦY"))
  }

  @Test("a file that is not there is said at its field")
  func missing() {
    driver.run(.deskTakeKoc)
    driver.type(path)
    driver.press(.function(9))
    #expect(driver.text.contains("Không đọc được tệp này"))
  }

  @Test("the day's loans are written to a file")
  func writes() throws {
    _ = try house.lend("TN.1", to: "TV1")
    defer { try? FileManager.default.removeItem(atPath: path) }
    driver.run(.deskWriteKoc)
    driver.press(Key(.tab), Key(.tab))
    driver.type(path)
    driver.press(.function(9))
    #expect(driver.text.contains("Đã ghi 1 việc"))
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("\tissue\tTV1\tTN.1\n"))
  }
}
