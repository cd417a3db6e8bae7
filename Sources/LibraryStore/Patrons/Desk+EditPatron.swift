import GRDB
public import LibraryCore

extension Desk {
  /// Sets the named fields of the patron with `card` to what was typed; nil clears a field.
  ///
  /// Only what differs is written. Blocking a card is setting `status` and `blockReason`.
  public func editPatron(_ card: String, _ changes: [PatronField: String?]) throws -> SaveOutcome {
    try act { transaction in try transaction.editPatron(card, changes) }
  }
}

extension DeskTransaction {
  /// Changes a patron; `batch` is the table that said so.
  mutating func editPatron(
    _ cardText: String, _ changes: [PatronField: String?], of batch: EntityID? = nil
  ) throws -> SaveOutcome {
    guard let card = CardNumber(cardText), let current = try facts.patron(card)?.patron else {
      return .unknown(cardText)
    }
    var entry = try facts.alteration(of: current, changes)
    guard entry.refusals.isEmpty else { return .refused(entry.refusals) }
    guard !entry.values.isEmpty else { return .unchanged(id: current.id) }
    if let batch { entry.values[.batch] = .some("\(batch.rawValue)") }
    let op = try append(.patronSaved(entry.changes), on: current.id)
    return .saved(id: current.id, op: op)
  }
}

extension DeskFacts {
  /// What editing would write, only what differs, and all that stands against it.
  func alteration(of current: Patron, _ changes: [PatronField: String?]) throws -> PatronEntry {
    var entry = PatronEntry(today: today, configuration)
    for field in PatronField.entered {
      guard let typed = changes[field] else { continue }
      entry.read(field, typed)
    }
    try entry.settleGuardian(self, of: current.id)
    entry.refusals += momentRefusals
    if !staff.may(.editPatron) { entry.refusals.insert(.noPermission(.editPatron), at: 0) }
    if let wanted = entry.card, let owner = try owner(of: wanted), owner.id != current.id {
      entry.refusals.append(.cardTaken(wanted, name: owner.name))
    }
    if let wanted = entry.card, wanted != current.card { entry.refusals += try sharing(wanted) }
    let stored = try storedFields(of: current.id)
    for (field, value) in entry.values where stored[field] == value {
      entry.values[field] = nil
    }
    return entry
  }

  /// What is stored of a patron, field by field.
  func storedFields(of patron: EntityID) throws -> [PatronField: String] {
    let columns = PatronField.allCases.map { "CAST(\($0.column) AS TEXT)" }.joined(separator: ", ")
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(columns) FROM patron WHERE id = ?"),
      arguments: [patron.rawValue])
    var stored: [PatronField: String] = [:]
    for (index, field) in PatronField.allCases.enumerated() {
      stored[field] = row?[index]
    }
    return stored
  }
}
