import LibraryCore
import LibraryStore

extension Action {
  /// What only asks.
  static let reading = [
    Action(name: "show", fields: ["kind", "key"], isReading: true) { desk, fields in
      let kind: ShowCommand.Kind = try fields.choice("kind")
      guard let key = try fields.optionalTextOrNumber("key") else {
        throw ActionFault.missing("key")
      }
      return try Showing(desk).find(kind, key).json
    }
  ]
}
