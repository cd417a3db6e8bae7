import CTerminal
import Glibc
import Synchronization

/// Where worker threads leave messages for the loop, with a descriptor that wakes its poll.
final class Mailbox: Sendable {
  private let messages = Mutex<[JobMessage]>([])
  /// Readable while messages are waiting.
  let descriptor: Int32

  init() { descriptor = ct_wake_open() }

  deinit { close(descriptor) }

  var isEmpty: Bool { messages.withLock { $0.isEmpty } }

  func post(_ message: JobMessage) {
    messages.withLock { $0.append(message) }
    ct_wake(descriptor)
  }

  func takeAll() -> [JobMessage] {
    ct_wake_clear(descriptor)
    return messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
