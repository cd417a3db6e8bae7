import GRDB
public import LibraryCore

extension Desk {
  /// The open loans that the rules give up: long overdue, or lost; the most overdue first.
  public func overdueProposals(limit: Int = 1000) throws -> [OverdueProposal] {
    try consider { try $0.overdueProposals(limit: limit).map(\.proposal) }
  }

  /// Marks these loans as proposed, or all that are, as one action that is taken back as one.
  ///
  /// A copy without a price stays: somebody has to say what it costs.
  public func markOverdues(_ loans: Set<OpID>? = nil) throws -> OverduesOutcome {
    try act { transaction in
      let reasons = transaction.missing(.markLost)
      guard reasons.isEmpty else { return .refused(reasons) }
      let chosen = try transaction.facts.overdueProposals(limit: 10_000).filter { line in
        !line.proposal.lacksPrice && (loans?.contains(line.proposal.loan.id) ?? true)
      }
      let long = chosen.filter { $0.proposal.step == .longOverdue }.map(\.proposal.loan.id)
      let lost = chosen.compactMap(\.loss)
      guard !long.isEmpty || !lost.isEmpty else { return .nothing }
      let op = try transaction.append(.overduesMarked(long), on: Desk.house)
      for loss in lost { _ = try transaction.append(loss, batch: op) }
      return .marked(longOverdue: long.count, lost: lost.count, op: op)
    }
  }
}

extension DeskFacts {
  /// Proposals with the losses behind them.
  func overdueProposals(
    limit: Int
  ) throws -> [(proposal: OverdueProposal, loss: DecidedLoss?)] {
    let days = configuration.rules.overdueDaysMinimum
    guard let days else { return [] }
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT item.barcode, loan.patron FROM loan INDEXED BY loan_due
            JOIN item ON item.id = loan.item
          WHERE loan.status = 'open' AND loan.due_on <= ? AND claim IS NULL
          ORDER BY loan.due_on LIMIT ?
          """),
      arguments: [today.number - days, limit])
    return try rows.compactMap { row in
      guard let barcode = Barcode(row[0] ?? ""), let item = try item(barcode), let loan = item.loan,
        let patron = try patron(EntityID(rawValue: row[1]))
      else { return nil }
      return try proposal(item, loan, patron)
    }
  }

  private func proposal(
    _ item: ItemFacts, _ loan: OpenLoan, _ patron: PatronFacts
  ) throws -> (OverdueProposal, DecidedLoss?)? {
    let facts = checkoutFacts(patron, item, demand: TitleDemand())
    let days = loan.dueOn.days(until: today)
    let step = OverdueProposal.Step.due(
      daysOverdue: days, isLongOverdue: loan.isLongOverdue,
      longOverdueDays: facts.rule(.longOverdueDays).value, lostDays: facts.rule(.lostDays).value)
    guard let step else { return nil }
    var proposal = OverdueProposal(
      loan: loan, item: ItemLine(item), daysOverdue: days, step: step)
    guard step == .lost else { return (proposal, nil) }
    var decided: DecidedLoss?
    let outcome = try loss(of: item.item.barcode.text, nil) { loss in
      decided = loss
      return nil
    }
    switch outcome {
    case .lost(let loss): (proposal.charge, proposal.fee) = (loss.charge, loss.fee)
    case .refused(let reasons, _): proposal.lacksPrice = reasons.contains(.priceUnknown)
    case .unknownItem: break
    }
    return (proposal, decided)
  }
}

extension LoanRules {
  /// The fewest days overdue that any row speaks of; nil where none does.
  var overdueDaysMinimum: Int? {
    rows.flatMap { row in [RuleParameter.longOverdueDays, .lostDays].compactMap { row.values[$0] } }
      .filter { $0 > 0 }.min()
  }
}
