import LibraryCore

extension CheckoutOutcome {
  var json: JSONValue {
    switch self {
    case .lent(let lent):
      [
        "outcome": "lent", "item": JSONValue(lent.item), "patron": JSONValue(lent.patron),
        "dueOn": .day(lent.due.day), "dueAt": .optional(lent.due.time?.text), "op": .op(lent.op),
        "overrode": .list(lent.overrode.map { .text($0.code) }),
        "notices": .list(lent.notices.map { JSONValue($0) }),
      ]
    case .refused(let reasons, let item, let patron):
      JSONValue.refused(reasons).adding([
        "item": JSONValue(item), "patron": JSONValue(patron),
      ])
    case .unknownItem(let typed): .unknown("item", typed)
    case .unknownPatron(let typed): .unknown("patron", typed)
    }
  }

  var status: ExitStatus { if case .lent = self { .done } else { .refused } }
}

extension ReturnOutcome {
  var json: JSONValue {
    switch self {
    case .returned(let returned):
      JSONValue.object([]).adding([
        "outcome": "returned", "item": JSONValue(returned.item),
        "patron": JSONValue(returned.patron), "dueOn": .day(returned.dueOn),
        "dueAt": .optional(returned.dueAt?.text),
        "returnedAt": returned.returnedAt.map { .moment($0) } ?? .null,
        "lateDays": .count(returned.lateDays),
        "lateHours": .count(returned.lateHours), "charge": .money(returned.charge),
        "suspendedUntil": .optional(returned.suspendedUntil?.iso),
        "op": .op(returned.op), "notices": .list(returned.notices.map { JSONValue($0) }),
      ]).adding(.errand(returned.errand))
    case .notOnLoan(let item, let errand, let notices, let op):
      JSONValue.object([]).adding([
        "outcome": "notOnLoan", "item": JSONValue(item), "op": .op(op),
        "notices": .list(notices.map { JSONValue($0) }),
      ]).adding(.errand(errand))
    case .refused(let reasons, let item):
      JSONValue.refused(reasons).adding(["item": JSONValue(item)])
    case .unknownItem(let typed): .unknown("item", typed)
    }
  }

  /// A copy that nobody had on loan is answered, not refused.
  var status: ExitStatus {
    switch self {
    case .returned, .notOnLoan: .done
    case .refused, .unknownItem: .refused
    }
  }
}

extension RenewOutcome {
  var json: JSONValue {
    switch self {
    case .renewed(let renewed):
      [
        "outcome": "renewed", "item": JSONValue(renewed.item), "patron": JSONValue(renewed.patron),
        "dueOn": .day(renewed.due.day), "dueAt": .optional(renewed.due.time?.text),
        "renewalsLeft": .count(renewed.renewalsLeft),
        "notices": .list(renewed.notices.map { JSONValue($0) }), "op": .op(renewed.op),
      ]
    case .refused(let reasons, let item, let patron):
      JSONValue.refused(reasons).adding([
        "item": JSONValue(item), "patron": patron.map { JSONValue($0) } ?? .null,
      ])
    case .unknownItem(let typed): .unknown("item", typed)
    }
  }

  var status: ExitStatus { if case .renewed = self { .done } else { .refused } }
}

extension RenewAllOutcome {
  var json: JSONValue {
    switch self {
    case .each(let outcomes, let patron):
      [
        "outcome": "each", "patron": JSONValue(patron), "loans": .list(outcomes.map(\.json)),
        "ops": .list(
          outcomes.compactMap { if case .renewed(let done) = $0 { .op(done.op) } else { nil } }),
      ]
    case .unknownPatron(let typed): .unknown("patron", typed)
    }
  }

  /// A refusal among them makes the whole one.
  var status: ExitStatus {
    if case .each(let outcomes, _) = self {
      outcomes.reduce(.done) { $0.or($1.status) }
    } else {
      .refused
    }
  }
}

extension LendAllOutcome {
  var json: JSONValue {
    switch self {
    case .each(let outcomes, let patron, let box):
      [
        "outcome": "each", "patron": JSONValue(patron), "loans": .list(outcomes.map(\.json)),
        "box": box.map { .entity($0.id) } ?? .null, "op": .op(box?.op),
      ]
    case .unknownPatron(let typed): .unknown("patron", typed)
    }
  }
}

extension UndoOutcome {
  var json: JSONValue {
    switch self {
    case .undone(let undone, let op): ["outcome": "undone", "undone": .op(undone), "op": .op(op)]
    case .refused(let reasons): .refused(reasons)
    case .unknownOp(let op): ["outcome": "unknownOp", "op": .op(op)]
    }
  }

  var status: ExitStatus { if case .undone = self { .done } else { .refused } }
}

/// How answers speak of what a saving verb saved.
struct Saving {
  /// `saved`, `enrolled`, `added`, `paid`.
  var outcome = "saved"
  /// The key of the saved thing's number.
  var key = "entity"
  /// What is unknown when there is nothing to save to: `record` makes it `unknownRecord`.
  var unknown: String

  static let record = Saving(key: "record", unknown: "record")
  static let newItem = Saving(outcome: "added", unknown: "record")
  static let item = Saving(unknown: "item")
  static let newPatron = Saving(outcome: "enrolled", unknown: "patron")
  static let patron = Saving(unknown: "patron")
  static let hold = Saving(key: "hold", unknown: "hold")
  static let payment = Saving(outcome: "paid", unknown: "patron")
  static let charge = Saving(outcome: "charged", unknown: "patron")
  static let waiver = Saving(outcome: "waived", unknown: "patron")
  static let refund = Saving(outcome: "refunded", unknown: "patron")
  static let deposit = Saving(unknown: "patron")
  static let shift = Saving(key: "shift", unknown: "shift")
  static let box = Saving(outcome: "boxSent", key: "box", unknown: "patron")
  static let tally = Saving(outcome: "tallied", unknown: "tally")
  static let staff = Saving(unknown: "staff")
  static let rule = Saving(key: "rule", unknown: "rule")
  static let calendar = Saving(unknown: "day")
  static let season = Saving(unknown: "season")
  static let term = Saving(unknown: "term")
  static let setting = Saving(unknown: "setting")
  static let stocktake = Saving(key: "stocktake", unknown: "stocktake")
}

extension SaveOutcome {
  /// The outcome as JSON; `more` is put behind what was saved.
  func json(_ saving: Saving, _ more: @autoclosure () throws -> JSONValue = .object([])) rethrows
    -> JSONValue
  {
    switch self {
    case .saved(let id, let op):
      let saved: JSONValue = ["outcome": .text(saving.outcome)]
      return saved.adding(.object([JSONValue.Member(key: saving.key, value: .entity(id))]))
        .adding(["op": .op(op)]).adding(try more())
    case .unchanged(let id):
      let unchanged: JSONValue = ["outcome": "unchanged"]
      return unchanged.adding(.object([JSONValue.Member(key: saving.key, value: .entity(id))]))
        .adding(try more())
    case .refused(let reasons): return .refused(reasons)
    case .unknown(let typed): return .unknown(saving.unknown, typed)
    }
  }

  var status: ExitStatus {
    switch self {
    case .saved, .unchanged: .done
    case .refused, .unknown: .refused
    }
  }
}

extension JSONValue {
  /// The outcome of what is not there: `unknownItem` with the `item` that was typed.
  static func unknown(_ kind: String, _ typed: String) -> JSONValue {
    let outcome = "unknown\(kind.prefix(1).uppercased())\(kind.dropFirst())"
    return .object([
      Member(key: "outcome", value: .text(outcome)), Member(key: kind, value: .text(typed)),
    ])
  }
}

extension DamageReport {
  /// Who was charged, how much, and for which loan, and who waits again; null where nobody was and nobody does.
  func chargedJSON(_ amount: Money) -> JSONValue {
    JSONValue.charged(charged, amount).adding([
      "waitsAgain": waitsAgain.map { .waitsAgain($0) } ?? .null
    ])
  }
}

extension JSONValue {
  fileprivate static func charged(_ charged: DamageParty?, _ amount: Money) -> JSONValue {
    guard let charged else { return ["charged": .null] }
    return [
      "charged": [
        "patron": JSONValue(charged.patron), "amount": .money(amount),
        "why": .text(charged.returnedOn == nil ? "onLoan" : "lastLoan"), "loan": .op(charged.loan),
        "lentOn": .day(charged.lentOn), "returnedOn": .day(charged.returnedOn),
      ]
    ]
  }
}
