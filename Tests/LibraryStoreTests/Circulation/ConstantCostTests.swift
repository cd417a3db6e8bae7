import GRDB
import LibraryCore
import Testing

@testable import LibraryStore

@Suite struct ConstantCostTests {
  /// The statements a verb sends to the connection that writes.
  private func statements(_ library: TestLibrary, _ verb: (Desk) throws -> Void) throws -> [String]
  {
    let log = StatementLog()
    let pool = library.file.pool
    pool.writeWithoutTransaction { db in
      db.trace { event in
        if case .statement(let statement) = event { log.add(statement.sql) }
      }
    }
    try verb(library.desk)
    pool.writeWithoutTransaction { $0.trace(options: []) }
    return log.statements
  }

  @Test("no statement of the counter reads a table from end to end, and there are few of them")
  func noScan() throws {
    let library = try TestLibrary()
    try library.addItem("VV.1", [.callNumber: "895.922 N"])
    try library.addItem("VV.2")
    try library.addPatron("TV1")
    _ = try library.desk.checkOut("VV.2", to: "TV1")
    let checkOut = try statements(library) { _ = try $0.checkOut("VV.1", to: "TV1") }
    let renew = try statements(library) { _ = try $0.renew("VV.1") }
    let takeBack = try statements(library) { _ = try $0.takeBack("VV.1") }
    let undo = try statements(library) { _ = try $0.undo() }
    // Beginning and committing are two of each.
    #expect(checkOut.count <= 19)
    #expect(renew.count <= 14)
    #expect(takeBack.count <= 16)
    // The last action is looked for among so many and no more.
    let bounded = "LIMIT 10000"
    for sql in Set(checkOut + renew + takeBack + undo) where !sql.contains(bounded) {
      for step in try plan(sql, library) where step.hasPrefix("SCAN") {
        // One row each, by their own schema.
        #expect(
          ["SCAN configuration", "SCAN CONSTANT ROW", "SCAN wanted"].contains(step), "\(sql)")
      }
    }
  }

  private func plan(_ sql: String, _ library: TestLibrary) throws -> [String] {
    let kind = sql.prefix { $0 != " " }.uppercased()
    guard ["SELECT", "INSERT", "UPDATE", "DELETE"].contains(kind) else { return [] }
    return try library.file.pool.writeWithoutTransaction { db in
      let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN \(sql)")
      statement.setUncheckedArguments(StatementArguments())
      let rows = try Row.fetchAll(statement)
      return rows.map { $0["detail"] }
    }
  }
}

/// What the trace of a connection heard.
private final class StatementLog: @unchecked Sendable {
  private(set) var statements: [String] = []
  func add(_ sql: String) { statements.append(sql) }
}
