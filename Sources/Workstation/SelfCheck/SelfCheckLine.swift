import Foundation
import LibraryCore
import LibraryStore
import SelfCheck
import Synchronization
import Terminal

/// The machines that this workstation serves, and what they did last.
final class SelfCheckLine: Sendable {
  /// So many exchanges are kept to be looked at.
  private static let eventsMaximum = 200

  private struct State {
    var events: [SelfCheckServer.Event] = []
    var watcher: (@Sendable () -> Void)?
  }

  let plan: SelfCheckPlan
  let server: SelfCheckServer
  private let state: Mutex<State>

  /// Begins to serve; throws a `SelfCheckFault` where the place cannot be listened on.
  init(_ plan: SelfCheckPlan, file: LibraryFile, desk: Desk, clock: any LibraryCore.Clock) throws {
    self.plan = plan
    let box = Box()
    server = try SelfCheckServer(
      SelfCheckHouse(
        file: file, clock: clock, desk: desk, habits: plan.habits,
        words: { Wording($0 == .english ? .english : .vietnamese) }),
      address: plan.address, port: plan.port
    ) { box.line?.note($0) }
    state = Mutex(State())
    box.line = self
    Thread.detachNewThread { [server] in server.run() }
  }

  deinit { server.close() }

  /// The newest first.
  var events: [SelfCheckServer.Event] { state.withLock { $0.events.reversed() } }

  /// Calls `watcher` from any thread when something happens; only the last one asked for is called.
  func watch(_ watcher: @escaping @Sendable () -> Void) {
    state.withLock { $0.watcher = watcher }
  }

  private func note(_ event: SelfCheckServer.Event) {
    let watcher = state.withLock { state in
      if state.events.count >= SelfCheckLine.eventsMaximum { state.events.removeFirst() }
      state.events.append(event)
      return state.watcher
    }
    watcher?()
  }

  /// Where the server finds the line that is made with it.
  private final class Box: @unchecked Sendable {
    weak var line: SelfCheckLine?
  }
}
