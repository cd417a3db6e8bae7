import Foundation
import LibraryCore
import LibraryStore
import MARC
import RemoteCatalogues
import Terminal
import Testing

@testable import Workstation

@Suite("Catalogues of others and record packs on the screen")
struct TargetScreenTests {
  private let house: TestWorkplace
  private let places: SettingPlaces

  init() throws {
    house = try TestWorkplace()
    places = house.workplace.appearance.places
    for target in try house.desk.targets(places).targets {
      _ = try house.saved(house.desk.removeTarget(target.code, places))
    }
  }

  private func target(_ code: String) throws -> RemoteTarget? {
    try house.desk.targets(places).target(code)
  }

  @discardableResult
  private func addDead(_ code: String = "chet") throws -> RemoteTarget {
    let dead = RemoteTarget(
      code: code, name: "Mục lục \(code)",
      address: try #require(RemoteAddress("z39.50://nowhere.invalid:210/X")))
    _ = try house.saved(house.desk.saveTarget(dead))
    return dead
  }

  @Test("F11 leads to the catalogues, where one is added, switched off, removed and brought back")
  func editing() throws {
    let driver = house.driver()
    driver.press(.function(11))
    #expect(driver.text.contains("Mục lục khác"))
    driver.run(.targetsOpen)
    #expect(driver.lines[0].hasPrefix(" MỤC LỤC CỦA NƠI KHÁC"))
    driver.press(.function(8))
    driver.type("tvqg")
    driver.press(Key(.tab))
    driver.type("Thu vien Quoc gia")
    driver.press(Key(.tab))
    driver.type("z39.50://catalogue.example:210/NLV")
    driver.press(.function(9))
    #expect(driver.text.contains("Đã lưu Thu vien Quoc gia"))
    #expect(try target("tvqg")?.address.text == "z39.50://catalogue.example:210/NLV")
    driver.press(.control("o"))
    #expect(try target("tvqg")?.isOn == false)
    #expect(driver.text.contains("Từ nay thôi hỏi"))
    driver.press(.control("k"))
    driver.press(.function(9))
    #expect(try target("tvqg") == nil)
    driver.press(.control("z"))
    #expect(try target("tvqg") != nil)
  }

  @Test("an address that is none is refused in the form, and nothing typed is lost")
  func wrongAddress() throws {
    let driver = house.driver()
    driver.run(.targetsOpen)
    driver.press(.function(8))
    driver.type("x")
    driver.press(Key(.tab))
    driver.type("X")
    driver.press(Key(.tab))
    driver.type("catalogue.example")
    driver.press(.function(9))
    #expect(driver.text.contains("address không thể là «catalogue.example»"))
    #expect(try target("x") == nil)
  }

  @Test("editing a catalogue keeps what the form shows and what it was told before")
  func editKeeps() throws {
    var dead = try addDead()
    dead.indexes = [.title: "1=5"]
    dead.charset = .marc8
    dead.secondsMaximum = 7
    _ = try house.saved(house.desk.saveTarget(dead))
    let driver = house.driver()
    driver.run(.targetsOpen)
    driver.press(Key(.enter))
    driver.press(.control("u"))
    driver.type("Ten khac")
    driver.press(.function(9))
    dead.name = "Ten khac"
    #expect(try target("chet") == dead)
  }

  @Test("trying a catalogue names what is wrong with it; Esc stops, then goes back")
  func trying() throws {
    try addDead()
    let driver = house.driver()
    driver.run(.targetsOpen)
    driver.press(.function(9))
    #expect(driver.lines[0].hasPrefix(" THỬ CÁC MỤC LỤC"))
    #expect(driver.text.contains("không có máy nào tên nowhere.invalid"))
    driver.press(Key(.escape))
    #expect(driver.lines[0].hasPrefix(" MỤC LỤC CỦA NƠI KHÁC"))
  }

  @Test("while nobody has answered yet each catalogue stands there as being asked")
  func waiting() throws {
    try addDead()
    try addDead("chet2")
    let driver = house.driver(jobs: .onDemand)
    driver.run(.targetsOpen)
    driver.run(.targetsCheckAll)
    #expect(driver.text.contains("Mục lục chet: đang hỏi"))
    #expect(driver.text.contains("Mục lục chet2: đang hỏi"))
    driver.press(Key(.escape))
    #expect(driver.text.contains("Mục lục chet2: đã dừng"))
    driver.press(Key(.escape))
    #expect(driver.lines[0].hasPrefix(" MỤC LỤC CỦA NƠI KHÁC"))
  }

  @Test("a pack is attached by its path, inspected, and detached; a file that is none is refused")
  func packs() throws {
    var writer = RecordWriter(.iso2709)
    var bytes: [UInt8] = []
    _ = writer.append(
      Record(leader: .newBook, fields: [MARC.Field("245", [Subfield("a", "Truyện Kiều")])]),
      to: &bytes)
    let file = house.folder + "/books.mrc"
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    let pack = house.folder + "/books.pack"
    _ = try PackBuilder.build(pack, from: [file], PackOptions(), made: house.clock.now())
    let driver = house.driver(size: Size(rows: 24, columns: 132))
    driver.run(.packsOpen)
    driver.press(.function(8))
    driver.type(file)
    driver.press(.function(9))
    #expect(try house.desk.attachedPacks().isEmpty)
    driver.press(.control("u"))
    driver.type(pack)
    driver.press(.function(9))
    #expect(try house.desk.attachedPacks().map(\.name) == ["books.pack"])
    driver.press(Key(.enter))
    #expect(driver.text.contains("Tổng kiểm tra"))
    driver.press(Key(.escape))
    driver.press(.control("k"))
    driver.press(.function(9))
    #expect(try house.desk.attachedPacks().isEmpty)
  }

  @Test("packs are opened by a worker; until then each stands there with its path")
  func packsInTheBackground() throws {
    _ = try house.desk.setSetting(HouseSetting.packPrefix + "tỉnh", "/media/usb/books.pack")
    let screen = HouseListScreen(workplace: house.workplace, PacksList())
    let effects = screen.update(.appeared(Size(rows: 24, columns: 80)))
    func lines() -> String {
      var surface = Surface(size: Size(rows: 24, columns: 80))
      screen.draw(into: &surface)
      return surface.lines.joined(separator: "\n")
    }
    #expect(lines().contains("Đang mở… /media/usb/books.pack"))
    guard case .job(_, let work)? = effects.last else { throw TestFailure("no worker is asked") }
    #expect(screen.update(.message(work())).isEmpty)
    #expect(!lines().contains("Đang mở…") && lines().contains("tỉnh"))
  }

  @Test("a book is asked for by title and author in a form; dead catalogues are named")
  func formOfQuestions() throws {
    try addDead()
    let driver = house.driver()
    driver.run(.remoteSearch)
    #expect(driver.lines[0].hasPrefix(" HỎI NƠI KHÁC"))
    driver.press(Key(.tab))
    driver.type("Kieu")
    driver.press(Key(.tab))
    driver.type("Nguyen Du")
    driver.press(.function(9))
    #expect(driver.lines[0].hasPrefix(" BIÊN MỤC SAO CHÉP"))
    #expect(driver.text.contains("Kieu Nguyen Du"))
    #expect(driver.text.contains("Mục lục chet: không có máy nào tên nowhere.invalid"))
  }

  @Test("the form asks others even for what the house has, and an empty form asks nobody")
  func formAsksOthersToo() throws {
    try addDead()
    try house.addTitle("Truyện Kiều", [])
    let driver = house.driver()
    driver.run(.copyCataloguing)
    driver.press(.control("f"))
    driver.press(.function(9))
    #expect(driver.text.contains("Hãy điền ít nhất một ô"))
    driver.press(Key(.tab))
    driver.type("truyen kieu")
    driver.press(.function(9))
    let screen = try #require(driver.top as? CopyCataloguingScreen)
    #expect(screen.candidates.count == 1)
    #expect(screen.answers.count == 1)
  }
}
