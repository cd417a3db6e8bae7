/// A stocktake (kiểm kê): which copies it is about, and how it stands.
public struct Stocktake: Equatable, Sendable {
  public var id: EntityID
  public var scope: StocktakeScope
  public var openedAt: Moment
  public var closedAt: Moment?
  public var counts: StocktakeCounts

  public init(
    id: EntityID, scope: StocktakeScope, openedAt: Moment, closedAt: Moment?,
    counts: StocktakeCounts
  ) {
    self.id = id
    self.scope = scope
    self.openedAt = openedAt
    self.closedAt = closedAt
    self.counts = counts
  }

  public var isClosed: Bool { closedAt != nil }
}

/// The figures of a stocktake, in copies.
public struct StocktakeCounts: Equatable, Sendable {
  /// What the books held in scope, on loan or not: at the opening, or at the end of a closed stocktake.
  public var expected: Int
  /// Those of the expected that were on loan at that moment.
  public var onLoan: Int
  /// Copies met at the shelf, by finding.
  public var seen: [Finding: Int]
  /// What nobody has seen and nobody has on loan.
  ///
  /// While the stocktake is open it is reckoned from the figures above, so loans and returns of the meantime are not in it;
  /// at its end it is counted copy by copy.
  public var missing: Int

  /// `missingAtEnd` is the count of a closed stocktake.
  public init(expected: Int, onLoan: Int, seen: [Finding: Int], missingAtEnd: Int?) {
    self.expected = expected
    self.onLoan = onLoan
    self.seen = seen
    let found = (seen[.inPlace] ?? 0) + (seen[.outOfOrder] ?? 0)
    missing = missingAtEnd ?? max(0, expected - onLoan - found)
  }

  public subscript(finding: Finding) -> Int { seen[finding] ?? 0 }

  /// Copies that stand where they belong, in order or not.
  public var found: Int { self[.inPlace] + self[.outOfOrder] }

  public var scans: Int { seen.values.reduce(0, +) }
}

extension StocktakeScope {
  /// Whether a copy that stands at `location` under `callNumber` belongs to the stocktake.
  public func covers(location: String?, callNumber: String?) -> Bool {
    if let own = self.location, own != location { return false }
    guard fromCallNumber != nil || toCallNumber != nil else { return true }
    guard let callNumber else { return false }
    let key = CallNumberKey.bytes(callNumber)
    if let lower = lowerKey, key.lexicographicallyPrecedes(lower) { return false }
    if let upper = upperKey, !key.lexicographicallyPrecedes(upper) { return false }
    return true
  }

  /// The first shelf key within the range.
  public var lowerKey: [UInt8]? { fromCallNumber.map(CallNumberKey.bytes) }

  /// The first shelf key behind the range, whose end takes in all that begins with it: `to 199` holds 199.5 too.
  public var upperKey: [UInt8]? { toCallNumber.map { CallNumberKey.bytes($0) + [0xFF] } }

  /// What stands against opening such a stocktake.
  public var faults: [Refusal] {
    var faults: [Refusal] = name.isEmpty ? [.nameMissing] : []
    if let lowerKey, let upperKey, let toCallNumber, !lowerKey.lexicographicallyPrecedes(upperKey) {
      faults.append(.invalidValue(field: "toCallNumber", typed: toCallNumber))
    }
    return faults
  }
}

extension ItemStatus {
  /// Whether the books hold the copy to be in the house or on loan, so that a stocktake looks for it.
  public var isExpected: Bool {
    switch self {
    case .available, .damaged: true
    case .lost, .missing, .withdrawn, .removed: false
    }
  }
}
