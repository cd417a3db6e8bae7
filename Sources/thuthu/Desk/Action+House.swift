import LibraryCore
import LibraryStore

extension Action {
  private static let ruleKeys = Set(RuleParameter.allCases.map(\.rawValue))

  /// What the house decides: the matrix of loan rules and the opening days.
  static let house = [
    Action(
      name: "setRule",
      fields: ruleKeys.union([
        "library", "category", "itemType", "collection", "from", "to", "rule", "remove", "replace",
      ])
    ) { desk, fields in
      try setRule(desk, fields)
    },
    Action(
      name: "reapplyRules", fields: ["library", "category", "itemType", "collection"],
      hasDryRun: true
    ) { desk, fields in
      try desk.reapplyRules(scope(fields), dryRun: fields.flag("dryRun")).json
    },
    Action(name: "closeDays", fields: ["day", "last", "reason"], hasDryRun: true) {
      desk, fields in
      try closeDays(desk, fields)
    },
    Action(name: "setCalendar", fields: ["weekdays", "day", "open", "reason"]) { desk, fields in
      try setCalendar(desk, fields)
    },
    Action(name: "saveSeason", fields: ["period", "hours", "name", "season"]) { desk, fields in
      try saveSeason(desk, fields)
    },
    Action(name: "removeSeason", fields: ["season"]) { desk, fields in
      try desk.removeSeason(fields.entity("season")).json(.season)
    },
  ]

  private static func closeDays(_ desk: Desk, _ fields: ActionFields) throws -> JSONValue {
    guard let first = try fields.optionalDay("day") else { throw ActionFault.missing("day") }
    return try desk.closeDays(
      from: first, to: fields.optionalDay("last") ?? first, reason: fields.text("reason"),
      dryRun: fields.flag("dryRun")
    ).json
  }

  private static func saveSeason(_ desk: Desk, _ fields: ActionFields) throws -> JSONValue {
    let typed = try fields.text("period")
    guard let period = SeasonPeriod(typed: typed) else {
      return try SaveOutcome.refused([.invalidValue(field: "period", typed: typed)]).json(.season)
    }
    let hours = try fields.text("hours")
    guard let week = SeasonWeek(typed: hours.split(separator: ";").map(String.init)) else {
      return try SaveOutcome.refused([.invalidValue(field: "hours", typed: hours)]).json(.season)
    }
    return try desk.saveSeason(
      period, name: fields.optionalText("name") ?? "", week: week,
      id: fields.has("season") ? fields.entity("season") : nil
    ).json(.season)
  }

  static func scope(_ fields: ActionFields) throws -> RuleScope {
    RuleScope(
      library: try fields.optionalText("library"), category: try fields.optionalText("category"),
      itemType: try fields.optionalText("itemType"),
      collection: try fields.optionalText("collection"))
  }

  private static func setRule(_ desk: Desk, _ fields: ActionFields) throws -> JSONValue {
    if try fields.flag("remove"), fields.has("rule") {
      return try desk.removeRule(fields.entity("rule")).json(.rule)
    }
    if fields.has("rule") { throw ActionFault.missing("remove") }
    let scope = try scope(fields)
    let period = RulePeriod(from: try fields.optionalDay("from"), to: try fields.optionalDay("to"))
    if try fields.flag("remove") {
      let rows = try desk.houseConfiguration().rules.rows
      guard let row = rows.first(where: { $0.scope == scope && $0.period == period }) else {
        return .unknown("rule", "")
      }
      return try desk.removeRule(row.id).json(.rule)
    }
    var values: [RuleParameter: Int] = [:]
    for parameter in RuleParameter.allCases {
      guard let text = try fields.optionalTextOrNumber(parameter.rawValue) else { continue }
      guard let value = parameter.value(of: text) else {
        throw ActionFault.badRuleValue(parameter, text)
      }
      values[parameter] = value
    }
    return try desk.setRule(
      scope, period, values: values, keepingOthers: !fields.flag("replace")
    ).json(.rule)
  }

  private static func setCalendar(_ desk: Desk, _ fields: ActionFields) throws -> JSONValue {
    if let weekdays = try fields.optionalWeekdays("weekdays") {
      if fields.has("day") { throw ActionFault.onlyOneOf(["weekdays", "day"]) }
      return try desk.setOpeningDays(weekdays).json(.calendar)
    }
    guard let day = try fields.optionalDay("day") else { throw ActionFault.missing("day") }
    let isOpen = try fields.optionalFlag("open")
    return try desk.setOpeningDay(day, isOpen: isOpen, reason: fields.optionalText("reason"))
      .json(.calendar, ["loansDue": .count(desk.loansDue(on: day, isOpen: isOpen))])
  }
}
