import GRDB
import LibraryCore

extension Fold {
  /// Notes the moments an act is for, where those are not its wall time.
  static func statedAct(_ op: Op, _ db: Database) throws {
    let stated = op.body.statedAt
    // Nearly every op happened when it was written.
    guard stated != nil || op.clock != nil else { return }
    for at in Set([stated, op.clock].compactMap(\.self)) where at != op.wall {
      try db.cachedStatement(sql: "INSERT INTO stated_act (at, op) VALUES (?, ?)")
        .execute(arguments: [at, op.id.rawValue])
    }
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
