import GRDB
public import LibraryCore
import VietnameseText

extension Desk {
  /// Makes two entries of one person one: what belongs to `other` goes to `keeper`.
  ///
  /// That is loans, history, money, holds, remarks and those it answers for; its cards stand for the keeper from now on. What the
  /// keeper's own entry lacks, a telephone or a birth, it takes over too, and the notes of both are joined.
  public func mergePatrons(_ keeper: String, _ other: String, dryRun: Bool = false) throws
    -> PatronMergeOutcome
  {
    let plan = { (facts: DeskFacts) in try PatronMergePlan(keeper, other, facts) }
    if dryRun {
      return try consider { facts in
        switch try plan(facts) {
        case .refused(let outcome): outcome
        case .ready(let merge): merge.outcome(op: nil)
        }
      }
    }
    return try act { transaction in
      switch try plan(transaction.facts) {
      case .refused(let outcome): return outcome
      case .ready(let merge):
        let op = try transaction.append(.patronMerged(merge.body), on: merge.gone.id)
        if !merge.taken.isEmpty {
          try transaction.append(
            OpBody.patronSaved(merge.taken).caused(by: op), on: merge.kept.id)
        }
        for ward in merge.wards {
          try transaction.append(
            OpBody.patronSaved([PatronField.guardian.set(ward.guardian)]).caused(by: op),
            on: ward.patron.id)
        }
        return merge.outcome(op: op)
      }
    }
  }

  /// Entries that may be the same person: first those of the same citizen card, which are, then those of the same name and birth
  /// or the same telephone.
  public func twins(of card: String) throws -> [PatronTwin] {
    try consider { facts in
      guard let number = CardNumber(card), let patron = try facts.patron(number)?.patron else {
        return []
      }
      return try facts.twins(of: patron)
    }
  }
}

/// What a merge would do, or why it is not done.
private enum PatronMergePlan {
  case ready(Ready)
  case refused(PatronMergeOutcome)

  struct Ready {
    var kept: PatronLine
    var gone: PatronLine
    var body: PatronMerged
    /// What the keeper takes over into its own entry.
    var taken: [FieldChange]
    var dropped: [PatronField]
    /// Those for whom the entry that goes answers, and who answers for them from now on.
    var wards: [(patron: PatronLine, guardian: String?)]
    /// The holds that go over for what the keeper waits for already.
    var doubled: [Hold]

    func outcome(op: OpID?) -> PatronMergeOutcome {
      .merged(
        MergedPatrons(
          keeper: kept, gone: gone, loans: body.loans.count, holds: body.holds.count,
          entries: body.entries.count,
          taken: taken.compactMap { PatronField(rawValue: $0.number) }, dropped: dropped,
          wards: wards.filter { $0.guardian != nil }.map(\.patron), doubled: doubled, op: op))
    }
  }

  init(_ keeper: String, _ other: String, _ facts: DeskFacts) throws {
    guard let kept = try CardNumber(keeper).flatMap({ try facts.patron($0)?.patron }) else {
      self = .refused(.unknown(keeper))
      return
    }
    guard let gone = try CardNumber(other).flatMap({ try facts.patron($0)?.patron }) else {
      self = .refused(.unknown(other))
      return
    }
    var reasons: [Refusal] = facts.staff.may(.editPatron) ? [] : [.noPermission(.editPatron)]
    if facts.actingAt != nil, !facts.staff.may(.backdate) {
      reasons.append(.noPermission(.backdate))
    }
    reasons += facts.momentRefusals
    reasons += try facts.obstacles(kept, gone).map { .patronsNotMerged($0) }
    guard reasons.isEmpty else {
      self = .refused(.refused(reasons))
      return
    }
    let fields = try facts.fields(of: kept.id)
    let taken = PatronMerged.taken(
      by: fields, from: try facts.fieldsToTake(of: gone.id, by: kept.id), keeper: kept.id)
    self = .ready(
      Ready(
        kept: PatronLine(kept), gone: PatronLine(gone),
        body: try facts.belongings(of: gone.id, goingTo: kept.id), taken: taken,
        dropped: PatronMerged.dropped(fields, try facts.fields(of: gone.id), taken: taken),
        wards: try facts.wards(of: gone.id, goingTo: kept.id),
        doubled: try facts.doubledHolds(of: gone.id, by: kept.id)))
  }
}

extension DeskFacts {
  fileprivate func obstacles(_ kept: Patron, _ gone: Patron) throws -> [PatronMergeObstacle] {
    if kept.id == gone.id { return [.same] }
    var obstacles: [PatronMergeObstacle] = []
    if let left = kept.born, let right = gone.born,
      left.prefix(4) != right.prefix(4)
        || (left.count > 4 && right.count > 4 && left != right)
    {
      obstacles.append(.bornApart)
    }
    let keys = try [kept, gone].map { patron in
      try String.fetchOne(
        db.cachedStatement(sql: "SELECT citizen_key FROM patron WHERE id = ?"),
        arguments: [patron.id.rawValue])
    }
    if let left = keys[0], let right = keys[1], CitizenKey.differ(left, right) {
      obstacles.append(.otherCitizen)
    }
    return obstacles
  }

  /// Every stored field of a patron that holds something.
  fileprivate func fields(of patron: EntityID) throws -> [PatronField: String] {
    let columns = PatronField.allCases.map { "CAST(\($0.column) AS TEXT)" }.joined(separator: ", ")
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(columns) FROM patron WHERE id = ?"),
      arguments: [patron.rawValue])
    guard let row else { return [:] }
    var fields: [PatronField: String] = [:]
    for (place, field) in PatronField.allCases.enumerated() {
      fields[field] = row[place] as String?
    }
    return fields
  }

  /// What the keeper may take over: no guardian for whom the keeper answers, over any number of steps.
  fileprivate func fieldsToTake(
    of gone: EntityID, by keeper: EntityID
  ) throws -> [PatronField: String] {
    var fields = try fields(of: gone)
    if let guardian = try guardian(of: gone),
      try guardianCircle(naming: guardian, for: keeper) != nil
    {
      for field in [PatronField.guardian, .guardianName, .guardianPhone] { fields[field] = nil }
    }
    return fields
  }

  /// Whom the entry that goes answers for: the keeper does from now on, but for itself and for whoever answers for it.
  fileprivate func wards(
    of gone: EntityID, goingTo keeper: EntityID
  ) throws -> [(patron: PatronLine, guardian: String?)] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id FROM patron
          WHERE guardian = ? AND guardian IS NOT NULL AND status <> 'removed' ORDER BY id
          """),
      arguments: [gone.rawValue]
    ).compactMap { id in
      let ward = EntityID(rawValue: id)
      guard let line = try patronLine(ward) else { return nil }
      let answers = try ward != keeper && guardianCircle(naming: keeper, for: ward) == nil
      return (line, answers ? "\(keeper.rawValue)" : nil)
    }
  }

  fileprivate func doubledHolds(of gone: EntityID, by keeper: EntityID) throws -> [Hold] {
    let waiting = try holds(of: keeper, includeEnded: false)
    return try holds(of: gone, includeEnded: false).filter { hold in
      waiting.contains { $0.wanted.overlaps(hold.wanted) }
    }
  }

  fileprivate func belongings(of gone: EntityID, goingTo keeper: EntityID) throws -> PatronMerged {
    func ids(_ table: String) throws -> [Int64] {
      try Int64.fetchAll(
        db.cachedStatement(sql: "SELECT id FROM \(table) WHERE patron = ? ORDER BY id"),
        arguments: [gone.rawValue])
    }
    let remarks = try Int64.fetchAll(
      db.cachedStatement(
        sql: "SELECT id FROM remark WHERE patron = ? AND removed IS NULL ORDER BY id"),
      arguments: [gone.rawValue])
    return PatronMerged(
      keeper: keeper, loans: try ids("loan").map { OpID(rawValue: $0) },
      entries: try ids("account_entry").map { OpID(rawValue: $0) },
      holds: try ids("hold").map { EntityID(rawValue: $0) },
      remarks: remarks.map { EntityID(rawValue: $0) })
  }

  fileprivate func twins(of patron: Patron) throws -> [PatronTwin] {
    let phones = PhoneNumbers(patron.phone ?? "").digits
    var searches = ["\(patron.name) \(patron.birthYear ?? "") "]
    searches += phones.filter { $0.utf8.count >= 7 }
    let sameCard = try sharingCitizenCard(with: patron.id)
    var found = sameCard.map { PatronTwin($0, of: patron, sameCitizenCard: true) }
    for search in searches {
      for hit in try PatronSearch(db: db).find(search, limit: 20, offset: 0).hits
      where hit.patron.id != patron.id
        && !found.contains(where: { $0.hit.patron.id == hit.patron.id })
      {
        let twin = PatronTwin(hit, of: patron)
        if twin.sameNameAndBirth || twin.samePhone { found.append(twin) }
      }
    }
    return found
  }

  /// Who else was enrolled with the patron's citizen card, told by its key and never by its number.
  private func sharingCitizenCard(with patron: EntityID) throws -> [PatronHit] {
    let key = try String.fetchOne(
      db.cachedStatement(sql: "SELECT citizen_key FROM patron WHERE id = ?"),
      arguments: [patron.rawValue])
    guard let key else { return [] }
    return try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(DeskFacts.patronColumns) FROM patron
          WHERE citizen_key = ? AND id <> ? AND status <> 'removed' ORDER BY id LIMIT 20
          """),
      arguments: [key, patron.rawValue]
    ).compactMap(PatronSearch.hit)
  }

  /// What was entered since into the account of the patron who stayed may have been for what would go away again.
  func partingConflicts(_ merged: PatronMerged, _ gone: EntityID) throws -> [Refusal] {
    let history = OpHistory(db: db)
    guard let merging = try history.head(of: gone) else { return [] }
    let later = try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id FROM account_entry WHERE patron = ? AND id > ? ORDER BY id DESC LIMIT 20
          """),
      arguments: [merged.keeper.rawValue, merging.rawValue]
    ).map { OpID(rawValue: $0) }
    var reasons: [Refusal] = later.isEmpty ? [] : [.laterActions(later)]
    reasons += try goneConflicts("patron", merged.keeper)
    reasons += try takenCards(of: gone)
    return reasons
  }
}

extension PatronTwin {
  /// What an entry has in common with `patron`.
  fileprivate init(_ hit: PatronHit, of patron: Patron, sameCitizenCard: Bool = false) {
    let other = hit.patron
    let isSameYear = patron.birthYear == other.birthYear && patron.birthYear != nil
    let phones = PhoneNumbers(patron.phone ?? "").digits
    self.init(
      hit: hit, sameCitizenCard: sameCitizenCard,
      sameNameAndBirth: other.name.folded == patron.name.folded && isSameYear,
      samePhone: !Set(PhoneNumbers(other.phone ?? "").digits).isDisjoint(with: phones))
  }
}
