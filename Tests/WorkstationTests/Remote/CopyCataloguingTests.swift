import Foundation
import LibraryCore
import LibraryStore
import MARC
import RemoteCatalogues
import Terminal
import Testing

@testable import Workstation

@Suite("Copy cataloguing, from the scan to the label")
struct CopyCataloguingTests {
  private let house: TestWorkplace

  init() throws {
    house = try TestWorkplace()
    // No test asks the world: the program's own catalogues are taken off this library's list.
    for target in try house.desk.targets(house.workplace.appearance.places).targets {
      _ = try house.saved(
        house.desk.removeTarget(target.code, house.workplace.appearance.places))
    }
  }

  private static func book(_ title: String, isbn: String, price: String? = nil) -> Record {
    let number = [Subfield("a", isbn)] + (price.map { [Subfield("c", $0)] } ?? [])
    return Record(
      leader: .newBook,
      fields: [
        MARC.Field("020", number), MARC.Field("082", "0", "4", [Subfield("a", "895.922")]),
        MARC.Field("100", "0", .blank, [Subfield("a", "Đoàn Giỏi")]),
        MARC.Field("245", "1", "0", [Subfield("a", title)]),
      ])
  }

  /// Attaches a pack of these records.
  private func attach(_ records: [Record]) throws {
    var writer = RecordWriter(.iso2709)
    var bytes: [UInt8] = []
    for record in records { _ = writer.append(record, to: &bytes) }
    let file = house.folder + "/books.mrc"
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    let pack = house.folder + "/books.pack"
    _ = try PackBuilder.build(pack, from: [file], PackOptions(), made: house.clock.now())
    _ = try house.saved(house.desk.attachPack(pack, as: "nxb"))
  }

  private func open(_ size: Size = Size(rows: 24, columns: 80)) -> ScreenDriver {
    house.driver(CopyCataloguingScreen(workplace: house.workplace), size: size)
  }

  private func copies(_ title: String) throws -> [Item] {
    let hits = try CatalogueSearch(house.workplace.file).find(title, in: .title).hits
    #expect(hits.count == 1, "\(title) should be there once")
    return try hits.first.map { try house.desk.items(of: $0.id).map(\.item) } ?? []
  }

  @Test("a book found in a pack is on the shelf list two keys after the scan, and so is the next")
  func twoKeys() throws {
    try attach([
      CopyCataloguingTests.book("Đất rừng phương Nam", isbn: "9786048603052", price: "90.000đ"),
      CopyCataloguingTests.book("Truyện Kiều", isbn: "9786049939082"),
    ])
    let driver = open()
    var keys = 0
    func press(_ key: Key) {
      keys += 1
      driver.press(key)
    }
    driver.scan("9786048603052")
    #expect(driver.text.contains("gói nxb"))
    #expect(driver.text.contains("Enter: lấy và thêm bản"))
    press(Key(.enter))
    #expect(driver.lines[0].contains("THÊM BẢN"))
    press(.function(9))
    #expect(driver.lines[0].contains("BIÊN MỤC SAO CHÉP"))
    #expect(driver.text.contains("1 bản đã thêm"))
    driver.scan("9786049939082")
    press(Key(.enter))
    press(.function(9))
    #expect(keys == 4)
    let first = try copies("Đất rừng phương Nam")
    #expect(first.count == 1)
    #expect(try copies("Truyện Kiều").count == 1)
  }

  @Test("the scanner's own Enter takes nothing: a record is taken by a person's key only")
  func scanTakesNothing() throws {
    try attach([CopyCataloguingTests.book("Truyện Kiều", isbn: "9786049939082")])
    let driver = open()
    driver.scan("9786049939082")
    driver.scan("9786049939082")
    #expect(driver.top is CopyCataloguingScreen)
    #expect(try CatalogueSearch(house.workplace.file).find("kieu", in: .title).hits.isEmpty)
  }

  @Test(
    "a title the library has is shown with its copies, and gets one more without a second record")
  func own() throws {
    let id = try house.saved(
      house.desk.saveRecord(CopyCataloguingTests.book("Truyện Kiều", isbn: "9786049939082")))
    _ = try house.saved(house.desk.addItem(ItemDraft(record: id, barcode: "VN000001")))
    try attach([CopyCataloguingTests.book("Truyện Kiều, bản khác", isbn: "9786049939082")])
    let driver = open()
    driver.scan("9786049939082")
    #expect(driver.text.contains("ở đây, 1 bản"))
    driver.press(Key(.enter))
    driver.press(.function(9))
    #expect(try house.desk.items(of: id).count == 2)
  }

  @Test("one key compares what was found with the library's own record")
  func compare() throws {
    _ = try house.saved(
      house.desk.saveRecord(CopyCataloguingTests.book("Truyện Kiều", isbn: "9786049939082")))
    try attach([CopyCataloguingTests.book("Truyện Kiều, bản khác", isbn: "9786049939082")])
    let driver = open()
    driver.scan("9786049939082")
    driver.press(Key(.down))
    driver.press(.function(9))
    #expect(driver.text.contains("- 245 10 $a Truyện Kiều"))
    #expect(driver.text.contains("+ 245 10 $a Truyện Kiều, bản khác"))
    driver.press(Key(.escape))
    #expect(driver.text.contains("Enter: lấy và thêm bản"))
  }

  @Test("place and price of the last book are proposed for the next, its own price before them")
  func remembered() throws {
    _ = try house.saved(house.desk.saveTerm(.location, code: "KM", name: "Kho mượn"))
    try attach([
      CopyCataloguingTests.book("Một", isbn: "9786048603052"),
      CopyCataloguingTests.book("Hai", isbn: "9786049939082", price: "45.000"),
      CopyCataloguingTests.book("Ba", isbn: "9786044601236"),
    ])
    let driver = open()
    driver.scan("9786048603052")
    driver.press(Key(.enter))
    driver.press(Key(.enter), Key(.enter), Key(.right), Key(.enter), Key(.enter), Key(.enter))
    driver.type("30000")
    driver.press(.function(9))
    driver.scan("9786049939082")
    driver.press(Key(.enter))
    driver.press(.function(9))
    driver.scan("9786044601236")
    driver.press(Key(.enter))
    driver.press(.function(9))
    #expect(try copies("Một").map(\.price) == [Money(dong: 30_000)])
    #expect(try copies("Hai").map(\.price) == [Money(dong: 45_000)])
    let place = try copies("Một").first?.location
    #expect(place != nil)
    #expect(try copies("Ba").map(\.location) == [place])
  }

  @Test("what nobody has is entered on the sheet, with its ISBN there already")
  func byHand() throws {
    let driver = open()
    driver.scan("9786049939082")
    driver.press(.function(8))
    #expect(driver.lines[0].contains("PHIẾU NHẬP SÁCH"))
    #expect(driver.text.contains("9786049939082"))
    driver.type("Truyện Kiều")
    driver.press(.function(9))
    #expect(driver.top is CopyCataloguingScreen)
    #expect(try copies("Truyện Kiều").count == 1)
  }

  @Test("an article number of Việt Nam is said to be no ISBN")
  func articleNumber() throws {
    let driver = open()
    driver.scan("8934974158158")
    #expect(driver.text.contains("không phải ISBN"))
  }

  @Test("words without tones find records in the packs, and undo takes the record out again")
  func wordsAndUndo() throws {
    try attach([CopyCataloguingTests.book("Đất rừng phương Nam", isbn: "9786048603052")])
    let driver = open()
    driver.type("dat rung")
    driver.press(Key(.enter))
    #expect(driver.text.contains("Đất rừng phương Nam"))
    driver.press(Key(.enter))
    driver.press(Key(.escape))
    #expect(try copies("dat rung").isEmpty)
    driver.press(.control("z"))
    #expect(try CatalogueSearch(house.workplace.file).find("dat rung", in: .title).hits.isEmpty)
  }

  @Test("a catalogue that nobody answers for is named, and the house goes on")
  func deadTarget() throws {
    var dead = RemoteTarget(
      code: "chet", name: "Mục lục chết",
      address: try #require(RemoteAddress("z39.50://nowhere.invalid:210/X")))
    dead.secondsMaximum = 5
    _ = try house.saved(house.desk.saveTarget(dead))
    let driver = open()
    driver.scan("9786049939082")
    #expect(driver.text.contains("Mục lục chết: không có máy nào tên nowhere.invalid"))
    #expect(driver.text.contains("nhập tay"))
  }

  @Test("what nobody has is kept with one key, listed, and asked for again from the list")
  func keptForLater() throws {
    let driver = open()
    driver.scan("9786049939082")
    driver.press(.control("k"))
    #expect(try house.desk.wanted().map(\.question.text) == ["9786049939082"])
    try attach([CopyCataloguingTests.book("Truyện Kiều", isbn: "9786049939082")])
    let list = house.driver(WantedScreen(workplace: house.workplace))
    #expect(list.text.contains("9786049939082"))
    list.press(Key(.enter))
    #expect(list.text.contains("gói nxb"))
    list.press(Key(.enter))
    list.press(.function(9))
    #expect(try house.desk.wanted().isEmpty)
    #expect(try copies("Truyện Kiều").count == 1)
  }

  @Test("the labels of the sitting are written as a plain sheet")
  func labels() throws {
    try attach([CopyCataloguingTests.book("Truyện Kiều", isbn: "9786049939082")])
    let driver = open()
    driver.scan("9786049939082")
    driver.press(Key(.enter))
    driver.press(.function(9))
    driver.press(.control("o"))
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: house.folder).first {
        $0.hasPrefix("nhan-")
      })
    let text = try String(contentsOfFile: house.folder + "/" + name, encoding: .utf8)
    #expect(text.hasPrefix("895.922\n"))
    #expect(text.contains("Truyện Kiều"))
  }

  @Test(
    "every step fits the smallest and the largest screen",
    arguments: [
      Size(rows: 24, columns: 80), Size(rows: 43, columns: 132), Size(rows: 10, columns: 40),
    ])
  func sizes(size: Size) throws {
    try attach([CopyCataloguingTests.book("Truyện Kiều", isbn: "9786049939082")])
    let driver = open(size)
    driver.scan("9786049939082")
    #expect(driver.text.contains("Truyện Kiều"))
  }
}
