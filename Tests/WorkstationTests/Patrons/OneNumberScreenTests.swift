import Foundation
import LibraryCore
import LibraryStore
import MARC
import Terminal
import Testing

@testable import Workstation

@Suite("A number on a card and on a copy, on screen")
struct OneNumberScreenTests {
  private let house: TestWorkplace
  private let patron: Patron
  private let record: EntityID

  init() throws {
    house = try TestWorkplace()
    try house.addPatron("TV000001", "Nguyễn Văn An")
    record = try house.addTitle("Truyện Kiều", ["VN000001", "VN000002"])
    patron = try #require(try house.desk.patron("TV000001")).patron
  }

  private func isCard(_ code: String) throws -> Bool {
    if case .patron? = try? house.desk.look(code, preferring: .card) { true } else { false }
  }

  @Test("a further card that is a barcode is asked about; Enter is no yes, F9 is")
  func card() throws {
    let driver = house.driver(CardForm.adding(house.workplace, patron))
    driver.type("VN000001")
    driver.run(.formSave)
    #expect(driver.line(with: "Số VN000001 là mã vạch của «Truyện Kiều»") != nil)
    driver.scan("VN000002")
    #expect(try house.desk.patronDetails(patron.id)?.cards.isEmpty == true)
    driver.press(Key(.escape))
    driver.run(.formSave)
    driver.press(.function(9))
    #expect(try house.desk.patronDetails(patron.id)?.cards.map(\.number.text) == ["VN000001"])
  }

  @Test("a reader's own card and a copy's own barcode are asked about in their forms")
  func forms() throws {
    let reader = house.driver(PatronFormScreen(workplace: house.workplace, .edit(patron)))
    reader.run(.formNext)
    reader.press(.control("u"))
    reader.type("VN000002")
    reader.run(.formSave)
    #expect(reader.line(with: "mã vạch của «Truyện Kiều»") != nil)
    reader.press(Key(.escape))
    #expect(try house.desk.patron("TV000001") != nil)
    reader.run(.formSave)
    reader.press(.function(9))
    #expect(try isCard("VN000002"))
    guard case .item(let copy) = try house.desk.look("VN000001", preferring: .label) else {
      Issue.record("no copy")
      return
    }
    _ = try house.desk.sharingNumbers().editPatron("VN000002", [.card: "TV000001"])
    let form = house.driver(CopyScreen(workplace: house.workplace, editing: copy))
    form.press(.control("u"))
    form.type("TV000001")
    form.run(.formSave)
    #expect(form.line(with: "Mã TV000001 là số thẻ của Nguyễn Văn An") != nil)
    form.press(.function(9))
    guard case .item = try house.desk.look("TV000001", preferring: .label) else {
      Issue.record("the copy has its old number")
      return
    }
  }

  @Test("a fast add of a reader's card is asked about, and goes on with a yes")
  func fastAdd() throws {
    let driver = house.driver(FastAddForm.screen(house.workplace, barcode: "TV000001"))
    driver.run(.formNext)
    driver.type("Sách mới")
    driver.run(.formSave)
    #expect(driver.line(with: "Mã TV000001 là số thẻ của Nguyễn Văn An") != nil)
    driver.press(.function(9))
    guard case .item(let copy) = try house.desk.look("TV000001", preferring: .label) else {
      Issue.record("not added")
      return
    }
    #expect(copy.title == "Sách mới")
  }

  @Test("a run of copies stops at a card's number, and goes on from there with a yes")
  func run() throws {
    let screen = AddCopiesScreen(
      workplace: house.workplace, record: record, title: "Truyện Kiều", pattern: nil,
      description: Record(leader: .newBook, fields: []))
    let driver = house.driver(screen)
    driver.press(.control("u"))
    driver.type("TV000000")
    driver.run(.formNext)
    driver.press(.control("u"))
    driver.type("3")
    driver.run(.formSave)
    #expect(driver.line(with: "Mã TV000001 là số thẻ") != nil)
    driver.press(.function(9))
    #expect(try house.desk.items(of: record).count == 5)
  }

  @Test("the preview of a table leaves such rows out, and one choice takes them")
  func table() throws {
    let path = house.folder + "/ban.csv"
    try Data("Số thẻ,Họ và tên\nVN000001,Trần An\nTV7,Lý Bình\n".utf8)
      .write(to: URL(fileURLWithPath: path))
    let driver = house.driver(
      ImportPreviewScreen(workplace: house.workplace, path: path, resuming: nil))
    driver.runJobs()
    #expect(driver.line(with: "Số thẻ trùng mã vạch") != nil)
    #expect(driver.line(with: "Số VN000001 là mã vạch") != nil)
  }

  @Test(
    "a file whose copies are readers' cards counts and names them, and takes them when asked to")
  func importedCopies() throws {
    let path = house.folder + "/ban.csv"
    try Data("Biểu ghi,ĐKCB\n\(record),TV000001\n\(record),VN000009\n".utf8)
      .write(to: URL(fileURLWithPath: path))
    let driver = house.driver(
      ImportPreviewScreen(workplace: house.workplace, path: path, resuming: nil))
    #expect(driver.text.contains("1 bản có mã vạch trùng số thẻ bạn đọc"))
    #expect(driver.text.contains("dòng 2: mã vạch TV000001 cũng là số thẻ"))
    #expect(driver.line(with: "Mã vạch trùng số thẻ")?.contains("bỏ những bản ấy") == true)
    driver.press(Key(.tab), Key(.tab), Key(.tab), Key(.right))
    #expect(!driver.text.contains("mã vạch trùng số thẻ bạn đọc"))
    driver.run(.importRun)
    guard case .item = try house.desk.look("TV000001", preferring: .label) else {
      Issue.record("the copy was left out")
      return
    }
  }
}
