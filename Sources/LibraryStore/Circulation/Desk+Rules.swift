import GRDB
public import LibraryCore
import VietnameseText

extension Desk {
  /// Gives the matrix all rows of the table, changed or new: one batch of all that differs, or nothing where a row has a fault.
  ///
  /// Where `replacing` says so, every other row is taken away. Otherwise a row keeps what the table has no column for.
  public func setRules(_ table: RuleTable, replacing: Bool, source: String = "") throws
    -> RulesOutcome
  {
    var table = table
    table.rows = table.rows.map {
      RuleTable.Row(scope: $0.scope.tidied, period: $0.period, values: $0.values)
    }
    return try act { transaction in
      let reasons = transaction.missing(.manageRules)
      guard reasons.isEmpty else { return .refused(reasons) }
      let house = transaction.configuration
      let rows = house.rules.rows(of: table, replacing: replacing)
      let faults = house.faults(in: rows)
      guard faults.isEmpty else { return .faulty(faults) }
      let changes = house.rules.changes(setting: rows, replacing: replacing)
      guard !changes.isEmpty else { return .unchanged(changes) }
      let batch = transaction.journal.newEntity()
      try transaction.append(.batchOpened(kind: Batch.rules, source: source), on: batch)
      for row in changes.added + changes.changed {
        _ = try transaction.saveRule(row.scope, row.period, values: row.values, of: batch)
      }
      for row in changes.removed {
        try transaction.append(
          .ruleSaved([RuleField.removed.set("yes"), RuleField.batch.set("\(batch.rawValue)")]),
          on: row.id)
      }
      let counts = BatchCounts(
        records: changes.added.count, replaced: changes.changed.count,
        items: changes.removed.count, skipped: changes.unchanged)
      let op = try transaction.append(.batchClosed(counts), on: batch)
      return .saved(changes, batch: batch, op: op)
    }
  }

  /// Gives the matrix a row for `scope` and `period`, or the row it has other values; the two together never have two rows.
  ///
  /// With `keepingOthers` a row that is there keeps the values that are not named. Loans already made keep their due dates and their
  /// terms, until `reapplyRules` is asked for.
  public func setRule(
    _ scope: RuleScope, _ period: RulePeriod = RulePeriod(), values: [RuleParameter: Int],
    keepingOthers: Bool = false
  ) throws -> SaveOutcome {
    let scope = scope.tidied
    return try act { transaction in
      let rules = transaction.configuration.rules
      let values = keepingOthers ? rules.values(scope, period, changing: values) : values
      let row = RuleTable.Row(scope: scope, period: period, values: values)
      let reasons =
        transaction.missing(.manageRules) + row.refusals(known: transaction.configuration.codes)
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
    _ scope: RuleScope, _ period: RulePeriod, values: [RuleParameter: Int],
    of batch: EntityID? = nil
  ) throws -> SaveOutcome {
    let changes =
      [
        RuleField.library.set(scope.library), RuleField.category.set(scope.category),
        RuleField.itemType.set(scope.itemType), RuleField.values.set(LoanRule.encode(values)),
        RuleField.removed.set(nil), RuleField.collection.set(scope.collection),
        RuleField.from.set(period.from?.iso), RuleField.to.set(period.to?.iso),
      ] + (batch.map { [RuleField.batch.set("\($0.rawValue)")] } ?? [])
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
      Field(rawValue: change.number).map { row.text($0.column) != change.value } ?? true
    }
    guard !different.isEmpty else { return .unchanged(id: id) }
    return .saved(id: id, op: try append(body(different), on: id))
  }
}

extension Row {
  /// The text of a column, also of one that keeps whole numbers.
  fileprivate func text(_ column: String) -> String? {
    let value: DatabaseValue = self[column]
    if case .int64(let number) = value.storage { return String(number) }
    return String.fromDatabaseValue(value)
  }
}

extension HouseConfiguration {
  /// The rows of a table of rules that cannot be taken.
  public func faults(in rows: [RuleTable.Row]) -> [RulesOutcome.Fault] {
    rows.enumerated().compactMap { place, row in
      let reasons = row.refusals(known: codes)
      return reasons.isEmpty ? nil : RulesOutcome.Fault(row: place, reasons: reasons)
    }
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
