import GRDB
public import LibraryCore
import VietnameseText

extension Desk {
  /// Puts a reader into the queue for a title, for any of several titles, or for one copy.
  ///
  /// `override` is staff's written reason to go ahead against every refusal they may lift; a dry run decides and answers, and
  /// writes nothing.
  public func placeHold(
    _ request: HoldRequest, override: String? = nil, dryRun: Bool = false
  ) throws -> HoldOutcome {
    if dryRun { return try consider { try $0.placeHold(request, override) { _ in nil } } }
    return try act { transaction in
      try transaction.facts.placeHold(request, override) { changes in
        let id = transaction.journal.newEntity()
        return (id, try transaction.append(.holdSaved(changes), on: id))
      }
    }
  }
}

extension Desk {
  /// How placing a hold would be decided; nil where the patron or something that is wanted is unknown.
  public func explainPlacement(_ request: HoldRequest) throws -> HoldPlacementExplanation? {
    try consider { facts in
      guard let card = CardNumber(request.card), let patron = try facts.patron(card),
        case .success(let wanted) = try facts.wanted(request)
      else { return nil }
      let about = try facts.holdFacts(patron, wanted, nil)
      return about.explanation(
        of: wanted,
        try facts.forecast(wanted, before: nil, about).frozen(until: request.frozenUntil),
        typed: facts.typedRefusals(request))
    }
  }
}

extension DeskFacts {
  /// The shared course of placing a hold; `write` stores it, or does nothing in a dry run.
  fileprivate func placeHold(
    _ request: HoldRequest, _ override: String?,
    write: ([FieldChange]) throws -> (EntityID, OpID)?
  ) throws -> HoldOutcome {
    guard let card = CardNumber(request.card), let patron = try patron(card) else {
      return .unknownPatron(request.card)
    }
    let wanted: HoldWanted
    switch try self.wanted(request) {
    case .success(let found): wanted = found
    case .failure(let unknown): return unknown.outcome
    }
    let facts = try holdFacts(patron, wanted, override)
    let typed = typedRefusals(request)
    switch facts.decide() {
    case .refuse(let reasons):
      return .refused(typed + reasons, patron: PatronLine(patron.patron))
    case .place where !typed.isEmpty: return .refused(typed, patron: PatronLine(patron.patron))
    case .place(let overriding):
      let pickup = request.pickup?.tidied ?? configuration.libraryCode
      let written = try write(
        changes(request, wanted, patron.patron.id, pickup, Override(overriding, reason: override)))
      return .placed(
        HoldOutcome.Placed(
          hold: written?.0, patron: PatronLine(patron.patron), wanted: wanted, pickup: pickup,
          forecast: try forecast(wanted, before: written?.0, facts)
            .frozen(until: request.frozenUntil), overrode: overriding,
          op: written?.1))
    }
  }

  private func changes(
    _ request: HoldRequest, _ wanted: HoldWanted, _ patron: EntityID, _ pickup: String,
    _ override: Override?
  ) -> [FieldChange] {
    var changes = [HoldField.patron.set(patron.description), HoldField.pickup.set(pickup)]
    switch wanted {
    case .titles(let titles):
      let records = titles.map(\.record.description).joined(separator: " ")
      changes.append(HoldField.records.set(records))
    case .item(let item): changes.append(HoldField.item.set(item.id.description))
    }
    let more: [(HoldField, String?)] = [
      (.expiresOn, request.expiresOn?.iso), (.frozenUntil, request.frozenUntil?.iso),
      (.note, request.note?.tidied),
      (.placedAt, actingAt.map { String($0.milliseconds) }),
      (.overrode, override?.codes.joined(separator: " ")), (.overrideReason, override?.reason),
    ]
    return changes + more.compactMap { field, value in value.map { field.set($0) } }
  }

  /// What the request names, or what of it nobody knows.
  fileprivate func wanted(_ request: HoldRequest) throws -> Result<HoldWanted, UnknownWanted> {
    if let text = request.item {
      guard let barcode = Barcode(text), let item = try item(barcode) else {
        return .failure(UnknownWanted(outcome: .unknownItem(text)))
      }
      return .success(.item(ItemLine(item)))
    }
    var titles: [HoldWanted.HeldTitle] = []
    for record in request.records where !titles.contains(where: { $0.record == record }) {
      guard try RecordRow.fetch(record, db)?.status == .active else {
        return .failure(UnknownWanted(outcome: .unknownRecord(record.description)))
      }
      titles.append(HoldWanted.HeldTitle(record: record, title: try title(of: record)))
    }
    guard !titles.isEmpty else {
      return .failure(UnknownWanted(outcome: .unknownRecord("")))
    }
    return .success(.titles(titles))
  }

  /// What stands against the words of a request, whoever makes it.
  fileprivate func typedRefusals(_ request: HoldRequest) -> [Refusal] {
    request.refusals(today: today) + pickupRefusals(request.pickup)
  }

  func pickupRefusals(_ typed: String?) -> [Refusal] {
    guard let code = typed?.tidied, code != configuration.libraryCode,
      !configuration.terms(.library).contains(where: { $0.code == code })
    else { return [] }
    return [.invalidValue(field: "pickup", typed: code)]
  }
}

/// A hold that asks for what is not there.
private struct UnknownWanted: Error {
  var outcome: HoldOutcome
}

extension DeskFacts {
  func title(of record: EntityID) throws -> String {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT title FROM record WHERE id = ?"),
      arguments: [record.rawValue]) ?? ""
  }

  /// The copies that could fill what is wanted.
  func copies(of wanted: HoldWanted) throws -> [ItemFacts] {
    switch wanted {
    case .titles(let titles):
      try titles.flatMap { try keepers(of: $0.record) }.flatMap { try items(of: $0) }
    case .item(let line): try item(line.barcode).map { [$0] } ?? []
    }
  }

  func holdFacts(_ patron: PatronFacts, _ wanted: HoldWanted, _ override: String?) throws
    -> HoldFacts
  {
    let copies = try copies(of: wanted).map {
      checkoutFacts(patron, $0, demand: TitleDemand(), override: override)
    }
    let open = try openHolds(of: patron.patron.id)
    let existing = open.first { hold in
      switch wanted {
      case .titles(let titles): titles.contains { hold.records.contains($0.record) }
      case .item(let line): hold.item == line.id
      }
    }
    return HoldFacts(
      patron: patron, copies: copies, held: open.count, existing: existing?.id,
      house: houseFacts(patron, override))
  }

  /// What the rules say of a patron with no copy in sight.
  private func houseFacts(_ patron: PatronFacts, _ override: String?) -> CheckoutFacts {
    guard let label = Barcode("0") else { preconditionFailure("a digit is a barcode") }
    let nothing = Item(id: EntityID(rawValue: 0), record: EntityID(rawValue: 0), barcode: label)
    return checkoutFacts(
      patron, ItemFacts(item: nothing, title: ""), demand: TitleDemand(), override: override)
  }

  func queuedHold(_ id: EntityID) throws -> QueuedHold? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT id, patron, status, queued_at, copy, item, records FROM hold
          WHERE id = ? AND status <> 'removed'
          """),
      arguments: [id.rawValue]
    ).map { DeskFacts.queued($0) }
  }
}
