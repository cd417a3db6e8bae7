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
  /// One use of a copy of a box, reported by the institution that had it (luân chuyển).
  case outside
  /// One event for readers, such as a talk or a book exhibition, with the number of people who came.
  case event

  /// What one key at the desk counts; the others are told in a form.
  public static let byKey: [TallyKind] = [.visit, .onSite, .reference, .trip]

  /// Whether it counts items, which have a subject group.
  public var isOfItems: Bool { self == .onSite || self == .outside }
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
  /// The box it was read from.
  public var box: EntityID?
  /// The return that brought the count with it.
  public var cause: OpID?
  /// What kind of event it was, by its code in the house's list.
  public var form: String?
  /// How many people came to the events, all together.
  public var attendance: Int?

  public init(
    _ kind: TallyKind, count: Int = 1, audience: Audience = .adult, group: Int? = nil,
    day: CalendarDay? = nil, item: EntityID? = nil, box: EntityID? = nil, cause: OpID? = nil,
    form: String? = nil, attendance: Int? = nil
  ) {
    self.item = item
    self.box = box
    self.cause = cause
    self.form = form
    self.attendance = attendance
    self.kind = kind
    self.count = count
    self.audience = audience
    self.group = group
    self.day = day
  }

  /// More people than that come to no event.
  public static let attendanceMaximum = 1_000_000

  /// What cannot be counted so: a count of nothing or of far too much, and what does not go with the kind.
  public var refusals: [Refusal] {
    var reasons: [Refusal] = []
    if !(1...Tally.countMaximum).contains(count) {
      reasons.append(.invalidValue(field: "count", typed: String(count)))
    }
    if let group, !(0...9).contains(group) || !kind.isOfItems {
      reasons.append(.invalidValue(field: "group", typed: String(group)))
    }
    if let box, kind != .outside {
      reasons.append(.invalidValue(field: "box", typed: String(box.rawValue)))
    }
    if let form, kind != .event { reasons.append(.invalidValue(field: "form", typed: form)) }
    if let attendance,
      kind != .event || !(0...Tally.attendanceMaximum).contains(attendance)
    {
      reasons.append(.invalidValue(field: "attendance", typed: String(attendance)))
    }
    return reasons
  }
}

/// Counts by kind and audience, and by subject group what was read on the spot.
public struct TallyTotals: Equatable, Sendable {
  private var counts: [Key: Int] = [:]
  /// Events by their kind; those of no known kind stand under nil.
  public private(set) var events: [String?: Events] = [:]

  /// How many events there were, and how many people came.
  public struct Events: Equatable, Sendable {
    public var count = 0
    public var attendance = 0

    public init(count: Int = 0, attendance: Int = 0) {
      self.count = count
      self.attendance = attendance
    }
  }

  private struct Key: Hashable {
    var kind: TallyKind
    var audience: Audience
    var group: Int?
  }

  public init() {}

  public mutating func add(_ tally: Tally) {
    let key = Key(kind: tally.kind, audience: tally.audience, group: tally.group)
    counts[key, default: 0] += tally.count
    if tally.kind == .event {
      events[tally.form, default: Events()].count += tally.count
      events[tally.form, default: Events()].attendance += tally.attendance ?? 0
    }
  }

  /// How many people came to the events.
  public var attendance: Int { events.values.reduce(0) { $0 + $1.attendance } }

  public func count(_ kind: TallyKind, _ audience: Audience? = nil) -> Int {
    counts.reduce(0) { sum, entry in
      entry.key.kind == kind && (audience == nil || entry.key.audience == audience)
        ? sum + entry.value : sum
    }
  }

  /// What was read on the spot, or elsewhere out of boxes, of one subject group; nil asks for what nobody put in one.
  public func read(_ kind: TallyKind = .onSite, group: Int?) -> Int {
    Audience.allCases.reduce(0) { sum, audience in
      sum + (counts[Key(kind: kind, audience: audience, group: group)] ?? 0)
    }
  }
}
