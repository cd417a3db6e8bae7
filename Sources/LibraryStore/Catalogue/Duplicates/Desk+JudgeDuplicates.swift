import GRDB
public import LibraryCore

extension Desk {
  /// Says for good whether two records are one; nil takes back what was said.
  ///
  /// The verdict stands above the guard: records called the same are listed whatever they say, records called different never.
  public func judgeDuplicates(
    _ one: EntityID, _ other: EntityID, _ verdict: DuplicateVerdict?
  ) throws -> SaveOutcome {
    let (first, second) = (min(one, other), max(one, other))
    return try act { transaction in
      guard transaction.staff.may(.editRecord) else {
        return .refused([.noPermission(.editRecord)])
      }
      for id in [first, second] {
        guard try RecordRow.fetch(id, transaction.db)?.status == .active else {
          return .unknown(id.description)
        }
      }
      guard first != second, try transaction.facts.verdict(first, second) != verdict else {
        return .unchanged(id: first)
      }
      let body = OpBody.duplicateJudged(DuplicateJudged(other: second, verdict: verdict))
      return .saved(id: first, op: try transaction.append(body, on: first))
    }
  }
}

extension Fold {
  static func duplicateJudged(_ judged: DuplicateJudged, _ op: Op, _ db: Database) throws {
    let pair: StatementArguments = [op.entity.rawValue, judged.other.rawValue]
    guard let verdict = judged.verdict else {
      try db.execute(
        sql: "DELETE FROM duplicate_verdict WHERE first = ? AND second = ?", arguments: pair)
      return
    }
    try db.execute(
      sql: "INSERT OR REPLACE INTO duplicate_verdict (first, second, verdict) VALUES (?, ?, ?)",
      arguments: pair + [verdict.rawValue])
  }
}
