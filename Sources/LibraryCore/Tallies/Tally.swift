/// Something that is counted by hand because no barcode of a loan tells it.
///
/// The library diary (nhật ký thư viện) and TCVN 12843 (ISO 2789) ask for these beside loans.
public enum TallyKind: String, CaseIterable, Sendable {
  /// One person who came in.
  case visit
  /// One item read on the spot.
  case onSite
  /// One reference question answered.
  case reference
  /// One trip of the mobile library.
  case trip
}

/// For whom something is counted; every Vietnamese form parts the two.
public enum Audience: String, CaseIterable, Sendable {
  case adult
  case child
}

/// One key pressed, or a number typed: so many of a kind.
public struct Tally: Equatable, Sendable {
  /// More at once is a slip of the finger.
  public static let countMaximum = 10_000

  public var kind: TallyKind
  public var count: Int
  public var audience: Audience
  /// The subject group of what was read (môn loại): the first digit of its class; nil where nobody said.
  public var group: Int?
  /// The day it belongs to, if not that of the op.
  public var day: CalendarDay?
  /// The copy that was read, where one was scanned.
  public var item: EntityID?

  public init(
    _ kind: TallyKind, count: Int = 1, audience: Audience = .adult, group: Int? = nil,
    day: CalendarDay? = nil, item: EntityID? = nil
  ) {
    self.item = item
    self.kind = kind
    self.count = count
    self.audience = audience
    self.group = group
    self.day = day
  }

  /// What cannot be counted so: a count of nothing or of far too much, a group that is no digit or does not go with the kind.
  public var refusals: [Refusal] {
    var reasons: [Refusal] = []
    if !(1...Tally.countMaximum).contains(count) {
      reasons.append(.invalidValue(field: "count", typed: String(count)))
    }
    if let group, !(0...9).contains(group) || kind != .onSite {
      reasons.append(.invalidValue(field: "group", typed: String(group)))
    }
    return reasons
  }
}

/// Counts by kind and audience, and by subject group what was read on the spot.
public struct TallyTotals: Equatable, Sendable {
  private var counts: [Key: Int] = [:]

  private struct Key: Hashable {
    var kind: TallyKind
    var audience: Audience
    var group: Int?
  }

  public init() {}

  public mutating func add(_ tally: Tally) {
    let key = Key(kind: tally.kind, audience: tally.audience, group: tally.group)
    counts[key, default: 0] += tally.count
  }

  public func count(_ kind: TallyKind, _ audience: Audience? = nil) -> Int {
    counts.reduce(0) { sum, entry in
      entry.key.kind == kind && (audience == nil || entry.key.audience == audience)
        ? sum + entry.value : sum
    }
  }

  /// What was read on the spot of one subject group; nil asks for what nobody put in one.
  public func read(group: Int?) -> Int {
    Audience.allCases.reduce(0) { sum, audience in
      sum + (counts[Key(kind: .onSite, audience: audience, group: group)] ?? 0)
    }
  }
}
