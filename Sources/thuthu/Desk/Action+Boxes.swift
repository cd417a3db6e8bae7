import LibraryCore
import LibraryStore

extension Action {
  /// Whole boxes, lent to institutions and taken back.
  static let boxes = [
    Action(
      name: "checkoutAll", fields: ["patron", "items", "receiver", "due"], takesOverride: true,
      asksBackdate: true
    ) { desk, fields in
      try desk.checkOutAll(
        fields.barcodes("items"), to: fields.text("patron"),
        receiver: fields.optionalText("receiver"), due: fields.optionalDue("due"),
        override: fields.optionalText("override")
      ).json
    },
    Action(name: "returnAll", fields: ["items", "dropBox", "audience"], asksBackdate: true) {
      desk, fields in
      let outcome = try desk.takeBackAll(
        fields.boxLines("items"), dropBox: fields.flag("dropBox"),
        readBy: fields.choice("audience", usually: .adult))
      return [
        "outcome": "each", "returns": .list(outcome.outcomes.map(\.json)),
        "boxes": .list(outcome.boxes.map { JSONValue($0) }),
        "ops": .list(outcome.ops.map { .op($0) }),
      ]
    },
    Action(name: "packBox", fields: ["patron", "receiver"], asksBackdate: true) { desk, fields in
      try desk.packBox(
        for: fields.text("patron"), receiver: fields.optionalText("receiver")
      ).json(.box)
    },
    Action(name: "boxes", fields: ["patron", "out", "from", "to"], isReading: true) {
      desk, fields in
      var institution: EntityID?
      if let card = try fields.optionalText("patron") {
        guard let known = try desk.patron(card) else { return .unknown("patron", card) }
        institution = known.patron.id
      }
      let boxes = try desk.boxes(
        of: institution, onlyOut: fields.flag("out"), from: fields.optionalDay("from"),
        through: fields.optionalDay("to"))
      return ["outcome": "found", "boxes": .list(boxes.map { JSONValue($0) })]
    },
    Action(name: "box", fields: ["box"], isReading: true) { desk, fields in
      let id = try fields.entity("box")
      guard let box = try desk.box(id) else { return .unknown("box", id.description) }
      return JSONValue(box).adding([
        "outcome": "found", "copyLines": .list(try desk.copies(of: id).map { JSONValue($0) }),
      ])
    },
  ]
}

extension ActionFields {
  fileprivate func barcodes(_ key: String) throws(ActionFault) -> [String] {
    try boxLines(key).map(\.barcode)
  }

  /// Barcodes, each alone or as an object with the uses reported of the copy.
  fileprivate func boxLines(_ key: String) throws(ActionFault) -> [BoxList.Line] {
    var lines: [BoxList.Line] = []
    for value in try optionalList(key) ?? [] {
      switch value {
      case .text(let code): lines.append(BoxList.Line(code))
      case .object(let members):
        guard case .text(let code)? = members.first(where: { $0.key == "item" })?.value else {
          throw .expected(.list, field: key)
        }
        let uses = members.first { $0.key == "uses" }?.value
        switch uses {
        case nil, .null: lines.append(BoxList.Line(code))
        case .integer(let count): lines.append(BoxList.Line(code, uses: Int(clamping: count)))
        default: throw .expected(.integer, field: "uses")
        }
      default: throw .expected(.list, field: key)
      }
    }
    return lines
  }
}
