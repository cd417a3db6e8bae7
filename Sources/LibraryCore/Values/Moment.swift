/// A point in time with the offset of the place where it was read.
///
/// Libraries of Vietnam keep one offset all year (+07:00), which is the default everywhere.
public struct Moment: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64
  /// Minutes east of UTC.
  public let offsetMinutes: Int

  public static let vietnamOffsetMinutes = 420

  public init(milliseconds: Int64, offsetMinutes: Int = Moment.vietnamOffsetMinutes) {
    self.milliseconds = milliseconds
    self.offsetMinutes = offsetMinutes
  }

  /// Reads `YYYY-MM-DDTHH:MM[:SS[.fff]]` with `Z`, `+HH:MM` or no offset (then Vietnam's), or a bare day (its midnight).
  public init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10,
      let day = CalendarDay(iso: String(decoding: bytes[0..<10], as: UTF8.self))
    else { return nil }
    var scanner = ClockScanner(bytes: bytes[10...])
    guard let (time, offset) = scanner.timeAndOffset() else { return nil }
    offsetMinutes = offset
    milliseconds = (Int64(day.number) * 86_400 - Int64(offset) * 60) * 1000 + time
  }

  public var day: CalendarDay {
    CalendarDay(number: Int((localMilliseconds - secondOfDay64 * 1000) / 86_400_000))
  }

  public var hour: Int { Int(secondOfDay64 / 3600) }
  public var minute: Int { Int(secondOfDay64 / 60 % 60) }
  public var second: Int { Int(secondOfDay64 % 60) }

  /// `HH:MM` on the library's clock.
  public var clock: String { "\(padded(hour, 2)):\(padded(minute, 2))" }

  /// `YYYY-MM-DDTHH:MM:SS±HH:MM`; milliseconds appear only when there are some.
  public var iso: String {
    let thousandths = Int(((milliseconds % 1000) + 1000) % 1000)
    let fraction = thousandths == 0 ? "" : ".\(padded(thousandths, 3))"
    let sign = offsetMinutes < 0 ? "-" : "+"
    let offset = abs(offsetMinutes)
    return "\(day.iso)T\(clock):\(padded(second, 2))\(fraction)"
      + "\(sign)\(padded(offset / 60, 2)):\(padded(offset % 60, 2))"
  }

  public static func < (left: Moment, right: Moment) -> Bool {
    left.milliseconds < right.milliseconds
  }

  private var localMilliseconds: Int64 {
    let local = milliseconds + Int64(offsetMinutes) * 60_000
    return local - ((local % 1000) + 1000) % 1000
  }

  private var secondOfDay64: Int64 { ((localMilliseconds / 1000) % 86_400 + 86_400) % 86_400 }
}

/// Reads the part of an ISO 8601 moment after its day.
private struct ClockScanner {
  var bytes: ArraySlice<UInt8>

  /// Milliseconds of the day and minutes of offset, or nil when anything is left over or out of range.
  mutating func timeAndOffset() -> (Int64, Int)? {
    guard !bytes.isEmpty else { return (0, Moment.vietnamOffsetMinutes) }
    guard take("T") || take(" "), let hour = number(2), hour < 24, take(":"),
      let minute = number(2), minute < 60
    else { return nil }
    var milliseconds = Int64(hour * 3600 + minute * 60) * 1000
    if take(":") {
      guard let second = number(2), second < 60 else { return nil }
      milliseconds += Int64(second) * 1000
      if take(".") {
        guard let fraction = number(3) else { return nil }
        milliseconds += Int64(fraction)
      }
    }
    guard let offset = offset(), bytes.isEmpty else { return nil }
    return (milliseconds, offset)
  }

  private mutating func offset() -> Int? {
    if bytes.isEmpty { return Moment.vietnamOffsetMinutes }
    if take("Z") { return 0 }
    let sign: Int
    if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
    guard let hours = number(2), hours <= 14 else { return nil }
    _ = take(":")
    guard let minutes = number(2), minutes < 60 else { return nil }
    return sign * (hours * 60 + minutes)
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard bytes.first == UInt8(ascii: character) else { return false }
    bytes.removeFirst()
    return true
  }

  private mutating func number(_ width: Int) -> Int? {
    guard bytes.count >= width, let value = decimal(bytes.prefix(width)) else { return nil }
    bytes.removeFirst(width)
    return value
  }
}

/// Where the rules get the time from: the machine's clock, a scripted one in tests.
public protocol Clock: Sendable {
  func now() -> Moment
}

/// A clock that stands still, for tests and for acting at a stated moment.
public struct FixedClock: Clock {
  public var moment: Moment
  public init(_ moment: Moment) { self.moment = moment }
  public func now() -> Moment { moment }
}

/// Where random numbers come from, so that a whole library can be simulated from one seed.
public protocol RandomSource: Sendable {
  func next() -> UInt64
}
