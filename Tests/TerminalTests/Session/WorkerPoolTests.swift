import Glibc
import Synchronization
import Testing

@testable import Terminal

@Suite("Worker threads")
struct WorkerPoolTests {
  private final class Record: Sendable {
    let names = Mutex<[String]>([])
    func add(_ name: String) { names.withLock { $0.append(name) } }
  }

  private func ticket(_ name: String, _ mailbox: Mailbox, owner: Int = 1) -> JobTicket {
    JobTicket(owner: owner, name: name) { mailbox.post($0) }
  }

  @Test("jobs of one name run in order, and every answer arrives")
  func order() {
    let mailbox = Mailbox()
    let record = Record()
    let pool = WorkerPool()
    for number in 0..<200 {
      pool.start(
        Job(ticket: ticket("count", mailbox)) { _ in
          record.add("\(number)")
          return number
        })
    }
    pool.finish()
    let inOrder = (0..<200).map { "\($0)" }
    #expect(record.names.withLock { $0 } == inOrder)
    #expect(mailbox.takeAll().map { "\($0.value)" } == inOrder)
    #expect(mailbox.isEmpty)
  }

  @Test("a long job does not keep one of another name waiting")
  func parallel() {
    let mailbox = Mailbox()
    let pool = WorkerPool()
    let other = Mailbox()
    let waitsForOther = Job(ticket: ticket("long", mailbox)) { _ in
      var descriptor = pollfd(fd: other.descriptor, events: Int16(POLLIN), revents: 0)
      return poll(&descriptor, 1, 30_000)
    }
    pool.start(waitsForOther)
    pool.start(Job(ticket: ticket("short", other)) { _ in "done" })
    pool.finish()
    #expect(other.takeAll().map { "\($0.value)" } == ["done"])
    #expect(mailbox.takeAll().map { "\($0.value)" } == ["1"])
  }
}
