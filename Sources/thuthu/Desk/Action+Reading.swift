import LibraryCore
import LibraryStore

extension Action {
  private static let hitsUsually = 20

  /// What only asks.
  static let reading = [
    Action(name: "search", fields: ["words", "in", "sort", "limit", "offset"], isReading: true) {
      desk, fields in
      JSONValue(
        try CatalogueSearch(desk.file).find(
          fields.text("words"), in: fields.choice("in", usually: .any),
          sortedBy: fields.choice("sort", usually: .relevance),
          limit: fields.count("limit", usually: hitsUsually),
          offset: fields.count("offset", usually: 0)))
    },
    Action(name: "show", fields: ["kind", "key"], isReading: true) { desk, fields in
      let kind: ShowCommand.Kind = try fields.choice("kind")
      guard let key = try fields.optionalTextOrNumber("key") else {
        throw ActionFault.missing("key")
      }
      return try Showing(desk).find(kind, key).json
    },
    Action(name: "actions", fields: [], isReading: true) { _, _ in
      let actions = Action.all.values.sorted { $0.name < $1.name }
      return ["outcome": "found", "actions": .list(actions.map { JSONValue($0) })]
    },
  ]
}

extension JSONValue {
  /// What an action is called and takes, beside what all of them take.
  fileprivate init(_ action: Action) {
    self = [
      "do": .text(action.name), "fields": .list(action.fields.sorted().map { .text($0) }),
      "override": .bool(action.takesOverride), "writes": .bool(!action.isReading),
    ]
  }
}
