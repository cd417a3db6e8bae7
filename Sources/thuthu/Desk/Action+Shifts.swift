import LibraryCore
import LibraryStore

extension Action {
  /// What the drawers hold and held, and a single receipt.
  static let shifts = [
    Action(name: "shifts", fields: ["from", "to"], isReading: true) { desk, fields in
      let shifts = try desk.shifts(
        from: fields.optionalDay("from"), to: fields.optionalDay("to"))
      return ["outcome": "found", "shifts": .list(shifts.map { JSONValue($0) })]
    },
    Action(name: "shift", fields: ["shift"], isReading: true) { desk, fields in
      let number = fields.has("shift") ? try fields.entity("shift") : nil
      guard let page = try ShiftPage(number, at: desk) else {
        return .unknown("shift", number?.description ?? "")
      }
      return JSONValue(page.shift).with("outcome", "found").adding([
        "entries": .list(page.entriesJSON), "moves": .list(page.movesJSON),
      ])
    },
    Action(name: "receipt", fields: ["op"], isReading: true) { desk, fields in
      let op = OpID(rawValue: try fields.integer("op"))
      guard let (patron, line) = try desk.accountLine(op) else {
        return UndoOutcome.unknownOp(op).json
      }
      return JSONValue.receipt(line, of: patron, Speech.words(of: try desk.houseConfiguration()))
        .with("outcome", "found")
    },
  ]
}
