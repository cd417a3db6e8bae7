import GRDB
public import LibraryCore
public import MARC

extension Desk {
  /// The records of the library that may be the same as this one, the likeliest first.
  ///
  /// `id` is the record's own number where the library has it: it is left out, and so is what a cataloguer called another book.
  /// Those a cataloguer called the same come whatever the guard says.
  public func duplicates(
    of record: MARC.Record, id: EntityID? = nil, limit: Int = 20
  ) throws -> [DuplicateCandidate] {
    try consider { facts in
      var search = DuplicateSearch(facts: facts)
      return try search.candidates(DuplicateProfile(record), id: id, limit: limit)
    }
  }
}

/// Looks for the records that have a key in common with one, and compares them.
struct DuplicateSearch {
  let facts: DeskFacts
  private var profiles = DuplicateProfiles()

  init(facts: DeskFacts) { self.facts = facts }

  mutating func candidates(
    _ wanted: DuplicateProfile, id: EntityID?, limit: Int
  ) throws -> [DuplicateCandidate] {
    let verdicts = try id.map { try facts.verdicts(on: $0) } ?? [:]
    var judged: [(id: EntityID, judgement: DuplicateJudgement)] = []
    for other in try likely(wanted).union(verdicts.keys) where other != id {
      guard let profile = try profiles.profile(other, facts.db) else { continue }
      let judgement = DuplicateJudgement(wanted, profile)
      switch verdicts[other] {
      case .different?: continue
      case .same?: judged.append((other, judgement))
      case nil: if judgement.isSame { judged.append((other, judgement)) }
      }
    }
    judged.sort { left, right in
      left.judgement.score == right.judgement.score
        ? left.id < right.id : left.judgement.score > right.judgement.score
    }
    return try judged.prefix(limit).compactMap { found in
      try facts.candidate(found.id, found.judgement, verdicts[found.id])
    }
  }

  /// The records of all buckets that say something.
  private mutating func likely(_ wanted: DuplicateProfile) throws -> Set<EntityID> {
    var found: Set<EntityID> = []
    for key in wanted.keys {
      found.formUnion(try profiles.bucket(key.word, facts.db)?.ids ?? [])
    }
    return found
  }
}

extension DeskFacts {
  func candidate(
    _ id: EntityID, _ judgement: DuplicateJudgement, _ verdict: DuplicateVerdict?
  ) throws -> DuplicateCandidate? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(DeskFacts.briefColumns) FROM record WHERE id = ?"),
      arguments: [id.rawValue]
    ).map { row in
      DuplicateCandidate(
        id: id, brief: DeskFacts.brief(row, from: 0),
        copies: try DeskFacts.copies(of: id, db).total, judgement: judgement, verdict: verdict)
    }
  }

  /// What cataloguers said of the record and others.
  func verdicts(on id: EntityID) throws -> [EntityID: DuplicateVerdict] {
    var verdicts: [EntityID: DuplicateVerdict] = [:]
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT second, verdict FROM duplicate_verdict WHERE first = ?
          UNION ALL SELECT first, verdict FROM duplicate_verdict WHERE second = ?
          """),
      arguments: [id.rawValue, id.rawValue])
    while let row = try rows.next() {
      verdicts[EntityID(rawValue: row[0])] = DuplicateVerdict(rawValue: row[1])
    }
    return verdicts
  }

  func verdict(_ first: EntityID, _ second: EntityID) throws -> DuplicateVerdict? {
    try String.fetchOne(
      db.cachedStatement(
        sql: "SELECT verdict FROM duplicate_verdict WHERE first = ? AND second = ?"),
      arguments: [first.rawValue, second.rawValue]
    ).flatMap(DuplicateVerdict.init)
  }
}
