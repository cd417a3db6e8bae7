/// Why the machine's clock is not believed before something is written by it: it says a time far from the last action.
///
/// The battery of an old machine dies and its clock begins at 2000 again, or somebody sets a wrong year: every due date would be
/// wrong. A person is asked; what they confirm counts from then on.
public struct ClockDoubt: Equatable, Sendable {
  /// How far a clock may stand behind the last action, in days: enough for one put right by hours.
  public static let daysBehind = 1
  /// How long nobody may have worked, in days: a school's long holidays and more.
  public static let daysAhead = 366
  /// The years in which a library may be made without a question.
  public static let years = 2026...2075

  public var now: Moment
  /// The last action; nil where the library is about to be made.
  public var last: Moment?

  /// Nil where the clock may be believed: near the last action, or near the time that somebody `confirmed`.
  public init?(now: Moment, last: Moment?, confirmed: Moment? = nil) {
    if let last {
      guard !ClockDoubt.follows(now, last),
        !(confirmed.map { ClockDoubt.follows(now, $0) } ?? false)
      else { return nil }
    } else if ClockDoubt.years.contains(now.day.year) {
      return nil
    }
    self.now = now
    self.last = last
  }

  private static func follows(_ now: Moment, _ earlier: Moment) -> Bool {
    let day: Int64 = 86_400_000
    let passed = now.milliseconds - earlier.milliseconds
    return passed >= -day * Int64(daysBehind) && passed <= day * Int64(daysAhead)
  }
}
