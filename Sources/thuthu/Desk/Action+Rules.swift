import LibraryCore
import LibraryStore

extension Action {
  private static let tableForms = ["csv", "rows"]

  /// The matrix of loan rules as a whole; single rows are set by `setRule`.
  static let rules = [
    Action(name: "rules", fields: [], isReading: true) { desk, _ in
      [
        "outcome": "found",
        "rules": .list(try desk.houseConfiguration().rules.rows.map { JSONValue($0) }),
        "builtIn": .list(
          RuleParameter.allCases.map {
            JSONValue(RuleValue(parameter: $0, value: $0.builtIn, decidedBy: nil))
          }),
      ]
    },
    Action(name: "removeRule", fields: ["rule"]) { desk, fields in
      try desk.removeRule(fields.entity("rule")).json(.rule)
    },
    Action(name: "exportRules", fields: ["form"], isReading: true) { desk, fields in
      let form = try fields.optionalText("form") ?? tableForms[0]
      guard tableForms.contains(form) else {
        throw ActionFault.expected(.oneOf(tableForms), field: "form")
      }
      let table = RuleTable(try desk.houseConfiguration().rules)
      return [
        "outcome": "exported", "rules": .count(table.rows.count),
        form: form == "csv" ? .text(table.text) : .list(table.rows.map { JSONValue($0) }),
      ]
    },
    Action(name: "importRules", fields: ["csv", "rows", "replace"], hasDryRun: true) {
      desk, fields in
      try importRules(desk, fields)
    },
  ]

  private static func importRules(_ desk: Desk, _ fields: ActionFields) throws -> JSONValue {
    let rows = try fields.optionalTable("rows")
    let csv = try fields.optionalText("csv")
    if rows != nil, csv != nil { throw ActionFault.onlyOneOf(tableForms) }
    guard let text = csv ?? rows.map(SeparatedValues.text) else { throw ActionFault.missing("csv") }
    let replacing = try fields.flag("replace")
    switch RuleTable.read(Array(text.utf8), known: try desk.houseConfiguration().codes) {
    case .failure(let faults):
      throw ActionFault.badRules(faults.all, field: csv == nil ? "rows" : "csv")
    case .success(let table):
      guard try fields.flag("dryRun") else {
        return try desk.setRules(table, replacing: replacing).json(of: table)
      }
      switch try desk.previewRules(table, replacing: replacing) {
      case .faulty(let faults): return RulesOutcome.faulty(faults).json(of: table)
      case .previewed(let changes, let comparison):
        return JSONValue(changes).with("outcome", "previewed").adding([
          "values": .list(comparison.lines.map { JSONValue($0) })
        ])
      }
    }
  }
}

extension JSONValue {
  /// A row with its values as the table writes them, so that it can be read again.
  fileprivate init(_ row: RuleTable.Row) {
    let whom: JSONValue = [
      "library": .optional(row.scope.library), "category": .optional(row.scope.category),
      "itemType": .optional(row.scope.itemType), "collection": .optional(row.scope.collection),
      "from": .day(row.period.from), "to": .day(row.period.to),
    ]
    self = whom.adding(
      .object(
        RuleParameter.allCases.compactMap { parameter in
          row.values[parameter].map {
            Member(key: parameter.rawValue, value: .text(parameter.text(of: $0)))
          }
        }))
  }
}
