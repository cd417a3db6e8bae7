import GRDB
public import LibraryCore
import VietnameseText

extension Desk {
  /// Gives the matrix all of these rows, changed or new, and takes away every other row where `replacing` says so; one op for
  /// each row that differs, all of them or none.
  public func setRules(_ rows: [RuleTable.Row], replacing: Bool) throws -> [SaveOutcome] {
    try act { transaction in
      let reasons = transaction.missing(.manageRules)
      guard reasons.isEmpty else { return [.refused(reasons)] }
      var outcomes: [SaveOutcome] = []
      let former = transaction.configuration.rules.rows
      for row in rows {
        outcomes.append(
          try transaction.saveRule(row.scope.tidied, row.period, values: row.values))
      }
      guard replacing else { return outcomes }
      let kept = Set(rows.map { RuleTable.Key(scope: $0.scope.tidied, period: $0.period) })
      for row in former where !kept.contains(RuleTable.Key(scope: row.scope, period: row.period)) {
        outcomes.append(
          .saved(
            id: row.id,
            op: try transaction.append(.ruleSaved([RuleField.removed.set("yes")]), on: row.id)))
      }
      return outcomes
    }
  }

  /// Gives the matrix a row for `scope` and `period`, or the row it has other values; the two together never have two rows.
  ///
  /// Loans already made keep their due dates and their terms, until `reapplyRules` is asked for.
  public func setRule(
    _ scope: RuleScope, _ period: RulePeriod = RulePeriod(), values: [RuleParameter: Int]
  ) throws -> SaveOutcome {
    let scope = scope.tidied
    return try act { transaction in
      var reasons = transaction.missing(.manageRules)
      if period.isEmpty { reasons.append(.periodEmpty(period)) }
      for parameter in RuleParameter.allCases {
        if let value = values[parameter], !parameter.range.contains(value) {
          reasons.append(.valueOutOfRange(parameter, value))
        }
      }
      guard reasons.isEmpty else { return .refused(reasons) }
      return try transaction.saveRule(scope, period, values: values)
    }
  }

  public func removeRule(_ id: EntityID) throws -> SaveOutcome {
    try act { transaction in
      let reasons = transaction.missing(.manageRules)
      guard reasons.isEmpty else { return .refused(reasons) }
      guard transaction.configuration.rules.rows.contains(where: { $0.id == id }) else {
        return .unknown(id.description)
      }
      return .saved(
        id: id, op: try transaction.append(.ruleSaved([RuleField.removed.set("yes")]), on: id))
    }
  }

  /// Puts `code` on one of the library's lists, or gives it another name there.
  public func saveTerm(_ kind: TermKind, code: String, name: String) throws -> SaveOutcome {
    let (code, name) = (code.tidied, name.tidied)
    return try act { transaction in
      let reasons = transaction.missing(.manageRules)
      guard let code, let name else { return .refused(reasons + [.nameMissing]) }
      guard reasons.isEmpty else { return .refused(reasons) }
      if kind == .series, AccessionSeries(firstNumber: code) == nil {
        return .refused([.invalidValue(field: "series", typed: code)])
      }
      let changes = [
        TermField.kind.set(kind.rawValue), TermField.code.set(code), TermField.name.set(name),
        TermField.removed.set(nil),
      ]
      return try transaction.save(
        changes, as: OpBody.termSaved, in: TermField.self, of: "term",
        where: "kind = ? AND code = ?", [kind.rawValue, code])
    }
  }

  /// Takes `code` off the list; what bears it keeps it.
  public func removeTerm(_ kind: TermKind, code: String) throws -> SaveOutcome {
    try act { transaction in
      let reasons = transaction.missing(.manageRules)
      guard reasons.isEmpty else { return .refused(reasons) }
      let wanted = code.tidied
      guard let term = transaction.configuration.terms(kind).first(where: { $0.code == wanted })
      else { return .unknown(code) }
      return .saved(
        id: term.id,
        op: try transaction.append(.termSaved([TermField.removed.set("yes")]), on: term.id))
    }
  }
}

extension DeskTransaction {
  /// Saves the row of the matrix for this scope and period.
  fileprivate mutating func saveRule(
    _ scope: RuleScope, _ period: RulePeriod, values: [RuleParameter: Int]
  ) throws -> SaveOutcome {
    let changes = [
      RuleField.library.set(scope.library), RuleField.category.set(scope.category),
      RuleField.itemType.set(scope.itemType), RuleField.values.set(LoanRule.encode(values)),
      RuleField.removed.set(nil), RuleField.collection.set(scope.collection),
      RuleField.from.set(period.from?.iso), RuleField.to.set(period.to?.iso),
    ]
    return try save(
      changes, as: OpBody.ruleSaved, in: RuleField.self, of: "rule",
      where: """
        library IS ? AND category IS ? AND item_type IS ? AND collection IS ? AND from_day IS ?
        AND to_day IS ?
        """,
      [
        scope.library, scope.category, scope.itemType, scope.collection, period.from?.iso,
        period.to?.iso,
      ])
  }

  /// Saves the one thing of `table` that `condition` finds, or makes it; writes nothing where nothing differs.
  mutating func save<Field: EntityField>(
    _ changes: [FieldChange], as body: ([FieldChange]) -> OpBody, in fields: Field.Type,
    of table: String, where condition: String, _ key: [String?]
  ) throws -> SaveOutcome {
    let columns = fields.allCases.map(\.column).joined(separator: ", ")
    let row = try Row.fetchOne(
      db, sql: "SELECT id, \(columns) FROM \(table) WHERE \(condition) ORDER BY id LIMIT 1",
      arguments: StatementArguments(key))
    guard let row else {
      let id = journal.newEntity()
      return .saved(id: id, op: try append(body(changes.filter { $0.value != nil }), on: id))
    }
    let id = EntityID(rawValue: row[0])
    let different = changes.filter { change in
      Field(rawValue: change.number).map { (row[$0.column] as String?) != change.value } ?? true
    }
    guard !different.isEmpty else { return .unchanged(id: id) }
    return .saved(id: id, op: try append(body(different), on: id))
  }
}

extension RuleScope {
  /// The scope with normal texts; a blank part speaks for all.
  var tidied: RuleScope {
    RuleScope(
      library: library?.tidied, category: category?.tidied, itemType: itemType?.tidied,
      collection: collection?.tidied)
  }
}

extension String {
  /// The text composed and without blanks at its ends; nil when nothing is left.
  var tidied: String? {
    let text = nfc.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
    return text.isEmpty ? nil : String(text)
  }
}
