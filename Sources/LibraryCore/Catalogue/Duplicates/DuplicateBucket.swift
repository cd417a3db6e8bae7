/// The records that have one key in common.
public struct DuplicateBucket: Sendable {
  /// Two records and what the guard says of them; `first` has the lower number.
  public struct Pair: Equatable, Sendable {
    public let first: EntityID
    public let second: EntityID
    public let judgement: DuplicateJudgement
  }

  private let members: [(id: EntityID, profile: DuplicateProfile)]

  /// The members in any order; each record once.
  public init(_ members: [(id: EntityID, profile: DuplicateProfile)]) {
    self.members = members.sorted { $0.id < $1.id }
  }

  public var ids: [EntityID] { members.map(\.id) }

  /// Whether so few profiles share the key that it says something.
  public var isActive: Bool {
    Set(members.lazy.map(\.profile)).count <= DuplicateKey.profilesMaximum
  }

  /// The pairs that the guard takes for one, in the order of their numbers; none in a bucket that says nothing.
  public func pairs(unless isKnown: (EntityID, EntityID) -> Bool = { _, _ in false }) -> [Pair] {
    guard isActive else { return [] }
    var pairs: [Pair] = []
    for place in members.indices {
      for later in members[(place + 1)...] where !isKnown(members[place].id, later.id) {
        let judgement = DuplicateJudgement(members[place].profile, later.profile)
        guard judgement.isSame else { continue }
        pairs.append(Pair(first: members[place].id, second: later.id, judgement: judgement))
      }
    }
    return pairs
  }
}

/// What a cataloguer has said of two records, which stands above what the guard says.
public enum DuplicateVerdict: String, CaseIterable, Sendable {
  case same
  case different
}

/// What a cataloguer said of the op's record and another one with a higher number; nil takes a verdict back.
public struct DuplicateJudged: Equatable, Sendable {
  public var other: EntityID
  public var verdict: DuplicateVerdict?

  public init(other: EntityID, verdict: DuplicateVerdict?) {
    self.other = other
    self.verdict = verdict
  }
}

/// A record that may be the same as another one, as lists show it.
public struct DuplicateCandidate: Equatable, Sendable {
  public var id: EntityID
  public var brief: RecordBrief
  public var copies: Int
  public var judgement: DuplicateJudgement
  public var verdict: DuplicateVerdict?

  public init(
    id: EntityID, brief: RecordBrief, copies: Int, judgement: DuplicateJudgement,
    verdict: DuplicateVerdict? = nil
  ) {
    self.id = id
    self.brief = brief
    self.copies = copies
    self.judgement = judgement
    self.verdict = verdict
  }
}

/// Two records of the library that may be one.
public struct DuplicatePair: Equatable, Sendable {
  public var first: DuplicateCandidate
  public var second: DuplicateCandidate

  public init(first: DuplicateCandidate, second: DuplicateCandidate) {
    self.first = first
    self.second = second
  }

  public var judgement: DuplicateJudgement { first.judgement }
  public var verdict: DuplicateVerdict? { first.verdict }
}
