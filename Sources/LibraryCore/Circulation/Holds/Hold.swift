/// A reader's wish for a title, for any of several titles, or for one copy (yêu cầu giữ chỗ).
///
/// The queue is the order in which wishes were placed; frozen and lapsed ones are passed over and keep their place.
public struct Hold: Equatable, Sendable {
  public var id: EntityID
  public var patron: PatronLine
  /// The patron's category, which the rules ask for.
  public var category: String
  public var wanted: HoldWanted
  /// The code of the library where it is to be fetched.
  public var pickup: String
  public var placedAt: Moment
  /// The last day on which the reader still wants it; nil for any time.
  public var expiresOn: CalendarDay?
  /// The last day on which it is passed over.
  public var frozenUntil: CalendarDay?
  public var status: HoldStatus
  /// The copy set aside for it.
  public var copy: ItemLine?
  /// The last day on which the copy waits on the hold shelf.
  public var shelfUntil: CalendarDay?
  /// The code of the library its copy is under way to; nil unless it is under way.
  public var sentTo: String?
  public var note: String?
  /// Why it ended, where somebody said so.
  public var endReason: String?

  public init(
    id: EntityID, patron: PatronLine, category: String, wanted: HoldWanted, pickup: String,
    placedAt: Moment, expiresOn: CalendarDay? = nil, frozenUntil: CalendarDay? = nil,
    status: HoldStatus = .waiting, copy: ItemLine? = nil, shelfUntil: CalendarDay? = nil,
    sentTo: String? = nil, note: String? = nil, endReason: String? = nil
  ) {
    self.id = id
    self.patron = patron
    self.category = category
    self.wanted = wanted
    self.pickup = pickup
    self.placedAt = placedAt
    self.expiresOn = expiresOn
    self.frozenUntil = frozenUntil
    self.status = status
    self.copy = copy
    self.shelfUntil = shelfUntil
    self.sentTo = sentTo
    self.note = note
    self.endReason = endReason
  }

  /// How it stands on `day`, frozen and lapsed told apart from plain waiting.
  public func state(on day: CalendarDay) -> State {
    switch status {
    case .waiting:
      if let expiresOn, expiresOn < day { return .lapsed(on: expiresOn) }
      if let frozenUntil, day <= frozenUntil { return .frozen(until: frozenUntil) }
      return .waiting
    case .shelf:
      guard let shelfUntil else { return .onShelf(until: day) }
      return shelfUntil < day ? .uncollected(since: shelfUntil) : .onShelf(until: shelfUntil)
    case .transfer: return .underWay
    case .filled: return .filled
    case .cancelled, .removed: return .cancelled
    }
  }

  public enum State: Equatable, Sendable {
    case waiting
    case frozen(until: CalendarDay)
    /// The reader no longer wants it.
    case lapsed(on: CalendarDay)
    case onShelf(until: CalendarDay)
    /// The copy waited for its reader until that day.
    case uncollected(since: CalendarDay)
    /// The copy is on its way to the library where it is to be fetched.
    case underWay
    case filled
    case cancelled
  }
}

/// What a hold asks for.
public enum HoldWanted: Equatable, Sendable {
  /// Any copy of any of these titles.
  case titles([HeldTitle])
  case item(ItemLine)

  public struct HeldTitle: Equatable, Sendable {
    public var record: EntityID
    public var title: String

    public init(record: EntityID, title: String) {
      self.record = record
      self.title = title
    }
  }

  /// The first title, and how many others would do.
  public var title: String {
    switch self {
    case .titles(let titles): titles.first?.title ?? ""
    case .item(let item): item.title
    }
  }
}

public enum HoldStatus: String, CaseIterable, Sendable {
  case waiting
  /// A copy lies on the hold shelf.
  case shelf
  /// A copy is on its way to where it is to be fetched.
  case transfer
  case filled
  case cancelled
  /// The placing was taken back.
  case removed

  public var isOpen: Bool { self == .waiting || self == .shelf || self == .transfer }
}

/// Why a hold ended without a loan.
public enum HoldEnd: String, CaseIterable, Sendable {
  case cancelled
  /// Its last day passed while it waited.
  case lapsed
  /// The reader did not fetch the copy in time.
  case uncollected
}

/// The stored fields of a hold.
public enum HoldField: UInt8, EntityField {
  case patron = 1
  case item = 2
  /// The records wanted, by their numbers, with blanks between.
  case records = 3
  case pickup = 4
  case expiresOn = 5
  case frozenUntil = 6
  case note = 7
  /// Milliseconds since 1970, where it was placed at another moment than that of its op.
  case placedAt = 8
  case removed = 9
  /// The codes of the refusals lifted for it, and why.
  case overrode = 10
  case overrideReason = 11

  public var column: String {
    switch self {
    case .patron: "patron"
    case .item: "item"
    case .records: "records"
    case .pickup: "pickup"
    case .expiresOn: "expires_on"
    case .frozenUntil: "frozen_until"
    case .note: "note"
    case .placedAt: "placed_at"
    case .removed: "removed"
    case .overrode: "overrode"
    case .overrideReason: "override_reason"
    }
  }
}

/// For whom a copy was set aside.
public struct SetAside: Equatable, Sendable {
  public var hold: EntityID
  public var patron: PatronLine
  /// The last day on the hold shelf; nil while the copy is under way.
  public var until: CalendarDay?
  /// The library it was sent to; nil once it lies on the hold shelf.
  public var sentTo: String?
  /// The place in the queue that the reader goes back to, where the copy is taken away; the first is 1.
  public var place: Int?

  public init(
    hold: EntityID, patron: PatronLine, until: CalendarDay? = nil, sentTo: String? = nil,
    place: Int? = nil
  ) {
    self.place = place
    self.hold = hold
    self.patron = patron
    self.until = until
    self.sentTo = sentTo
  }
}

/// A copy set aside for a hold, as an op keeps it.
public struct HoldTrap: Equatable, Sendable {
  public var hold: EntityID
  public var shelfUntil: CalendarDay?
  /// The library it is sent to, if it is to be fetched elsewhere.
  public var sentTo: String?

  public init(hold: EntityID, shelfUntil: CalendarDay? = nil, sentTo: String? = nil) {
    self.hold = hold
    self.shelfUntil = shelfUntil
    self.sentTo = sentTo
  }

  public init(_ kept: SetAside) {
    self.init(hold: kept.hold, shelfUntil: kept.until, sentTo: kept.sentTo)
  }
}

/// A hold that ended without a loan, as an op keeps it.
public struct HoldEnded: Equatable, Sendable {
  public var end: HoldEnd
  public var reason: String?
  /// The library its copy was under way to, and still is; ops from before this was kept leave it out.
  public var copySentTo: String?

  public init(_ end: HoldEnd, reason: String? = nil, copySentTo: String? = nil) {
    self.end = end
    self.reason = reason
    self.copySentTo = copySentTo
  }
}

extension HoldWanted {
  /// Whether one copy could fill both.
  public func overlaps(_ other: HoldWanted) -> Bool {
    switch (self, other) {
    case (.item(let left), .item(let right)): left.id == right.id
    case (.titles(let left), .titles(let right)):
      !Set(left.map(\.record)).isDisjoint(with: right.map(\.record))
    case (.item(let item), .titles(let titles)), (.titles(let titles), .item(let item)):
      titles.contains { $0.record == item.record }
    }
  }
}
