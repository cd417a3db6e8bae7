import GRDB
public import LibraryCore

extension Desk {
  /// What was done at the desk today, the newest first.
  public func today(limit: Int = 200) throws -> [DayEntry] { try history(ofDay: nil, limit: limit) }

  /// What was done at the desk on a day, or today, the newest first.
  public func history(ofDay day: CalendarDay?, limit: Int = 1000) throws -> [DayEntry] {
    try consider { facts in
      let midnight = Moment(startOf: day ?? facts.today, offsetMinutes: facts.now.offsetMinutes)
      let end = Moment(
        milliseconds: midnight.milliseconds + 86_400_000, offsetMinutes: midnight.offsetMinutes)
      let span: StatementArguments = [midnight.milliseconds, end.milliseconds, limit]
      let columns = """
        \(OpReading.columns), EXISTS (SELECT 1 FROM op undo WHERE undo.undoes = op.id)
        """
      let written = try OpHistory.deskKinds.flatMap { kinds in
        try Row.fetchAll(
          facts.db.cachedStatement(
            sql: """
              SELECT \(columns) FROM op WHERE \(kinds) AND wall >= ? AND wall < ?
              ORDER BY wall DESC LIMIT ?
              """),
          arguments: span)
      }
      let stated = try Row.fetchAll(
        facts.db.cachedStatement(
          sql: """
            SELECT \(columns) FROM op WHERE id IN (
              SELECT op FROM stated_act WHERE at >= ? AND at < ? ORDER BY at DESC LIMIT ?)
            """),
        arguments: span)
      // Of counts those of copies that nobody had on loan; the rest is the diary's.
      let counted = try Row.fetchAll(
        facts.db.cachedStatement(
          sql: """
            SELECT \(columns) FROM op WHERE id IN (
              SELECT id FROM tally WHERE status = 'counted' AND day = ? AND item IS NOT NULL)
            ORDER BY id DESC LIMIT ?
            """),
        arguments: [(day ?? facts.today).number, limit])
      let day = midnight..<end
      return Array(
        try facts.dayEntries(written + stated + counted)
          .filter { day.contains($0.moment(within: day)) }
          .sorted { $0.moment(within: day) > $1.moment(within: day) }
          .prefix(limit))
    }
  }
}

extension DeskFacts {
  /// The ops as entries, each once.
  fileprivate func dayEntries(_ rows: [Row]) throws -> [DayEntry] {
    var seen: Set<OpID> = []
    return try rows.compactMap { row in
      let op = try OpReading.op(row)
      guard seen.insert(op.id).inserted, var entry = try dayEntry(op, isUndone: row[10]) else {
        return nil
      }
      entry.override = op.body.override
      entry.statedAt = op.body.statedAt.map { Moment(milliseconds: $0) }
        .flatMap { $0.day == op.moment.day ? nil : $0 }
      return entry
    }
  }

  private func dayEntry(_ op: Op, isUndone: Bool) throws -> DayEntry? {
    guard let action = DeskAction(op.body) else { return nil }
    if let entry = try holdEntry(op, action, isUndone: isUndone) { return entry }
    let isAboutMoney = op.body.accountEntry != nil
    var entry = DayEntry(
      op: op.id, at: op.moment, action: action,
      item: isAboutMoney ? nil : try itemLine(op.entity),
      patron: isAboutMoney ? try patronLine(op.entity) : nil, staff: login(of: op.actor),
      isUndone: isUndone)
    switch op.body {
    case .loanOpened(let loan):
      entry.due = Due(loan.dueOn, at: loan.dueAt)
      entry.patron = try patronLine(loan.patron)
    case .loanRenewed(let renewed):
      entry.due = Due(renewed.dueOn, at: renewed.dueAt)
      entry.patron = try borrower(renewed.loan)
    case .loanClosed(let closed):
      entry.amount = closed.charge
      entry.errand = try errand(of: op)
      entry.patron = try borrower(closed.loan)
    case .loanVoided(let loan, _, _), .lossVoided(let loan, _, _):
      entry.patron = try borrower(loan)
    case .loanLost(let lost):
      entry.amount = lost.charge
      entry.patron = try borrower(lost.loan)
    case .loanClaimed(let claimed): entry.patron = try borrower(claimed.loan)
    case .loanReopened(let reopened): entry.patron = try borrower(reopened.loan)
    case .renewalVoided(let loan, let due):
      entry.due = due
      entry.patron = try borrower(loan)
    case .boxSent, .boxVoided:
      entry.patron = try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT patron FROM box WHERE id = ?"),
        arguments: [op.entity.rawValue]
      ).flatMap { try patronLine(EntityID(rawValue: $0)) }
    case .tallied(let tally):
      guard let item = tally.item else { return nil }
      entry.item = try itemLine(item)
      entry.errand = try errand(of: item)
    case .copySent: entry.errand = try errand(of: op)
    case .copyDamaged:
      entry.errand = try errand(of: op)
      entry.patron = try chargedForDamage(op)
    case .damageVoided:
      entry.patron = try op.undoes.flatMap { try OpReading.op($0, in: db) }
        .flatMap(chargedForDamage)
    case .paymentTaken, .paymentVoided, .accountEntered:
      entry.amount = try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT amount FROM account_entry WHERE id = ?"),
        arguments: [op.id.rawValue]
      ).map { Money(dong: $0) }
    case .overduesMarked, .overduesUnmarked: entry.loans = try loansTogether(op)
    default: break
    }
    return entry
  }

  /// Who brought the copy back damaged, or was charged for it; nil where nobody was.
  private func chargedForDamage(_ damage: Op) throws -> PatronLine? {
    if let cause = try damage.body.cause.flatMap({ try OpReading.op($0, in: db) }),
      let party = try loanParty(cause.body)
    {
      return party
    }
    let patron = try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT op.entity FROM caused JOIN op ON op.id = caused.op
          WHERE caused.cause = ? AND op.kind = ? LIMIT 1
          """),
      arguments: [damage.id.rawValue, Int(OpKind.accountEntered.rawValue)])
    return try patron.flatMap { try patronLine(EntityID(rawValue: $0)) }
  }

  /// What was to be done with the copy after the op; a copy that is out of order now goes aside.
  private func errand(of op: Op) throws -> CopyErrand? {
    try wayOff(of: op) ?? errand(of: op.entity)
  }

  /// For whom an op put the copy aside, or where it sent it; nil where it belongs on its shelf.
  func wayOff(of op: Op) throws -> CopyErrand? {
    if let trap = op.body.trap, let patron = try everyHold(trap.hold)?.patron {
      let kept = SetAside(
        hold: trap.hold, patron: patron, until: trap.shelfUntil, sentTo: trap.sentTo)
      return trap.sentTo.map { .send(to: $0, kept) } ?? .holdShelf(kept)
    }
    switch op.body {
    case .loanClosed(let closed): if let sentTo = closed.sentTo { return .send(to: sentTo, nil) }
    case .copySent(let sent): if let library = sent.to { return .send(to: library, nil) }
    default: break
    }
    return nil
  }

  /// Where a copy that goes to nobody belongs.
  private func errand(of item: EntityID) throws -> CopyErrand? {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT status, location, call_number FROM item WHERE id = ?"),
      arguments: [item.rawValue])
    guard let row else { return nil }
    let status = ItemStatus(rawValue: row[0]) ?? .available
    return status == .damaged || status == .withdrawn
      ? .aside(status) : .shelf(location: row[1], callNumber: row[2])
  }

  /// The line of an op about a hold; nil for any other.
  private func holdEntry(_ op: Op, _ action: DeskAction, isUndone: Bool) throws -> DayEntry? {
    let id: EntityID
    switch op.body {
    case .copySetAside(let kept): id = kept.trap.hold
    case .copyReleased(let released): id = released.hold
    case .holdSaved, .holdEnded, .holdReopened: id = op.entity
    default: return nil
    }
    let hold = try everyHold(id)
    var entry = DayEntry(
      op: op.id, at: op.moment, action: action, item: hold?.copy, patron: hold?.patron,
      staff: login(of: op.actor), isUndone: isUndone)
    if case .item(let item)? = hold?.wanted { entry.item = item }
    if case .copySetAside = op.body {
      entry.item = try itemLine(op.entity)
      entry.errand = try errand(of: op)
    }
    entry.title = entry.item?.title ?? hold?.wanted.title
    return entry
  }

  func login(of actor: EntityID?) -> String {
    actor.flatMap { id in configuration.staff.first { $0.id == id } }?.login ?? ""
  }

  func itemLine(_ id: EntityID) throws -> ItemLine? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT \(DeskFacts.itemColumns), record.title, record.author
          FROM item LEFT JOIN record ON record.id = item.record WHERE item.id = ?
          """),
      arguments: [id.rawValue])
    guard let row, let item = DeskFacts.item(row) else { return nil }
    return ItemLine(
      ItemFacts(
        item: item, title: row[DeskFacts.itemColumnCount] ?? "",
        author: row[DeskFacts.itemColumnCount + 1]))
  }

  func patronLine(_ id: EntityID) throws -> PatronLine? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id, card, name FROM patron WHERE id = ?"),
      arguments: [id.rawValue]
    ).flatMap(DeskFacts.patronLine)
  }

  /// Who had the copy on the loan of that name.
  func borrower(_ loan: OpID) throws -> PatronLine? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT patron.id, card, name FROM loan JOIN patron ON patron.id = loan.patron
          WHERE loan.id = ?
          """),
      arguments: [loan.rawValue]
    ).flatMap(DeskFacts.patronLine)
  }

  private static func patronLine(_ row: Row) -> PatronLine? {
    CardNumber(row[1] ?? "").map {
      PatronLine(id: EntityID(rawValue: row[0]), card: $0, name: row[2])
    }
  }
}

extension DeskAction {
  /// Nil for what is no action of the desk.
  fileprivate init?(_ body: OpBody) {
    switch body {
    case .loanOpened: self = .lent
    case .boxSent: self = .boxSent
    case .boxVoided: self = .boxUndone
    case .loanRenewed: self = .renewed
    case .loanClosed: self = .returned
    case .loanVoided: self = .checkoutUndone
    case .renewalVoided: self = .renewalUndone
    case .loanReopened: self = .returnUndone
    case .holdSaved(let changes):
      self =
        changes.contains { $0 == HoldField.removed.set("yes") }
        ? .holdPlacingUndone
        : changes.contains { $0.number == HoldField.patron.rawValue } ? .holdPlaced : .holdChanged
    case .copySetAside: self = .setAside
    case .copyReleased: self = .setAsideUndone
    case .tallied: self = .readHere
    case .copySent(let sent): self = sent.to == nil ? .arrived : .sent
    case .holdEnded: self = .holdEnded
    case .holdReopened: self = .holdEndUndone
    case .paymentTaken: self = .paid
    case .paymentVoided: self = .paymentUndone
    case .accountEntered(let entry): self.init(entry)
    case .loanLost: self = .declaredLost
    case .lossVoided: self = .lossUndone
    case .copyDamaged: self = .damaged
    case .damageVoided: self = .damageUndone
    case .loanClaimed: self = .claimed
    case .overduesMarked: self = .overduesMarked
    case .overduesUnmarked: self = .overduesUnmarked
    default: return nil
    }
  }

  private init(_ entry: AccountEntry) {
    switch entry.kind {
    case .charge: self = .charged
    case .payment: self = .paid
    case .waiver: self = .waived
    case .refund: self = .refunded
    case .depositTaken: self = .depositTaken
    case .depositReturned: self = .depositReturned
    case .depositUsed: self = .depositUsed
    case .foundCredit: self = .foundCredited
    case .void: self = .entryVoided
    }
  }
}
