import LibraryCore
import LibraryStore

extension Action {
  /// Why something is so, and what happened: what the screens and commands lay open.
  static let asking = [
    Action(name: "explainCheckout", fields: ["patron", "item", "onSite"], isReading: true) {
      desk, fields in
      let (card, code) = (try fields.text("patron"), try fields.text("item"))
      let explanation = try desk.explainCheckOut(code, to: card, onSite: fields.flag("onSite"))
      if let explanation { return JSONValue(explanation) }
      let isNobody = try desk.patron(card) == nil
      return isNobody ? .unknown("patron", card) : .unknown("item", code)
    },
    Action(name: "explainRenewal", fields: ["item"], isReading: true) { desk, fields in
      let code = try fields.text("item")
      return try desk.explainRenewal(code).map { JSONValue($0) }
        ?? desk.renew(code, dryRun: true).json
    },
    Action(name: "explainLoan", fields: ["item", "loan"], isReading: true) { desk, fields in
      let (item, number) = (try fields.optionalText("item"), try fields.optionalInteger("loan"))
      guard item == nil || number == nil else { throw ActionFault.onlyOneOf(["item", "loan"]) }
      guard let key = item ?? number.map(String.init) else { throw ActionFault.missing("item") }
      let loan =
        try item.map { try Showing(desk).loan(ofCopy: $0) } ?? number.map { OpID(rawValue: $0) }
      return try loan.flatMap(desk.explainLoan).map { JSONValue($0) } ?? .unknown("loan", key)
    },
    Action(
      name: "explainHold",
      fields: [
        "hold", "patron", "record", "records", "item", "pickup", "until", "freezeUntil",
      ], isReading: true
    ) { desk, fields in
      if fields.has("patron") {
        if fields.has("hold") { throw ActionFault.onlyOneOf(["hold", "patron"]) }
        let request = try fields.holdRequest()
        return try desk.explainPlacement(request).map { JSONValue($0) }
          ?? desk.placeHold(request, dryRun: true).json
      }
      let hold = try fields.entity("hold")
      return try desk.explainHold(hold).map { JSONValue($0) }
        ?? HoldEndOutcome.unknownHold(hold.description).json
    },
    Action(name: "explainFine", fields: ["item"], isReading: true) { desk, fields in
      let code = try fields.text("item")
      return try desk.explainFine(code).map { JSONValue($0) } ?? .unknown("item", code)
    },
    Action(name: "history", fields: ["item", "patron", "day", "limit"], isReading: true) {
      desk, fields in
      try history(desk, fields)
    },
    Action(name: "account", fields: ["patron"], isReading: true) { desk, fields in
      let card = try fields.text("patron")
      guard let facts = try desk.patron(card) else { return .unknown("patron", card) }
      let account = try desk.account(of: facts.patron.id)
      return [
        "outcome": "found", "patron": JSONValue(PatronLine(facts.patron)),
        "lines": .list(account.lines.map { JSONValue($0) }), "balance": .money(account.owed),
        "held": .money(account.held),
      ]
    },
    Action(name: "diary", fields: ["from", "to"], isReading: true) { desk, fields in
      let today = desk.today
      let first = try fields.optionalDay("from") ?? today.adding(days: 1 - today.day)
      let days = try desk.diary(from: first, to: fields.optionalDay("to") ?? today)
      return ["outcome": "found", "days": .list(days.map { JSONValue($0) })]
    },
    Action(
      name: "effectiveRules", fields: ["library", "category", "itemType", "collection", "on"],
      isReading: true
    ) { desk, fields in
      let house = try desk.houseConfiguration()
      var scope = try scope(fields)
      scope.library = scope.library ?? house.libraryCode
      let day = try fields.optionalDay("on") ?? desk.today
      return [
        "outcome": "found",
        "rules": .list(
          RuleParameter.allCases.map {
            JSONValue(house.rules.value($0, for: scope, on: day))
          }),
        "notices": .list(scope.unknownCodes(known: house.codes).map { JSONValue($0) }),
      ]
    },
  ]

  /// The history of the copy, the patron or the day that is named, the newest last.
  private static func history(_ desk: Desk, _ fields: ActionFields) throws -> JSONValue {
    let limit = try fields.count("limit", usually: 200)
    let entries: [JSONValue]
    if let code = try fields.optionalText("item") {
      guard case .item(let facts) = try desk.look(code, preferring: .label) else {
        return .unknown("item", code)
      }
      entries = try desk.history(of: facts.item.id, limit: limit).reversed().map { JSONValue($0) }
    } else if let card = try fields.optionalText("patron") {
      guard let facts = try desk.patron(card) else { return .unknown("patron", card) }
      entries = try desk.history(ofPatron: facts.patron.id, limit: limit).reversed()
        .map { JSONValue($0) }
    } else {
      let day = try fields.optionalDay("day")
      entries = try desk.history(ofDay: day, limit: limit).reversed().map { JSONValue($0) }
    }
    return ["outcome": "found", "entries": .list(entries)]
  }
}
