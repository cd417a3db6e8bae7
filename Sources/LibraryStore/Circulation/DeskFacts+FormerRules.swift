import GRDB
import LibraryCore

extension DeskFacts {
  /// The rules before each change of a row after `id`, the oldest first; of several with none of `others` between, the first.
  ///
  /// The matrix is small and changes seldom: where it did not, that is all that is asked.
  func ruleChanges(since id: OpID, between others: [OpID]) throws -> [HouseChange] {
    let isChanged = try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (
            SELECT 1 FROM rule CROSS JOIN op ON op.entity = rule.id AND op.id > ?)
          """),
      arguments: [id.rawValue])
    guard isChanged == true else { return [] }
    let ops = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT \(OpReading.columns(of: "op")) FROM rule CROSS JOIN op ON op.entity = rule.id
          ORDER BY op.id
          """))
    var rows: [EntityID: [RuleField: String]] = [:]
    var changes: [HouseChange] = []
    var told: Int?
    while let row = try ops.next() {
      let op = try OpReading.op(row)
      guard case .ruleSaved(let fields) = op.body else { continue }
      let place = others.count { $0 < op.id }
      if op.id > id, place != told {
        told = place
        changes.append(HouseChange(op: op.id, rules: DeskFacts.rules(rows)))
      }
      for change in fields {
        guard let field = RuleField(rawValue: change.number) else { continue }
        rows[op.entity, default: [:]][field] = change.value
      }
    }
    return changes
  }

  private static func rules(_ rows: [EntityID: [RuleField: String]]) -> LoanRules {
    LoanRules(
      rows: rows.compactMap { LoanRule(id: $0.key, fields: $0.value) }.sorted { $0.id < $1.id })
  }
}
