import LibraryCore
import LibraryStore
import MARC
import Terminal
import Testing
import VietnameseText

@testable import Workstation

@Suite("The record as lines, and beside another")
struct EditorFlatTests {
  private let house: TestWorkplace
  private let id: EntityID
  private let original = Record(
    leader: .newBook,
    fields: [
      MARC.Field("100", "0", .blank, [Subfield("a", "Nguyễn Du".nfd)]),
      MARC.Field("245", "1", "0", [Subfield("a", "Truyện Kiều"), Subfield("b", "thơ")]),
    ])

  init() throws {
    house = try TestWorkplace()
    id = try house.saved(house.desk.saveRecord(original))
  }

  private func open(size: Size = Size(rows: 24, columns: 80)) throws -> ScreenDriver {
    let stored = try #require(try house.desk.record(id))
    return house.driver(EditorScreen(workplace: house.workplace, .stored(stored)), size: size)
  }

  @Test("lines are edited as text and come back as fields, the others byte for byte")
  func flat() throws {
    let driver = try open()
    driver.press(.alt("t"))
    #expect(
      driver.lines[1...3] == [
        "=LDR  00000nam\\a2200000\\a\\4500", "=100  0\\$aNguyễn Du".nfd,
        "=245  10$aTruyện Kiều$bthơ",
      ])
    driver.press(Key(.end), Key(.enter))
    driver.type("=653  \\\\$aThơ")
    driver.press(.alt("t"))
    #expect(driver.line(with: "653 ## $a Thơ") != nil)
    driver.press(.function(9), .function(9))
    let saved = try #require(try house.desk.record(id)).record
    #expect(saved.fields.map(\.tag.text) == ["100", "245", "653"])
    #expect(saved.first("100") == original.first("100"))
  }

  @Test("a line that is no field keeps the lines on screen, the cursor where it is wrong")
  func fault() throws {
    let driver = try open()
    driver.press(.alt("t"), Key(.end), Key(.enter))
    driver.type("653 Thơ")
    driver.press(.alt("t"))
    #expect(driver.text.contains("Dòng 4, cột 1: phải bắt đầu bằng ="))
    driver.press(Key(.escape))
    #expect(driver.text.contains("Nhận những dòng vừa sửa?"))
    driver.press(.function(8))
    #expect(driver.top is EditorScreen)
    #expect(!driver.lines[0].contains("chưa lưu"))
  }

  @Test("what is typed as lines is in the draft")
  func draft() throws {
    let driver = try open()
    driver.press(.alt("t"), Key(.end))
    driver.type("$cNguyễn Du")
    let again = try open()
    #expect(again.text.contains("Có bản nháp chưa lưu"))
    #expect(again.text.contains("$c Nguyễn Du"))
  }

  @Test("a record stands beside its earlier version, with what differs marked")
  func compare() throws {
    var edited = original.editable
    edited.fields[1].setText("truyện thơ", of: "b")
    edited.fields.removeFirst()
    edited.fields.append(MARC.Field("653", [Subfield("a", "Thơ")]))
    _ = try house.saved(house.desk.saveRecord(edited.record, id: id))
    let driver = try open(size: Size(rows: 43, columns: 132))
    driver.press(.alt("h"), Key(.down), Key(.enter))
    #expect(driver.lines[0].contains("SO SÁNH bản"))
    let row = try #require(driver.lines.first { $0.contains("245 10 $a Truyện Kiều $b thơ") })
    #expect(row.contains("|") && row.contains("$b truyện thơ"))
    #expect(driver.lines.contains { $0.contains("100 0# $a Nguyễn Du") && $0.contains("<") })
    #expect(driver.lines.contains { $0.contains(">") && $0.hasSuffix("653 ## $a Thơ") })
    driver.press(.function(8), Key(.escape))
    #expect(driver.top is EditorScreen)
  }

  @Test("another record is found by words or number and compared")
  func other() throws {
    let other = try house.addTitle("Chinh phụ ngâm", ["VN000009"])
    let driver = try open()
    driver.press(.alt("h"))
    driver.type("chinh phu")
    #expect(driver.text.contains("Chinh phụ ngâm"))
    driver.press(Key(.enter))
    #expect(driver.lines[0].contains("biểu ghi \(other)"))
    #expect(driver.text.contains("Chinh phụ ngâm") && driver.text.contains("Truyện Kiều"))
    driver.press(Key(.escape), .alt("h"))
    driver.type("\(other)")
    driver.press(Key(.enter))
    #expect(driver.lines[0].contains("biểu ghi \(other)"))
  }
}
