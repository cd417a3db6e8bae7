import GRDB
import LibraryCore

/// Takes a merge back as a whole, or not at all.
struct MergeUndo {
  let batch: EntityID

  /// What later actions stand on is refused with their names: half a merge would be worse than one.
  func takeBack(_ transaction: inout DeskTransaction) throws -> BatchOutcome {
    let history = OpHistory(db: transaction.db)
    let ops = try ops(transaction.db)
    let standing = try ops.flatMap { try history.standing(on: $0) }
    guard standing.isEmpty else { return .refused([.laterActions(standing)]) }
    var taken = 0
    for op in ops where try OpReading.undo(of: op.id, in: transaction.db) == nil {
      guard let inverse = try history.inverse(of: op) else { continue }
      try transaction.append(inverse, on: op.entity, undoing: op.id)
      taken += 1
    }
    let op = try transaction.append(
      .batchUndone(kept: []), on: batch, undoing: history.closing(of: batch))
    return .undone(taken: taken, kept: [], op: op)
  }

  /// The ops of the merge, the newest first: all that one transaction wrote between its opening and its closing.
  private func ops(_ db: Database) throws -> [Op] {
    let first = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM op WHERE entity = ? ORDER BY id"),
      arguments: [batch.rawValue])
    guard let first, let last = try OpHistory(db: db).closing(of: batch) else { return [] }
    return try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT \(OpReading.columns) FROM op WHERE id > ? AND id < ? ORDER BY id DESC"),
      arguments: [first, last.rawValue]
    ).map { try OpReading.op($0) }
  }
}
