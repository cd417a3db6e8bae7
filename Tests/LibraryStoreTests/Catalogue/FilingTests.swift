import LibraryCore
import LibraryStore
import MARC
import Testing

@Suite struct FilingTests {
  private let library: TestLibrary

  init() throws { library = try TestLibrary() }

  @discardableResult
  private func save(
    _ title: String, by author: String? = nil, article: Int = 0, over known: EntityID? = nil
  ) throws -> EntityID {
    var fields: [Field] = []
    if let author { fields.append(Field("100", "1", " ", [Subfield("a", author)])) }
    fields.append(Field("245", "1", Code(Character("\(article)")) ?? "0", [Subfield("a", title)]))
    return try library.desk.saveRecord(Record(leader: .newBook, fields: fields), id: known).id()
  }

  private func walked(
    _ drawer: Drawer = .title, _ walk: DrawerWalk = .fromBeginning, limit: Int = 100
  ) throws -> [String] {
    try library.desk.filed(in: drawer, walk, limit: limit).map(\.hit.title)
  }

  @Test("titles stand syllable by syllable, or as computers sort where the house wants that")
  func orders() throws {
    for title in ["Bà Nà", "Ba Vì", "Ba bể", "Tập 10", "Tập 2", "đa", "Dạ"] { try save(title) }
    let drawer = ["Ba bể", "Ba Vì", "Bà Nà", "Dạ", "đa", "Tập 2", "Tập 10"]
    #expect(try walked() == drawer)
    #expect(try library.desk.setSetting(HouseSetting.filingOrder, "cldr").op().sequence > 0)
    #expect(
      try walked() == ["Ba bể", "Bà Nà", "Ba Vì", "Dạ", "đa", "Tập 2", "Tập 10"])
    try save("Bà Triệu")
    #expect(try walked().prefix(4) == ["Ba bể", "Bà Nà", "Bà Triệu", "Ba Vì"])
    #expect(try library.file.check().findings == [])
    _ = try library.desk.setSetting(HouseSetting.filingOrder, nil)
    #expect(try walked().prefix(4) == ["Ba bể", "Ba Vì", "Bà Nà", "Bà Triệu"])
    #expect(try library.file.check().findings == [])
  }

  @Test("no other order than the two can be set")
  func unknownOrder() throws {
    guard case .refused = try library.desk.setSetting(HouseSetting.filingOrder, "ascii") else {
      Issue.record("an unknown order was taken")
      return
    }
  }

  @Test("articles that do not count are passed over")
  func articles() throws {
    try save("The lotus", article: 4)
    try save("Mai")
    try save("Kim")
    #expect(try walked() == ["Kim", "The lotus", "Mai"])
  }

  @Test("authors stand as they were entered, with their titles under them")
  func authors() throws {
    try save("Tùy bút", by: "Nguyễn, Tuân")
    try save("Chùa Đàn", by: "Nguyễn, Tuân")
    try save("Quốc âm thi tập", by: "Nguyễn Trãi")
    try save("Số đỏ", by: "Vũ Trọng Phụng")
    try save("Ca dao")
    #expect(
      try walked(.author) == ["Quốc âm thi tập", "Chùa Đàn", "Tùy bút", "Số đỏ"])
  }

  @Test("a title that is edited moves, and one that is removed goes and comes back")
  func edits() throws {
    let moved = try save("Xuân")
    try save("Mai")
    _ = try save("An", over: moved)
    #expect(try walked() == ["An", "Mai"])
    _ = try library.desk.removeRecord(moved)
    #expect(try walked() == ["Mai"])
    _ = try library.desk.undo()
    #expect(try walked() == ["An", "Mai"])
    #expect(try library.file.check().findings == [])
  }

  @Test("walking forwards and backwards passes every title once", arguments: [3, 7, 50])
  func walking(page: Int) throws {
    for number in 1...40 { try save(number % 3 == 0 ? "Trùng" : "Sách \(number * 7 % 41)") }
    let whole = try walked()
    #expect(whole.count == 40)
    var forwards = try library.desk.filed(in: .title, .fromBeginning, limit: page)
    while let last = forwards.last {
      let next = try library.desk.filed(in: .title, .behind(last.place), limit: page)
      if next.isEmpty { break }
      forwards += next
    }
    #expect(forwards.map(\.hit.title) == whole)
    #expect(Set(forwards.map(\.hit.id)).count == 40)
    var backwards = try library.desk.filed(in: .title, .backFromEnd, limit: page)
    while let first = backwards.first {
      let next = try library.desk.filed(in: .title, .backFrom(first.place), limit: page)
      if next.isEmpty { break }
      backwards = next + backwards
    }
    #expect(backwards == forwards)
  }

  @Test(
    "a drawer opens where the typed text begins, with marks or without",
    arguments: [
      ("truyen kieu", "Truyện Kiều"), ("truyện k", "Truyện Kiều"), ("t", "Tắt đèn"),
      ("tr", "Truyện cổ"), ("số", "Số đỏ"), ("so", "Số đỏ"), ("q", "Số đỏ"), ("vang", "Vang bóng"),
    ])
  func openings(typed: String, first: String) throws {
    for title in ["Truyện Kiều", "Truyện cổ", "Tắt đèn", "Số đỏ", "An Nam", "Vang bóng"] {
      try save(title, by: "Nguyễn \(title)")
    }
    #expect(try walked(.title, .from(typed)).first == first)
    #expect(try walked(.author, .from("nguyễn " + typed)).first == first)
    #expect(try walked(.title, .from("zz")).isEmpty)
  }

  @Test("an unmarked author opens the drawer at the marked one")
  func unmarkedAuthor() throws {
    for author in ["Nguyễn Du", "Nguyen, John", "Trần Dần", "Nam Cao"] {
      try save("Sách", by: author)
    }
    let found = try library.desk.filed(in: .author, .from("tran d"), limit: 1)
    #expect(found.first?.hit.author == "Trần Dần")
    #expect(
      try library.desk.filed(in: .author, .from("nguyen du"), limit: 1).first?.hit.author
        == "Nguyễn Du")
  }

  @Test("a list in another order than the house's is the same list sorted anew")
  func otherOrder() throws {
    for title in ["Bà Nà", "Ba Vì", "Ba bể"] { try save(title, by: title) }
    for drawer in Drawer.allCases {
      func list(_ order: FilingOrder, _ offset: Int = 0) throws -> [String] {
        try library.desk.listed(in: drawer, order, limit: 2, offset: offset).map(\.title)
      }
      #expect(try list(.catalogue) == ["Ba bể", "Ba Vì"])
      #expect(try list(.catalogue, 2) == ["Bà Nà"])
      #expect(try list(.cldr) == ["Ba bể", "Bà Nà"])
      #expect(try list(.cldr, 2) == ["Ba Vì"])
    }
  }

  @Test("a library of before there were drawers has them when it is opened")
  func olderLibrary() throws {
    try save("The lotus", article: 4)
    try save("Quý ông")
    try save("Kim")
    try library.forgetMigrations(behind: 2)
    let opened = try LibraryFile.open(in: library.folder, random: SeededRandom(seed: 3))
    let desk = Desk(file: opened, staff: EntityID(rawValue: 2), clock: library.clock)
    #expect(
      try desk.filed(in: .title, .fromBeginning, limit: 9).map(\.hit.title)
        == ["Kim", "The lotus", "Quý ông"])
    #expect(try CatalogueSearch(opened).find("quí ông").hits.count == 1)
    #expect(try opened.check().findings == [])
  }
}
