/// The answer to placing a hold.
public enum HoldOutcome: Equatable, Sendable {
  case placed(Placed)
  case refused([Refusal], patron: PatronLine)
  case unknownPatron(String)
  case unknownRecord(String)
  case unknownItem(String)

  public struct Placed: Equatable, Sendable {
    /// Nil in a dry run.
    public var hold: EntityID?
    public var patron: PatronLine
    public var wanted: HoldWanted
    public var pickup: String
    public var forecast: HoldForecast
    public var overrode: [Refusal]
    public var op: OpID?

    public init(
      hold: EntityID?, patron: PatronLine, wanted: HoldWanted, pickup: String,
      forecast: HoldForecast, overrode: [Refusal] = [], op: OpID?
    ) {
      self.hold = hold
      self.patron = patron
      self.wanted = wanted
      self.pickup = pickup
      self.forecast = forecast
      self.overrode = overrode
      self.op = op
    }
  }
}

/// The answer to ending a hold.
public enum HoldEndOutcome: Equatable, Sendable {
  /// `copy` lies on the hold shelf or is under way for nobody now: it is to be scanned as a return.
  case ended(Hold, HoldEnd, copy: ItemLine?, op: OpID)
  case refused([Refusal])
  case unknownHold(String)
}

/// A copy to be fetched from the shelf for a reader, a line of the pull list.
public struct PullLine: Equatable, Sendable {
  public var hold: Hold
  public var item: ItemLine
  /// The place in the house: the code of a shelving location.
  public var location: String?
  /// What people call the library where the reader fetches it.
  public var pickup: String

  public init(hold: Hold, item: ItemLine, location: String?, pickup: String) {
    self.hold = hold
    self.item = item
    self.location = location
    self.pickup = pickup
  }
}

/// A copy under way to another library.
public struct TransferLine: Equatable, Sendable {
  public var item: ItemLine
  public var to: String
  /// The reader it is for; nil for one that goes home.
  public var kept: SetAside?

  public init(item: ItemLine, to library: String, kept: SetAside?) {
    self.item = item
    to = library
    self.kept = kept
  }
}

/// What is to be done with a copy that came over the counter.
public enum CopyErrand: Equatable, Sendable {
  /// Back to its place.
  case shelf(location: String?, callNumber: String?)
  /// To the hold shelf for a reader.
  case holdShelf(SetAside)
  /// To another library, for a reader's hold where there is one.
  case send(to: String, SetAside?)
  /// Away from the shelves: it is damaged or withdrawn.
  case aside(ItemStatus)
}

/// A hold as somebody asks for it.
public struct HoldRequest: Equatable, Sendable {
  public var card: String
  /// Numbers of records, any of which would do.
  public var records: [EntityID]
  /// The barcode of the one copy wanted, instead of titles.
  public var item: String?
  /// The code of the library where it is to be fetched; nil for this one.
  public var pickup: String?
  public var expiresOn: CalendarDay?
  public var frozenUntil: CalendarDay?
  public var note: String?

  public init(
    card: String, records: [EntityID] = [], item: String? = nil, pickup: String? = nil,
    expiresOn: CalendarDay? = nil, frozenUntil: CalendarDay? = nil, note: String? = nil
  ) {
    self.card = card
    self.records = records
    self.item = item
    self.pickup = pickup
    self.expiresOn = expiresOn
    self.frozenUntil = frozenUntil
    self.note = note
  }

  /// A hold may be frozen or wanted for so many days at the most.
  public static let daysMaximum = 3650

  /// Days that cannot be meant.
  public func refusals(today: CalendarDay) -> [Refusal] {
    HoldRequest.refusals([("until", expiresOn), ("frozenUntil", frozenUntil)], today: today)
      + HoldRequest.refusals(until: expiresOn, frozenUntil: frozenUntil)
  }

  /// A hold that is frozen until its last day or longer could never be filled.
  public static func refusals(until: CalendarDay?, frozenUntil: CalendarDay?) -> [Refusal] {
    guard let until, let frozenUntil, until <= frozenUntil else { return [] }
    return [.invalidValue(field: "until", typed: until.iso)]
  }

  public static func refusals(
    _ days: [(field: String, day: CalendarDay?)], today: CalendarDay
  ) -> [Refusal] {
    days.compactMap { field, day in
      guard let day, day < today || today.days(until: day) > daysMaximum else { return nil }
      return .invalidValue(field: field, typed: day.iso)
    }
  }
}
