import Foundation
import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("Letters on a roll printer")
struct LetterPrinterTests {
  private let house: TestWorkplace
  private let printer: String

  init() throws {
    house = try TestWorkplace()
    try house.addTitle(
      "Một nhan đề rất dài về con đường từ làng ra tỉnh và những người đi qua", ["VN1", "VN2"])
    for (card, name) in [("TV1", "Nguyễn Văn An"), ("TV2", "Trần Thị Ánh")] {
      try house.addPatron(card, name, phone: "0901")
    }
    try house.lend("VN1", to: "TV1")
    try house.lend("VN2", to: "TV2")
    try house.clock.set("2026-12-14T08:00:00")
    printer = house.folder + "/printer"
    #expect(FileManager.default.createFile(atPath: printer, contents: nil))
    try set(HouseSetting.slipPrinter, printer)
    house.workplace.catchUp()
  }

  private func set(_ name: String, _ value: String) throws {
    _ = try house.saved(house.desk.setSetting(name, value))
    house.workplace.catchUp()
  }

  private func printed() throws -> SlipPrinterEmulator {
    let bytes = Array(try #require(FileManager.default.contents(atPath: printer)))
    return try SlipPrinterEmulator(bytes, font: try #require(ConsoleFonts.builtIn?.large))
  }

  private func reminded() throws -> Bool {
    try house.desk.overdueReaders(onlyDue: true).isEmpty
  }

  /// The form for letters to both readers, over the list of reminders.
  private func form() -> ScreenDriver {
    let driver = house.driver(RemindersScreen(workplace: house.workplace))
    driver.run(.remindersWrite)
    return driver
  }

  @Test(
    "letters are printed as wide as the roll, in its letters, with a cut after each, then noted",
    arguments: SlipLetters.allCases, [SlipPaper.narrow, .wide])
  func printed(letters: SlipLetters, paper: SlipPaper) throws {
    try set(HouseSetting.slipLetters, letters.rawValue)
    try set(HouseSetting.slipPaper, paper.rawValue)
    let driver = form()
    driver.run(.formNext)
    driver.type(printer)
    driver.run(.formSave)
    driver.runJobs()
    let roll = try printed()
    #expect(roll.cuts == 2)
    let isPlain = letters == .plain
    #expect(roll.text.contains(isPlain ? "Nguyen Van An" : "Nguyễn Văn An"))
    #expect(roll.text.contains(isPlain ? "Tran Thi Anh" : "Trần Thị Ánh"))
    #expect(roll.text.split(separator: "\n").allSatisfy { $0.count <= paper.columns })
    #expect(try reminded())
    #expect(driver.top is RemindersScreen)
    driver.run(.undo)
    #expect(try !reminded())
  }

  @Test("the slip printer of the settings is one choice away")
  func chosen() throws {
    let driver = form()
    for _ in 0..<4 { driver.run(.formNext) }
    driver.press(Key(.right))
    driver.run(.formSave)
    driver.runJobs()
    #expect(try printed().cuts == 2)
    #expect(try reminded())
  }

  @Test("a printer that is off is told, nobody is noted, and no file has its name")
  func off() throws {
    let driver = form()
    driver.run(.formNext)
    driver.type("127.0.0.1:1")
    driver.run(.formSave)
    driver.runJobs()
    #expect(driver.line(with: "Máy in 127.0.0.1:1 tắt hoặc không tới được") != nil)
    #expect(driver.line(with: "Chưa ghi nhận là đã nhắc ai") != nil)
    #expect(!FileManager.default.fileExists(atPath: "127.0.0.1:1"))
    driver.run(.cancel)
    #expect(driver.top is RemindersScreen)
    #expect(try !reminded())
  }

  @Test("a list for messages is a file, and says so")
  func list() throws {
    let driver = form()
    for _ in 0..<2 { driver.press(Key(.right)) }
    driver.run(.formNext)
    driver.type("10.0.0.5:9100")
    driver.run(.formSave)
    #expect(driver.line(with: "Danh sách nhắn tin là tệp") != nil)
    #expect(try !reminded())
  }

  @Test("what names a printer is one; any other path is a file")
  func destinations() {
    func destination(_ text: String) -> LetterDestination {
      LetterDestination(text, slipPrinter: .device("/srv/may-in"))
    }
    #expect(destination("lp:phieu") == .printingSystem(.printingSystem(queue: "phieu")))
    #expect(destination("may-in:9100") == .roll(.network(host: "may-in", port: 9100)))
    #expect(destination("/dev/usb/lp0") == .roll(.device("/dev/usb/lp0")))
    #expect(destination("/srv/may-in") == .roll(.device("/srv/may-in")))
    #expect(destination("/srv/giay.txt") == .file("/srv/giay.txt"))
    #expect(destination("giay.txt") == .file("giay.txt"))
  }

  @Test("a printer that breaks off in the middle has printed nothing")
  func breaksOff() throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(listener) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && listen(listener, 1) == 0
          && getsockname(listener, $0, &size) == 0
      }
    }
    try #require(isListening)
    let reader = Thread {
      let connection = accept(listener, nil, nil)
      var bytes = [UInt8](repeating: 0, count: 100)
      _ = recv(connection, &bytes, bytes.count, 0)
      var ending = linger(l_onoff: 1, l_linger: 0)
      let size = socklen_t(MemoryLayout<linger>.size)
      setsockopt(connection, SOL_SOCKET, SO_LINGER, &ending, size)
      close(connection)
    }
    reader.start()
    let name = "127.0.0.1:\(UInt16(bigEndian: address.sin_port))"
    let printer = try #require(SlipPrinter(name))
    let fault = SlipDelivery.send([UInt8](repeating: 0x41, count: 4000), to: printer)
    #expect(fault == .outOfReach(name))
  }
}
