import Glibc

/// A moment of the monotonic clock: when bytes were read, or until when to wait.
public struct Moment: Comparable, Hashable, Sendable {
  public var nanoseconds: UInt64

  public init(nanoseconds: UInt64) { self.nanoseconds = nanoseconds }

  public init(milliseconds: UInt64) { nanoseconds = milliseconds * 1_000_000 }

  public static var now: Moment {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Moment(nanoseconds: UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec))
  }

  public func advanced(milliseconds: UInt64) -> Moment {
    Moment(nanoseconds: nanoseconds + milliseconds * 1_000_000)
  }

  /// How long after `earlier` this is; 0 when it is not.
  public func milliseconds(since earlier: Moment) -> UInt64 {
    nanoseconds > earlier.nanoseconds ? (nanoseconds - earlier.nanoseconds) / 1_000_000 : 0
  }

  public static func < (left: Moment, right: Moment) -> Bool {
    left.nanoseconds < right.nanoseconds
  }
}
