/// Something said of a patron for a time: a restriction that stands against loans, or a message to be read.
///
/// It lifts itself after its last day; several may stand beside each other, each with its own reason.
public struct Remark: Equatable, Sendable {
  public var id: EntityID
  public var kind: RemarkKind
  public var text: String
  /// The first and the last day on which it counts; nil for no bound.
  public var from: CalendarDay?
  public var until: CalendarDay?
  /// Whether somebody must say that it was read.
  public var mustBeRead: Bool
  public var readOn: CalendarDay?
  /// The day on which staff lifted it before its time.
  public var liftedOn: CalendarDay?
  public var madeOn: CalendarDay
  /// The login of who made it.
  public var madeBy: String

  public init(
    id: EntityID, kind: RemarkKind, text: String, from: CalendarDay? = nil,
    until: CalendarDay? = nil, mustBeRead: Bool = false, readOn: CalendarDay? = nil,
    liftedOn: CalendarDay? = nil, madeOn: CalendarDay, madeBy: String
  ) {
    self.id = id
    self.kind = kind
    self.text = text
    self.from = from
    self.until = until
    self.mustBeRead = mustBeRead
    self.readOn = readOn
    self.liftedOn = liftedOn
    self.madeOn = madeOn
    self.madeBy = madeBy
  }

  /// How it stands on `day`.
  public func state(on day: CalendarDay) -> State {
    if let liftedOn { return .lifted(on: liftedOn) }
    if let until, until < day { return .over(since: until) }
    if let from, day < from { return .later(from: from) }
    return .counts
  }

  /// Whether it waits for somebody to read it on `day`.
  public func isUnread(on day: CalendarDay) -> Bool {
    mustBeRead && readOn == nil && state(on: day) == .counts
  }

  public enum State: Equatable, Sendable {
    case counts
    /// It will count from that day on.
    case later(from: CalendarDay)
    /// Its last day has passed.
    case over(since: CalendarDay)
    case lifted(on: CalendarDay)
  }
}

public enum RemarkKind: String, CaseIterable, Sendable {
  /// Stands against loans.
  case restriction
  case message
}

/// The stored fields of a remark.
public enum RemarkField: UInt8, EntityField {
  case patron = 1
  case kind = 2
  case text = 3
  case from = 4
  case until = 5
  case mustBeRead = 6
  case readOn = 7
  case liftedOn = 8
  case removed = 9

  public var column: String {
    switch self {
    case .patron: "patron"
    case .kind: "kind"
    case .text: "text"
    case .from: "from_day"
    case .until: "until_day"
    case .mustBeRead: "must_be_read"
    case .readOn: "read_on"
    case .liftedOn: "lifted_on"
    case .removed: "removed"
    }
  }
}

/// A remark as somebody asks for it.
public struct RemarkRequest: Equatable, Sendable {
  public var card: String
  public var kind: RemarkKind
  public var text: String
  public var from: CalendarDay?
  public var until: CalendarDay?
  public var mustBeRead: Bool

  public init(
    card: String, kind: RemarkKind, text: String, from: CalendarDay? = nil,
    until: CalendarDay? = nil, mustBeRead: Bool = false
  ) {
    self.card = card
    self.kind = kind
    self.text = text
    self.from = from
    self.until = until
    self.mustBeRead = mustBeRead
  }

  /// What the op says of it; the text is `tidied` by whoever stores it.
  public func changes(patron: EntityID, text: String) -> [FieldChange] {
    var changes = [
      RemarkField.patron.set("\(patron.rawValue)"), RemarkField.kind.set(kind.rawValue),
      RemarkField.text.set(text),
    ]
    if let from { changes.append(RemarkField.from.set(from.iso)) }
    if let until { changes.append(RemarkField.until.set(until.iso)) }
    if mustBeRead { changes.append(RemarkField.mustBeRead.set("yes")) }
    return changes
  }

  /// Everything that stands against it but who asks and for whom.
  public func refusals(text: String?, today: CalendarDay) -> [Refusal] {
    var reasons: [Refusal] = []
    if text == nil { reasons.append(.invalidValue(field: "reason", typed: self.text)) }
    if let until, until < max(from ?? today, today) {
      reasons.append(.invalidValue(field: "until", typed: until.iso))
    }
    return reasons
  }
}
