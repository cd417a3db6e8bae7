import GRDB
import LibraryCore

/// What the log says around an op: what it took back, what took it back, what came before and after on the same thing.
struct OpHistory {
  let db: Database

  /// Whether the op does something, rather than take something back; to take back a taking back is doing again.
  func isDoing(_ op: Op) throws -> Bool {
    guard let undone = op.undoes, let target = try OpReading.op(undone, in: db) else { return true }
    return try !isDoing(target)
  }

  /// Whether the op made the thing it is about.
  func isCreation(_ op: Op) throws -> Bool {
    guard op.body.removal != nil, op.undoes == nil else { return false }
    let isLater = try Bool.fetchOne(
      db.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM op WHERE entity = ? AND id < ? AND kind = ?)"),
      arguments: [op.entity.rawValue, op.id.rawValue, Int(op.body.kind)])
    return isLater == false
  }

  /// Later ops on the same thing that stand on `op`, the newest first.
  ///
  /// For an op that does something those are later doings; a taking back stands also under later takings back of what was done
  /// before it. What was done and taken back since leaves nothing.
  func standing(on op: Op) throws -> [OpID] {
    let (isDoing, isCreation) = (try isDoing(op), try isCreation(op))
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT \(OpReading.columns) FROM op
          WHERE entity = ? AND id > ?
            AND NOT EXISTS (SELECT 1 FROM op undo WHERE undo.undoes = op.id)
          ORDER BY id DESC
          """),
      arguments: [op.entity.rawValue, op.id.rawValue])
    var standing: [OpID] = []
    while let row = try rows.next() {
      let later = try OpReading.op(row)
      // What came along with the op goes with it.
      guard later.body.cause != op.id,
        op.body.carries(later.body, isCreation: isCreation)
      else { continue }
      if try self.isDoing(later) || (!isDoing && first(of: later) < op.id) {
        standing.append(later.id)
      }
    }
    return standing
  }

  /// What a taking back, or a taking back of one, is about in the end.
  private func first(of op: Op) throws -> OpID {
    try op.undoes.flatMap { try OpReading.op($0, in: db) }.map { try first(of: $0) } ?? op.id
  }

  /// The first answer `find` gives for the ops on the same thing before `op`, asked from the newest on.
  func earlier<Found>(than op: Op, _ find: (Op) throws -> Found?) throws -> Found? {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT \(OpReading.columns) FROM op WHERE entity = ? AND id < ? ORDER BY id DESC"),
      arguments: [op.entity.rawValue, op.id.rawValue])
    while let row = try rows.next() {
      if let found = try find(OpReading.op(row)) { return found }
    }
    return nil
  }

  /// The newest op on a thing.
  func head(of entity: EntityID) throws -> OpID? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM op WHERE entity = ? ORDER BY id DESC LIMIT 1"),
      arguments: [entity.rawValue]
    ).map { OpID(rawValue: $0) }
  }

  /// The newest thing the account did that still stands, be it what another action brought; what an import brought counts as the
  /// import.
  ///
  /// It is looked for among the newest ops of all and the newest of the counter, so that a large import of somebody else does
  /// not hide it.
  func lastDoing(of actor: EntityID) throws -> Op? {
    let all = try newestDoing("TRUE ORDER BY id", of: actor)
    let counter = try OpHistory.deskKinds.map { try newestDoing("\($0) ORDER BY wall", of: actor) }
    return (counter + [all]).compactMap { $0 }.max { $0.id < $1.id }
  }

  /// Loans, renewals, returns and what takes them back, as the partial index of the log names them.
  static let loanKinds = "kind >= 10 AND kind <= 17"

  /// The kinds of op that are actions of the counter, as the partial indexes of the log name them.
  static let deskKinds = [
    loanKinds, "kind >= 100 AND kind <= 119", "kind >= 120 AND kind <= 139",
    "kind >= 170 AND kind <= 171",
  ]

  /// The kinds of op on a copy that are about the loan it is out on, as SQL lists them.
  static let kindsWhileLent = sql([.loanRenewed, .loanClosed, .loanLost, .loanClaimed])

  /// Numbers of kinds as SQL lists them between parentheses.
  static func sql(_ kinds: [OpKind]) -> String {
    kinds.map { String($0.rawValue) }.joined(separator: ", ")
  }

  private func newestDoing(_ part: String, of actor: EntityID) throws -> Op? {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT \(OpReading.columns), EXISTS (SELECT 1 FROM op undo WHERE undo.undoes = op.id)
          FROM op WHERE \(part) DESC LIMIT 10000
          """))
    while let row = try rows.next() {
      guard (row[3] as Int64?) == actor.rawValue, row[10] == false else { continue }
      let op = try OpReading.op(row)
      if try !op.body.isPartOfBatch && isDoing(op) { return op }
    }
    return nil
  }

  /// The newest of these ops that does something and still stands, be it what another action brought.
  func newestDoing(in ops: ClosedRange<OpID>) throws -> Op? {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT \(OpReading.columns) FROM op WHERE id BETWEEN ? AND ?
            AND NOT EXISTS (SELECT 1 FROM op undo WHERE undo.undoes = op.id) ORDER BY id DESC
          """),
      arguments: [ops.lowerBound.rawValue, ops.upperBound.rawValue])
    while let row = try rows.next() {
      let op = try OpReading.op(row)
      if try !op.body.isPartOfBatch && isDoing(op) { return op }
    }
    return nil
  }

  /// The op that closed a batch, which the taking back of the batch takes back.
  func closing(of batch: EntityID) throws -> OpID? {
    try Int64.fetchOne(
      db.cachedStatement(
        sql: "SELECT id FROM op WHERE entity = ? AND kind = ? ORDER BY id DESC LIMIT 1"),
      arguments: [batch.rawValue, Int(OpKind.batchClosed.rawValue)]
    ).map { OpID(rawValue: $0) }
  }
}

extension OpBody {
  fileprivate var isPartOfBatch: Bool {
    switch self {
    case .batchOpened, .textsMended: true
    case .recordSaved(let saved), .authoritySaved(let saved): saved.batch != nil
    case .authorityStatusSet(let set): set.batch != nil
    case .itemSaved(let changes): changes.contains { $0.number == ItemField.batch.rawValue }
    case .patronSaved(let changes): changes.contains { $0.number == PatronField.batch.rawValue }
    case .ruleSaved(let changes): changes.contains { $0.number == RuleField.batch.rawValue }
    default: false
    }
  }
}

extension OpHistory {
  /// The op that takes `op` back, or nil where none can.
  func inverse(of op: Op) throws -> OpBody? {
    switch op.body {
    case .recordSaved, .authoritySaved, .itemSaved, .patronSaved, .staffSaved, .ruleSaved,
      .termSaved, .seasonSaved, .holdSaved, .remarkSaved:
      try isCreation(op) ? op.body.removal : restoring(op)
    case .recordStatusSet:
      try earlier(than: op) { if case .recordStatusSet = $0.body { $0.body } else { nil } }
        ?? .recordStatusSet(.active)
    case .recordMerged(let merged):
      merged.keeper == nil ? nil : .recordMerged(RecordMerged(into: nil))
    case .duplicateJudged(let judged):
      try earlier(than: op) { earlier in
        if case .duplicateJudged(let before) = earlier.body, before.other == judged.other {
          earlier.body
        } else {
          nil
        }
      } ?? .duplicateJudged(DuplicateJudged(other: judged.other, verdict: nil))
    case .authorityStatusSet:
      try earlier(than: op) { if case .authorityStatusSet = $0.body { $0.body } else { nil } }
        ?? .authorityStatusSet(AuthorityStatusSet(status: .active))
    // That somebody looked at the clock stays so: what was written since was believed for it.
    case .settingSaved(HouseSetting.clockConfirmed, _): nil
    case .settingSaved(let name, _):
      try earlier(than: op) {
        if case .settingSaved(name, _) = $0.body { $0.body } else { nil }
      } ?? .settingSaved(name: name, value: nil)
    case .namedTextSaved(let named):
      try earlier(than: op) { earlier in
        if case .namedTextSaved(let before) = earlier.body, before.kind == named.kind,
          before.name == named.name
        {
          earlier.body
        } else {
          nil
        }
      } ?? .namedTextSaved(NamedText(named.kind, name: named.name, text: nil))
    case .openingDaySaved(let day, _, _):
      try openingDay(day, before: op).body
    case .openingDaysSaved(let days):
      .openingDaysSaved(try days.map { try openingDay($0.day, before: op) })
    case .loanOpened(let loan): .loanVoided(loan: op.id, itemStatus: loan.foundFrom)
    case .loanClosed(let closed):
      .loanReopened(
        LoanReopened(
          loan: closed.loan,
          itemStatus: closed.foundFrom ?? closed.status.map { _ in .available }))
    case .loanLost, .lossVoided, .lostFound, .findingVoided, .loanClaimed, .overduesMarked,
      .overduesUnmarked:
      try lossInverse(of: op)
    case .copyDamaged(let damaged): .damageVoided(damaged).caused(by: nil)
    case .loansRedated(let redated): .loansRedated(redated.reversed.withoutCause)
    case .loanRenewed(let renewed):
      try
        (renewed.dueBefore.map { Due($0, at: renewed.dueAtBefore) }
        ?? earlier(than: op) { $0.due(of: renewed.loan) }).map {
          .renewalVoided(loan: renewed.loan, due: $0)
        }
    case .copySetAside(let kept):
      try op.undoes == nil ? releasing(kept, op) : undone(by: op)?.again
    case .copySent(let sent):
      try op.undoes == nil ? sendingBack(sent, op) : undone(by: op)?.again
    case .holdEnded: .holdReopened
    case .reminderSent: .reminderVoided(reminder: op.id)
    case .remindersNoted(let noted): .remindersNoted(noted.reversed)
    case .patronMerged(let merged): .patronParted(merged)
    case .paymentTaken, .accountEntered:
      try moneyInverse(of: op)
    case .cashOpened: .cashOpeningVoided
    case .cashMoved(let moved):
      .cashMoved(CashMoved(amount: .zero - moved.amount, reason: moved.reason))
    case .cashClosed: .cashReopened
    case .tallied: .tallyVoided(tally: op.id)
    case .boxSent: .boxVoided
    case .itemSeen: .sightingVoided(sighting: op.id)
    case .loanVoided, .loanReopened, .renewalVoided, .paymentVoided, .tallyVoided, .sightingVoided,
      .boxVoided, .copyReleased, .holdReopened, .reminderVoided, .patronParted, .damageVoided:
      try undone(by: op)?.again
    case .batchOpened, .batchClosed, .batchUndone, .textsMended, .stocktakeOpened,
      .stocktakeClosed, .cashReopened, .cashOpeningVoided, .unknown:
      nil
    }
  }

  private func undone(by op: Op) throws -> Op? {
    try op.undoes.flatMap { try OpReading.op($0, in: db) }
  }

  /// What puts the copy back on its former way, and gives it back the status it had.
  private func sendingBack(_ sent: CopySent, _ op: Op) throws -> OpBody {
    let before = try earlier(than: op) { $0.body.aspects.contains(.loan) ? $0.body : nil }
    // A copy on its way to a reader who wants it no longer was still on that way.
    let library: String? =
      switch before {
      case .loanClosed(let closed)?: closed.sentTo ?? closed.trap?.sentTo
      case .copySetAside(let kept)?: kept.trap.sentTo
      case .copySent(let former)?: former.to
      default: nil
      }
    return .copySent(CopySent(to: library, status: sent.foundFrom))
  }

  /// What takes a setting aside back: the hold waits again, or its copy is under way again.
  private func releasing(_ kept: CopySetAside, _ op: Op) throws -> OpBody {
    let before = try earlier(than: op) { $0.body.aspects.contains(.loan) ? $0.body : nil }
    if let trap = before?.trap, trap.hold == kept.trap.hold, trap.sentTo != nil {
      return .copySetAside(CopySetAside(trap))
    }
    return .copyReleased(
      CopyReleased(
        hold: kept.trap.hold, itemStatus: kept.foundFrom, sentTo: kept.sentBefore))
  }

  private func lossInverse(of op: Op) throws -> OpBody? {
    switch op.body {
    case .loanLost(let lost):
      .lossVoided(loan: lost.loan, itemStatus: lost.statusBefore, cause: nil)
    case .lostFound(let found): .findingVoided(LostFound(loan: found.loan))
    case .loanClaimed(let claimed):
      try earlier(than: op) { earlier in
        if case .loanClaimed(let before) = earlier.body, before.loan == claimed.loan {
          earlier.body
        } else {
          nil
        }
      } ?? .loanClaimed(LoanClaimed(loan: claimed.loan, claim: nil, on: claimed.on))
    case .overduesMarked(let loans): .overduesUnmarked(loans)
    default: try op.undoes.flatMap { try OpReading.op($0, in: db) }?.again
    }
  }

  /// What an action brought with it and has not been taken back by itself.
  func caused(by op: OpID) throws -> [Op] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT op FROM caused WHERE cause = ?
            AND NOT EXISTS (SELECT 1 FROM op undo WHERE undo.undoes = caused.op) ORDER BY op
          """),
      arguments: [op.rawValue]
    ).compactMap { try OpReading.op(OpID(rawValue: $0), in: db) }
  }

  /// An entry is taken back by a void; a void by doing the same deed again.
  private func moneyInverse(of op: Op) throws -> OpBody? {
    guard let entry = op.body.accountEntry else { return nil }
    guard entry.kind == .void else { return OpBody(entry.voiding(op.id)) }
    return try op.undoes.flatMap { try OpReading.op($0, in: db) }?.again
  }

  /// What a day was before the op; an ordinary day where nothing was said of it.
  private func openingDay(_ day: CalendarDay, before op: Op) throws -> OpeningDay {
    try earlier(than: op) { $0.body.openingDays.first { $0.day == day } }
      ?? OpeningDay(day: day, isOpen: nil)
  }

  private func restoring(_ op: Op) throws -> OpBody? {
    guard var fields = EarlierFields(before: op.body) else {
      return try earlier(than: op) { $0.body.kind == op.body.kind ? $0.body : nil }
    }
    _ = try earlier(than: op) { earlier in
      fields.take(earlier.body)
      return fields.isComplete ? () : nil
    }
    return fields.restoring
  }
}

extension Op {
  /// When `loan` was due by this op, if it said so.
  fileprivate func due(of loan: OpID) -> Due? {
    switch body {
    case .loanOpened(let opened): id == loan ? Due(opened.dueOn, at: opened.dueAt) : nil
    case .loanRenewed(let renewed):
      renewed.loan == loan ? Due(renewed.dueOn, at: renewed.dueAt) : nil
    case .renewalVoided(loan, let due): due
    default: nil
    }
  }

  /// The same deed done again, as of the moment it was first done.
  fileprivate var again: OpBody {
    switch body {
    case .loanOpened(var loan):
      loan.lentAt = loan.lentAt ?? writtenAt
      loan.cause = nil
      return .loanOpened(loan)
    case .boxSent(var box):
      box.sentAt = box.sentAt ?? writtenAt
      return .boxSent(box)
    case .loanClosed(var closed):
      closed.returnedAt = closed.returnedAt ?? writtenAt
      return .loanClosed(closed)
    case .tallied(var tally):
      tally.day = tally.day ?? moment.day
      tally.cause = nil
      return .tallied(tally)
    case .reminderSent(var sent):
      sent.sentAt = sent.sentAt ?? writtenAt
      sent.cause = nil
      return .reminderSent(sent)
    case .paymentTaken, .accountEntered:
      return body.accountEntry.map { OpBody($0.again(at: writtenAt)) } ?? body
    case .loanLost(var lost):
      lost.at = lost.at ?? writtenAt
      lost.batch = nil
      return .loanLost(lost)
    case .lostFound, .copyDamaged: return body.caused(by: nil)
    default: return body
    }
  }
}
