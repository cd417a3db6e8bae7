import GRDB
import LibraryCore
import LibraryStore
import MARC
import Testing

@Suite struct DuplicateRecordsTests {
  private let library: TestLibrary

  init() throws { library = try TestLibrary() }

  private func save(
    _ title: String, by author: String? = "Tô Hoài", isbn: String? = nil
  ) throws -> EntityID {
    try library.desk.saveRecord(Books.book(title, by: author, isbn: isbn)).id()
  }

  private func pairs() throws -> [[EntityID]] {
    var walk = DuplicateWalk()
    var found: [[EntityID]] = []
    while !walk.isAtEnd {
      found += try library.desk.duplicatePairs(&walk, limit: 1).map { [$0.first.id, $0.second.id] }
    }
    return found
  }

  @Test("a record is found by what it has in common with one, with score and reasons")
  func found() throws {
    let first = try save("Dế Mèn phiêu lưu ký", isbn: "9786042109444")
    let second = try save("De men phieu luu ki : truyện thiếu nhi")
    _ = try save("Dế Mèn phiêu lưu ký", by: "Người khác")
    let found = try library.desk.duplicates(
      of: Books.book("Dế Mèn phiêu lưu ký", by: "Tô Hoài", isbn: "9786042109444"))
    try #require(found.map(\.id) == [first, second])
    #expect(found[0].judgement.reasons.contains(.sameISBN("9786042109444")))
    #expect(found[0].judgement.score > found[1].judgement.score)
    let record = try #require(try library.desk.record(first))
    #expect(
      try library.desk.duplicates(of: record.record, id: first).map(\.id) == [second])
  }

  @Test("the index follows a record through its versions, its removal and its return")
  func followed() throws {
    let (one, other) = (try save("Đất rừng phương Nam"), try save("Đất rừng phương Nam"))
    #expect(try pairs() == [[one, other]])
    let changed = try library.desk.saveRecord(Books.book("Quê nội", by: "Võ Quảng"), id: other).op()
    #expect(try pairs() == [])
    _ = try library.desk.undo(changed)
    #expect(try pairs() == [[one, other]])
    _ = try library.desk.removeRecord(one)
    #expect(try pairs() == [])
    _ = try library.desk.setRecordStatus(one, .active)
    #expect(try pairs() == [[one, other]])
    #expect(try library.file.check().findings == [])
  }

  @Test("what a cataloguer says of two records stands above the guard, and can be taken back")
  func verdicts() throws {
    let (one, other) = (try save("Đất rừng phương Nam"), try save("Đất rừng phương Nam"))
    let third = try save("Quê nội")
    let different = try library.desk.judgeDuplicates(other, one, .different).op()
    #expect(try pairs() == [])
    _ = try library.desk.judgeDuplicates(one, third, .same).op()
    #expect(try pairs() == [[one, third]])
    let record = try #require(try library.desk.record(one)).record
    #expect(try library.desk.duplicates(of: record, id: one).map(\.id) == [third])
    #expect(
      try library.desk.judgeDuplicates(one, other, .different) == .unchanged(id: one))
    _ = try library.desk.undo(different)
    #expect(try pairs() == [[one, third], [one, other]])
    _ = try library.desk.judgeDuplicates(one, third, nil).op()
    #expect(try pairs() == [[one, other]])
    #expect(try library.file.check().findings == [])
  }

  @Test("the same records in another order give the same pairs, each once", arguments: 1...3)
  func order(seed: UInt64) throws {
    var random = SystemRandomNumberGenerator()
    let titles = (0..<12).map { "Truyện cổ tích Việt Nam chọn lọc \($0 / 3)" }
    var found: [Set<Set<String>>] = []
    for _ in 0..<2 {
      let library = try TestLibrary()
      var names: [EntityID: String] = [:]
      for (number, title) in Array(titles.enumerated()).shuffled(using: &random) {
        names[try library.desk.saveRecord(Books.book(title, by: "Lê A")).id()] = "\(number)"
      }
      var walk = DuplicateWalk()
      let pairs = try library.desk.duplicatePairs(&walk, limit: 100)
      #expect(pairs.count == 12)
      found.append(Set(pairs.map { Set([names[$0.first.id] ?? "", names[$0.second.id] ?? ""]) }))
    }
    #expect(found[0] == found[1])
  }

  @Test("a library of an older program gets its keys when it is opened, and a lost index is mended")
  func migrated() throws {
    let (one, other) = (try save("Đất rừng phương Nam"), try save("Đất rừng phương Nam"))
    try library.forgetMigrations(behind: 2)
    let file = try LibraryFile.open(in: library.folder, random: SeededRandom(seed: 3))
    #expect(try file.check().findings.filter { $0 != .sideFileBehind } == [])
    #expect(try pairs() == [[one, other]])
    try library.file.pool.write { db in
      try db.execute(
        sql: "INSERT INTO record_duplicate (record_duplicate) VALUES ('delete-all')")
    }
    #expect(try !library.file.check().isSound)
    try library.file.repairIndex()
    #expect(try pairs() == [[one, other]])
  }

  @Test("nobody without the right says that records are the same")
  func rights() throws {
    let (one, other) = (try save("A"), try save("B"))
    _ = try library.desk.setPassword("admin", to: "a")
    let helper = try library.desk.addStaff(
      login: "giup", name: "Giúp", role: .helper, password: "b")
    let desk = Desk(file: library.file, staff: try helper.id(), clock: library.clock)
    #expect(
      try desk.judgeDuplicates(one, other, .same) == .refused([.noPermission(.editRecord)]))
    #expect(
      try library.desk.judgeDuplicates(one, EntityID(rawValue: 99), .same) == .unknown("99"))
  }
}
