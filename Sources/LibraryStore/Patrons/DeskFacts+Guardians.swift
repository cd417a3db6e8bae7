import GRDB
public import LibraryCore

extension DeskFacts {
  /// Who answers for the patron, by card.
  func guardian(of patron: EntityID) throws -> EntityID? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT guardian FROM patron WHERE id = ?"),
      arguments: [patron.rawValue]
    ).map { EntityID(rawValue: $0) }
  }

  /// The circle that naming `guardian` for `patron` would close, as it is told.
  func guardianCircle(naming guardian: EntityID, for patron: EntityID) throws -> [PatronLine]? {
    try Guardianship.circle(naming: guardian, for: patron) { try self.guardian(of: $0) }?
      .compactMap { try patronLine($0) }
  }

  /// The circles of guardians that these ops together would close: what is put back must not make two people answer for each other.
  func guardianConflicts(_ ops: [(body: OpBody, patron: EntityID)]) throws -> [Refusal] {
    var named: [(patron: EntityID, guardian: EntityID?)] = []
    for (body, patron) in ops {
      guard case .patronSaved(let changes) = body,
        let change = changes.last(where: { $0.number == PatronField.guardian.rawValue })
      else { continue }
      named.append((patron, change.value.flatMap { Int64($0) }.map { EntityID(rawValue: $0) }))
    }
    guard !named.isEmpty else { return [] }
    let after = Dictionary(named) { _, last in last }
    var told: Set<EntityID> = []
    return try named.compactMap { patron, _ in
      guard let guardian = after[patron] ?? nil, !told.contains(patron) else { return nil }
      let circle = try Guardianship.circle(naming: guardian, for: patron) { other in
        if let named = after[other] { return named }
        return try self.guardian(of: other)
      }
      guard let circle else { return nil }
      told.formUnion(circle)
      return .guardianCircular(try circle.compactMap { try patronLine($0) })
    }
  }

  /// That nobody answers for a child with these stored fields.
  func guardianNotices(_ stored: [PatronField: String]) -> [EntryNotice] {
    let age = Patron.age(born: stored[.born], on: today)
    let isMissing = Guardianship.isMissing(
      age: age, category: stored[.category] ?? Patron.defaultCategory,
      hasGuardian: stored[.guardian] != nil || stored[.guardianName] != nil)
    return isMissing ? [.guardianMissing(age: age)] : []
  }
}

extension Desk {
  /// What staff should know of a patron as it was just saved: a child of whom nobody is known that answers.
  public func notices(ofSaved outcome: SaveOutcome) throws -> [EntryNotice] {
    switch outcome {
    case .saved(let id, _), .unchanged(let id):
      try consider { facts in facts.guardianNotices(try facts.storedFields(of: id)) }
    case .refused, .unknown: []
    }
  }
}
