public import LibraryCore
import VietnameseText

extension Desk {
  /// Restricts a patron or leaves a message, for a time or for good.
  public func remark(_ request: RemarkRequest) throws -> SaveOutcome {
    try act { transaction in
      guard let card = CardNumber(request.card),
        let patron = try transaction.facts.patron(card)?.patron
      else { return .unknown(request.card) }
      let text = request.text.nfc.withoutBlankEnds
      let kept = text.isEmpty || text.unicodeScalars.count > 500 ? nil : text
      let reasons =
        transaction.missing(.editPatron)
        + request.refusals(text: kept, today: transaction.facts.today)
      guard reasons.isEmpty, let kept else { return .refused(reasons) }
      let id = transaction.journal.newEntity()
      let op = try transaction.append(
        .remarkSaved(request.changes(patron: patron.id, text: kept)), on: id)
      return .saved(id: id, op: op)
    }
  }

  /// Lifts a restriction, or puts a message away, before its last day.
  public func liftRemark(_ id: EntityID) throws -> SaveOutcome {
    try settle(id, .liftedOn, needing: .editPatron) { $0.liftedOn == nil }
  }

  /// Says that a message was read; whoever serves the patron may.
  public func readRemark(_ id: EntityID) throws -> SaveOutcome {
    try settle(id, .readOn, needing: .checkOut) { $0.mustBeRead && $0.readOn == nil }
  }

  private func settle(
    _ id: EntityID, _ field: RemarkField, needing permission: Permission,
    _ isOpen: (Remark) -> Bool
  ) throws -> SaveOutcome {
    try act { transaction in
      guard let known = try transaction.facts.remark(id) else { return .unknown(id.description) }
      let reasons = transaction.missing(permission)
      guard reasons.isEmpty else { return .refused(reasons) }
      guard isOpen(known.remark) else { return .unchanged(id: id) }
      let op = try transaction.append(
        .remarkSaved([field.set(transaction.facts.today.iso)]), on: id)
      return .saved(id: id, op: op)
    }
  }
}
