/// Where a hold stands in its queue, and when its turn is likely to come.
public struct HoldForecast: Equatable, Sendable {
  /// 1 for the next.
  public var position: Int
  /// Holds before it that are passed over for now and do not count in `position`.
  public var frozenAhead: Int
  /// Every copy that could fill it, with the day it is likely to be free.
  public var copies: [Copy]
  /// How long each reader before it is taken to keep a copy: the days on the hold shelf and those of a loan.
  public var turnDays: Int
  /// Nil where no copy is known to come back.
  public var expectedOn: CalendarDay?

  public struct Copy: Equatable, Sendable {
    public var item: ItemLine
    public var whereabouts: Whereabouts

    public init(item: ItemLine, whereabouts: Whereabouts) {
      self.item = item
      self.whereabouts = whereabouts
    }
  }

  public enum Whereabouts: Equatable, Sendable {
    case onShelf
    case onLoan(due: CalendarDay)
    /// Overdue, so nobody knows when it comes.
    case overdue(since: CalendarDay)
    /// Set aside for somebody before.
    case setAside
    /// Lost, missing, damaged or withdrawn.
    case away(ItemStatus)
  }

  /// Lets everybody before it take the copy that is free first and keep it for a whole turn.
  ///
  /// An overdue copy and one that is away count for nothing; one set aside is free after a turn.
  public init(
    ahead: Int, frozenAhead: Int, copies: [Copy], turnDays: Int, today: CalendarDay
  ) {
    position = ahead + 1
    self.frozenAhead = frozenAhead
    self.copies = copies
    self.turnDays = turnDays
    var free = copies.compactMap { copy -> CalendarDay? in
      switch copy.whereabouts {
      case .onShelf: today
      case .onLoan(let due): due
      case .setAside: today.adding(days: turnDays)
      case .overdue, .away: nil
      }
    }
    for _ in 0..<ahead {
      guard let next = free.indices.min(by: { free[$0] < free[$1] }) else { break }
      free[next] = free[next].adding(days: turnDays)
    }
    expectedOn = free.min()
  }
}

extension HoldForecast.Whereabouts {
  public init(_ facts: ItemFacts, now: Moment) {
    if facts.item.status != .available {
      self = .away(facts.item.status)
    } else if let loan = facts.loan {
      self = loan.due.isPast(at: now) ? .overdue(since: loan.dueOn) : .onLoan(due: loan.dueOn)
    } else {
      self = facts.setAside == nil ? .onShelf : .setAside
    }
  }
}

/// Why a hold stands where it stands.
public struct HoldExplanation: Equatable, Sendable {
  public var hold: Hold
  public var today: CalendarDay
  /// The holds before it, the first first.
  public var ahead: [Hold]
  /// Nil where the hold does not wait.
  public var forecast: HoldForecast?
  /// The rules that speak of it.
  public var values: [RuleValue]

  public init(
    hold: Hold, today: CalendarDay, ahead: [Hold], forecast: HoldForecast?, values: [RuleValue]
  ) {
    self.hold = hold
    self.today = today
    self.ahead = ahead
    self.forecast = forecast
    self.values = values
  }
}
