import Glibc
public import LibraryCore

/// The machine's clock, read at Vietnam's offset.
public struct SystemClock: Clock {
  public init() {}

  public func now() -> LibraryCore.Moment {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Moment(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}

/// The system's random numbers.
public struct SystemRandom: RandomSource {
  public init() {}

  public func next() -> UInt64 {
    var generator = SystemRandomNumberGenerator()
    return generator.next()
  }
}
