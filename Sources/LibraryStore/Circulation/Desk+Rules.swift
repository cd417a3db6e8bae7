import GRDB
public import LibraryCore
import VietnameseText

extension Desk {
  /// Gives the matrix a row for `scope`, or the row it has other values; a scope never has two.
  public func setRule(_ scope: RuleScope, values: [RuleParameter: Int]) throws -> SaveOutcome {
    let scope = scope.tidied
    return try act { transaction in
      var reasons = transaction.missing(.manageRules)
      for parameter in RuleParameter.allCases {
        if let value = values[parameter], !parameter.range.contains(value) {
          reasons.append(.valueOutOfRange(parameter, value))
        }
      }
      guard reasons.isEmpty else { return .refused(reasons) }
      let changes = [
        RuleField.library.set(scope.library), RuleField.category.set(scope.category),
        RuleField.itemType.set(scope.itemType), RuleField.values.set(LoanRule.encode(values)),
        RuleField.removed.set(nil),
      ]
      return try transaction.save(
        changes, as: OpBody.ruleSaved, in: RuleField.self, of: "rule",
        where: "library IS ? AND category IS ? AND item_type IS ?",
        [scope.library, scope.category, scope.itemType])
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
  /// Saves the one thing of `table` that `condition` finds, or makes it; writes nothing where nothing differs.
  fileprivate mutating func save<Field: EntityField>(
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
  fileprivate var tidied: RuleScope {
    RuleScope(
      library: library?.tidied, category: category?.tidied, itemType: itemType?.tidied)
  }
}

extension String {
  /// The text composed and without blanks at its ends; nil when nothing is left.
  var tidied: String? {
    let text = nfc.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
    return text.isEmpty ? nil : String(text)
  }
}
