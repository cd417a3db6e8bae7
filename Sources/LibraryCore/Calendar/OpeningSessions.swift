/// One stretch of a day in which the library is open: the morning, the afternoon, an evening.
public struct OpeningSession: Hashable, Sendable {
  public var from: TimeOfDay
  public var to: TimeOfDay

  public static let wholeDay = OpeningSession(from: .startOfDay, to: .endOfDay)

  public init(from: TimeOfDay, to: TimeOfDay) {
    self.from = from
    self.to = to
  }

  public var text: String { "\(from.text)-\(to.text)" }

  /// Reads sessions as people write them, `7:30-11:30, 13h30–17h`; nil where one is no stretch of time or overlaps another.
  ///
  /// They come back in their order; an empty text is a day open from midnight to midnight.
  public static func read(_ text: String) -> [OpeningSession]? {
    let parts = text.split { $0 == "," || $0 == ";" }.map { String($0).trimmed }
      .filter { !$0.isEmpty }
    var sessions: [OpeningSession] = []
    for part in parts {
      let ends = part.split { $0 == "-" || $0 == "–" }.map { String($0).trimmed }
      guard ends.count == 2, let from = TimeOfDay(ends[0]), let to = TimeOfDay(ends[1]), from < to
      else { return nil }
      sessions.append(OpeningSession(from: from, to: to))
    }
    sessions.sort { $0.from < $1.from }
    let overlaps = zip(sessions, sessions.dropFirst()).contains { $0.to > $1.from }
    return overlaps ? nil : sessions
  }
}

/// The sessions of the days of the week; a day of which nothing is said is open from midnight to midnight.
public struct OpeningHours: Equatable, Sendable {
  public private(set) var byWeekday: [Weekday: [OpeningSession]]

  public init(_ byWeekday: [Weekday: [OpeningSession]] = [:]) {
    self.byWeekday = byWeekday.filter { !$0.value.isEmpty }
  }

  /// Reads `1=07:30-11:30,13:30-17:00;6=08:00-11:00`, Monday being 1; nil where anything is no session.
  public init?(encoded text: String) {
    var hours: [Weekday: [OpeningSession]] = [:]
    for part in text.split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, let digit = Int(sides[0]), let weekday = Weekday(rawValue: digit - 1),
        let sessions = OpeningSession.read(String(sides[1])), !sessions.isEmpty
      else { return nil }
      hours[weekday] = sessions
    }
    self.init(hours)
  }

  public var encoded: String {
    Weekday.allCases.compactMap { weekday in
      byWeekday[weekday].map { "\(weekday.rawValue + 1)=" + OpeningHours.text($0) }
    }.joined(separator: ";")
  }

  public static func text(_ sessions: [OpeningSession]) -> String {
    sessions.map(\.text).joined(separator: ",")
  }
}

extension OpeningCalendar {
  /// When the library is open on `day`; nothing on a closed day.
  ///
  /// An extra open day that its season closes has the hours of the ordinary week.
  public func sessions(on day: CalendarDay) -> [OpeningSession] {
    guard isOpen(day) else { return [] }
    if let own = season(on: day)?.week.byWeekday[day.weekday], !own.isEmpty { return own }
    return hours.byWeekday[day.weekday] ?? [.wholeDay]
  }

  /// The minutes in which the library is open between two moments, looking at most a year on.
  public func openMinutes(from start: Due, to end: Due) -> Int {
    guard start < end else { return 0 }
    let last = min(end.day.number, start.day.number + 366)
    return (start.day.number...last).reduce(0) { sum, number in
      let day = CalendarDay(number: number)
      let from = day == start.day ? start.time ?? .endOfDay : .startOfDay
      let to = day == end.day ? end.time ?? .endOfDay : .endOfDay
      return sum
        + sessions(on: day).reduce(0) {
          $0 + max(0, min($1.to, to).minutes - max($1.from, from).minutes)
        }
    }
  }

  /// When the library closes last at or before `end`, after `start`; nil where it does not close between them.
  func lastClosing(after start: Due, through end: Due) -> Due? {
    guard start < end else { return nil }
    return stride(from: end.day.number, through: start.day.number, by: -1).lazy
      .map { CalendarDay(number: $0) }
      .flatMap { day in sessions(on: day).reversed().map { Due(day, at: $0.to) } }
      .first { start < $0 && $0 <= end }
  }

  /// When the library opens next at or after `start`, looking at most a year ahead.
  func nextOpening(from start: Due) -> Due? {
    (0...366).lazy.map { start.day.adding(days: $0) }
      .flatMap { day in sessions(on: day).map { Due(day, at: $0.from) } }
      .first { start <= $0 }
  }

  /// Whether the library is open at a minute; the minute of closing still counts.
  func isOpen(at due: Due) -> Bool {
    let time = due.time ?? .endOfDay
    return sessions(on: due.day).contains { $0.from <= time && time <= $0.to }
  }

  /// The due time of a loan of `hours` hours begun at `start`, which `end` moves where the library is closed then.
  ///
  /// Counted on the clock: an hour is an hour whether the library is open or not.
  public func dueTime(from start: Moment, hours: Int, end: HoursEnd) -> DueDate {
    let counted = Due(
      Moment(
        milliseconds: start.milliseconds + Int64(hours) * 3_600_000,
        offsetMinutes: start.offsetMinutes))
    var due = DueDate(day: counted.day, counted: counted.day, loanDays: 0)
    due.time = counted.time
    due.hours = DueDate.Hours(count: hours, from: Due(start), counted: counted)
    guard !isOpen(at: counted) else { return due }
    switch end {
    case .ignore: break
    case .closing:
      if let closing = lastClosing(after: Due(start), through: counted) {
        due.move(to: closing, .closing(closing))
      }
    case .opening:
      if let opening = nextOpening(from: counted) { due.move(to: opening, .opening(opening)) }
    }
    return due
  }
}
