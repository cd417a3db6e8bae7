import GRDB
import LibraryCore
import MARC
import Testing

@testable import LibraryStore

@Suite struct StoredRecordTests {
  @Test("a record comes back byte for byte, with what lists show of it")
  func saved() throws {
    let library = try TestLibrary()
    let book = Books.book(
      "Dê\u{301} Mèn phiêu lưu ký /", by: "Tô Hoài", control: "7", isbn: "9786042109444",
      classMark: "895.9223")
    let id = try library.desk.saveRecord(book).id()
    let stored = try #require(try library.desk.record(id))
    #expect(stored.record == book)
    #expect(Array(stored.brief.title.utf8) == Array("Dế Mèn phiêu lưu ký".utf8))
    #expect(stored.brief.author == "Tô Hoài")
    #expect(stored.brief.publisher == "Kim Đồng")
    #expect(stored.brief.year == "2019")
    #expect(stored.brief.classMark == "895.9223")
    #expect(stored.brief.material == .book)
    #expect(stored.copies == 0)
  }

  @Test("the same bytes again are no new version")
  func unchanged() throws {
    let library = try TestLibrary()
    let book = Books.book("Số đỏ")
    let id = try library.desk.saveRecord(book).id()
    #expect(try library.desk.saveRecord(book, id: id) == .unchanged(id: id))
  }

  @Test("every version of a record can be read and made current again")
  func versions() throws {
    let library = try TestLibrary()
    let first = Books.book("Số đỏ")
    let second = Books.book("Số đỏ : tiểu thuyết")
    let saved = try library.desk.saveRecord(first)
    let id = try saved.id()
    let edited = try library.desk.saveRecord(second, id: id).op()
    #expect(try library.desk.record(version: try saved.op()) == first)
    let restored = try library.desk.restoreRecord(try saved.op()).op()
    #expect(try library.desk.record(id)?.record == first)
    let history = try library.desk.recordHistory(id)
    #expect(history.map(\.op) == [restored, edited, try saved.op()])
    #expect(history.map(\.isCurrent) == [true, false, false])
  }

  @Test("a removed record is kept and found no more, until it is put back")
  func removed() throws {
    let library = try TestLibrary()
    let id = try library.desk.saveRecord(Books.book("Số đỏ", isbn: "9786042109444")).id()
    _ = try library.desk.removeRecord(id).id()
    #expect(try library.desk.record(id)?.status == .removed)
    #expect(try library.indexInstances().isEmpty)
    #expect(try library.keys().isEmpty)
    #expect(try library.desk.removeRecord(id) == .unchanged(id: id))
    #expect(try library.desk.saveRecord(Books.book("Khác"), id: id) == .unknown("\(id)"))
    _ = try library.desk.setRecordStatus(id, .active).id()
    #expect(try library.keys().contains("isbn:9786042109444 \(id)"))
    #expect(try library.indexInstances().contains { $0.hasPrefix("đỏ ") })
  }

  @Test("a record of nobody's making is unknown")
  func unknown() throws {
    let library = try TestLibrary()
    let nobody = EntityID(rawValue: 999)
    #expect(try library.desk.record(nobody) == nil)
    #expect(try library.desk.saveRecord(Books.book("A"), id: nobody) == .unknown("999"))
    #expect(try library.desk.removeRecord(nobody) == .unknown("999"))
    #expect(try library.desk.restoreRecord(OpID(rawValue: 1)) == .unknown("1"))
  }

  @Test(
    "after any number of edits the index is what the records alone would make", arguments: 1...8)
  func indexFollows(seed: UInt64) throws {
    let library = try TestLibrary()
    let random = SeededRandom(seed: seed)
    let words = ["Sông", "Đáy", "chảy", "qua", "làng", "Kỳ", "Lý", "history", "of", "Việt", "Nam"]
    func text() -> String {
      (0...Int(random.next() % 6)).map { _ in words[Int(random.next() % 11)] }
        .joined(separator: " ")
    }
    var ids: [EntityID] = []
    for _ in 0..<60 {
      let known = ids.isEmpty ? nil : ids[Int(random.next() % UInt64(ids.count))]
      let record = Books.book(
        text(), by: random.next() % 2 == 0 ? text() : nil, control: "\(random.next() % 9)",
        classMark: "\(random.next() % 9)", subjects: [text(), text()])
      switch random.next() % 5 {
      case 0: _ = try known.map { try library.desk.removeRecord($0) }
      case 1: _ = try known.map { try library.desk.setRecordStatus($0, .active) }
      case 2, 3: _ = try known.map { try library.desk.saveRecord(record, id: $0) }
      default: ids.append(try library.desk.saveRecord(record).id())
      }
    }
    let instances = try library.indexInstances()
    let keys = try library.keys()
    try library.file.pool.write { db in
      for index in ["record_fts", "record_exact"] {
        try db.execute(sql: "INSERT INTO \(index) (\(index)) VALUES ('integrity-check')")
      }
      try RecordIndex.rebuild(db)
    }
    #expect(instances == (try library.indexInstances()))
    #expect(keys == (try library.keys()))
    #expect(!keys.isEmpty)
  }
}

extension TestLibrary {
  /// Every word of the search index with its record and place, in order.
  func indexInstances() throws -> [String] {
    try file.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT term || ' ' || doc || ' ' || col || ' ' || "offset" FROM record_word
          UNION ALL SELECT term || ' ' || doc FROM record_exact_word ORDER BY 1
          """)
    }
  }

  func keys() throws -> [String] {
    try file.read { db in
      try String.fetchAll(db, sql: "SELECT key || ' ' || record FROM record_key ORDER BY 1")
    }
  }
}
