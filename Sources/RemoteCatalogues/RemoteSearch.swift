import Foundation
import Synchronization

/// A question put to several targets at once, each on a thread of its own, so that no server holds up another.
public final class RemoteSearch: Sendable {
  private let stop = StopSignal()
  private let open: Mutex<Int>
  private let finished = DispatchSemaphore(value: 0)

  /// Asks at once; `answered` is called for each target as its answer comes, one call at a time.
  ///
  /// Every target answers once, with a fault at the latest when its time is over.
  public init(
    _ query: RemoteQuery, _ targets: [RemoteTarget],
    answered: @escaping @Sendable (RemoteAnswer) -> Void
  ) {
    open = Mutex(targets.count)
    if targets.isEmpty { finished.signal() }
    for target in targets {
      Thread.detachNewThread { [self] in
        let deadline = Deadline(after: .seconds(target.secondsMaximum))
        if target.address.isSRU {
          tell(SRUSession(target: target, deadline: deadline, stop: stop).ask(query), answered)
        } else {
          // The session is let go only after its answer went on: ending a connection may take its time.
          let session = Z3950Session(target, deadline, stop)
          tell(session.ask(query), answered)
          withExtendedLifetime(session) {}
        }
      }
    }
  }

  /// Ends the asking; targets that have not answered yet answer `.stopped` at once.
  public func cancel() { stop.stop() }

  /// Waits until every target has answered or `patience` is over; whether they all have.
  public func wait(atMost patience: Duration? = nil) -> Bool {
    guard let patience else {
      finished.wait()
      finished.signal()
      return true
    }
    let milliseconds = Int(patience / .milliseconds(1))
    guard finished.wait(timeout: .now() + .milliseconds(milliseconds)) == .success else {
      return false
    }
    finished.signal()
    return true
  }

  private func tell(_ answer: RemoteAnswer, _ answered: @Sendable (RemoteAnswer) -> Void) {
    let isLast = open.withLock { open in
      answered(answer)
      open -= 1
      return open == 0
    }
    if isLast { finished.signal() }
  }
}
