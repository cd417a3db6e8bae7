import LibraryCore
import LibraryStore

extension Action {
  /// Who waits for what.
  static let holds = [
    Action(
      name: "hold",
      fields: [
        "patron", "record", "records", "item", "pickup", "until", "freezeUntil", "note",
      ], takesOverride: true, hasDryRun: true, asksBackdate: true
    ) { desk, fields in
      let request = try fields.holdRequest()
      return try desk.placeHold(
        request, override: fields.optionalText("override"), dryRun: fields.flag("dryRun")
      ).json
    },
    Action(name: "editHold", fields: ["hold", "pickup", "until", "freezeUntil", "note"]) {
      desk, fields in
      var changes: [HoldField: String?] = [:]
      let keys: [(String, HoldField)] = [
        ("pickup", .pickup), ("until", .expiresOn), ("freezeUntil", .frozenUntil),
        ("note", .note),
      ]
      for (key, field) in keys where fields.has(key) {
        changes[field] = .some(try fields.optionalText(key))
      }
      return try desk.editHold(fields.entity("hold"), changes).json(.hold)
    },
    Action(name: "cancelHold", fields: ["hold", "reason"]) { desk, fields in
      try desk.endHold(fields.entity("hold"), reason: fields.text("reason")).json
    },
    Action(name: "clearHolds", fields: []) { desk, _ in
      ["outcome": "cleared", "holds": .list(try desk.clearExpiredHolds().map(\.json))]
    },
    Action(name: "pullList", fields: [], isReading: true) { desk, _ in
      let today = desk.today
      return [
        "outcome": "found",
        "lines": .list(try desk.pullList().map { JSONValue($0, today: today) }),
      ]
    },
    Action(name: "holds", fields: ["patron", "record", "all"], isReading: true) { desk, fields in
      let today = desk.today
      if let record = try fields.optionalInteger("record") {
        if fields.has("patron") { throw ActionFault.onlyOneOf(["patron", "record"]) }
        return .holds(try desk.queue(onTitle: EntityID(rawValue: record)), today)
      }
      let card = try fields.text("patron")
      guard let facts = try desk.patron(card) else { return .unknown("patron", card) }
      return .holds(
        try desk.queue(of: facts.patron.id, includeEnded: fields.flag("all")), today)
    },
    Action(name: "holdShelf", fields: ["expired"], isReading: true) { desk, fields in
      let today = desk.today
      let holds = try fields.flag("expired") ? desk.expiredHolds() : desk.holdShelf()
      return ["outcome": "found", "holds": .list(holds.map { JSONValue($0, today: today) })]
    },
  ]
}

extension JSONValue {
  fileprivate static func holds(_ lines: [QueueLine], _ today: CalendarDay) -> JSONValue {
    ["outcome": "found", "holds": .list(lines.map { JSONValue($0, today: today) })]
  }
}

extension ActionFields {
  /// Who is to wait for what.
  func holdRequest() throws -> HoldRequest {
    var records: [EntityID] = []
    for value in try optionalList("records") ?? [] {
      guard case .integer(let number) = value else {
        throw ActionFault.expected(.integer, field: "records")
      }
      records.append(EntityID(rawValue: number))
    }
    if let record = try optionalInteger("record") { records.append(EntityID(rawValue: record)) }
    let item = try optionalText("item")
    if records.isEmpty, item == nil { throw ActionFault.missing("record") }
    if !records.isEmpty, item != nil { throw ActionFault.onlyOneOf(["record", "item"]) }
    return HoldRequest(
      card: try text("patron"), records: records, item: item,
      pickup: try optionalText("pickup"), expiresOn: try optionalDay("until"),
      frozenUntil: try optionalDay("freezeUntil"), note: try optionalText("note"))
  }
}
