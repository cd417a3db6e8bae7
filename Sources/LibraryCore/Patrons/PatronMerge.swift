/// One person enrolled twice made one: what moves from the entry that goes to the one that stays.
///
/// The op lists what it moves, so that it can be taken back to the last loan.
public struct PatronMerged: Equatable, Sendable {
  public var keeper: EntityID
  public var loans: [OpID]
  /// The lines of the account.
  public var entries: [OpID]
  public var holds: [EntityID]
  public var remarks: [EntityID]

  public init(
    keeper: EntityID, loans: [OpID] = [], entries: [OpID] = [], holds: [EntityID] = [],
    remarks: [EntityID] = []
  ) {
    self.keeper = keeper
    self.loans = loans
    self.entries = entries
    self.holds = holds
    self.remarks = remarks
  }

  init?(_ reader: BodyReader) {
    guard let keeper = reader.entity(1) else { return nil }
    self.init(
      keeper: keeper, loans: reader.integers(2).map { OpID(rawValue: $0) },
      entries: reader.integers(3).map { OpID(rawValue: $0) },
      holds: reader.integers(4).map { EntityID(rawValue: $0) },
      remarks: reader.integers(5).map { EntityID(rawValue: $0) })
  }

  func write(to writer: inout BodyWriter) {
    writer.integer(1, keeper.rawValue)
    for loan in loans { writer.integer(2, loan.rawValue) }
    for entry in entries { writer.integer(3, entry.rawValue) }
    for hold in holds { writer.integer(4, hold.rawValue) }
    for remark in remarks { writer.integer(5, remark.rawValue) }
  }
}

/// Why two entries of patrons are not made one.
public enum PatronMergeObstacle: String, CaseIterable, Sendable {
  /// Both are the same entry.
  case same
  /// Their days of birth differ.
  case bornApart
  /// They are known by different citizen cards.
  case otherCitizen
}

/// An entry that may be the same person, and by what.
public struct PatronTwin: Equatable, Sendable {
  public var hit: PatronHit
  /// Both were enrolled with one citizen card: it is the same person for sure.
  public var sameCitizenCard: Bool
  public var sameNameAndBirth: Bool
  public var samePhone: Bool

  public init(
    hit: PatronHit, sameCitizenCard: Bool = false, sameNameAndBirth: Bool, samePhone: Bool
  ) {
    self.hit = hit
    self.sameCitizenCard = sameCitizenCard
    self.sameNameAndBirth = sameNameAndBirth
    self.samePhone = samePhone
  }
}

/// What the merging of two entries did or would do.
public struct MergedPatrons: Equatable, Sendable {
  public var keeper: PatronLine
  public var gone: PatronLine
  public var loans: Int
  public var holds: Int
  /// Lines of the account.
  public var entries: Int
  /// What the entry that stays takes over because it lacked it.
  public var taken: [PatronField]
  /// What both have and have differently: that of the entry that goes is seen in its history alone.
  public var dropped: [PatronField]
  /// Those for whom the entry that goes answered, and the other one answers from now on.
  public var wards: [PatronLine]
  /// The holds of the entry that goes for what the one that stays waits for already.
  public var doubled: [Hold]
  /// Nil in a dry run.
  public var op: OpID?

  public init(
    keeper: PatronLine, gone: PatronLine, loans: Int, holds: Int, entries: Int,
    taken: [PatronField], dropped: [PatronField] = [], wards: [PatronLine] = [],
    doubled: [Hold] = [], op: OpID? = nil
  ) {
    self.keeper = keeper
    self.gone = gone
    self.loans = loans
    self.holds = holds
    self.entries = entries
    self.taken = taken
    self.dropped = dropped
    self.wards = wards
    self.doubled = doubled
    self.op = op
  }
}

/// What came of merging two entries.
public enum PatronMergeOutcome: Equatable, Sendable {
  case merged(MergedPatrons)
  case refused([Refusal])
  case unknown(String)
}
