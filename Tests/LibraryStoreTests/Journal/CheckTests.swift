import Foundation
import GRDB
import LibraryCore
import LibraryStore
import Testing

@Suite struct CheckTests {
  let library: TestLibrary

  init() throws { library = try TestLibrary() }

  @Test("whatever happens in a day, the tables are the fold of the log", arguments: 1...4)
  func randomDay(seed: UInt64) throws {
    var day = RandomDay(library.desk, seed: seed) { try library.write($0) }
    try day.run(300)
    let report = try library.file.check()
    #expect(report.findings == [])
    #expect(report.isSound)
    #expect(report.ops > 150)
    #expect(report.rows > 100)
    #expect(report.digest.count == 64)
  }

  @Test("the digest is the same as long as nothing changes, and another after it")
  func digest() throws {
    let first = try library.file.check().digest
    #expect(try library.file.check().digest == first)
    _ = try library.desk.enrol(PatronDraft(name: "Ai đó"))
    #expect(try library.file.check().digest != first)
  }

  @Test("a library that went on under a new origin still folds in the order of its ops")
  func severalOrigins() throws {
    var day = RandomDay(library.desk, seed: 7) { try library.write($0) }
    try day.run(60)
    try FileManager.default.removeItem(atPath: library.file.path + ".inc")
    let second = try LibraryFile.open(in: library.folder, random: SeededRandom(seed: 99))
    var next = RandomDay(
      Desk(file: second, staff: EntityID(rawValue: 2), clock: library.clock), seed: 8
    ) { try library.write($0) }
    try next.run(60)
    #expect(try second.check().findings == [])
  }

  @Test(
    "one row changed behind the log's back is found",
    arguments: [
      (
        "UPDATE patron SET name = 'Ai khác' WHERE card = 'TV1'",
        [
          CheckFinding.rowDiffers(
            table: "patron", key: "$", column: "name", stored: "Ai khác", folded: "Lê Ngọc Hòa")
        ]
      ),
      (
        "UPDATE patron SET card = 'tv1' WHERE card = 'TV1'",
        [
          .rowDiffers(table: "patron", key: "$", column: "card", stored: "tv1", folded: "TV1")
        ]
      ),
      (
        "UPDATE patron SET loans = 3 WHERE card = 'TV1'",
        [
          .rowDiffers(table: "patron", key: "$", column: "loans", stored: "3", folded: "0"),
          .contradiction(.loansCounted, key: "TV1"),
        ]
      ),
      (
        "DELETE FROM setting WHERE name = 'library.code'",
        [.rowMissing(table: "setting", key: "library.code")]
      ),
      (
        "INSERT INTO setting VALUES ('x', 'y')", [.rowUnfounded(table: "setting", key: "x")]
      ),
      (
        "UPDATE staff SET active = 'no'",
        [
          .rowDiffers(table: "staff", key: "2", column: "active", stored: "no", folded: "yes"),
          .contradiction(.somebodyAdministers, key: "admin"),
        ]
      ),
    ])
  func tamperedRow(sql: String, findings: [CheckFinding]) throws {
    let patron = try library.addPatron("TV1", name: "Lê Ngọc Hòa")
    try library.file.pool.write { try $0.execute(sql: sql) }
    let expected = findings.map { finding in
      guard case .rowDiffers(let table, "$", let column, let stored, let folded) = finding else {
        return finding
      }
      return CheckFinding.rowDiffers(
        table: table, key: patron.description, column: column, stored: stored, folded: folded)
    }
    let report = try library.file.check()
    #expect(report.findings == expected)
    #expect(!report.isSound)
  }

  @Test("an op changed, taken out or put in is found")
  func tamperedOps() throws {
    try library.addPatron("TV1")
    try library.addPatron("TV2")
    let last = try #require(try library.file.read { try OpReading.latest(limit: 1, in: $0) }.first)
    let before = OpID(rawValue: last.id.rawValue - 1)
    func findings(_ sql: String) throws -> [CheckFinding] {
      var found: [CheckFinding] = []
      try library.file.pool.write { db in try db.execute(sql: sql) }
      found = try library.file.check().findings
      return found
    }
    #expect(
      try findings("UPDATE op SET actor = 77 WHERE id = \(before)") == [.chainBroken(before)])
    #expect(
      try findings("UPDATE op SET actor = 2 WHERE id = \(before)") == [])
    let gap = try findings("DELETE FROM op WHERE id = \(before)")
    #expect(gap.contains(.gap(origin: 0, after: before.sequence - 1, found: last.id.sequence)))
    #expect(gap.contains(.chainBroken(last.id)))
    #expect(gap.contains { if case .rowUnfounded("patron", _) = $0 { true } else { false } })
  }

  @Test("a word that leads to the wrong patron is found, and mended by writing the index again")
  func tamperedIndex() throws {
    let patron = try library.addPatron("TV1", name: "Lê Hòa")
    try library.file.pool.write { db in
      try db.execute(
        sql: "INSERT INTO patron_fts (rowid, name, other, exact) VALUES (?, 'minh', '', '')",
        arguments: [patron.rawValue])
    }
    #expect(
      try library.file.check().findings == [
        .indexDiffers(index: "patron_fts", word: "minh", thing: patron, isStored: true)
      ])
    try library.file.repairIndex()
    #expect(try library.file.check().isSound)
    #expect(try library.desk.findPatrons("hoa").hits.count == 1)
  }

  @Test("an index whose structure is damaged is found, and mended")
  func damagedIndex() throws {
    for number in 1...50 { try library.addPatron("TV\(number)", name: "Người \(number)") }
    try library.file.pool.write { db in
      try db.execute(sql: "DELETE FROM patron_fts_data WHERE id > 10")
    }
    let findings = try library.file.check().findings
    #expect(
      findings.contains {
        if case .indexDamaged(index: "patron_fts", _) = $0 { true } else { false }
      })
    try library.file.repairIndex()
    #expect(try library.file.check().findings == [])
  }

  @Test("a lost side file is found")
  func sideFile() throws {
    try FileManager.default.removeItem(atPath: library.file.path + ".inc")
    #expect(try library.file.check().findings == [.sideFileBehind])
  }

  @Test("a check can be ended, and says that it was")
  func ended() throws {
    let report = try library.file.check { $0.stage != .tables }
    #expect(!report.isComplete)
    #expect(!report.isSound)
    #expect(report.digest.isEmpty)
  }

  @Test("a check leaves nothing behind and keeps no desk waiting")
  func beside() throws {
    var enrolled = 0
    let report = try library.file.check { progress in
      if progress.stage == .tables, enrolled < 5 {
        enrolled += 1
        _ = try? library.desk.enrol(PatronDraft(name: "Người \(enrolled)"))
      }
      return true
    }
    #expect(report.findings == [])
    #expect(try library.desk.findPatrons("").total == 5)
    let files = try FileManager.default.contentsOfDirectory(atPath: library.folder)
    #expect(files.allSatisfy { !$0.contains("check") })
  }

  @Test("a file damaged in the middle is said to be so, not a crash")
  func damagedFile() throws {
    for number in 1...300 { try library.addPatron("TV\(number)", name: "Người \(number)") }
    try library.file.pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
    let file = try #require(FileHandle(forUpdatingAtPath: library.file.path))
    let size = try file.seekToEnd()
    for page in stride(from: UInt64(8192), to: size, by: 3 * 4096) {
      try file.seek(toOffset: page)
      try file.write(contentsOf: Data(repeating: 0xA5, count: 512))
    }
    try file.close()
    do {
      let copy = try LibraryFile.open(in: library.folder, random: SeededRandom(seed: 5))
      let findings = try copy.check().findings
      #expect(
        findings.contains { if case .damaged = $0 { true } else { false } })
    } catch let fault as StoreFault {
      guard case .damaged = fault else {
        Issue.record("\(fault)")
        return
      }
    }
  }
}
