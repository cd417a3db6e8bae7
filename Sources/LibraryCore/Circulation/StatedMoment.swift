/// The moment that staff states for an action instead of the clock's: one that has been.
///
/// What has not happened yet cannot be written down: a return of next year would charge for days that nobody was late.
public enum StatedMoment {
  /// How far it may lie after the clock's, so that two machines whose clocks differ a little understand each other.
  public static let minutesAheadMaximum: Int64 = 10

  /// What stands against acting at `stated` while the clock says `clock`.
  public static func refusals(of stated: Moment?, by clock: Moment) -> [Refusal] {
    guard let stated, isAhead(stated, of: clock) else { return [] }
    return [.momentAhead(stated)]
  }

  public static func isAhead(_ stated: Moment, of clock: Moment) -> Bool {
    stated.milliseconds > clock.milliseconds + minutesAheadMaximum * 60_000
  }
}
