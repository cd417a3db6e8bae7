import LibraryCore
import LibraryStore
import MARC
import Terminal
import Testing
import VietnameseText

@testable import Workstation

@Suite("Editing a record")
struct EditorScreenTests {
  private let house: TestWorkplace
  private let id: EntityID
  /// Decomposed letters, an unknown tag, a repeated subfield, strange indicators and a broken byte.
  private let original: Record

  init() throws {
    house = try TestWorkplace()
    original = Record(
      leader: .newBook,
      fields: [
        MARC.Field(control: "001", "nlv-0001"),
        MARC.Field(
          "100", "0", .blank, [Subfield("a", "Nguyễn Du".nfd), Subfield("e", "tác giả".nfd)]),
        MARC.Field("245", "1", "0", [Subfield("a", "Truyện Kiều".nfd), Subfield("b", "thơ".nfd)]),
        MARC.Field("260", [Subfield("a", "Hà Nội".nfd), Subfield("c", "2015")]),
        MARC.Field("9X9", "A", "~", [Subfield("Z", "giữ nguyên".nfd), Subfield("Z", "")]),
      ])
    id = try house.saved(house.desk.saveRecord(original))
    try house.addPatron("TV000001", "Nguyễn Văn An")
  }

  private func open() throws -> ScreenDriver {
    let stored = try #require(try house.desk.record(id))
    return house.driver(EditorScreen(workplace: house.workplace, .stored(stored)))
  }

  private func saved() throws -> Record { try #require(try house.desk.record(id)).record }

  private func select(_ row: Int, _ driver: ScreenDriver) {
    for _ in 0..<row { driver.press(Key(.down)) }
  }

  @Test("every field stands on a line with its indicators and subfields")
  func lines() throws {
    let driver = try open()
    #expect(driver.lines[0].hasPrefix(" BIÊN MỤC \(id)"))
    #expect(driver.lines[2].contains("LDR"))
    #expect(driver.line(with: "245  10  $a Truyện Kiều $b thơ") != nil)
    #expect(driver.line(with: "9X9  A~  $Z giữ nguyên $Z") != nil)
  }

  @Test("one subfield of a decomposed record is edited and all other bytes stay")
  func bytes() throws {
    let driver = try open()
    select(4, driver)
    driver.press(Key(.enter))
    #expect(driver.lines[0].hasPrefix(" TRƯỜNG 260 – Xuất bản"))
    driver.press(Key(.tab), Key(.backspace))
    driver.type("6")
    driver.press(.function(9), .function(9))
    #expect(driver.text.contains("Lưu những thay đổi này?"))
    #expect(driver.line(with: "+ 260 ## $a Hà Nội $c 2016") != nil)
    driver.press(.function(9))
    var expected = original.editable
    expected.fields[3].setText("2016", of: "c")
    #expect(try saved().storageBytes == expected.record.storageBytes)
    #expect(expected.fields[3].first("a") == original.first("260")?.first("a"))
  }

  @Test("opening fields and taking them over untouched changes no byte")
  func untouched() throws {
    let driver = try open()
    for _ in 0...5 {
      driver.press(Key(.enter), .function(9), Key(.down))
    }
    #expect(!driver.lines[0].contains("chưa lưu"))
    driver.press(.function(9))
    #expect(driver.text.contains("Không có gì thay đổi"))
    #expect(try saved().storageBytes == original.storageBytes)
  }

  @Test("with changes unsaved, Esc asks, and neither Enter nor a scan answers")
  func leaving() throws {
    let driver = try open()
    select(5, driver)
    driver.press(.control("k"))
    #expect(driver.lines[0].contains("chưa lưu"))
    driver.send([.key(Key(.escape)), .scan(Scan(code: "TV000001"))])
    #expect(driver.text.contains("Bỏ thay đổi"))
    driver.press(Key(.enter), Key(.tab))
    driver.scan("TV000001")
    #expect(driver.text.contains("Bỏ thay đổi"))
    driver.press(Key(.escape))
    #expect(driver.lines[0].contains("chưa lưu"))
    driver.press(Key(.escape), .function(8))
    #expect(try saved().storageBytes == original.storageBytes)
    #expect(driver.lines[0].hasPrefix(" QUẦY MƯỢN"))
    #expect(driver.text.contains("Nguyễn Văn An"))
    #expect(driver.heldEvents.isEmpty)
  }

  @Test("F-keys to other screens do not throw changes away")
  func otherScreens() throws {
    let driver = try open()
    select(5, driver)
    driver.press(.control("k"), .function(2))
    #expect(driver.text.contains("Chưa lưu: hãy lưu hoặc bỏ"))
    driver.press(.function(5))
    #expect(driver.text.contains("Chưa lưu: hãy lưu hoặc bỏ"))
    driver.press(.function(10))
    #expect(!driver.hasQuit)
    driver.press(Key(.escape))
    #expect(driver.top is EditorScreen)
    let field = try open()
    field.press(.function(8))
    select(3, field)
    field.press(Key(.enter), .function(2))
    #expect(field.top is FieldScreen)
  }

  @Test("undo and redo go step by step")
  func undo() throws {
    let driver = try open()
    select(5, driver)
    driver.press(.control("k"), .alt("c"))
    let screen = try #require(driver.top as? EditorScreen)
    #expect(screen.editing.current.fields.map(\.tag.text) == ["001", "100", "245", "260", "260"])
    driver.press(.control("z"), .control("z"))
    #expect(screen.editing.record.storageBytes == original.storageBytes)
    driver.press(.control("y"))
    #expect(screen.editing.current.fields.count == 4)
  }

  @Test("a field is added by name and stands where a cataloguer looks for it")
  func add() throws {
    let driver = try open()
    driver.press(.function(8))
    driver.type("tu khoa")
    #expect(driver.lines[4].hasPrefix("653"))
    driver.press(Key(.enter))
    driver.type("Thơ")
    driver.press(.function(9))
    let screen = try #require(driver.top as? EditorScreen)
    #expect(
      screen.editing.current.fields.map(\.tag.text) == ["001", "100", "245", "260", "653", "9X9"])
    #expect(driver.line(with: "653  ##  $a Thơ") != nil)
  }

  @Test("a tag nobody knows is taken as typed")
  func unknownTag() throws {
    let driver = try open()
    driver.press(.control("n"))
    driver.type("913")
    driver.press(Key(.enter))
    #expect(driver.lines[0].hasPrefix(" TRƯỜNG 913"))
  }

  @Test("subfields are added, split, joined, moved and deleted")
  func subfields() throws {
    let driver = try open()
    select(3, driver)
    driver.press(Key(.enter), .control("n"))
    driver.type("cNguyễn Du")
    driver.press(.alt("d"), .alt("u"), Key(.home))
    for _ in 0..<6 { driver.press(Key(.right)) }
    driver.press(.alt("s"))
    driver.type("d")
    let screen = try #require(driver.top as? FieldScreen)
    #expect(screen.form.rows.map(\.code.text) == ["a", "c", "d", "b"])
    #expect(screen.form.rows.map(\.text.text) == ["Truyện Kiều", "Nguyễn", "Du", "thơ"])
    driver.press(.alt("u"), .alt("d"), Key(.up), .alt("j"))
    #expect(screen.form.rows.map(\.text.text) == ["Truyện Kiều", "Nguyễn Du", "thơ"])
    driver.press(Key(.down), .control("k"), .function(9))
    #expect(driver.line(with: "245  10  $a Truyện Kiều $c Nguyễn Du") != nil)
  }

  @Test("a record without a title is not saved, and says so at once")
  func noTitle() throws {
    let driver = try open()
    select(3, driver)
    driver.press(.control("k"))
    #expect(driver.text.contains("! thiếu nhan đề (trường 245)"))
    driver.press(.function(9))
    #expect(driver.text.contains("Chưa lưu được: thiếu nhan đề"))
    #expect(try saved().storageBytes == original.storageBytes)
  }

  @Test("the leader keeps its 24 characters")
  func leader() throws {
    let driver = try open()
    driver.press(Key(.enter), Key(.backspace), .function(9))
    #expect(driver.text.contains("Đầu biểu phải đúng 24 ký tự không dấu, nay có 23"))
    driver.type("0")
    driver.press(.function(9))
    #expect(driver.top is EditorScreen)
  }

  @Test("somebody else's save in between is said before it is replaced")
  func overtaken() throws {
    let driver = try open()
    select(5, driver)
    driver.press(.control("k"))
    var other = original.editable
    other.replaceFirst(with: MARC.Field("260", [Subfield("c", "1999")]))
    _ = try house.saved(house.desk.saveRecord(other.record, id: id))
    driver.press(.function(9))
    #expect(driver.text.contains("đã được người khác lưu"))
  }

  @Test("a draft outlives the program and is offered when the record is opened again")
  func draft() throws {
    let driver = try open()
    select(4, driver)
    driver.press(Key(.enter), Key(.tab))
    driver.type(" (bản 2)")
    // The program is killed here, in the middle of a field.
    let again = try open()
    #expect(again.text.contains("Có bản nháp chưa lưu"))
    #expect(again.line(with: "+ 260 ## $a Hà Nội $c 2015 (bản 2)") != nil)
    again.press(Key(.enter))
    #expect(again.text.contains("Có bản nháp chưa lưu"))
    again.press(.function(9))
    #expect(again.lines[0].contains("chưa lưu"))
    again.press(.function(9), .function(9))
    #expect(try saved().first("260")?.text("c") == "2015 (bản 2)")
    #expect(try open().top is EditorScreen)
  }

  @Test("leaving may keep the draft or give it up")
  func keepDraft() throws {
    let driver = try open()
    select(5, driver)
    driver.press(.control("k"), Key(.escape), .function(6))
    #expect(driver.lines[0].hasPrefix(" QUẦY MƯỢN"))
    let again = try open()
    again.press(.function(8))
    #expect(!again.lines[0].contains("chưa lưu"))
    #expect(try open().top is EditorScreen)
  }

  @Test(
    "an English screen of another size",
    arguments: [Size(rows: 10, columns: 40), Size(rows: 43, columns: 132)])
  func english(_ size: Size) throws {
    house.workplace.speak(.english)
    let stored = try #require(try house.desk.record(id))
    let driver = house.driver(EditorScreen(workplace: house.workplace, .stored(stored)), size: size)
    #expect(driver.lines[0].hasPrefix(" EDIT RECORD"))
    driver.press(Key(.down), Key(.down), Key(.enter))
    #expect(driver.lines[0].hasPrefix(" FIELD 100 – Author"))
  }
}
