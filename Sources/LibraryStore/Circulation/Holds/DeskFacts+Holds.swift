import GRDB
import LibraryCore

/// A hold among the others, as far as its turn goes.
struct QueuedHold {
  var id: EntityID
  var patron: EntityID
  var status: HoldStatus
  var queuedAt: Int64
  var copy: EntityID?
  var item: EntityID?
  var records: [EntityID]

  func comes(before other: QueuedHold) -> Bool {
    (queuedAt, id.rawValue) < (other.queuedAt, other.id.rawValue)
  }
}

extension DeskFacts {
  /// A title and all titles that were merged into it: who asked for one of them asked for it.
  func titles(merging record: EntityID) throws -> [EntityID] {
    var titles = [record]
    var place = 0
    while place < titles.count {
      let merged = try Int64.fetchAll(
        db.cachedStatement(sql: "SELECT record FROM record_merge WHERE keeper = ? ORDER BY record"),
        arguments: [titles[place].rawValue])
      titles += merged.map { EntityID(rawValue: $0) }.filter { !titles.contains($0) }
      place += 1
    }
    return titles
  }

  /// For whom the copy is kept.
  func setAside(_ item: EntityID) throws -> SetAside? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT hold.id, hold.patron, patron.card, patron.name, shelf_until, sent_to
          FROM hold JOIN patron ON patron.id = hold.patron
          WHERE hold.copy = ? AND hold.status IN ('shelf', 'transfer')
          """),
      arguments: [item.rawValue])
    guard let row, let card = CardNumber(row[2] ?? "") else { return nil }
    return SetAside(
      hold: EntityID(rawValue: row[0]),
      patron: PatronLine(id: EntityID(rawValue: row[1]), card: card, name: row[3]),
      until: (row[4] as Int?).map { CalendarDay(number: $0) }, sentTo: row[5])
  }

  /// The open holds of a patron, in the order of the queue.
  func openHolds(of patron: EntityID) throws -> [QueuedHold] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, patron, status, queued_at, copy, item, records FROM hold
          WHERE patron = ? AND status IN ('waiting', 'shelf', 'transfer') ORDER BY queued_at, id
          """),
      arguments: [patron.rawValue]
    ).map { DeskFacts.queued($0) }
  }

  static func queued(_ row: Row) -> QueuedHold {
    QueuedHold(
      id: EntityID(rawValue: row[0]), patron: EntityID(rawValue: row[1]),
      status: HoldStatus(rawValue: row[2]) ?? .removed, queuedAt: row[3] ?? 0,
      copy: (row[4] as Int64?).map { EntityID(rawValue: $0) },
      item: (row[5] as Int64?).map { EntityID(rawValue: $0) },
      records: ((row[6] as String?) ?? "").split(separator: " ").compactMap { Int64($0) }
        .map { EntityID(rawValue: $0) })
  }

  /// The holds that wait and that a copy of these titles, or this one copy, could fill, in the order of the queue; those that today
  /// passes over are left out, unless they are wanted too.
  func queue(
    for titles: [EntityID], item: EntityID?, passingOver: Bool = true, limit: Int = -1
  ) throws -> [QueuedHold] {
    let places = titles.map { _ in "?" }.joined(separator: ", ")
    return try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT hold.id, patron, status, queued_at, copy, item, records FROM (
            SELECT hold FROM hold_title WHERE record IN (\(places))
            UNION SELECT id FROM hold WHERE item = ? AND status = 'waiting') wanted
          CROSS JOIN hold ON hold.id = wanted.hold
          WHERE NOT ? OR (expires_on IS NULL OR expires_on >= ?)
            AND (frozen_until IS NULL OR frozen_until < ?)
          ORDER BY queued_at, hold.id LIMIT ?
          """),
      arguments: StatementArguments(titles.map(\.rawValue))
        + [item?.rawValue, passingOver, today.iso, today.iso, limit]
    ).map { DeskFacts.queued($0) }
  }

  /// What others want of the title, seen by a patron who has the copy in hand or on loan.
  func demand(for item: Item, by facts: PatronFacts) throws -> TitleDemand {
    let patron = facts.patron.id
    let titles = try titles(merging: item.record)
    let held = facts.holds == 0 ? [] : try openHolds(of: patron)
    let own = held.filter { hold in
      hold.item.map { $0 == item.id } ?? !hold.records.allSatisfy { !titles.contains($0) }
    }
    let filled = own.first { $0.copy == item.id && $0.status != .waiting } ?? own.first
    let others = try queue(for: titles, item: item.id).filter { $0.patron != patron }
    var demand = TitleDemand(readers: others.count, own: filled?.id)
    guard filled.map({ $0.status == .waiting }) ?? true else { return demand }
    demand.waiting = others.count { other in filled.map { other.comes(before: $0) } ?? true }
    if demand.waiting > 0 { demand.spare = try spareCopies(of: titles, beside: item.id) }
    return demand
  }

  /// The first of the others who wait for the title of a copy, in the order of the queue.
  func waiting(for item: Item, beside patron: EntityID, limit: Int) throws -> [Hold] {
    try queue(for: titles(merging: item.record), item: item.id)
      .filter { $0.patron != patron }.prefix(limit).compactMap { try hold($0.id) }
  }

  /// Copies of the titles, beside one, that stand on the shelf for anybody: neither lent nor kept, nor wanted themselves.
  private func spareCopies(of titles: [EntityID], beside item: EntityID) throws -> Int {
    try titles.reduce(0) { sum, title in
      try sum
        + (Int.fetchOne(
          db.cachedStatement(
            sql: """
              SELECT count(*) FROM item WHERE record = ? AND id <> ? AND status = 'available'
                AND NOT EXISTS (SELECT 1 FROM loan WHERE loan.item = item.id AND loan.status = 'open')
                AND NOT EXISTS (SELECT 1 FROM hold WHERE hold.copy = item.id
                  AND hold.status IN ('shelf', 'transfer'))
                AND NOT EXISTS (SELECT 1 FROM hold WHERE hold.item = item.id
                  AND hold.status = 'waiting')
              """),
          arguments: [title.rawValue, item.rawValue]) ?? 0)
    }
  }

  /// The hold that a copy in hand is for: the one it is kept for already, or the first in the queue.
  func holdCandidate(for item: ItemFacts) throws -> HoldCandidate? {
    let hold =
      try item.setAside?.hold
      ?? queue(for: titles(merging: item.item.record), item: item.item.id, limit: 1).first?.id
    guard let hold else { return nil }
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT hold.patron, card, name, pickup, category
          FROM hold JOIN patron ON patron.id = hold.patron WHERE hold.id = ?
          """),
      arguments: [hold.rawValue])
    guard let row, let card = CardNumber(row[1] ?? "") else { return nil }
    return HoldCandidate(
      hold: hold, patron: PatronLine(id: EntityID(rawValue: row[0]), card: card, name: row[2]),
      pickup: row[3], shelfUntil: shelfUntil(item.item, category: row[4]))
  }

  /// The last day a copy set aside today waits for a reader of that category: open days only, so that closed ones cost nobody
  /// their turn.
  private func shelfUntil(_ item: Item, category: String) -> CalendarDay {
    let scope = RuleScope(
      library: configuration.libraryCode, category: category, itemType: item.type,
      collection: item.location)
    let days = configuration.rules.value(.pickupDays, for: scope, on: today).value
    return configuration.calendar.dueDate(from: today, loanDays: days, mode: .skipClosed).day
  }
}
