/// How long a card is good.
public enum Membership {
  /// How many days before its end a card that ends soon is told of.
  public static let noticeDays = 30

  /// Within how many days somebody may ask which cards end.
  public static let noticeRange = 0...3650

  /// The new last day of a card that is renewed on `today` for so many months.
  ///
  /// A card that is still good runs on from its last day, so that nobody loses days by coming early; one that has ended runs from
  /// today. No months means no end.
  public static func renewed(
    _ expiresOn: CalendarDay?, months: Int, today: CalendarDay
  ) -> CalendarDay? {
    guard months > 0 else { return nil }
    return max(expiresOn ?? today, today).adding(months: months)
  }

  /// Whether a card that is good today ends within the days that are told of.
  public static func endsSoon(_ expiresOn: CalendarDay?, today: CalendarDay) -> Bool {
    guard let expiresOn else { return false }
    return (0...noticeDays).contains(today.days(until: expiresOn))
  }
}

extension CalendarDay {
  /// The same day of a later month, or the last of a month that is too short.
  public func adding(months: Int) -> CalendarDay {
    let count = year * 12 + month - 1 + months
    var day = day
    while day > 28 {
      if let found = CalendarDay(year: count / 12, month: count % 12 + 1, day: day) { return found }
      day -= 1
    }
    return CalendarDay(year: count / 12, month: count % 12 + 1, day: day) ?? self
  }
}

/// Patrons changed at once: memberships renewed, classes moved up.
public struct PatronBatch: Equatable, Sendable {
  /// What was written; nil in a preview.
  public var batch: EntityID?
  public var op: OpID?
  public var changes: [PatronChange]
  /// Whose cards were to be renewed and are not, and why.
  public var leftOut: [PatronLeftOut]
  /// Classes that stay as they are because nobody said what they become.
  public var keptClasses: [ClassCount] = []
  /// How many of a class are in the new school year already and stay where they are.
  public var inYearAlready: [ClassCount] = []

  public init(
    batch: EntityID? = nil, op: OpID? = nil, changes: [PatronChange],
    leftOut: [PatronLeftOut] = []
  ) {
    self.leftOut = leftOut
    self.batch = batch
    self.op = op
    self.changes = changes
  }

  /// Those who leave with books in hand or money owed.
  public var leavingWithDebts: [PatronChange] {
    changes.filter { $0.leaves && ($0.loans > 0 || $0.owed > .zero) }
  }
}

/// What a batch does to one patron.
public struct PatronChange: Equatable, Sendable {
  public var patron: PatronLine
  public var loans: Int
  public var owed: Money
  public var fromClass: String?
  public var toClass: String?
  public var fromExpiry: CalendarDay?
  public var toExpiry: CalendarDay?
  public var leaves = false

  public init(
    patron: PatronLine, loans: Int = 0, owed: Money = .zero, fromClass: String? = nil,
    toClass: String? = nil, fromExpiry: CalendarDay? = nil, toExpiry: CalendarDay? = nil,
    leaves: Bool = false
  ) {
    self.patron = patron
    self.loans = loans
    self.owed = owed
    self.fromClass = fromClass
    self.toClass = toClass
    self.fromExpiry = fromExpiry
    self.toExpiry = toExpiry
    self.leaves = leaves
  }
}

public enum PatronBatchOutcome: Equatable, Sendable {
  case changed(PatronBatch)
  case refused([Refusal])
}

/// A class with how many patrons are in it.
public struct ClassCount: Equatable, Sendable {
  public var name: SchoolClass
  public var patrons: Int

  public init(name: SchoolClass, patrons: Int) {
    self.name = name
    self.patrons = patrons
  }
}
