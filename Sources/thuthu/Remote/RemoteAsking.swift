import Foundation
import LibraryCore
import LibraryStore
import RemoteCatalogues
import Synchronization
import Workstation

extension LibrarySession {
  /// The targets of these codes, all that are on where none is named; nil where one is unknown, which is told.
  func targets(_ codes: [String]) throws -> [RemoteTarget]? {
    let table = try desk.targets(.here)
    guard !codes.isEmpty else { return table.asked }
    var targets: [RemoteTarget] = []
    for code in codes {
      guard let target = table.target(code) else {
        _ = answer(.unknown(code), .target, done: "")
        return nil
      }
      targets.append(target)
    }
    return targets
  }

  /// Asks the targets and takes each answer as it comes.
  func ask(
    _ query: RemoteQuery, _ targets: [RemoteTarget], _ take: (RemoteAnswer) throws -> Void
  ) rethrows {
    let line = AnswerLine()
    let search = RemoteSearch(query, targets) { line.put($0) }
    defer { search.cancel() }
    for _ in targets { try take(line.next()) }
  }
}

/// Hands answers over from the threads that get them, in the order they come.
private final class AnswerLine: Sendable {
  private let waiting = Mutex<[RemoteAnswer]>([])
  private let bell = DispatchSemaphore(value: 0)

  func put(_ answer: RemoteAnswer) {
    waiting.withLock { $0.append(answer) }
    bell.signal()
  }

  func next() -> RemoteAnswer {
    bell.wait()
    return waiting.withLock { $0.removeFirst() }
  }
}
