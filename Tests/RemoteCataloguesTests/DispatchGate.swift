import Foundation

/// A gate that one thread opens and another waits before.
final class DispatchGate: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)

  func open() { semaphore.signal() }

  func wait() { semaphore.wait() }
}
