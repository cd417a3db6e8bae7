import GRDB
import LibraryCore

/// Where holds stand in their queues, and when their turn is likely to come.
extension DeskFacts {
  /// Where a hold stands, or where it would stand if it were placed now.
  func forecast(_ wanted: HoldWanted, before hold: EntityID?, _ facts: HoldFacts) throws
    -> HoldForecast
  {
    forecast(before: try hold.flatMap { try queuedHold($0) }, in: try queue(for: wanted), facts)
  }

  /// The holds that come before one, and how many others before it are passed over today.
  func holdsAhead(of hold: EntityID?, _ wanted: HoldWanted) throws
    -> (counting: [QueuedHold], passedOver: Int)
  {
    try queue(for: wanted).before(try hold.flatMap { try queuedHold($0) })
  }

  /// For whom a copy is kept, with the place in the queue that the reader has without it.
  func placed(_ kept: SetAside) throws -> SetAside {
    guard let hold = try hold(kept.hold) else { return kept }
    var placed = kept
    placed.place = try holdsAhead(of: hold.id, hold.wanted).counting.count + 1
    return placed
  }

  /// The holds of a list with their places; a queue that several of them stand in is read once.
  func places(of holds: [Hold]) throws -> [QueueLine] {
    var queues: [HoldQueue.Key: HoldQueue] = [:]
    return try holds.map { hold in
      guard hold.state(on: today) == .waiting, let own = try queuedHold(hold.id),
        let patron = try patron(hold.patron.id)
      else { return QueueLine(hold: hold, forecast: nil) }
      let key = HoldQueue.Key(records: own.records, item: own.item)
      let queue = try queues[key] ?? self.queue(for: hold.wanted)
      queues[key] = queue
      let facts = try holdFacts(patron, hold.wanted, nil)
      return QueueLine(hold: hold, forecast: forecast(before: own, in: queue, facts))
    }
  }

  private func forecast(
    before own: QueuedHold?, in queue: HoldQueue, _ facts: HoldFacts
  ) -> HoldForecast {
    let ahead = queue.before(own)
    let scope = facts.allowed.first?.scope ?? facts.house.scope
    let turn = [RuleParameter.loanDays, .pickupDays].reduce(0) {
      $0 + configuration.rules.value($1, for: scope, on: today).value
    }
    return HoldForecast(
      ahead: ahead.counting.count, frozenAhead: ahead.passedOver,
      copies: facts.copies.map {
        HoldForecast.Copy(
          item: ItemLine($0.item),
          whereabouts: HoldForecast.Whereabouts($0.item, now: now))
      }, turnDays: turn, today: today)
  }

  /// Everybody who waits for what is wanted.
  private func queue(for wanted: HoldWanted) throws -> HoldQueue {
    let titles: [EntityID]
    var item: EntityID?
    switch wanted {
    case .titles(let wanted): titles = try wanted.flatMap { try self.titles(merging: $0.record) }
    case .item(let line):
      titles = try self.titles(merging: line.record)
      item = line.id
    }
    return HoldQueue(
      counting: try queue(for: titles, item: item),
      all: try queue(for: titles, item: item, passingOver: false))
  }
}

/// The holds that wait for the same, in their order.
private struct HoldQueue {
  struct Key: Hashable {
    var records: [EntityID]
    var item: EntityID?
  }

  /// Those that today passes nobody over.
  var counting: [QueuedHold]
  var all: [QueuedHold]

  /// The holds before `own`, and how many others before it are passed over; all of them for one that is not placed yet.
  func before(_ own: QueuedHold?) -> (counting: [QueuedHold], passedOver: Int) {
    let isBefore = { (other: QueuedHold) in own.map { other.comes(before: $0) } ?? true }
    let first = counting.filter(isBefore)
    return (first, all.count(where: isBefore) - first.count)
  }
}
