import Foundation
import GRDB
import LibraryCore
import Testing

@testable import LibraryStore

@Suite struct StoreFaultTests {
  private func library(copies: Int = 1) throws -> TestLibrary {
    let library = try TestLibrary()
    for number in 1...copies { try library.addItem("VV.\(number)") }
    try library.addPatron("TV1")
    return library
  }

  /// Runs a statement on the connection that writes.
  private func configure(_ file: LibraryFile, _ sql: String) throws {
    try file.pool.writeWithoutTransaction { try $0.execute(sql: sql) }
  }

  /// Closes the library with everything in its one file.
  private func close(_ library: TestLibrary) throws {
    try configure(library.file, "PRAGMA wal_checkpoint(TRUNCATE)")
    try library.file.pool.close()
    for ending in ["-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: library.file.path + ending)
    }
  }

  @Test("the connection that writes syncs every commit to the disk before it answers")
  func synchronous() throws {
    let library = try library()
    for file in [
      library.file, try LibraryFile.open(in: library.folder, random: SeededRandom(seed: 2)),
    ] {
      let (synchronous, journal) = try file.pool.writeWithoutTransaction { db in
        (
          try Int.fetchOne(db, sql: "PRAGMA synchronous"),
          try String.fetchOne(db, sql: "PRAGMA journal_mode")
        )
      }
      #expect(synchronous == 2 && journal == "wal")
    }
  }

  @Test("a full disk stops an action whole, and the desk goes on when there is room again")
  func diskFull() throws {
    let library = try library()
    let pages = try library.count("PRAGMA page_count")
    try configure(library.file, "PRAGMA max_page_count = \(pages)")
    var taken = 0
    let note = String(repeating: "x", count: 900)
    #expect(throws: StoreFault.diskFull(path: library.file.path)) {
      while taken < 10_000 {
        _ = try library.desk.pay("TV1", amount: Money(dong: 1), note: note)
        taken += 1
      }
    }
    #expect(try library.count("SELECT count(*) FROM account_entry") == taken)
    #expect(try library.count("SELECT -owed FROM patron") == taken)
    try library.expectFolded()
    try configure(library.file, "PRAGMA max_page_count = 1000000")
    #expect(try library.desk.pay("TV1", amount: Money(dong: 1), note: note).op != nil)
    #expect(
      try library.count("SELECT count(*) FROM op") == library.count("SELECT max(id) FROM op"))
  }

  @Test("a file another program holds is reported as locked, and read all the same")
  func locked() throws {
    let library = try library()
    let impatient = try LibraryFile.open(
      in: library.folder, random: SeededRandom(seed: 3), patienceSeconds: 0.01)
    let desk = Desk(file: impatient, staff: library.admin, clock: library.clock)
    let holder = try DatabaseQueue(path: library.file.path)
    try holder.writeWithoutTransaction { db in
      try db.beginTransaction(.immediate)
      #expect(throws: StoreFault.locked(path: library.file.path)) {
        try desk.checkOut("VV.1", to: "TV1")
      }
      #expect(try desk.checkOut("VV.1", to: "TV1", dryRun: true).lent != nil)
      try db.rollback()
    }
    #expect(try desk.checkOut("VV.1", to: "TV1").lent != nil)
  }

  @Test("a disk that only reads refuses the action and shows the library")
  func readOnly() throws {
    let library = try library()
    try configure(library.file, "PRAGMA query_only = 1")
    #expect(throws: StoreFault.readOnly(path: library.file.path)) {
      try library.desk.checkOut("VV.1", to: "TV1")
    }
    #expect(try library.item("VV.1").loan == nil)
    try configure(library.file, "PRAGMA query_only = 0")
    #expect(try library.desk.checkOut("VV.1", to: "TV1").lent != nil)
  }

  @Test(
    "a folder or a file without write permission is reported before anything is touched",
    .enabled(if: geteuid() != 0),
    arguments: ["", "/library.sqlite", "/library.sqlite-wal", "/library.sqlite-shm"])
  func noPermission(name: String) throws {
    let library = try library()
    // A connection of this process would lend its own open files to the next.
    try library.file.pool.close()
    let path = library.folder + name
    let mode = name.isEmpty ? 0o700 : 0o600
    #expect(chmod(path, mode_t(mode & 0o500)) == 0)
    defer { _ = chmod(path, mode_t(mode)) }
    #expect(throws: StoreFault.readOnly(path: library.file.path)) {
      let file = try LibraryFile.open(in: library.folder, random: SeededRandom(seed: 4))
      let desk = Desk(file: file, staff: library.admin, clock: library.clock)
      _ = try desk.checkOut("VV.1", to: "TV1")
    }
  }

  @Test("a place where no folder can be made is named")
  func noFolder() throws {
    let folder = "/proc/thuthu/library"
    #expect {
      _ = try LibraryFile.create(
        in: folder, name: "", code: "", clock: TestClock(Moment(milliseconds: 0)),
        random: SeededRandom(seed: 5))
    } throws: { error in
      if case StoreFault.cannotCreateFolder("/proc/thuthu", _) = error { true } else { false }
    }
    #expect(throws: StoreFault.noLibrary(folder: folder)) {
      try LibraryFile.open(in: folder, random: SeededRandom(seed: 5))
    }
  }

  @Test("a file that is no database is damaged, and stays as it is")
  func notADatabase() throws {
    let library = try library()
    try close(library)
    let junk = Data((0..<8192).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    try junk.write(to: URL(fileURLWithPath: library.file.path))
    #expect(isDamaged { try LibraryFile.open(in: library.folder, random: SeededRandom(seed: 6)) })
    #expect(try Data(contentsOf: URL(fileURLWithPath: library.file.path)) == junk)
  }

  @Test("a page overwritten inside the file is found when it is read, and nothing is written then")
  func damagedPage() throws {
    let library = try library(copies: 50)
    let page = try library.count("SELECT rootpage FROM sqlite_schema WHERE name = 'item_barcode'")
    try close(library)
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: library.file.path))
    try handle.seek(toOffset: UInt64(page - 1) * 4096)
    try handle.write(contentsOf: Data(repeating: 0xAA, count: 4096))
    try handle.close()
    let file = try LibraryFile.open(in: library.folder, random: SeededRandom(seed: 6))
    let desk = Desk(file: file, staff: library.admin, clock: library.clock)
    #expect(isDamaged { try desk.checkOut("VV.1", to: "TV1") })
    #expect(try file.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM loan") } == 0)
  }

  @Test("a file of a newer program is left alone")
  func newerSchema() throws {
    let library = try library()
    try configure(library.file, "PRAGMA user_version = 999")
    #expect(throws: StoreFault.newerSchema(found: 999, known: Schema.migrations.count)) {
      try LibraryFile.open(in: library.folder, random: SeededRandom(seed: 7))
    }
    #expect(try library.count("PRAGMA user_version") == 999)
  }

  @Test(
    "a fault in the middle of an action leaves neither its state nor its op",
    arguments: ["op", "loan", "loan_tally", "patron", "origin"])
  func middle(table: String) throws {
    let library = try library()
    let (before, ops) = (try library.dump(), try library.count("SELECT count(*) FROM op"))
    let event = ["patron", "origin"].contains(table) ? "UPDATE" : "INSERT"
    try configure(
      library.file,
      """
      CREATE TRIGGER stop BEFORE \(event) ON \(table) BEGIN SELECT RAISE(ABORT, 'stopped'); END
      """)
    #expect(throws: StoreFault.disk(path: library.file.path, detail: "stopped")) {
      try library.desk.checkOut("VV.1", to: "TV1")
    }
    #expect(try library.dump() == before)
    #expect(try library.count("SELECT count(*) FROM op") == ops)
    try configure(library.file, "DROP TRIGGER stop")
    #expect(try library.desk.checkOut("VV.1", to: "TV1").lent?.op?.sequence == Int64(ops + 1))
    try library.expectFolded()
  }

  private func isDamaged(_ work: () throws -> some Any) -> Bool {
    do {
      _ = try work()
      return false
    } catch {
      guard case StoreFault.damaged = error else { return false }
      return true
    }
  }
}
