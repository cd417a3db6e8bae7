import Foundation
import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("The first start")
final class FirstStartTests {
  private let folder = NSTemporaryDirectory() + "first-" + UUID().uuidString
  private let clock: TestClock

  init() throws { clock = TestClock(try TestClock.moment("2026-11-23T08:00:00")) }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func driver(in folder: String, jobs: ScreenDriver.JobTiming = .atOnce) throws
    -> ScreenDriver
  {
    let start = FirstStart(
      folder: folder, language: .vietnamese, clock: clock, random: SystemRandom(),
      appearance: TestWorkplace.appearance())
    return ScreenDriver(
      FirstStartScreen(start: start), settings: start.screenSettings, jobs: jobs)
  }

  @Test("F9 makes the library and opens its desk")
  func makes() throws {
    let driver = try driver(in: folder)
    #expect(driver.text.contains("Ở đây chưa có thư viện nào"))
    #expect(driver.text.contains(folder.suffix(20)))
    driver.press(.control("u"))
    driver.type("Thư viện xã Tân Phú")
    driver.press(.function(9))
    #expect(driver.lines[0].hasPrefix(" QUẦY MƯỢN – TRẢ"))
    #expect(driver.lines[0].contains("Thư viện xã Tân Phú"))
    driver.press(.function(4))
    #expect(driver.lines[0].hasPrefix(" TÌM BẠN ĐỌC"))
    driver.press(.alt("l"))
    #expect(driver.lines[23].contains("Help"))
  }

  @Test("sample data comes with it, and its progress is shown")
  func sample() throws {
    let driver = try driver(in: folder, jobs: .onDemand)
    driver.press(Key(.tab), Key(.tab), Key(.right), .function(9))
    #expect(driver.text.contains("Đang tạo thư viện…"))
    driver.press(.function(9))
    #expect(driver.waitingJobs == 1)
    driver.runJobs()
    #expect(driver.lines[0].hasPrefix(" QUẦY MƯỢN – TRẢ"))
    driver.press(.function(4))
    driver.runJobs()
    #expect(driver.lines[1].hasSuffix("120 người"))
  }

  @Test("a folder that cannot be made is told, and the form is still there")
  func noFolder() throws {
    let file = folder
    try Data().write(to: URL(fileURLWithPath: file))
    let driver = try driver(in: file + "/below")
    driver.press(.function(9))
    #expect(driver.text.contains("Ở đây chưa có thư viện nào"))
    #expect(driver.bells == 1)
  }

  @Test("F10 leaves, and a scan is told that there is nothing yet")
  func leaves() throws {
    let driver = try driver(in: folder)
    driver.scan("TV000001")
    #expect(driver.text.contains("Chưa có thư viện"))
    driver.press(.function(10))
    #expect(driver.hasQuit)
  }
}
