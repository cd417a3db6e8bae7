import Glibc

/// Tells any number of waiting threads to stop, once and for good.
public final class StopSignal: Sendable {
  /// Becomes readable with the signal, and stays so.
  let descriptor: Int32
  private let end: Int32

  public init() {
    var ends: [Int32] = [-1, -1]
    precondition(pipe(&ends) == 0, "the system gives a pipe")
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (descriptor, end) = (ends[0], ends[1])
  }

  deinit {
    close(descriptor)
    close(end)
  }

  public func stop() {
    var mark: UInt8 = 1
    _ = write(end, &mark, 1)
  }

  public var isStopped: Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, 0) > 0
  }
}

/// A moment until which is waited.
struct Deadline {
  private let end: ContinuousClock.Instant

  init(after duration: Duration) { end = .now + duration }

  /// Whole milliseconds that are left, rounded up; 0 when the time is over.
  var millisecondsLeft: Int32 {
    let left = ContinuousClock.now.duration(to: end)
    guard left > .zero else { return 0 }
    return Int32(min(left / .milliseconds(1), 1e9)) + 1
  }

  var isOver: Bool { millisecondsLeft == 0 }
}

/// What ended a waiting for a descriptor.
enum Waking {
  case ready
  case stopped
  case timedOut
}

extension StopSignal {
  /// Waits until something happens on `descriptor`, the signal comes, or the time is over.
  ///
  /// `events` are those of `poll`; what happened is put into `found`.
  func wait(
    for descriptor: Int32, _ events: Int32, until deadline: Deadline, found: inout Int32
  ) -> Waking {
    while true {
      var entries = [
        pollfd(fd: self.descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: descriptor, events: Int16(events), revents: 0),
      ]
      let left = deadline.millisecondsLeft
      guard left > 0 else { return .timedOut }
      let count = poll(&entries, descriptor >= 0 ? 2 : 1, left)
      if count < 0, errno != EINTR { return .timedOut }
      guard count > 0 else { continue }
      if entries[0].revents != 0 { return .stopped }
      found = Int32(entries[1].revents)
      return .ready
    }
  }
}
