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

  /// Goes down from the title, where the cursor begins: 260 is the next line, 9X9 the one behind it.
  private func down(_ lines: Int, _ driver: ScreenDriver) {
    for _ in 0..<lines { driver.press(Key(.down)) }
  }

  private func screen(_ driver: ScreenDriver) throws -> EditorScreen {
    try #require(driver.top as? EditorScreen)
  }

  @Test("every field stands on a line with its indicators and subfields, the cursor on the title")
  func lines() throws {
    let driver = try open()
    #expect(driver.lines[0].hasPrefix(" BIÊN MỤC \(id)"))
    #expect(driver.lines[1].contains("LDR"))
    #expect(driver.line(with: "245 10 $a Truyện Kiều $b thơ") != nil)
    #expect(driver.line(with: "9X9 A~ $Z giữ nguyên $Z") != nil)
    #expect(driver.surface.cursor == Point(row: 4, column: 11))
    #expect(driver.text.contains("245 Nhan đề"))
  }

  @Test("a letter typed into a decomposed record changes that letter and no other byte")
  func bytes() throws {
    let driver = try open()
    down(1, driver)
    driver.press(Key(.tab), Key(.backspace))
    driver.type("6")
    #expect(driver.line(with: "260 ## $a Hà Nội $c 2016") != nil)
    driver.press(.function(9))
    #expect(driver.text.contains("Lưu những thay đổi này?"))
    #expect(driver.line(with: "+ 260 ## $a Hà Nội $c 2016") != nil)
    driver.press(.function(9))
    var expected = original.editable
    expected.fields[3].setText("2016", of: "c")
    #expect(try saved().storageBytes == expected.record.storageBytes)
    #expect(expected.fields[3].first("a") == original.first("260")?.first("a"))
  }

  @Test("going through the whole record changes no byte")
  func untouched() throws {
    let driver = try open()
    for key in [Key.Code.tab, .right, .down, .left, .home, .end, .pageUp, .pageDown] {
      for _ in 0..<40 { driver.press(Key(key)) }
    }
    #expect(!driver.lines[0].contains("chưa lưu"))
    driver.press(.function(9))
    #expect(driver.text.contains("Không có gì thay đổi"))
    #expect(try saved().storageBytes == original.storageBytes)
  }

  @Test("a new line is typed from tag to text, and the sign opens subfields")
  func newLine() throws {
    let driver = try open()
    driver.press(Key(.enter))
    driver.type("25010$aIn lần 2$b")
    #expect(driver.line(with: "250 10 $a In lần 2 $b") != nil)
    driver.press(Key(.backspace))
    #expect(
      try screen(driver).session.fields[3]
        == MARC.Field("250", "1", "0", [Subfield("a", "In lần 2")]))
    driver.type(" US$$5")
    #expect(driver.line(with: "250 10 $a In lần 2 US$5") != nil)
  }

  @Test("up and down go by rows on screen and keep their column")
  func rows() throws {
    let long = String(repeating: "chữ ", count: 60)
    let fields = [
      MARC.Field("245", [Subfield("a", "Nhan đề dài một chút")]),
      MARC.Field("520", [Subfield("a", long)]), MARC.Field("653", [Subfield("a", "Thơ")]),
    ]
    let driver = house.driver(
      EditorScreen(workplace: house.workplace, .new(Record(leader: .newBook, fields: fields))))
    for _ in 0..<12 { driver.press(Key(.right)) }
    let column = driver.surface.cursor?.column
    let row = try #require(driver.surface.cursor?.row)
    down(3, driver)
    #expect(driver.surface.cursor == Point(row: row + 3, column: try #require(column)))
    #expect(try screen(driver).session.place.line == 2)
    down(2, driver)
    #expect(try screen(driver).session.place.line == 3)
  }

  @Test("with changes unsaved, Esc asks, and neither Enter nor a scan answers")
  func leaving() throws {
    let driver = try open()
    down(2, driver)
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
    driver.press(.control("k"), .function(2))
    #expect(driver.text.contains("Chưa lưu: hãy lưu hoặc bỏ"))
    driver.press(.function(5))
    #expect(driver.text.contains("Chưa lưu: hãy lưu hoặc bỏ"))
    driver.press(.function(10))
    #expect(!driver.hasQuit)
    driver.press(Key(.escape))
    #expect(driver.top is EditorScreen)
  }

  @Test("undo and redo go step by step")
  func undo() throws {
    let driver = try open()
    down(2, driver)
    driver.press(.control("k"), .alt("r"))
    #expect(
      try screen(driver).session.fields.map(\.tag.text) == ["001", "100", "245", "260", "260"])
    driver.press(.control("z"), .control("z"))
    #expect(try screen(driver).session.record.storageBytes == original.storageBytes)
    #expect(!driver.lines[0].contains("chưa lưu"))
    driver.press(.control("y"))
    #expect(try screen(driver).session.fields.count == 4)
  }

  @Test("fields that are cut are pasted, several at once and into another record")
  func clipboard() throws {
    let driver = try open()
    driver.press(.control("b"), Key(.down))
    #expect(driver.lines[4].hasPrefix("*245") && driver.lines[5].hasPrefix("*260"))
    driver.press(.control("k"))
    #expect(driver.text.contains("Đã cắt 2 trường"))
    let other = house.driver(
      EditorScreen(
        workplace: house.workplace,
        .new(Record(leader: .newBook, fields: [MARC.Field("020", [Subfield("a", "")])]))))
    other.press(Key(.down), .alt("v"))
    #expect(try screen(other).session.fields.map(\.tag.text) == ["020", "245", "260"])
    #expect(try screen(other).session.fields[1] == original.first("245"))
  }

  @Test("a field is added by name and stands where a cataloguer looks for it")
  func add() throws {
    let driver = try open()
    driver.press(.function(8))
    driver.type("tu khoa")
    #expect(driver.lines[4].hasPrefix("653"))
    driver.press(Key(.enter))
    driver.type("Thơ")
    #expect(
      try screen(driver).session.fields.map(\.tag.text)
        == ["001", "100", "245", "260", "653", "9X9"])
    #expect(driver.line(with: "653 ## $a Thơ") != nil)
  }

  @Test("a tag nobody knows is taken as typed")
  func unknownTag() throws {
    let driver = try open()
    driver.press(.control("n"))
    driver.type("913")
    driver.press(Key(.enter))
    driver.type("x")
    #expect(driver.line(with: "913 ## $a x") != nil)
  }

  @Test("subfields are opened, cut, moved, joined and deleted")
  func subfields() throws {
    let driver = try open()
    driver.press(Key(.end))
    driver.type("$cNguyễn Du")
    driver.press(.alt("p"), .alt("n"))
    #expect(driver.line(with: "$a Truyện Kiều $b thơ $c Nguyễn Du") != nil)
    driver.press(Key(.left), Key(.left), Key(.left))
    driver.type("$d")
    #expect(driver.line(with: "$c Nguyễn $d Du") != nil)
    driver.press(Key(.tab, .shift), .alt("i"))
    #expect(driver.line(with: "$b thơ $c Nguyễn Du") != nil)
    driver.press(Key(.tab, .shift), .alt("k"))
    #expect(driver.line(with: "245 10 $a Truyện Kiều $c Nguyễn Du") != nil)
  }

  @Test("a record without a title is not saved, and says so at once")
  func noTitle() throws {
    let driver = try open()
    driver.press(.control("k"))
    #expect(driver.text.contains("! thiếu nhan đề (trường 245)"))
    driver.press(.function(9))
    #expect(driver.text.contains("Chưa lưu được: thiếu nhan đề"))
    #expect(try saved().storageBytes == original.storageBytes)
  }

  @Test("what was begun and not finished is not saved, and the cursor goes there")
  func unfinished() throws {
    let driver = try open()
    driver.press(Key(.enter))
    driver.type("25")
    driver.press(Key(.up), .function(9))
    #expect(driver.text.contains("Dòng này chưa đủ ba chữ số"))
    driver.type("0")
    driver.press(Key(.tab), Key(.tab))
    driver.type("x$")
    driver.press(.function(9))
    #expect(driver.text.contains("Trường con này chưa có mã"))
  }

  @Test("the leader is typed over and keeps its 24 characters")
  func leader() throws {
    let driver = try open()
    driver.press(.alt(","))
    for _ in 0..<5 { driver.press(Key(.right)) }
    driver.type("cêa")
    let leader = try screen(driver).session.current.leader
    #expect(leader.text == "00000cam a2200000 a 4500")
    #expect(driver.text.contains("Đầu biểu 07"))
  }

  @Test("one key goes from fault to fault")
  func nextProblem() throws {
    let driver = try open()
    driver.press(.alt("e"))
    #expect(try screen(driver).session.place.line == 5)
    #expect(driver.text.contains("? "))
  }

  @Test("one key mends what is certain, and that can be taken back")
  func mend() throws {
    let driver = try open()
    #expect(driver.text.contains("Alt+M để sửa"))
    driver.press(.alt("m"))
    #expect(driver.text.contains("Đã sửa: "))
    #expect(driver.lines[0].contains("chưa lưu"))
    driver.press(.control("z"))
    #expect(!driver.lines[0].contains("chưa lưu"))
  }

  @Test("a scan is typed where labels are written, and nothing of it anywhere else")
  func scans() throws {
    let driver = try open()
    driver.press(Key(.enter))
    driver.type("020  $a")
    driver.scan("9786041234567")
    #expect(driver.line(with: "020 ## $a 9786041234567") != nil)
    driver.press(Key(.down))
    driver.send([.text("TV0"), .scan(Scan(code: "TV000001", alreadyTyped: 3))])
    #expect(driver.top is EditorScreen)
    #expect(driver.heldEvents.count == 1)
    #expect(driver.line(with: "260 ## $a Hà Nội $c 2015") != nil)
  }

  @Test("somebody else's save in between is said before it is replaced")
  func overtaken() throws {
    let driver = try open()
    down(2, driver)
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
    down(1, driver)
    driver.press(Key(.end))
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
    down(2, driver)
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
    driver.press(Key(.up))
    #expect(driver.text.contains("100 Author"))
  }
}
