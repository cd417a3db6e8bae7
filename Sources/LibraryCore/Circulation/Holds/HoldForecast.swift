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
  /// The last day on which it is passed over, where it is frozen.
  public private(set) var frozenUntil: CalendarDay?
  /// Nil where no copy is known to come back.
  public var expectedOn: CalendarDay?
  /// The copy that the day is reckoned from, the first to be free when its turn comes.
  public var expectedFrom: Copy?

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
    /// On its way to a library, for nobody, by that library's code.
    case underWay(to: String)
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
    var free = copies.compactMap { copy -> (day: CalendarDay, copy: Copy)? in
      switch copy.whereabouts {
      case .onShelf, .underWay: (today, copy)
      case .onLoan(let due): (due, copy)
      case .setAside: (today.adding(days: turnDays), copy)
      case .overdue, .away: nil
      }
    }
    for _ in 0..<ahead {
      guard let next = free.indices.min(by: { free[$0].day < free[$1].day }) else { break }
      free[next].day = free[next].day.adding(days: turnDays)
    }
    let first = free.min { $0.day < $1.day }
    (expectedOn, expectedFrom) = (first?.day, first?.copy)
  }
}

extension HoldForecast {
  /// The forecast of a hold that is passed over until that day: nothing comes for it before.
  public func frozen(until day: CalendarDay?) -> HoldForecast {
    guard let day else { return self }
    var frozen = self
    frozen.frozenUntil = day
    frozen.expectedOn = expectedOn.map { max($0, day.adding(days: 1)) }
    return frozen
  }

  /// Whether a copy stands on the shelf for it, after those for everybody before; never for a frozen hold.
  public var hasShelvedCopy: Bool {
    frozenUntil == nil && position <= copies.count { $0.whereabouts == .onShelf }
  }
}

extension HoldForecast.Whereabouts {
  public init(_ facts: ItemFacts, now: Moment) {
    if facts.item.status != .available {
      self = .away(facts.item.status)
    } else if let loan = facts.loan {
      self = loan.due.isPast(at: now) ? .overdue(since: loan.dueOn) : .onLoan(due: loan.dueOn)
    } else if facts.setAside == nil, let library = facts.item.sentTo {
      self = .underWay(to: library)
    } else {
      self = facts.setAside == nil ? .onShelf : .setAside
    }
  }
}

/// A hold of a list, with its place among those who wait.
public struct QueueLine: Equatable, Sendable {
  public var hold: Hold
  /// Nil where the hold does not wait, or is passed over for now.
  public var forecast: HoldForecast?

  public init(hold: Hold, forecast: HoldForecast?) {
    self.hold = hold
    self.forecast = forecast
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
