/// What a reader did at the desk in one visit, as the slip names it.
///
/// It is read from the day's actions, so what was undone is not on it. A visit is that of `ReaderVisit`: what was done with the
/// reader since a copy was last lent to somebody else by the same member of staff, with no long pause in it.
public struct SlipVisit: Equatable, Sendable {
  public var patron: PatronLine
  /// In the order in which it was done.
  public var entries: [DayEntry]

  /// The visit of `patron`, or of whoever was served last; `day` has the newest action first.
  public init?(_ day: [DayEntry], of patron: EntityID? = nil, staff: String) {
    let standing = day.filter { !$0.isUndone && $0.staff == staff && $0.action.isOnSlips }
    guard let newest = standing.first(where: { patron == nil || $0.patron?.id == patron }),
      let line = newest.patron
    else { return nil }
    self.patron = line
    var entries: [DayEntry] = []
    for entry in standing.drop(while: { $0.op != newest.op }) {
      if entry.patron?.id == line.id {
        if let later = entries.last, ReaderVisit.isPause(from: entry.at, to: later.at) { break }
        entries.append(entry)
      } else if entry.action == .lent {
        break
      }
    }
    self.entries = entries.reversed()
  }

  /// The copies lent or renewed, each once with its last due date.
  public var lent: [DayEntry] {
    entries.enumerated().filter { place, entry in
      guard entry.action == .lent || entry.action == .renewed else { return false }
      return !entries[(place + 1)...].contains { $0.item?.id == entry.item?.id }
    }.map(\.element)
  }

  public var returned: [DayEntry] { entries.filter { $0.action == .returned } }

  public var payments: [DayEntry] { entries.filter { $0.action == .paid } }
  public var deposits: [DayEntry] { entries.filter { $0.action == .depositTaken } }
  /// What was handed back over the counter.
  public var payouts: [DayEntry] {
    entries.filter { [.refunded, .depositReturned].contains($0.action) }
  }
}

extension DeskAction {
  fileprivate var isOnSlips: Bool {
    [.lent, .renewed, .returned, .paid, .depositTaken, .refunded, .depositReturned].contains(self)
  }
}
