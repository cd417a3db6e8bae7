import Foundation
import LibraryCore
import LibraryStore
import MARC
import Terminal
import Testing

@testable import Workstation

@Suite("Browsing from A to Z")
struct DrawerScreenTests {
  private let house: TestWorkplace

  init() throws {
    house = try TestWorkplace()
    for (title, author) in [
      ("Bà Nà", "Trần Dần"), ("Ba Vì", "Nguyễn Tuân"), ("Ba bể", "Nguyễn Du"),
      ("Số đỏ", "Vũ Trọng Phụng"), ("Đất rừng", "Đoàn Giỏi"),
    ] { try house.addTitle(title, author: author, []) }
  }

  private func titles(_ driver: ScreenDriver) -> [String] {
    driver.lines[3...].map { $0.split(separator: "  ").first.map(String.init) ?? "" }
      .prefix { !$0.isEmpty }.map { $0 }
  }

  @Test("titles stand syllable by syllable, and one key turns to the authors")
  func drawers() {
    let driver = house.driver()
    driver.press(.function(5), .control("f"))
    #expect(driver.lines[0].hasPrefix(" NHAN ĐỀ A–Z"))
    #expect(titles(driver) == ["Ba bể", "Ba Vì", "Bà Nà", "Đất rừng", "Số đỏ"])
    driver.press(.function(8))
    #expect(driver.lines[0].hasPrefix(" TÁC GIẢ A–Z"))
    #expect(
      titles(driver) == [
        "Đoàn Giỏi", "Nguyễn Du", "Nguyễn Tuân", "Trần Dần", "Vũ Trọng Phụng",
      ])
    driver.press(Key(.escape))
    #expect(driver.lines[0].hasPrefix(" TRA CỨU"))
  }

  @Test("what is typed opens the drawer there, with titles before it a step away")
  func typing() {
    let driver = house.driver(DrawerScreen(workplace: house.workplace))
    driver.type("so do")
    driver.press(Key(.enter))
    #expect(driver.text.contains("Số đỏ"))
    driver.press(Key(.escape), Key(.up), Key(.enter))
    #expect(driver.text.contains("Đất rừng"))
    driver.press(Key(.escape))
    #expect(driver.lines[0].hasPrefix(" NHAN ĐỀ A–Z"))
    driver.press(Key(.escape))
    #expect(titles(driver).first == "Ba bể")
  }

  @Test("the order is that of the settings")
  func settings() throws {
    _ = try house.desk.setSetting(HouseSetting.filingOrder, "cldr")
    let driver = house.driver(DrawerScreen(workplace: house.workplace))
    #expect(titles(driver).prefix(3) == ["Ba bể", "Bà Nà", "Ba Vì"])
  }

  @Test("a long drawer is walked from end to end in both directions, with few rows in memory")
  func walking() throws {
    try importVolumes(1...1_000)
    let screen = DrawerScreen(workplace: house.workplace)
    let driver = house.driver(screen)
    var seen: [String] = []
    func note() { if seen.last != driver.lines[3] { seen.append(driver.lines[3]) } }
    for _ in 0..<60 {
      driver.press(Key(.pageDown))
      note()
      #expect(screen.list.window.rows.count <= 600)
    }
    #expect(titles(driver).last == "Tập 1000")
    for _ in 0..<60 { driver.press(Key(.pageUp)) }
    #expect(titles(driver).first == "Ba bể")
    driver.press(Key(.end))
    #expect(titles(driver).last == "Tập 1000")
    driver.press(Key(.up), Key(.up))
    driver.press(Key(.home))
    #expect(titles(driver).first == "Ba bể")
  }

  private func importVolumes(_ numbers: ClosedRange<Int>) throws {
    var bytes: [UInt8] = []
    var writer = RecordWriter(.iso2709)
    for number in numbers {
      let title = Field("245", [Subfield("a", "Tập \(number)")])
      _ = writer.append(Record(leader: .newBook, fields: [title]), to: &bytes)
    }
    writer.finish(&bytes)
    let path = house.desk.file.folder + "/volumes.mrc"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    _ = try house.desk.importRecords([path])
  }

  @Test("a title that was removed meanwhile is gone when its record is closed")
  func removed() throws {
    let driver = house.driver(DrawerScreen(workplace: house.workplace))
    driver.press(Key(.enter))
    #expect(driver.text.contains("Ba bể"))
    let record = try #require(try house.desk.filed(in: .title, .fromBeginning, limit: 1).first)
    _ = try house.desk.removeRecord(record.hit.id)
    driver.press(Key(.escape))
    #expect(titles(driver) == ["Ba Vì", "Bà Nà", "Đất rừng", "Số đỏ"])
  }

  @Test("a scan opens the copy or goes to the desk")
  func scans() throws {
    try house.addTitle("Truyện Kiều", ["VN000001"])
    try house.addPatron("TV000001", "Nguyễn Văn An")
    let driver = house.driver()
    driver.press(.function(5), .control("f"))
    driver.scan("VN000001")
    #expect(driver.text.contains("Truyện Kiều"))
    driver.press(Key(.escape))
    driver.scan("TV000001")
    #expect(driver.lines[0].hasPrefix(" QUẦY MƯỢN – TRẢ"))
  }
}
