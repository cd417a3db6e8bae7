/// A day to be made different from the week, or ordinary again where `isOpen` is nil.
public struct OpeningDay: Equatable, Sendable {
  public var day: CalendarDay
  public var isOpen: Bool?
  public var reason: String?

  public init(day: CalendarDay, isOpen: Bool?, reason: String? = nil) {
    self.day = day
    self.isOpen = isOpen
    self.reason = reason
  }

  /// The op that makes this one day so.
  public var body: OpBody { .openingDaySaved(day: day, isOpen: isOpen, reason: reason) }
}
