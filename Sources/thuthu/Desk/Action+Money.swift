import LibraryCore
import LibraryStore

extension Action {
  /// What writes into patrons' accounts, and the drawers.
  static let money = accounts + drawers + losses

  private static let accounts = [
    Action(
      name: "pay", fields: ["patron", "amount", "method", "charge", "note"], asksBackdate: true
    ) { desk, fields in
      try enter(.payment, .payment, desk, fields, method: .cash)
    },
    Action(
      name: "charge", fields: ["patron", "amount", "kind", "item", "note"], asksBackdate: true
    ) { desk, fields in
      try enter(.charge, .charge, desk, fields)
    },
    Action(name: "waive", fields: ["patron", "amount", "charge", "note"], asksBackdate: true) {
      desk, fields in
      try enter(.waiver, .waiver, desk, fields)
    },
    Action(name: "refund", fields: ["patron", "amount", "method", "note"], asksBackdate: true) {
      desk, fields in
      try enter(.refund, .refund, desk, fields, method: .cash)
    },
    Action(
      name: "takeDeposit", fields: ["patron", "amount", "method", "item", "note"],
      asksBackdate: true
    ) { desk, fields in
      try enter(.depositTaken, .deposit, desk, fields, method: .cash)
    },
    Action(
      name: "returnDeposit", fields: ["patron", "amount", "method", "note"], asksBackdate: true
    ) { desk, fields in
      try enter(.depositReturned, .deposit, desk, fields, method: .cash)
    },
    Action(
      name: "useDeposit", fields: ["patron", "amount", "charge", "note"], asksBackdate: true
    ) { desk, fields in
      try enter(.depositUsed, .deposit, desk, fields)
    },
    Action(name: "voidEntry", fields: ["op", "reason"]) { desk, fields in
      try desk.telling(
        desk.void(
          OpID(rawValue: fields.integer("op")), reason: fields.optionalText("reason") ?? ""))
    },
  ]

  private static let drawers = [
    Action(name: "openCash", fields: ["drawer", "float"], asksBackdate: true) { desk, fields in
      try shift(
        desk.openCash(
          fields.optionalText("drawer"),
          float: Money(dong: fields.optionalInteger("float") ?? 0)), desk)
    },
    Action(name: "moveCash", fields: ["amount", "reason", "drawer"], asksBackdate: true) {
      desk, fields in
      try shift(
        desk.moveCash(
          Money(dong: fields.integer("amount")), reason: fields.text("reason"),
          drawer: fields.optionalText("drawer")), desk)
    },
    Action(name: "closeCash", fields: ["counted", "explanation", "drawer"], asksBackdate: true) {
      desk, fields in
      try shift(
        desk.closeCash(
          counted: Money(dong: fields.integer("counted")),
          explanation: fields.optionalText("explanation"), drawer: fields.optionalText("drawer")),
        desk)
    },
  ]

  private static let losses = [
    Action(
      name: "declareLost", fields: ["item", "price"], hasDryRun: true, asksBackdate: true
    ) { desk, fields in
      try desk.declareLost(
        fields.text("item"), price: fields.optionalInteger("price").map { Money(dong: $0) },
        dryRun: fields.flag("dryRun")
      ).json
    },
    Action(name: "claim", fields: ["item", "claim"], asksBackdate: true) { desk, fields in
      let claim: LoanClaim? = fields.has("claim") ? try fields.choice("claim") : nil
      return try desk.claim(fields.text("item"), claim).json(.item)
    },
    Action(name: "believeClaim", fields: ["item"], asksBackdate: true) { desk, fields in
      try desk.acceptClaim(fields.text("item")).json(.item)
    },
    Action(name: "reportDamage", fields: ["item", "note", "amount"], asksBackdate: true) {
      desk, fields in
      let amount = Money(dong: try fields.optionalInteger("amount") ?? 0)
      let report = try desk.reportDamage(
        fields.text("item"), note: fields.text("note"), charging: amount)
      return report.outcome.json(.item, report.chargedJSON(amount))
    },
    Action(name: "replaceLost", fields: ["item", "replacement"], asksBackdate: true) {
      desk, fields in
      try desk.replaceLost(fields.text("item"), with: fields.text("replacement")).json(.payment)
    },
    Action(name: "overdues", fields: ["loans"], isReading: true) { desk, fields in
      let proposals = try desk.overdueProposals(among: fields.optionalOps("loans"))
      return ["outcome": "found", "overdues": .list(proposals.map { JSONValue($0) })]
    },
    Action(name: "markOverdues", fields: ["loans"], asksBackdate: true) { desk, fields in
      try desk.markOverdues(fields.optionalOps("loans").map { Set($0) }).json
    },
  ]

  private static func enter(
    _ kind: AccountEntry.Kind, _ saving: Saving, _ desk: Desk, _ fields: ActionFields,
    method usual: PaymentMethod? = nil
  ) throws -> JSONValue {
    let card = try fields.text("patron")
    let charge: ChargeKind? = kind == .charge ? try fields.choice("kind", usually: .other) : nil
    let method: PaymentMethod? =
      if let usual { try fields.choice("method", usually: usual) } else { nil }
    let entry = AccountEntry(
      kind, Money(dong: try fields.integer("amount")), charge: charge, method: method,
      note: try fields.optionalText("note"),
      toward: try fields.optionalInteger("charge").map { [OpID(rawValue: $0)] } ?? [])
    let outcome = try desk.enter(entry, for: card, item: fields.optionalText("item"))
    guard case .saved(_, let op) = outcome, let line = try desk.accountLine(op)?.line else {
      return try outcome.json(saving)
    }
    return outcome.json(
      saving, ["balance": .money(line.balance), "receipt": .optional(line.receipt?.text)])
  }

  private static func shift(_ outcome: SaveOutcome, _ desk: Desk) throws -> JSONValue {
    guard case .saved(let id, _) = outcome, let shift = try desk.cashShift(id) else {
      return try outcome.json(.shift)
    }
    return outcome.json(.shift, JSONValue(shift))
  }
}
