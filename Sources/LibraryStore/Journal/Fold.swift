import GRDB
import LibraryCore

/// Folds ops into the state tables: the one place where they change.
///
/// A fold is a function of the op and the tables alone; no clock, no chance, no setting. That is why `thuthu check` can fold
/// the whole log again and compare.
enum Fold {
  /// What becomes of the catalogue's headings is noted in `tally`, to be written when the transaction ends.
  static func apply(
    _ op: Op, to db: Database, _ tally: HeadingTally, entry: CatalogueEntry? = nil
  ) throws {
    try cause(op, db)
    try statedAct(op, db)
    try loansTogether(op, db)
    switch op.body {
    case .recordSaved(let saved): try record(saved, op, entry, db, tally)
    case .recordStatusSet(let status): try recordStatus(status, op, db, tally)
    case .duplicateJudged(let judged): try duplicateJudged(judged, op, db)
    case .recordMerged(let merged): try recordMerged(merged, op, db, tally)
    case .authoritySaved(let saved): try authority(saved, op, db)
    case .authorityStatusSet(let set): try authorityStatus(set.status, op, db)
    case .itemSaved(let changes): try item(changes, op, db)
    case .patronSaved(let changes): try patron(changes, op, db)
    case .remarkSaved(let changes): try remark(changes, op, db)
    case .patronMerged(let merged): try patronMerged(merged, op, db)
    case .patronParted(let merged): try patronParted(merged, op, db)
    case .staffSaved(let changes): try configured("staff", StaffField.self, changes, op, db)
    case .ruleSaved(let changes): try configured("rule", RuleField.self, changes, op, db)
    case .termSaved(let changes): try configured("term", TermField.self, changes, op, db)
    case .seasonSaved(let changes): try configured("season", SeasonField.self, changes, op, db)
    case .settingSaved(let name, let value): try setting(name, value, db)
    case .namedTextSaved(let named): try namedText(named, db)
    case .openingDaySaved, .openingDaysSaved: try openingDays(op.body.openingDays, db)
    case .loanOpened(let loan): try loanOpened(loan, op, db)
    case .loanRenewed(let renewed):
      try renewal(of: renewed.loan, Due(renewed.dueOn, at: renewed.dueAt), count: 1, db)
    case .renewalVoided(let loan, let due): try renewal(of: loan, due, count: -1, db)
    case .loanClosed(let closed): try loanClosed(closed, op, db)
    case .loanReopened(let reopened): try loanReopened(reopened, op, db)
    case .loanVoided(let loan, let status, _): try loanVoided(loan, status, op, db)
    case .holdSaved(let changes): try hold(changes, op, db)
    case .copySetAside(let kept): try copySetAside(kept, op, db)
    case .copyReleased(let released): try copyReleased(released, op, db)
    case .holdEnded(let ended): try holdEnded(ended, op, db)
    case .holdReopened: try holdReopened(op, db)
    case .copySent(let sent): try copySent(sent, op, db)
    case .reminderSent(let sent): try reminderSent(sent, op, db)
    case .reminderVoided(let reminder, _): try reminderVoided(reminder, db)
    case .paymentTaken, .paymentVoided, .accountEntered, .cashOpened, .cashMoved, .cashClosed,
      .cashReopened, .cashOpeningVoided:
      try money(op, db)
    case .loanLost, .lossVoided, .lostFound, .findingVoided, .loanClaimed, .overduesMarked,
      .overduesUnmarked:
      try loss(op, db)
    case .copyDamaged(let damaged): try copyDamaged(damaged, op, db)
    case .damageVoided(let damaged): try damageVoided(damaged, op, db)
    case .loansRedated(let loans): try redated(loans, db)
    case .tallied(let tally): try tallied(tally, op, db)
    case .tallyVoided(let tally, _): try tallyVoided(tally, db)
    case .boxSent(let box): try boxSent(box, op, db)
    case .boxVoided: try boxVoided(op, db)
    case .batchOpened(let kind, let source): try batchOpened(kind, source, op, db)
    case .batchClosed(let counts): try batchClosed(counts, op, db)
    case .batchUndone(let kept): try batchUndone(keeping: kept, op, db)
    case .stocktakeOpened(let opened): try stocktakeOpened(opened, op, db)
    case .itemSeen(let seen): try itemSeen(seen, op, db)
    case .stocktakeClosed(let closed): try stocktakeClosed(closed, op, db)
    case .sightingVoided(let sighting): try sightingVoided(sighting, db)
    case .remindersNoted, .textsMended, .unknown: break
    }
  }

  private static func money(_ op: Op, _ db: Database) throws {
    switch op.body {
    case .cashOpened(let opened): try cashOpened(opened, op, db)
    case .cashMoved(let moved): try cashMoved(moved, op, db)
    case .cashClosed(let closed): try cashClosed(closed, op, db)
    case .cashReopened: try cashReopened(op, db)
    case .cashOpeningVoided: try cashOpeningVoided(op, db)
    default: if let entry = op.body.accountEntry { try accountEntered(entry, op, db) }
    }
  }

  /// Makes the row if it is new, then sets the fields the op names.
  static func save<Field: EntityField>(
    _ table: String, _ fields: Field.Type, _ changes: [FieldChange], _ entity: EntityID,
    _ db: Database
  ) throws {
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO \(table) (id) VALUES (?)")
      .execute(arguments: [entity.rawValue])
    let known = changes.compactMap { change in
      Field(rawValue: change.number).map { (column: $0.column, value: change.value) }
    }
    guard !known.isEmpty else { return }
    let assignments = known.map { "\($0.column) = ?" }.joined(separator: ", ")
    var arguments = StatementArguments(known.map(\.value))
    arguments += [entity.rawValue]
    try db.cachedStatement(sql: "UPDATE \(table) SET \(assignments) WHERE id = ?")
      .execute(arguments: arguments)
  }
}
