import GRDB
public import LibraryCore
import VietnameseText

extension Desk {
  /// Changes where and until when a hold is wanted, freezes it until a day, or notes something; nil clears.
  public func editHold(
    _ id: EntityID, _ changes: [HoldField: String?]
  ) throws -> SaveOutcome {
    try act { transaction in
      guard let hold = try transaction.facts.hold(id) else { return .unknown(id.description) }
      var reasons = transaction.missing(.placeHold)
      if !hold.status.isOpen { reasons.append(.holdEnded(hold.status)) }
      var written: [FieldChange] = []
      for field in HoldField.editable {
        guard let typed = changes[field] else { continue }
        switch transaction.facts.read(field, typed?.tidied) {
        case .success(let value):
          if hold.stored(field) != value { written.append(field.set(value)) }
        case .failure(let refusals): reasons += refusals.reasons
        }
      }
      func day(_ field: HoldField) -> CalendarDay? {
        let changed = written.last { $0.number == field.rawValue }
        return (changed.map(\.value) ?? hold.stored(field)).flatMap { CalendarDay(iso: $0) }
      }
      reasons += HoldRequest.refusals(until: day(.expiresOn), frozenUntil: day(.frozenUntil))
      guard reasons.isEmpty else { return .refused(reasons) }
      guard !written.isEmpty else { return .unchanged(id: id) }
      return .saved(id: id, op: try transaction.append(.holdSaved(written), on: id))
    }
  }

  /// Ends a hold without a loan; why is written down.
  public func endHold(_ id: EntityID, reason: String) throws -> HoldEndOutcome {
    try act { transaction in
      var reasons = transaction.missing(.placeHold)
      guard let hold = try transaction.facts.hold(id) else {
        return .unknownHold(id.description)
      }
      if !hold.status.isOpen { reasons.append(.holdEnded(hold.status)) }
      guard let reason = reason.tidied else {
        return .refused(reasons + [.invalidValue(field: "reason", typed: "")])
      }
      guard reasons.isEmpty else { return .refused(reasons) }
      return try transaction.end(hold, HoldEnded(.cancelled, reason: reason))
    }
  }

  /// Ends every hold whose copy nobody fetched in time, or whose last day has passed; an op for each.
  public func clearExpiredHolds() throws -> [HoldEndOutcome] {
    let expired = try expiredHolds()
    return try act { transaction in
      let reasons = transaction.missing(.placeHold)
      guard reasons.isEmpty else { return [.refused(reasons)] }
      let today = transaction.facts.today
      return try expired.compactMap { known in
        guard let hold = try transaction.facts.hold(known.id) else { return nil }
        switch hold.state(on: today) {
        case .uncollected: return try transaction.end(hold, HoldEnded(.uncollected))
        case .lapsed: return try transaction.end(hold, HoldEnded(.lapsed))
        default: return nil
        }
      }
    }
  }
}

extension DeskTransaction {
  fileprivate mutating func end(_ hold: Hold, _ ended: HoldEnded) throws -> HoldEndOutcome {
    var ended = ended
    ended.copySentTo = hold.sentTo
    let op = try append(.holdEnded(ended), on: hold.id)
    return .ended(hold, ended.end, copy: hold.status == .waiting ? nil : hold.copy, op: op)
  }
}

extension DeskFacts {
  /// What somebody typed for a field of a hold, as it is stored.
  fileprivate func read(_ field: HoldField, _ typed: String?) -> Result<String?, ItemRefusals> {
    switch field {
    case .expiresOn, .frozenUntil:
      guard let typed else { return .success(nil) }
      let name = field == .expiresOn ? "until" : "frozenUntil"
      guard let day = CalendarDay(iso: typed) ?? CalendarDay(vietnamese: typed) else {
        return .failure(ItemRefusals(reasons: [.invalidValue(field: name, typed: typed)]))
      }
      let reasons = HoldRequest.refusals([(name, day)], today: today)
      return reasons.isEmpty ? .success(day.iso) : .failure(ItemRefusals(reasons: reasons))
    case .pickup:
      let reasons = pickupRefusals(typed)
      return reasons.isEmpty
        ? .success(typed ?? configuration.libraryCode) : .failure(ItemRefusals(reasons: reasons))
    default: return .success(typed)
    }
  }
}

extension HoldField {
  /// What may change once a hold is placed.
  static let editable: [HoldField] = [.pickup, .expiresOn, .frozenUntil, .note]
}

extension Hold {
  fileprivate func stored(_ field: HoldField) -> String? {
    switch field {
    case .pickup: pickup
    case .expiresOn: expiresOn?.iso
    case .frozenUntil: frozenUntil?.iso
    case .note: note
    default: nil
    }
  }
}
