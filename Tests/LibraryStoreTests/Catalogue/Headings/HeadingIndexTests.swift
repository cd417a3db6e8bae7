import GRDB
import LibraryCore
import MARC
import Testing

@testable import LibraryStore

@Suite struct HeadingIndexTests {
  private let library: TestLibrary

  init() throws { library = try TestLibrary() }

  @discardableResult
  private func save(
    _ title: String, by author: String? = nil, subjects: [String] = [], more: [Field] = [],
    over known: EntityID? = nil
  ) throws -> EntityID {
    try library.desk.saveRecord(
      Books.book(title, by: author, subjects: subjects, more: more), id: known
    ).id()
  }

  private func suggested(
    _ tag: MARC.Tag, _ code: Code, _ typed: String, limit: Int = 12
  ) throws -> [String] {
    try library.desk.headingSuggestions(tag: tag, code: code, typed: typed, limit: limit)
      .map { "\($0.text) \($0.uses)" }
  }

  @Test("a heading is suggested without its marks and counted once for each record")
  func counted() throws {
    try save("Mắt biếc", by: "Nguyễn Nhật Ánh", subjects: ["Tiểu thuyết", "Tiểu thuyết"])
    try save("Cho tôi xin một vé đi tuổi thơ", by: "Nguyễn Nhật Ánh")
    try save("Tắt đèn", by: "Ngô Tất Tố")
    #expect(try suggested("700", "a", "nguyen nh") == ["Nguyễn Nhật Ánh 2"])
    #expect(try suggested("100", "a", "ng") == ["Nguyễn Nhật Ánh 2", "Ngô Tất Tố 1"])
    #expect(try suggested("653", "a", "tieu") == ["Tiểu thuyết 1"])
    #expect(try suggested("260", "a", "ha") == ["Hà Nội 3"])
    #expect(try suggested("264", "b", "kim d") == ["Kim Đồng 3"])
    #expect(try suggested("245", "a", "mat") == [])
    #expect(try suggested("100", "a", " ") == [])
  }

  @Test("the marks that were typed come first, then what is used most")
  func ranked() throws {
    for number in 1...9 { try save("Sách \(number)", by: "Dương Thu Hương") }
    for number in 1...3 { try save("Truyện \(number)", by: "Đường Minh") }
    try save("Thơ", by: "Đường Hồng")
    #expect(
      try suggested("100", "a", "duong") == [
        "Dương Thu Hương 9", "Đường Minh 3", "Đường Hồng 1",
      ])
    #expect(try suggested("100", "a", "đường", limit: 2) == ["Đường Minh 3", "Đường Hồng 1"])
    #expect(try suggested("100", "a", "duong ") == suggested("100", "a", "duong"))
    #expect(try suggested("100", "a", "duo ") == [])
  }

  @Test("the most used of very many that begin so is found, and so is the marked one among them")
  func many() throws {
    for number in 1...150 { try save("Sách \(number)", by: "Trân \(number)") }
    for number in 1...5 { try save("Thơ \(number)", by: "Trân Zương") }
    try save("Thơ", by: "Trần Đăng Khoa")
    #expect(try suggested("100", "a", "tran", limit: 1) == ["Trân Zương 5"])
    #expect(try suggested("100", "a", "trần", limit: 1) == ["Trần Đăng Khoa 1"])
  }

  @Test("an edit, a removal and their undoing move the counts")
  func edits() throws {
    let first = try save("Một", by: "Tố Hữu", subjects: ["Thơ"])
    try save("Hai", by: "Tố Hữu")
    try save("Một", by: "Xuân Diệu", subjects: ["Thơ"], over: first)
    #expect(try suggested("100", "a", "to") == ["Tố Hữu 1"])
    #expect(try suggested("100", "a", "xu") == ["Xuân Diệu 1"])
    _ = try library.desk.removeRecord(first)
    #expect(try suggested("100", "a", "xu") == [])
    #expect(try suggested("653", "a", "tho") == [])
    _ = try library.desk.undo()
    #expect(try suggested("653", "a", "tho") == ["Thơ 1"])
    #expect(try library.file.check().findings == [])
  }

  @Test("the check finds a wrong count and a wrong word, and the repair mends them")
  func checked() throws {
    for number in 1...6 { try save("Thơ \(number)", by: "Tố Hữu") }
    let record = try save("Thơ", by: "Xuân Diệu")
    try library.file.pool.write { db in
      try db.execute(sql: "UPDATE heading SET uses = 7 WHERE text = 'Tố Hữu'")
      try db.execute(sql: "DELETE FROM heading WHERE text = 'Xuân Diệu'")
      try db.execute(
        sql: "INSERT INTO record_heading (rowid, words) VALUES (?, 'lạc')",
        arguments: [record.rawValue])
    }
    #expect(try library.file.check().findingCount == 3)
    try library.file.repairIndex()
    #expect(try library.file.check().findings == [])
    #expect(try suggested("100", "a", "to h") == ["Tố Hữu 6"])
  }

  @Test(
    "a library of before there were heading lists has them when it is opened, and says how far it is"
  )
  func olderLibrary() throws {
    for number in 1...5 { try save("Thơ \(number)", by: "Tố Hữu") }
    try library.forgetMigrations(behind: 7)
    var shares: [Double] = []
    let opened = try LibraryFile.open(in: library.folder, random: SeededRandom(seed: 3)) {
      shares.append($0)
    }
    #expect(shares.last == 1 && shares == shares.sorted())
    let desk = Desk(file: opened, staff: EntityID(rawValue: 2), clock: library.clock)
    let found = try desk.headingSuggestions(tag: "100", code: "a", typed: "to")
    #expect(found.map(\.uses) == [5])
    #expect(try opened.check().findings == [])
  }

  @Test("a change of the house's order files the headings anew")
  func orders() throws {
    try save("Một", by: "Bà Nà")
    try save("Hai", by: "Ba Vì")
    _ = try library.desk.setSetting(HouseSetting.filingOrder, "cldr").op()
    #expect(try library.file.check().findings == [])
    #expect(try suggested("100", "a", "bà") == ["Bà Nà 1", "Ba Vì 1"])
  }

  @Test("a chosen heading brings the subfields it has in the catalogue")
  func subfields() throws {
    let author = Field(
      "700", "1", " ",
      [Subfield("a", "Nguyễn, Trãi,"), Subfield("d", "1380-1442,"), Subfield("e", "tác giả.")])
    try save("Quốc âm thi tập", more: [author])
    #expect(try suggested("100", "a", "nguyen trai") == ["Nguyễn, Trãi, 1380-1442 1"])
    #expect(try suggested("700", "e", "tac") == ["tác giả 1"])
    let subfields = try library.desk.headingSubfields(.person, "Nguyễn, Trãi, 1380-1442")
    #expect(subfields?.map(\.text) == ["Nguyễn, Trãi,", "1380-1442"])
    #expect(try library.desk.headingSubfields(.person, "Nguyễn, Du") == nil)
  }
}
