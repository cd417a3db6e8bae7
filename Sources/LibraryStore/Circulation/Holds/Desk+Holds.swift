import GRDB
public import LibraryCore

extension Desk {
  /// The holds of a patron that have not ended, or all of them, the newest first.
  public func holds(of patron: EntityID, includeEnded: Bool = false) throws -> [Hold] {
    try consider { try $0.holds(of: patron, includeEnded: includeEnded) }
  }

  /// The queue for a title, with the copies kept for it, in the order in which they were placed.
  public func holds(onTitle record: EntityID) throws -> [Hold] {
    try consider { try $0.holds(onTitle: record) }
  }

  /// The holds of a patron, each with its place in its queue.
  public func queue(of patron: EntityID, includeEnded: Bool = false) throws -> [QueueLine] {
    try consider { facts in
      try facts.places(of: facts.holds(of: patron, includeEnded: includeEnded))
    }
  }

  /// The queue for a title, each hold with its place in it.
  public func queue(onTitle record: EntityID) throws -> [QueueLine] {
    try consider { facts in try facts.places(of: facts.holds(onTitle: record)) }
  }

  public func hold(_ id: EntityID) throws -> Hold? { try consider { try $0.hold(id) } }

  /// The copies on the hold shelf, those first whose time is up first.
  public func holdShelf() throws -> [Hold] {
    try consider { facts in
      try facts.holds("hold.status = 'shelf' ORDER BY hold.shelf_until, hold.id", [])
    }
  }

  /// The holds that wait no longer by themselves: nobody fetched the copy, or their last day passed.
  public func expiredHolds() throws -> [Hold] {
    try consider { facts in
      let day = facts.today
      return try facts.holds(
        "hold.status = 'shelf' AND hold.shelf_until < ? ORDER BY hold.shelf_until, hold.id",
        [day.number])
        + facts.holds(
          "hold.status = 'waiting' AND hold.expires_on < ? ORDER BY hold.queued_at, hold.id",
          [day.iso])
    }
  }

  /// What is to be fetched from the shelves for readers who wait, in the order in which one walks along them.
  ///
  /// The first in the queue gets the first copy; no copy is named twice.
  public func pullList() throws -> [PullLine] {
    try consider { try $0.pullList() }
  }

  /// Why a hold stands where it stands; nil when there is none of that number.
  public func explainHold(_ id: EntityID) throws -> HoldExplanation? {
    try consider { facts in
      guard let hold = try facts.hold(id), let patron = try facts.patron(hold.patron.id) else {
        return nil
      }
      let about = try facts.holdFacts(patron, hold.wanted, nil)
      let scope = about.copies.first?.scope ?? about.house.scope
      let values: [RuleParameter] = [
        .holdPolicy, .holdsMaximum, .pickupDays, .loanDays, .shortLoanFrom,
      ]
      var explanation = HoldExplanation(
        hold: hold, today: facts.today, ahead: [], forecast: nil,
        values: values.map { facts.configuration.rules.value($0, for: scope, on: facts.today) })
      guard hold.status == .waiting else { return explanation }
      explanation.ahead = try facts.holdsAhead(of: id, hold.wanted).counting
        .compactMap { try facts.hold($0.id) }
      let frozen = hold.frozenUntil.flatMap { $0 < facts.today ? nil : $0 }
      explanation.forecast = try facts.forecast(hold.wanted, before: id, about).frozen(
        until: frozen)
      return explanation
    }
  }
}

extension DeskFacts {
  func holds(of patron: EntityID, includeEnded: Bool) throws -> [Hold] {
    let open = "hold.status IN ('waiting', 'shelf', 'transfer') ORDER BY queued_at, hold.id"
    let all = "hold.status <> 'removed' ORDER BY hold.id DESC LIMIT 500"
    return try holds("hold.patron = ? AND \(includeEnded ? all : open)", [patron.rawValue])
  }

  fileprivate func holds(onTitle record: EntityID) throws -> [Hold] {
    var ids: Set<Int64> = []
    for title in try titles(merging: record) {
      for sql in DeskFacts.holdsOnTitle {
        ids.formUnion(
          try Int64.fetchAll(db.cachedStatement(sql: sql), arguments: [title.rawValue]))
      }
    }
    let holds = try ids.compactMap { try hold(EntityID(rawValue: $0)) }
    let queued = try holds.map { (hold: $0, place: try queuedHold($0.id)?.queuedAt ?? 0) }
    return queued.sorted { ($0.place, $0.hold.id) < ($1.place, $1.hold.id) }.map(\.hold)
  }

  /// The three ways to a hold on a title: waiting for it, waiting for one copy, and kept already.
  fileprivate static let holdsOnTitle = [
    "SELECT hold FROM hold_title WHERE record = ?",
    """
    SELECT hold.id FROM item CROSS JOIN hold ON hold.item = item.id
    WHERE item.record = ? AND hold.status = 'waiting'
    """,
    """
    SELECT hold.id FROM item CROSS JOIN hold ON hold.copy = item.id
    WHERE item.record = ? AND hold.status IN ('shelf', 'transfer')
    """,
  ]

  /// The copies on the hold shelf that wait on that day or longer.
  func holdShelf(waitingAfter day: CalendarDay) throws -> [Hold] {
    try holds(
      "hold.status = 'shelf' AND hold.shelf_until >= ? ORDER BY hold.shelf_until, hold.id",
      [day.number])
  }

  func hold(_ id: EntityID) throws -> Hold? {
    try holds("hold.id = ? AND hold.status <> 'removed'", [id.rawValue]).first
  }

  /// A hold even where its placing was taken back.
  func everyHold(_ id: EntityID) throws -> Hold? {
    try holds("hold.id = ?", [id.rawValue]).first
  }

  fileprivate func holds(_ clause: String, _ arguments: StatementArguments) throws -> [Hold] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT hold.id, hold.patron, card, name, category, hold.item, records, pickup, placed_at,
            hold.expires_on, frozen_until, hold.status, copy, shelf_until, hold.note, end_reason,
            iif(hold.status = 'transfer', sent_to, NULL)
          FROM hold JOIN patron ON patron.id = hold.patron WHERE \(clause)
          """),
      arguments: arguments
    ).compactMap { try hold($0) }
  }

  private func hold(_ row: Row) throws -> Hold? {
    guard let card = CardNumber(row[2] ?? "") else { return nil }
    let wanted: HoldWanted
    if let id = row[5] as Int64? {
      guard let line = try itemLine(EntityID(rawValue: id)) else { return nil }
      wanted = .item(line)
    } else {
      let records = ((row[6] as String?) ?? "").split(separator: " ").compactMap { Int64($0) }
        .map { EntityID(rawValue: $0) }
      wanted = .titles(
        try records.map { HoldWanted.HeldTitle(record: $0, title: try title(of: $0)) })
    }
    return Hold(
      id: EntityID(rawValue: row[0]),
      patron: PatronLine(id: EntityID(rawValue: row[1]), card: card, name: row[3]),
      category: row[4], wanted: wanted, pickup: row[7],
      placedAt: Moment(milliseconds: row[8] ?? 0),
      expiresOn: (row[9] as String?).flatMap(CalendarDay.init(iso:)),
      frozenUntil: (row[10] as String?).flatMap(CalendarDay.init(iso:)),
      status: HoldStatus(rawValue: row[11]) ?? .removed,
      copy: try (row[12] as Int64?).flatMap { try itemLine(EntityID(rawValue: $0)) },
      shelfUntil: (row[13] as Int?).map { CalendarDay(number: $0) }, sentTo: row[16],
      note: row[14], endReason: row[15])
  }

  fileprivate func pullList() throws -> [PullLine] {
    var taken: Set<EntityID> = []
    var lines: [(line: PullLine, place: (String, [UInt8]))] = []
    let waiting = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, patron, status, queued_at, copy, item, records FROM hold
          WHERE status = 'waiting' AND (expires_on IS NULL OR expires_on >= ?)
            AND (frozen_until IS NULL OR frozen_until < ?)
          ORDER BY queued_at, id
          """),
      arguments: [today.iso, today.iso]
    ).map { DeskFacts.queued($0) }
    for queued in waiting {
      let shelved = try shelvedCopies(for: queued).first { !taken.contains($0) }
      guard let copy = shelved, let hold = try hold(queued.id), let facts = try itemFacts(copy)
      else { continue }
      taken.insert(copy)
      let item = facts.item
      lines.append(
        (
          PullLine(
            hold: hold, item: ItemLine(facts), location: item.location,
            pickup: configuration.name(.library, hold.pickup)),
          (item.location ?? "", item.callNumber.map { CallNumberKey.bytes($0) } ?? [])
        ))
    }
    return lines.sorted { left, right in
      left.place.0 == right.place.0
        ? left.place.1.lexicographicallyPrecedes(right.place.1) : left.place.0 < right.place.0
    }.map(\.line)
  }

  private func itemFacts(_ id: EntityID) throws -> ItemFacts? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT barcode FROM item WHERE id = ?"), arguments: [id.rawValue]
    ).flatMap(Barcode.init).flatMap { try item($0) }
  }

  /// The copies on the shelf that could fill a hold, those of one place in shelf order.
  private func shelvedCopies(for hold: QueuedHold) throws -> [EntityID] {
    let onShelf = """
      status = 'available' AND sent_to IS NULL
      AND NOT EXISTS (SELECT 1 FROM loan WHERE loan.item = item.id AND loan.status = 'open')
      AND NOT EXISTS (SELECT 1 FROM hold WHERE hold.copy = item.id
        AND hold.status IN ('shelf', 'transfer'))
      ORDER BY location, call_key, item.id
      """
    let titles = try hold.records.flatMap { try keepers(of: $0) }
    let keys = hold.item.map { [$0] } ?? titles
    let column = hold.item == nil ? "record" : "id"
    return try keys.flatMap { key in
      try Int64.fetchAll(
        db.cachedStatement(sql: "SELECT id FROM item WHERE \(column) = ? AND \(onShelf)"),
        arguments: [key.rawValue]
      ).map { EntityID(rawValue: $0) }
    }
  }

  /// A title and the ones it became part of.
  func keepers(of record: EntityID) throws -> [EntityID] {
    var titles = [record]
    while let last = titles.last, let next = try keeper(of: last), !titles.contains(next) {
      titles.append(next)
    }
    return titles
  }
}
