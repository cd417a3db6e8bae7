import Synchronization

/// A running job's tie to the screen that started it.
public final class JobTicket: Sendable {
  let owner: Int
  let name: String
  private let stale = Atomic<Bool>(false)
  private let post: @Sendable (JobMessage) -> Void

  init(owner: Int, name: String, post: @escaping @Sendable (JobMessage) -> Void) {
    self.owner = owner
    self.name = name
    self.post = post
  }

  /// Whether nobody waits any more: the screen is gone or has started the job anew.
  public var isStale: Bool { stale.load(ordering: .relaxed) }

  /// Sends the screen a `.message` while the job goes on.
  public func report(_ progress: any Sendable) {
    post(JobMessage(ticket: self, value: progress, isLast: false))
  }

  func makeStale() { stale.store(true, ordering: .relaxed) }

  func finish(_ value: any Sendable) {
    post(JobMessage(ticket: self, value: value, isLast: true))
  }
}

/// What a job sends to the loop.
struct JobMessage: Sendable {
  let ticket: JobTicket
  let value: any Sendable
  /// The job's result; what came before was progress.
  let isLast: Bool
}

/// Work for a worker thread.
struct Job: Sendable {
  let ticket: JobTicket
  let work: @Sendable (JobTicket) -> any Sendable

  func run() { ticket.finish(work(ticket)) }
}
