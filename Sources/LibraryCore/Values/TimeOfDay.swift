/// A time on the library's clock, to the minute; 24:00 is the end of the day.
public struct TimeOfDay: Hashable, Comparable, Sendable {
  /// Minutes since midnight.
  public let minutes: Int

  public static let range = 0...1440
  public static let startOfDay = TimeOfDay(minute: 0)
  public static let endOfDay = TimeOfDay(minute: 1440)

  private init(minute: Int) { minutes = minute }

  /// Nil for what is no minute of a day.
  public init?(minutes: Int) {
    guard TimeOfDay.range.contains(minutes) else { return nil }
    self.minutes = minutes
  }

  /// Reads `7:30`, `07:30`, `7h30` and `7h`, as people write times here.
  public init?(_ text: some StringProtocol) {
    let isSpoken = text.utf8.contains { $0 | 0x20 == UInt8(ascii: "h") }
    let halves = text.split(omittingEmptySubsequences: false) {
      isSpoken ? "hH".contains($0) : $0 == ":"
    }
    guard halves.count == 2, let hour = TimeOfDay.number(halves[0]) else { return nil }
    let isWhole = isSpoken && halves[1].isEmpty
    guard let minute = isWhole ? 0 : TimeOfDay.number(halves[1]), minute < 60 else { return nil }
    self.init(minutes: hour * 60 + minute)
  }

  /// The minute of a moment.
  public init(_ moment: Moment) { minutes = moment.hour * 60 + moment.minute }

  /// `07:30`.
  public var text: String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(padded(minutes / 60)):\(padded(minutes % 60))"
  }

  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }

  private static func number(_ digits: some StringProtocol) -> Int? {
    guard (1...2).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(digits)
  }
}
