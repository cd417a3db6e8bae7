import GRDB
public import LibraryCore

extension Desk {
  /// The journal, the newest first: the whole of it or that of one thing, no older than `since` where it is given.
  public func log(
    since: Moment? = nil, entity: EntityID? = nil, limit: Int = 200
  ) throws -> [LogEntry] {
    try consider { facts in
      guard let entity else {
        return try OpReading.latest(since: since, limit: limit, in: facts.db)
          .map { try facts.logEntry($0) }
      }
      return try facts.entries(
        OpReading.history(of: entity, limit: limit, in: facts.db),
        with: facts.doneTogether(.item(entity), limit: limit), limit: limit
      ).filter { entry in since.map { entry.op.moment >= $0 } ?? true }
    }
  }

  /// What one op did, to what and by whom; nil where the log does not have it.
  public func logEntry(_ id: OpID) throws -> LogEntry? {
    try consider { facts in
      try OpReading.op(id, in: facts.db).map { try facts.logEntry($0) }
    }
  }

  /// What happened to one thing, the newest first; to a copy also what was done to many loans at a time.
  public func history(of entity: EntityID, limit: Int = 200) throws -> [LogEntry] {
    try log(entity: entity, limit: limit)
  }
}

extension DeskFacts {
  func logEntry(_ op: Op) throws -> LogEntry {
    var entry = LogEntry(
      op: op, staff: login(of: op.actor), subject: try subject(op) ?? .nameless(op.entity),
      patron: try loanParty(op.body), undoneBy: try OpReading.undo(of: op.id, in: db))
    entry.due = try due(op.body)
    entry.amount = try amount(op)
    entry.errand = try wayOff(of: op)
    entry.fastAdd = try fastAdd(op)
    entry.revisions = try revisions(op)
    entry.loans = try loansTogether(op)
    return entry
  }

  /// The reader an op on a copy is about.
  func loanParty(_ body: OpBody) throws -> PatronLine? {
    switch body {
    case .loanOpened(let loan): try patronLine(loan.patron)
    case .patronMerged(let merged), .patronParted(let merged): try patronLine(merged.keeper)
    case .copySetAside(let kept): try hold(kept.trap.hold)?.patron
    case .copyReleased(let released): try hold(released.hold)?.patron
    case .loanRenewed(let renewed): try borrower(renewed.loan)
    case .loanClosed(let closed): try borrower(closed.loan)
    case .loanReopened(let reopened): try borrower(reopened.loan)
    case .loanVoided(let loan, _, _), .renewalVoided(let loan, _), .lossVoided(let loan, _, _):
      try borrower(loan)
    case .loanLost(let lost): try borrower(lost.loan)
    case .lostFound(let found), .findingVoided(let found): try borrower(found.loan)
    case .loanClaimed(let claimed): try borrower(claimed.loan)
    default: nil
    }
  }

  private func subject(_ op: Op) throws -> LogSubject? {
    switch op.body {
    case .recordSaved, .recordStatusSet, .duplicateJudged, .recordMerged:
      try row("SELECT title FROM record WHERE id = ?", op).map { .record(title: $0[0]) }
    case .authoritySaved, .authorityStatusSet:
      try row("SELECT text FROM authority WHERE id = ?", op).map { .heading($0[0]) }
    case .itemSaved, .loanOpened, .loanRenewed, .loanClosed, .loanVoided, .loanReopened,
      .renewalVoided, .copySetAside, .copyReleased, .copySent, .loanLost, .lossVoided, .lostFound,
      .findingVoided, .loanClaimed, .copyDamaged, .damageVoided:
      try itemLine(op.entity).map { .item($0) }
    case .holdSaved, .holdEnded, .holdReopened:
      try hold(op.entity).map { .hold($0.wanted.title, $0.patron) }
    case .remarkSaved:
      try row("SELECT patron FROM remark WHERE id = ?", op)
        .flatMap { try patronLine(EntityID(rawValue: $0[0])) }.map { .patron($0) }
    case .patronSaved, .patronMerged, .patronParted, .paymentTaken, .paymentVoided,
      .accountEntered, .reminderSent, .reminderVoided:
      try patronLine(op.entity).map { .patron($0) }
    case .cashOpened, .cashMoved, .cashClosed, .cashReopened, .cashOpeningVoided:
      try row("SELECT drawer FROM cash_shift WHERE id = ?", op).map { .drawer($0[0]) }
    case .staffSaved:
      try row("SELECT coalesce(login, ''), name FROM staff WHERE id = ?", op)
        .map { .staff(login: $0[0], name: $0[1]) }
    case .ruleSaved:
      try row("SELECT library, category, item_type, collection FROM rule WHERE id = ?", op).map {
        .rule(RuleScope(library: $0[0], category: $0[1], itemType: $0[2], collection: $0[3]))
      }
    case .termSaved:
      try row("SELECT kind, code, name FROM term WHERE id = ?", op).flatMap { row in
        TermKind(rawValue: row[0]).map { .term($0, code: row[1], name: row[2]) }
      }
    case .boxSent, .boxVoided:
      try row("SELECT patron FROM box WHERE id = ?", op)
        .flatMap { try patronLine(EntityID(rawValue: $0[0])) }.map { .patron($0) }
    case .overduesMarked, .overduesUnmarked, .loansRedated, .seasonSaved, .remindersNoted: .house
    case .settingSaved, .namedTextSaved, .openingDaySaved, .openingDaysSaved, .tallied,
      .tallyVoided:
      .house
    case .batchOpened, .batchClosed, .batchUndone:
      try row("SELECT kind, source FROM batch WHERE id = ?", op)
        .map { .batch(kind: $0[0], source: $0[1]) }
    case .textsMended(let texts): .batch(kind: Batch.texts, source: texts.file)
    case .stocktakeOpened, .itemSeen, .stocktakeClosed, .sightingVoided:
      try row("SELECT name FROM stocktake WHERE id = ?", op).map { .stocktake(name: $0[0]) }
    case .unknown: nil
    }
  }

  private func row(_ sql: String, _ op: Op) throws -> Row? {
    try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [op.entity.rawValue])
  }
}
