import GRDB
import LibraryCore

extension Fold {
  /// Notes the moment an act is for, where that is not when it was written.
  static func statedAct(_ op: Op, _ db: Database) throws {
    guard let at = op.body.statedAt, at != op.wall else { return }
    try db.cachedStatement(sql: "INSERT INTO stated_act (op, at) VALUES (?, ?)")
      .execute(arguments: [op.id.rawValue, at])
  }

  /// Notes them for the whole log of a library of an older version; `progress` hears how far it is.
  @Sendable static func statedActs(_ db: Database, progress: (Double) -> Void) throws {
    let total = try Int.fetchOne(db, sql: "SELECT count(*) FROM op") ?? 0
    let rows = try Row.fetchCursor(db, sql: "SELECT \(OpReading.columns) FROM op")
    var done = 0
    while let row = try rows.next() {
      try statedAct(try OpReading.op(row), db)
      done += 1
      if done.isMultiple(of: 10_000) { progress(Double(done) / Double(total)) }
    }
  }
}
