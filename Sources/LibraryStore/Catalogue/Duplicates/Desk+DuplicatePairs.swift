import GRDB
public import LibraryCore

/// A walk through all suspected duplicates of a library, key by key, some at a time.
///
/// What was written meanwhile is seen or not, as the walk has passed its key.
public struct DuplicateWalk: Sendable {
  /// The last key that is behind; nil at the beginning.
  fileprivate var behind: String?
  fileprivate var isAtVerdicts = true
  fileprivate var given: Set<DuplicatePairName> = []
  fileprivate var profiles = DuplicateProfiles()
  public fileprivate(set) var isAtEnd = false
  /// How many keys that several records share were looked at.
  public fileprivate(set) var keys = 0

  public init() {}
}

private struct DuplicatePairName: Hashable {
  let first: EntityID
  let second: EntityID
}

extension Desk {
  /// How many keys are looked at in one transaction.
  private static let keysMaximum = 200

  /// The next pairs of the walk: first those that cataloguers called one, then those the guard takes for one.
  ///
  /// Pairs called different are left out. It ends with `limit` pairs, at the end, or when `progress` says no.
  public func duplicatePairs(
    _ walk: inout DuplicateWalk, limit: Int, progress: (Int) -> Bool = { _ in true }
  ) throws -> [DuplicatePair] {
    var found: [DuplicatePair] = []
    while !walk.isAtEnd, found.count < limit {
      var step = walk
      found += try consider { facts in
        if step.isAtVerdicts { return try step.calledSame(facts) }
        return try step.next(Desk.keysMaximum, limit: limit - found.count, facts)
      }
      walk = step
      guard progress(walk.keys) else { break }
    }
    return found
  }
}

extension DuplicateWalk {
  fileprivate mutating func calledSame(_ facts: DeskFacts) throws -> [DuplicatePair] {
    isAtVerdicts = false
    let rows = try Row.fetchAll(
      facts.db,
      sql: """
        SELECT first, second FROM duplicate_verdict WHERE verdict = 'same' ORDER BY first, second
        """)
    return try rows.compactMap { row in
      let (first, second) = (EntityID(rawValue: row[0]), EntityID(rawValue: row[1]))
      given.insert(DuplicatePairName(first: first, second: second))
      guard let one = try profiles.profile(first, facts.db),
        let other = try profiles.profile(second, facts.db)
      else { return nil }
      let judgement = DuplicateJudgement(one, other)
      return try facts.pair(first, second, judgement, .same)
    }
  }

  /// Looks at some keys, and stops early behind the key with which there are enough pairs.
  fileprivate mutating func next(
    _ count: Int, limit: Int, _ facts: DeskFacts
  ) throws -> [DuplicatePair] {
    let keys = try String.fetchAll(
      facts.db.cachedStatement(
        sql: "SELECT term FROM record_duplicate_word WHERE term > ? AND doc > 1 LIMIT ?"),
      arguments: [behind ?? "", count])
    var found: [DuplicatePair] = []
    for key in keys {
      behind = key
      self.keys += 1
      let pairs = try profiles.bucket(key, facts.db)?.pairs { [given] first, second in
        given.contains(DuplicatePairName(first: first, second: second))
      }
      for pair in pairs ?? [] {
        given.insert(DuplicatePairName(first: pair.first, second: pair.second))
        guard try facts.verdict(pair.first, pair.second) != .different else { continue }
        if let pair = try facts.pair(pair.first, pair.second, pair.judgement, nil) {
          found.append(pair)
        }
      }
      if found.count >= limit { return found }
    }
    isAtEnd = keys.count < count
    return found
  }
}

extension DeskFacts {
  fileprivate func pair(
    _ first: EntityID, _ second: EntityID, _ judgement: DuplicateJudgement,
    _ verdict: DuplicateVerdict?
  ) throws -> DuplicatePair? {
    guard let one = try candidate(first, judgement, verdict),
      let other = try candidate(second, judgement, verdict)
    else { return nil }
    return DuplicatePair(first: one, second: other)
  }
}
