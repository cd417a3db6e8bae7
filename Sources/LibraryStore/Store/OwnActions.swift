import GRDB
public import LibraryCore
import Synchronization

/// What a desk wrote since it was opened, so that its undo takes back its own last action.
///
/// Several desks may act for one account, and none may take back what another did a moment ago.
final class OwnActions: Sendable {
  /// The ops of one verb stand in one range: nobody else writes within its transaction.
  private let written = Mutex<[ClosedRange<OpID>]>([])

  var newestFirst: [ClosedRange<OpID>] { written.withLock { $0.reversed() } }

  func note(_ ops: ClosedRange<OpID>) { written.withLock { $0.append(ops) } }
}

extension Desk {
  /// The newest action of this very desk that still stands; nil where it wrote none since it was opened.
  public func lastOwnAction() throws -> OpID? {
    try consider { facts in
      for ops in own.newestFirst {
        if let op = try OpHistory(db: facts.db).newestDoing(in: ops) {
          return try facts.action(of: op).id
        }
      }
      return nil
    }
  }
}
