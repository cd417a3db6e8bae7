import LibraryCore
import LibraryStore
import RemoteCatalogues
import Terminal
import Testing

@testable import Workstation

@Suite("Books that wait for the line to be up")
struct WaitingBooksTests {
  private let house: TestWorkplace

  init() throws {
    house = try TestWorkplace()
    let places = house.workplace.appearance.places
    for target in try house.desk.targets(places).targets {
      _ = try house.saved(house.desk.removeTarget(target.code, places))
    }
  }

  private func add(_ code: String, _ address: String) throws {
    let place = try #require(RemoteAddress(address))
    _ = try house.saved(
      house.desk.saveTarget(RemoteTarget(code: code, name: "Mục lục \(code)", address: place)))
  }

  private var waiting: [String] { get throws { try house.desk.wanted().map(\.question.text) } }

  @Test("a scanned book waits by itself where no catalogue could be reached, which is said")
  func kept() throws {
    try add("chet", "z39.50://nowhere.invalid:210/X")
    let driver = house.driver(CopyCataloguingScreen(workplace: house.workplace))
    driver.scan("9786049939082")
    #expect(try waiting == ["9786049939082"])
    #expect(driver.text.contains("9786049939082 được để dành"))
    driver.press(.control("z"))
    #expect(try waiting.isEmpty)
  }

  @Test("a title typed by hand does not wait by itself")
  func titleIsNot() throws {
    try add("chet", "z39.50://nowhere.invalid:210/X")
    let driver = house.driver(CopyCataloguingScreen(workplace: house.workplace))
    driver.type("Kieu")
    driver.press(Key(.enter))
    #expect(try waiting.isEmpty)
  }

  @Test(
    "where a server was reached but is not there, or the house says no, nothing waits by itself")
  func notKept() throws {
    try add("tat", "z39.50://127.0.0.1:1/X")
    let driver = house.driver(CopyCataloguingScreen(workplace: house.workplace))
    driver.scan("9786049939082")
    #expect(try waiting.isEmpty)
    let places = house.workplace.appearance.places
    _ = try house.saved(house.desk.removeTarget("tat", places))
    try add("chet", "z39.50://nowhere.invalid:210/X")
    _ = try house.saved(house.desk.setSetting(HouseSetting.wantedByItself, "no"))
    driver.scan("9786049939082")
    #expect(try waiting.isEmpty)
  }

  @Test("the setting takes yes and no only")
  func setting() throws {
    guard case .refused = try house.desk.setSetting(HouseSetting.wantedByItself, "perhaps") else {
      Issue.record("perhaps is no answer")
      return
    }
  }

  @Test("the list asks for all by itself as it opens, and says that the line is still down")
  func listAsks() throws {
    try add("chet", "z39.50://nowhere.invalid:210/X")
    _ = try house.desk.want(.title("Truyện Kiều"))
    let list = house.driver(WantedScreen(workplace: house.workplace))
    #expect(list.text.contains("mạng chưa thông"))
  }

  @Test("Esc stops the asking first and leaves the list then; nothing waits for the network")
  func stops() throws {
    try add("chet", "z39.50://nowhere.invalid:210/X")
    _ = try house.desk.want(.title("Truyện Kiều"))
    let list = house.driver(WantedScreen(workplace: house.workplace), jobs: .onDemand)
    #expect(list.text.contains("đang hỏi…"))
    list.press(Key(.escape))
    #expect(list.top is WantedScreen)
    #expect(!list.text.contains("đang hỏi…"))
    list.press(Key(.escape))
    #expect(!(list.top is WantedScreen))
  }

  @Test("a book is told with how many records were found for it, answer by answer")
  func told() throws {
    let kieu = Wanted.Question.title("Truyện Kiều")
    _ = try house.desk.want(kieu)
    let screen = WantedScreen(workplace: house.workplace)
    let list = house.driver(screen)
    _ = screen.update(.message(WantedNews.asked(kieu, found: 3)))
    list.press(Key(.down))
    #expect(list.text.contains("có 3 biểu ghi"))
  }
}
