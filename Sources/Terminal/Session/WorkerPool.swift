import CTerminal
import Glibc

/// Two threads for jobs, so that a long one does not keep the others waiting.
///
/// Jobs of one screen with one name run in the order they were started, never at the same time.
/// Threads are made when they are first needed; where the system gives none, jobs run at once.
final class WorkerPool: @unchecked Sendable {
  private static let threadsMaximum = 2

  private struct Lane: Hashable {
    let owner: Int
    let name: String
  }

  /// Guards everything below.
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  /// Rung when there may be work, and when the last job is done.
  private let bell = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var waiting: [Job] = []
  private var running: Set<Lane> = []
  private var threads: [pthread_t] = []
  private var idleThreads = 0
  private var isClosing = false

  init() {
    pthread_mutex_init(lock, nil)
    pthread_cond_init(bell, nil)
  }

  deinit {
    pthread_cond_destroy(bell)
    pthread_mutex_destroy(lock)
    bell.deallocate()
    lock.deallocate()
  }

  func start(_ job: Job) {
    pthread_mutex_lock(lock)
    waiting.append(job)
    if idleThreads == 0 && threads.count < Self.threadsMaximum { addThread() }
    let hasThreads = !threads.isEmpty
    if !hasThreads { waiting.removeLast() }
    pthread_cond_broadcast(bell)
    pthread_mutex_unlock(lock)
    if !hasThreads { job.run() }
  }

  /// Runs what was started to its end and ends the threads.
  func finish() {
    pthread_mutex_lock(lock)
    isClosing = true
    let threads = threads
    pthread_cond_broadcast(bell)
    pthread_mutex_unlock(lock)
    for thread in threads { pthread_join(thread, nil) }
  }

  private func addThread() {
    var thread = pthread_t()
    let pool = Unmanaged.passRetained(self)
    let result = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<WorkerPool>.fromOpaque(argument).takeRetainedValue().work()
        return nil
      }, pool.toOpaque())
    if result == 0 {
      threads.append(thread)
    } else {
      pool.release()
    }
  }

  private func work() {
    ct_signals_block_in_thread()
    pthread_mutex_lock(lock)
    while true {
      if let index = waiting.firstIndex(where: { !running.contains(lane(of: $0)) }) {
        let job = waiting.remove(at: index)
        running.insert(lane(of: job))
        pthread_mutex_unlock(lock)
        job.run()
        pthread_mutex_lock(lock)
        running.remove(lane(of: job))
        pthread_cond_broadcast(bell)
      } else if isClosing && waiting.isEmpty {
        break
      } else {
        idleThreads += 1
        pthread_cond_wait(bell, lock)
        idleThreads -= 1
      }
    }
    pthread_mutex_unlock(lock)
  }

  private func lane(of job: Job) -> Lane { Lane(owner: job.ticket.owner, name: job.ticket.name) }
}
