/// A part of the year with opening hours of its own: the summer of every year, the weeks around one Tết.
///
/// It speaks of those days of the week that it names; of the others what is said less closely holds.
public struct OpeningSeason: Equatable, Sendable {
  public var id: EntityID
  /// What people call it, such as `Hè thiếu nhi`; it may be empty.
  public var name: String
  public var period: SeasonPeriod
  public var week: SeasonWeek

  public init(id: EntityID, name: String, period: SeasonPeriod, week: SeasonWeek) {
    self.id = id
    self.name = name
    self.period = period
    self.week = week
  }
}

/// The sessions of the days of the week that a season names; a day without any is closed.
public struct SeasonWeek: Equatable, Sendable {
  public let byWeekday: [Weekday: [OpeningSession]]

  public init(_ byWeekday: [Weekday: [OpeningSession]]) { self.byWeekday = byWeekday }

  /// How a closed day stands in the journal.
  private static let closed = "-"

  /// Reads `1=07:30-11:30,13:30-17:00;7=-`, Monday being 1; nil where anything is no session, or no day is named.
  public init?(encoded text: String) {
    var week: [Weekday: [OpeningSession]] = [:]
    for part in text.split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, let digit = Int(sides[0]), let weekday = Weekday(rawValue: digit - 1),
        let sessions = SeasonWeek.sessions(sides[1]), week[weekday] == nil
      else { return nil }
      week[weekday] = sessions
    }
    guard !week.isEmpty else { return nil }
    byWeekday = week
  }

  private static func sessions(_ text: Substring) -> [OpeningSession]? {
    if text == closed { return [] }
    return OpeningSession.read(String(text)).flatMap { $0.isEmpty ? nil : $0 }
  }

  public var encoded: String {
    Weekday.allCases.compactMap { weekday in
      byWeekday[weekday].map {
        "\(weekday.rawValue + 1)=" + ($0.isEmpty ? SeasonWeek.closed : OpeningHours.text($0))
      }
    }.joined(separator: ";")
  }
}

/// A day of every year.
public struct YearDay: Hashable, Comparable, Sendable {
  public let month: Int
  public let day: Int

  /// Nil for what no year has; 29 February is a day of some.
  public init?(month: Int, day: Int) {
    guard CalendarDay(year: YearDay.leapYear, month: month, day: day) != nil else { return nil }
    (self.month, self.day) = (month, day)
  }

  public init(_ day: CalendarDay) { (month, self.day) = (day.month, day.day) }

  private static let leapYear = 2024

  /// Where it stands in a leap year, so that every day of a year has a place.
  fileprivate var place: Int {
    CalendarDay(year: YearDay.leapYear, month: month, day: day)?.number ?? 0
  }

  public static func < (left: YearDay, right: YearDay) -> Bool {
    (left.month, left.day) < (right.month, right.day)
  }
}

/// When a season is: once, or every year between the same two days.
public enum SeasonPeriod: Hashable, Sendable {
  case dated(from: CalendarDay, to: CalendarDay)
  /// Over the end of the year where the first day is the later one.
  case yearly(from: YearDay, to: YearDay)

  public func contains(_ day: CalendarDay) -> Bool {
    switch self {
    case .dated(let from, let to): return from <= day && day <= to
    case .yearly(let from, let to):
      let day = YearDay(day)
      return from <= to ? from <= day && day <= to : from <= day || day <= to
    }
  }

  public var isYearly: Bool { if case .yearly = self { true } else { false } }

  /// How many days it has, in a leap year where it comes back every year.
  public var length: Int {
    switch self {
    case .dated(let from, let to): from.days(until: to) + 1
    case .yearly(let from, let to): (to.place - from.place + 1) + (from <= to ? 0 : 366)
    }
  }

  /// Whether this says more closely than `other` what it says: dates before years, then the shorter, then the one that begins later.
  fileprivate func isCloser(than other: SeasonPeriod) -> Bool {
    if isYearly != other.isYearly { return !isYearly }
    if length != other.length { return length < other.length }
    return first > other.first
  }

  private var first: Int {
    switch self {
    case .dated(let from, _): from.number
    case .yearly(let from, _): from.place
    }
  }
}

extension OpeningCalendar {
  /// Puts the seasons in the order in which they are asked: the most specific first.
  public mutating func setSeasons(_ seasons: [OpeningSeason]) {
    self.seasons = seasons.sorted { left, right in
      if left.period.isCloser(than: right.period) { return true }
      if right.period.isCloser(than: left.period) { return false }
      return left.id.rawValue > right.id.rawValue
    }
  }

  /// The most specific season that speaks of the day of the week that `day` is; nil where the ordinary week holds.
  public func season(on day: CalendarDay) -> OpeningSeason? {
    seasons.first { $0.week.byWeekday[day.weekday] != nil && $0.period.contains(day) }
  }
}

/// What the library says of a season; each is a text in the journal.
public enum SeasonField: UInt8, EntityField {
  case name = 1
  /// A `SeasonPeriod`, encoded.
  case period = 2
  /// A `SeasonWeek`, encoded.
  case week = 3
  case removed = 4

  public var column: String {
    switch self {
    case .name: "name"
    case .period: "period"
    case .week: "week"
    case .removed: "removed"
    }
  }
}
