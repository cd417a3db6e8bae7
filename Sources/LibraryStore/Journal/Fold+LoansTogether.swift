import GRDB
import LibraryCore

extension Fold {
  /// Notes an op on many loans under each of them.
  static func loansTogether(_ op: Op, _ db: Database) throws {
    for (loan, _) in op.body.loansTogether {
      try db.cachedStatement(
        sql: "INSERT OR IGNORE INTO loan_together (loan, op) VALUES (?, ?)"
      ).execute(arguments: [loan.rawValue, op.id.rawValue])
    }
  }

  /// Notes them for the whole log of a library of an older version; `progress` hears how far it is.
  @Sendable static func everyLoansTogether(_ db: Database, progress: (Double) -> Void) throws {
    let kinds: [OpKind] = [.overduesMarked, .overduesUnmarked, .loansRedated]
    let last = try Int64.fetchOne(db, sql: "SELECT max(rowid) FROM op") ?? 0
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(OpReading.columns) FROM op WHERE kind IN (\(OpHistory.sql(kinds))) ORDER BY id
        """)
    while let row = try rows.next() {
      let op = try OpReading.op(row)
      try loansTogether(op, db)
      progress(Double(op.id.rawValue) / Double(max(1, last)))
    }
  }
}
