import Foundation
import GRDB
import LibraryCore
import Testing

@testable import LibraryStore

@Suite struct OriginIdentityTests {
  private let sideName = "/library.sqlite.inc"

  private func reopened(_ library: TestLibrary) throws -> LibraryFile {
    try LibraryFile.open(in: library.folder, random: SeededRandom(seed: 99))
  }

  private func origins(_ file: LibraryFile) throws -> Int {
    try file.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM origin") ?? 0 }
  }

  /// Writes ops that change nothing else.
  private func pay(_ library: TestLibrary, times: Int) throws {
    for _ in 0..<times { _ = try library.desk.pay("TV1", amount: Money(dong: 1)) }
  }

  private func library() throws -> TestLibrary {
    let library = try TestLibrary()
    try library.addPatron("TV1")
    return library
  }

  @Test("a library opened again, beside or after another process, goes on as the same origin")
  func same() throws {
    let library = try library()
    try pay(library, times: 3)
    #expect(try reopened(library).identity.index == 0)
    try library.file.pool.close()
    #expect(try origins(reopened(library)) == 1)
  }

  @Test("a database put back from an older copy goes on as a new origin, even within one block")
  func putBack() throws {
    let library = try library()
    let copy = library.folder + "/copy.sqlite"
    try library.file.pool.writeWithoutTransaction { db in
      try db.execute(sql: "VACUUM INTO ?", arguments: [copy])
    }
    try pay(library, times: 2)
    try library.file.pool.close()
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: library.file.path + ending)
    }
    try FileManager.default.moveItem(atPath: copy, toPath: library.file.path)
    let file = try reopened(library)
    #expect(file.identity.index == 1)
    let desk = Desk(file: file, staff: library.admin, clock: library.clock)
    let op = try #require(try desk.pay("TV1", amount: Money(dong: 5)).op)
    #expect(op == OpID(originIndex: 1, sequence: 1))
    // The patron's head is the other origin's op, so the new op names it as its parent.
    #expect(try file.read { try OpReading.op(op, in: $0)?.parents.count } == 1)
    #expect(try origins(reopened(library)) == 2)
  }

  @Test(
    "a side file that is missing, cut or another's makes a new origin",
    arguments: [
      nil, "", "123 ", "00000000000000000007 00000000000000000256 00000000000000000000\n",
    ])
  func sideFile(content: String?) throws {
    let library = try library()
    try library.file.pool.close()
    try FileManager.default.removeItem(atPath: library.folder + sideName)
    if let content {
      try Data(content.utf8).write(to: URL(fileURLWithPath: library.folder + sideName))
    }
    #expect(try reopened(library).identity.index == 1)
    #expect(try reopened(library).identity.index == 1)
  }

  @Test("reservations go on from block to block, ahead of what is used")
  func blocks() throws {
    let library = try library()
    let patron = try library.patron("TV1")
    try library.file.record { journal in
      for _ in 0..<600 {
        try journal.append(
          .paymentTaken(PaymentTaken(amount: Money(dong: 1))), on: patron, by: library.admin,
          at: library.clock.now())
      }
    }
    let last = Int64(try library.count("SELECT last_sequence FROM origin"))
    let side = try #require(try SideFile(path: library.folder + sideName)?.content)
    #expect(side.used == last && side.reserved >= last)
    #expect(side.reserved - last < OriginIdentity.blockSize)
    #expect(try reopened(library).identity.index == 0)
  }

  @Test("a long transaction that ends in nothing leaves the origin as it was")
  func rolledBack() throws {
    let library = try library()
    let patron = try library.patron("TV1")
    let before = try library.count("SELECT last_sequence FROM origin")
    #expect(throws: TestFailure.self) {
      try library.file.record { journal in
        for _ in 0..<600 {
          try journal.append(
            .paymentTaken(PaymentTaken(amount: Money(dong: 1))), on: patron, by: library.admin,
            at: library.clock.now())
        }
        throw TestFailure("stop")
      }
    }
    let file = try reopened(library)
    #expect(file.identity.index == 0)
    let desk = Desk(file: file, staff: library.admin, clock: library.clock)
    #expect(
      try desk.pay("TV1", amount: Money(dong: 1)).op?.sequence == Int64(before + 1))
  }
}
