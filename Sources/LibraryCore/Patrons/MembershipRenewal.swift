/// The cards of a category or a class renewed at once: until when, and whose.
public struct MembershipRenewal: Equatable, Sendable {
  /// The new last day of all cards; nil gives each the months that the rules give its category.
  public var until: CalendarDay?
  /// Whether cards of patrons who owe money, are restricted or blocked are renewed too.
  public var includesHeldBack: Bool

  public init(until: CalendarDay? = nil, includesHeldBack: Bool = false) {
    self.until = until
    self.includesHeldBack = includesHeldBack
  }

  /// Why a card is left out.
  public enum Obstacle: Equatable, Sendable {
    case owes(Money)
    case restricted(reason: String)
    case blocked(reason: String?)
    /// It is good as long already; nil has no end.
    case goodAsLong(until: CalendarDay?)
  }

  /// What is known of one patron.
  public struct Facts: Equatable, Sendable {
    public var expiresOn: CalendarDay?
    public var owed: Money
    /// What the restrictions say that count today.
    public var restrictions: [String]
    public var isBlocked: Bool
    public var blockReason: String?
    /// The months that the rules give the category; 0 is no end.
    public var months: Int

    public init(
      expiresOn: CalendarDay?, owed: Money = .zero, restrictions: [String] = [],
      isBlocked: Bool = false, blockReason: String? = nil, months: Int
    ) {
      self.expiresOn = expiresOn
      self.owed = owed
      self.restrictions = restrictions
      self.isBlocked = isBlocked
      self.blockReason = blockReason
      self.months = months
    }
  }

  public enum Decision: Equatable, Sendable {
    /// Nil is a card without an end.
    case renew(until: CalendarDay?)
    case leaveOut([Obstacle])
  }

  /// What becomes of one card on `today`; no card loses days by it.
  public func decide(_ facts: Facts, on today: CalendarDay) -> Decision {
    let end = until ?? Membership.renewed(facts.expiresOn, months: facts.months, today: today)
    var obstacles: [Obstacle] = []
    if !includesHeldBack {
      if facts.isBlocked { obstacles.append(.blocked(reason: facts.blockReason)) }
      obstacles += facts.restrictions.map { .restricted(reason: $0) }
      if facts.owed > .zero { obstacles.append(.owes(facts.owed)) }
    }
    if !MembershipRenewal.isLonger(end, than: facts.expiresOn, chosen: until != nil) {
      obstacles.append(.goodAsLong(until: facts.expiresOn))
    }
    return obstacles.isEmpty ? .renew(until: end) : .leaveOut(obstacles)
  }

  /// A day that was chosen never ends a card that has no end or a later one; months of the rules also give an end to one without.
  private static func isLonger(
    _ end: CalendarDay?, than present: CalendarDay?, chosen: Bool
  ) -> Bool {
    guard let present else { return end != nil && !chosen }
    return end.map { present < $0 } ?? true
  }
}

/// A patron whose card a batch left as it was.
public struct PatronLeftOut: Equatable, Sendable {
  public var patron: PatronLine
  public var obstacles: [MembershipRenewal.Obstacle]

  public init(patron: PatronLine, obstacles: [MembershipRenewal.Obstacle]) {
    self.patron = patron
    self.obstacles = obstacles
  }
}
