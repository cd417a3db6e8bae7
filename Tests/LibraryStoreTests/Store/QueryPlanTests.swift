import GRDB
import LibraryCore
import MARC
import Testing

@testable import LibraryStore

/// How SQLite goes about what is looked up while somebody waits: never by reading a table from end to end.
@Suite struct QueryPlanTests {
  private let library: TestLibrary

  init() throws {
    library = try TestLibrary()
    for (number, title) in ["Truyện Kiều", "Số đỏ", "Đường về"].enumerated() {
      let book = Books.book(
        title, by: "Nguyễn Du", control: "\(number)", isbn: "9786042109444", classMark: "895.9221")
      let id = try library.desk.saveRecord(book).id()
      _ = try library.desk.addItem(
        ItemDraft(record: id, barcode: "VV.\(number)", callNumber: "895", location: "VV")
      ).id()
    }
    try library.addPatron("TV1", name: "Trần Thị Ánh")
    _ = try library.desk.checkOut("VV.1", to: "TV1")
  }

  @Test(
    "a search reads by its indexes alone",
    arguments: [
      "k", "truyen", "truyện ", "truyen k", "đ", "\"số đỏ\"", "so* do", "9786042109444", "VV.1",
      "895.92",
    ], SearchField.allCases)
  func search(text: String, field: SearchField) throws {
    // Where no digit is typed, no number is looked for.
    if field == .isbn, !text.contains(where: \.isNumber) { return }
    let search = CatalogueSearch(library.file)
    for order in HitOrder.allCases {
      try expectNoScan { _ = try search.find(text, in: field, sortedBy: order) }
    }
  }

  @Test("drawers and lists are walked by their keys", arguments: Drawer.allCases)
  func drawers(drawer: Drawer) throws {
    let desk = library.desk
    let first = try #require(try desk.filed(in: drawer, .fromBeginning, limit: 1).first)
    let walks: [DrawerWalk] = [
      .fromBeginning, .backFromEnd, .behind(first.place), .backFrom(first.place), .from("so d"),
    ]
    for walk in walks { try expectNoScan { _ = try desk.filed(in: drawer, walk, limit: 20) } }
    for order in ItemOrder.allCases {
      // As they were entered is the order of the table itself, which is walked up to the limit.
      if order != .entered { try expectNoScan { _ = try desk.items(sortedBy: order, limit: 20) } }
      try expectNoScan { _ = try desk.items(location: "VV", sortedBy: order, limit: 20) }
    }
  }

  @Test("headings are suggested by their indexes", arguments: ["n", "nguyễn d", "ky", "h "])
  func suggestions(typed: String) throws {
    for number in 4...12 {
      _ = try library.desk.saveRecord(Books.book("Thơ \(number)", by: "Nguyễn Du"))
    }
    for (tag, code): (MARC.Tag, Code) in [("100", "a"), ("653", "a"), ("260", "a")] {
      try expectNoScan {
        _ = try library.desk.headingSuggestions(tag: tag, code: code, typed: typed)
      }
    }
  }

  @Test("a day's history is read by the day")
  func days() throws {
    try expectNoScan { _ = try library.desk.history(ofDay: library.desk.today) }
  }

  @Test("patrons are looked up and listed by their indexes")
  func patrons() throws {
    let desk = library.desk
    let patron = try #require(try desk.patron("TV1")).patron.id
    let filters = [
      PatronFilter(sex: .female), PatronFilter(occupation: "FARMER"),
      PatronFilter(sex: .male, occupation: "FARMER"),
    ]
    for filter in filters {
      try expectNoScan { _ = try desk.patrons(sortedBy: .givenName, among: filter) }
      try expectNoScan { _ = try desk.findPatrons("anh", among: filter) }
      for walk: PatronWalk in [.fromBeginning, .backFromEnd, .behind(patron), .backFrom(patron)] {
        try expectNoScan {
          _ = try desk.patrons(sortedBy: .givenName, among: filter, walk, limit: 20)
        }
      }
    }
    try expectNoScan {
      _ = try desk.renewMemberships(of: .category("ADULT"), dryRun: true)
    }
    try expectNoScan { _ = try desk.history(ofPatron: patron) }
    try expectNoScan { _ = try desk.history(of: patron) }
    for text in ["anh", "ánh", "tran anh", "1987", "tv1", "0912345678"] {
      try expectNoScan { _ = try desk.findPatrons(text) }
    }
    for order in PatronOrder.allCases {
      for walk: PatronWalk in [.fromBeginning, .backFromEnd, .behind(patron), .backFrom(patron)] {
        try expectNoScan { _ = try desk.patrons(sortedBy: order, walk, limit: 20) }
      }
    }
  }

  @Test("duplicates are looked up by their keys")
  func duplicates() throws {
    let book = Books.book("Số đỏ", by: "Nguyễn Du", isbn: "9786042109444")
    try expectNoScan { _ = try library.desk.duplicates(of: book, id: EntityID(rawValue: 99)) }
  }

  @Test(
    "an import finds what is here already by its indexes",
    arguments: [
      "match control 100", "match isbn 100", "match title 100", "match K1 100", "match K3 100",
      "threshold 90\nmatch isbn 60\nmatch title 40",
    ])
  func imports(profile: String) throws {
    let book = Books.book(
      "Số đỏ", by: "Nguyễn Du", control: "1", isbn: "9786042109444", classMark: "895")
    let file = try library.write([book])
    var options = ImportOptions(copies: .none)
    options.follow(try ImportProfile(parsing: profile))
    try expectNoScan { _ = try library.desk.previewImport([file], options) }
    for match in ImportOptions.Match.allCases where match != .none {
      let options = ImportOptions(match: match, copies: .none)
      try expectNoScan { _ = try library.desk.previewImport([file], options) }
    }
  }

  @Test("the authority records of headings and of numbers in $0 are looked up by their indexes")
  func authorities() throws {
    let field = Field("100", "0", " ", [Subfield("a", "Nguyễn Du"), Subfield("0", "12")])
    try expectNoScan { _ = try library.desk.authorityLink(.person, "Nguyễn Du") }
    try expectNoScan {
      _ = try library.desk.linkProblems(in: EditableRecord(fields: [field]))
    }
  }

  @Test("the line of the desk is looked up by its indexes")
  func desk() throws {
    for text in ["TV1", "VV.1", "VV.9", "9786042109444", "895"] {
      try expectNoScan { _ = try library.desk.look(text) }
    }
    try expectNoScan { _ = try library.desk.patron("TV1") }
    try expectNoScan { _ = try library.desk.overdueReaders() }
    try expectNoScan { _ = try library.desk.checkOut("VV.2", to: "TV1", dryRun: true) }
    try expectNoScan { _ = try library.desk.takeBack("VV.1", dryRun: true) }
    _ = try library.desk.setSetting(HouseSetting.previousBorrower, "yes")
    let copy = try library.item("VV.1").item.id
    try expectNoScan { _ = try library.desk.previousBorrower(of: copy) }
    let patron = try library.patron("TV1")
    for span: UndoSpan in [.visit, .since(Moment(milliseconds: 0))] {
      try expectNoScan {
        _ = try library.desk.consider { try $0.doings(of: patron, in: span) }
      }
    }
    try expectNoScan { _ = try library.desk.dueSoonReaders(days: 100) }
    try expectNoScan { _ = try library.desk.holdReadyReaders() }
  }

  /// Runs `work` and looks at the plan of each statement it sent to a connection that reads.
  private func expectNoScan(
    _ work: () throws -> Void, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let log = ReadLog()
    try library.file.pool.read { db in
      db.trace { event in
        if case .statement(let statement) = event { log.add(statement.sql) }
      }
    }
    try work()
    try library.file.pool.read { $0.trace(options: []) }
    let selects = Set(log.statements.filter { $0.hasPrefix("SELECT") || $0.hasPrefix("WITH") })
    #expect(!selects.isEmpty, sourceLocation: sourceLocation)
    for sql in selects {
      let steps = try library.file.pool.read { db in
        let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN \(sql)")
        statement.setUncheckedArguments(StatementArguments())
        return try Row.fetchAll(statement).map { $0["detail"] as String }
      }
      // An index walked in its own order stops at the limit.
      let isWalk =
        sql.contains("LIMIT") && !steps.contains { $0.hasPrefix("USE TEMP B-TREE FOR ORDER") }
      for step in steps where step.hasPrefix("SCAN") && !QueryPlanTests.isSmall(step) {
        #expect(
          isWalk && step.contains(" INDEX "), "\(step) in \(sql)", sourceLocation: sourceLocation)
      }
    }
  }

  /// Word indexes, lists handed in, what a statement made itself, and tables of a row or a few dozen.
  private static func isSmall(_ step: String) -> Bool {
    let few = [
      "VIRTUAL TABLE", "CONSTANT ROW", "_config", "configuration", "setting", "rule", "opening_day",
      "staff",
      "term", "place",
    ]
    let made = [
      "SCAN lent", "SCAN done", "SCAN held", "SCAN remarked", "SCAN wanted", "SCAN mine",
      "SCAN recent", "SCAN all_of_it",
    ]
    return made.contains(step) || step.hasPrefix("SCAN (subquery-")
      || few.contains { step.contains($0) }
  }
}

/// What the trace of a connection heard.
private final class ReadLog: @unchecked Sendable {
  private(set) var statements: [String] = []
  func add(_ sql: String) { statements.append(sql) }
}
