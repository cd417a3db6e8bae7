import LibraryCore
import LibraryStore

extension Action {
  /// What the house is called, keeps lists of and remembers: settings, lists, accounts, the journal.
  static let settings = [
    Action(name: "settings", fields: [], isReading: true) { desk, _ in
      let house = try desk.houseConfiguration()
      return [
        "outcome": "found",
        "settings": .list(HouseSetting.all.map { .setting($0, in: house) }),
      ]
    },
    Action(name: "setSetting", fields: ["name", "value"]) { desk, fields in
      let name = try fields.text("name")
      guard HouseSetting.all.contains(name) else {
        throw ActionFault.expected(.oneOf(HouseSetting.all), field: "name")
      }
      let value = try fields.optionalTextOrNumber("value")
      if let value, let choices = HouseSetting.choices(name), !choices.contains(value) {
        throw ActionFault.expected(.oneOf(choices), field: "value")
      }
      return try desk.setSetting(name, value).json(.setting)
    },
    Action(name: "terms", fields: ["kind"], isReading: true) { desk, fields in
      let kind: TermKind? = fields.has("kind") ? try fields.choice("kind") : nil
      let terms = try desk.houseConfiguration().terms.filter { kind == nil || $0.kind == kind }
      return ["outcome": "found", "terms": .list(terms.map { JSONValue($0) })]
    },
    Action(name: "saveTerm", fields: ["kind", "code", "name"]) { desk, fields in
      try desk.saveTerm(
        fields.choice("kind"), code: fields.text("code"), name: fields.text("name")
      ).json(.term)
    },
    Action(name: "removeTerm", fields: ["kind", "code"]) { desk, fields in
      try desk.removeTerm(fields.choice("kind"), code: fields.text("code")).json(.term)
    },
    Action(name: "staff", fields: [], isReading: true) { desk, _ in
      [
        "outcome": "found",
        "staff": .list(try desk.houseConfiguration().staff.map { JSONValue($0) }),
      ]
    },
    Action(name: "log", fields: ["since", "entity", "limit"], isReading: true) { desk, fields in
      let entries = try desk.log(
        since: fields.optionalMoment("since"),
        entity: fields.optionalInteger("entity").map { EntityID(rawValue: $0) },
        limit: fields.count("limit", usually: 200))
      return ["outcome": "found", "entries": .list(entries.map { JSONValue($0) })]
    },
  ]
}
