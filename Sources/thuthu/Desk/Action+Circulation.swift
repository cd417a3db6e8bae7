import LibraryCore
import LibraryStore

extension Action {
  /// What goes over the counter.
  static let circulation = [
    Action(
      name: "checkout", fields: ["patron", "item", "due", "onSite"], takesOverride: true,
      hasDryRun: true, asksBackdate: true
    ) { desk, fields in
      try desk.checkOut(
        fields.text("item"), to: fields.text("patron"), due: fields.optionalDue("due"),
        onSite: fields.flag("onSite"),
        override: fields.optionalText("override"), dryRun: fields.flag("dryRun")
      ).json
    },
    Action(
      name: "return", fields: ["item", "dropBox", "damaged", "charge", "uses", "audience"],
      hasDryRun: true,
      asksBackdate: true
    ) { desk, fields in
      let charge = try fields.optionalInteger("charge").map { Money(dong: $0) }
      let damage = try fields.optionalText("damaged").map { Damage($0, charge: charge ?? .zero) }
      if damage == nil, charge != nil { throw ActionFault.missing("damaged") }
      return try desk.takeBack(
        fields.text("item"), dropBox: fields.flag("dropBox"), damage: damage,
        uses: fields.optionalInteger("uses").map { Int(clamping: $0) },
        readBy: fields.choice("audience", usually: .adult), dryRun: fields.flag("dryRun")
      ).json
    },
    Action(
      name: "renew", fields: ["item"], takesOverride: true, hasDryRun: true, asksBackdate: true
    ) { desk, fields in
      try desk.renew(
        fields.text("item"), override: fields.optionalText("override"),
        dryRun: fields.flag("dryRun")
      ).json
    },
    Action(
      name: "renewAll", fields: ["patron"], takesOverride: true, hasDryRun: true,
      asksBackdate: true
    ) { desk, fields in
      try desk.renewAll(
        fields.text("patron"), override: fields.optionalText("override"),
        dryRun: fields.flag("dryRun")
      ).json
    },
    Action(name: "fastAdd", fields: ["barcode", "title", "author", "type", "shareNumber"]) {
      desk, fields in
      let barcode = try fields.text("barcode")
      let outcome = try desk.sharing(fields).fastAdd(
        barcode, title: fields.text("title"), author: fields.optionalText("author"),
        type: fields.optionalText("type"))
      let notices = try desk.houseConfiguration()
        .notices(of: [ItemField.type: fields.optionalText("type")])
      let named: JSONValue = ["barcode": .text(barcode)]
      return outcome.json(.newItem, named.adding(.notices(notices)))
    },
    Action(name: "transfers", fields: [], isReading: true) { desk, _ in
      [
        "outcome": "found",
        "lines": .list(
          try desk.transfers().map { line in
            [
              "item": JSONValue(line.item), "to": .text(line.to),
              "holdFor": line.kept.map { JSONValue($0) } ?? .null,
            ]
          }),
      ]
    },
    Action(
      name: "tally", fields: ["kind", "count", "audience", "group", "box", "form", "attendance"],
      asksBackdate: true
    ) { desk, fields in
      let tally = Tally(
        try fields.choice("kind"), count: try fields.count("count", usually: 1),
        audience: try fields.choice("audience", usually: .adult),
        group: try fields.optionalInteger("group").map { Int(clamping: $0) },
        box: try fields.optionalInteger("box").map { EntityID(rawValue: $0) },
        form: try fields.optionalText("form"),
        attendance: try fields.optionalInteger("attendance").map { Int(clamping: $0) })
      return try desk.tally(tally).json(.tally)
    },
    Action(name: "undo", fields: ["op", "account", "drawer"], hasDryRun: true) { desk, fields in
      try desk.undone(
        UndoChoice(
          op: fields.optionalInteger("op").map { OpID(rawValue: $0) },
          account: fields.optionalText("account"), drawer: fields.optionalText("drawer")),
        dryRun: fields.flag("dryRun"))
    },
    Action(
      name: "undoVisit", fields: ["patron", "since", "partly"], hasDryRun: true
    ) { desk, fields in
      try desk.undo(
        fields.optionalMoment("since").map { .since($0) } ?? .visit, of: fields.text("patron"),
        partly: fields.flag("partly"), dryRun: fields.flag("dryRun")
      ).json
    },
    Action(name: "scanShelf", fields: ["stocktake", "item", "shelf"]) { desk, fields in
      try desk.scanShelf(
        fields.text("item"), stocktake: fields.entity("stocktake"),
        shelf: fields.optionalText("shelf")
      ).json
    },
  ]
}

extension ScanOutcome {
  var json: JSONValue {
    switch self {
    case .seen(let seen):
      [
        "outcome": "seen", "finding": .text(seen.finding.rawValue),
        "barcode": .text(seen.barcode.text), "item": seen.item.map { JSONValue($0) } ?? .null,
        "location": .optional(seen.location), "status": .optional(seen.status?.rawValue),
        "loan": seen.loan.map { JSONValue($0) } ?? .null,
        "previousCallNumber": .optional(seen.previousCallNumber), "op": .op(seen.op),
      ]
    case .refused(let reasons, let item):
      JSONValue.refused(reasons).adding(["item": item.map { JSONValue($0) } ?? .null])
    case .unknownItem(let typed): .unknown("item", typed)
    case .unknownStocktake(let id): .unknown("stocktake", id.description)
    }
  }

  var status: ExitStatus { if case .seen = self { .done } else { .refused } }
}
