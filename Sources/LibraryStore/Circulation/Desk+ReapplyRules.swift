import GRDB
public import LibraryCore

extension Desk {
  /// Gives the open loans that `scope` covers the due dates and the terms that the rules of today would give them, as one action
  /// that is taken back as one.
  ///
  /// A dry run tells what would change and writes nothing.
  public func reapplyRules(
    _ scope: RuleScope = RuleScope(), dryRun: Bool = false
  ) throws -> ReapplyOutcome {
    if dryRun { return try consider { try $0.reapplication(to: scope) { _ in nil } } }
    return try act { transaction in
      try transaction.facts.reapplication(to: scope) {
        try transaction.append(.loansRedated($0), on: Desk.house)
      }
    }
  }
}

extension DeskFacts {
  /// The shared course of a reapplication; `write` changes the loans, or does nothing in a dry run.
  fileprivate func reapplication(
    to scope: RuleScope, write: (LoansRedated) throws -> OpID?
  ) throws -> ReapplyOutcome {
    let needed: [Permission] = actingAt == nil ? [.manageRules] : [.manageRules, .backdate]
    let reasons = needed.filter { !staff.may($0) }.map { Refusal.noPermission($0) } + momentRefusals
    guard reasons.isEmpty else { return .refused(reasons) }
    let copies = try copiesOnLoan(in: scope)
    let changed = try copies.compactMap(moved)
    guard !changed.isEmpty else { return .unchanged(looked: copies.count) }
    return .reapplied(
      Reapplication(
        looked: copies.count, changed: changed,
        op: try write(LoansRedated(changed.map(\.loan)))))
  }

  /// The copies on loan that `scope` covers, the first due first; a part that says nothing covers all.
  private func copiesOnLoan(in scope: RuleScope) throws -> [Barcode] {
    let scope = scope.tidied
    if let library = scope.library, library != configuration.libraryCode { return [] }
    return try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT item.barcode FROM loan INDEXED BY loan_due
            JOIN item ON item.id = loan.item JOIN patron ON patron.id = loan.patron
          WHERE loan.status = 'open' AND (:category IS NULL OR patron.category = :category)
            AND (:type IS NULL OR item.type = :type)
            AND (:collection IS NULL OR item.location = :collection)
          ORDER BY loan.due_on, loan.id
          """),
      arguments: [
        "category": scope.category, "type": scope.itemType, "collection": scope.collection,
      ]
    ).compactMap { Barcode($0) }
  }

  private func moved(_ barcode: Barcode) throws -> MovedLoan? {
    guard let item = try item(barcode), let loan = item.loan, let patron = try patron(loan.patron)
    else { return nil }
    let facts = ReapplicationFacts(
      checkout: checkoutFacts(patron, item, demand: try demand(for: item.item, by: patron)),
      loan: loan, isDueChosen: try isDueChosen(loan),
      renewal: loan.renewals == 0 ? nil : try renewal(of: loan, item.item.id))
    return facts.decision.map {
      MovedLoan(loan: $0, item: ItemLine(item), patron: PatronLine(patron.patron))
    }
  }

  private func isDueChosen(_ loan: OpenLoan) throws -> Bool {
    guard case .loanOpened(let opened)? = try OpReading.op(loan.id, in: db)?.body else {
      return false
    }
    return opened.isDueChosen
  }

  /// The newest renewal of the loan that nobody took back.
  private func renewal(
    of loan: OpenLoan, _ item: EntityID
  ) throws -> ReapplicationFacts.Renewal? {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT \(OpReading.columns) FROM op
          WHERE entity = ? AND id > ? AND kind = ?
            AND NOT EXISTS (SELECT 1 FROM op undo WHERE undo.undoes = op.id)
          ORDER BY id DESC
          """),
      arguments: [item.rawValue, loan.id.rawValue, Int(OpKind.loanRenewed.rawValue)])
    while let row = try rows.next() {
      let op = try OpReading.op(row)
      guard case .loanRenewed(let renewed) = op.body, renewed.loan == loan.id else { continue }
      let at = renewed.renewedAt.map { Moment(milliseconds: $0) } ?? op.moment
      return ReapplicationFacts.Renewal(
        at: at, dueBefore: Due(renewed.dueBefore ?? loan.dueOn, at: renewed.dueAtBefore))
    }
    return nil
  }
}
