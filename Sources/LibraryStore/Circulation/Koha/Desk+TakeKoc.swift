import GRDB
public import LibraryCore

extension Desk {
  /// Takes the transactions of a file of Koha's offline circulation, each at its own moment and in a transaction of its own.
  ///
  /// What happened away from the desk happened: every refusal that staff may lift is lifted, with `reason` written down. A
  /// transaction that was taken before is not taken again: its loan, return or payment of that moment is there. What was undone
  /// since stays so, unless it is wanted `again`. Needs the right to back-date. What lies in the time to come, or before the day of the library's first action, is a fault of its line.
  /// Stops where `progress` says no; what was taken by then stays.
  public func takeKoc(
    _ file: KocFile, reason: String, again: Bool = false, progress: (Int) -> Bool = { _ in true }
  ) throws -> KocReport {
    var report = KocReport(faults: file.faults)
    let span = try writtenSpan()
    for transaction in file.transactions {
      if let kind = KocFault.Kind(transaction.at, outside: span) {
        report.add(KocFault(line: transaction.line, kind: kind))
        continue
      }
      guard progress(report.lines.count) else { break }
      let outcome = try acting(at: transaction.at).take(transaction, reason, again)
      report.lines.append(KocReport.Line(transaction: transaction, outcome: outcome))
    }
    return report
  }

  /// From the library's first action to now, by the clock.
  private func writtenSpan() throws -> ClosedRange<Moment> {
    try consider { facts in
      let first = try Int64.fetchOne(
        facts.db.cachedStatement(sql: "SELECT wall FROM op ORDER BY id LIMIT 1"))
      let born = Moment(
        milliseconds: first ?? facts.wall.milliseconds, offsetMinutes: facts.wall.offsetMinutes)
      return min(born, facts.wall)...facts.wall
    }
  }

  private func take(
    _ transaction: KocTransaction, _ reason: String, _ again: Bool
  ) throws -> KocOutcome {
    switch transaction.verb {
    case .issue(let card, let barcode): try take(issueOf: barcode, to: card, reason, again)
    case .giveBack(let barcode): try take(returnOf: barcode)
    case .payment(let card, let amount): try take(payment: amount, of: card, again)
    }
  }

  private func take(
    issueOf barcode: String, to card: String, _ reason: String, _ again: Bool
  ) throws -> KocOutcome {
    try act { transaction in
      let facts = transaction.facts
      guard let label = Barcode(barcode), let item = try facts.item(label) else {
        return .unknownItem(barcode)
      }
      guard let number = CardNumber(card), let patron = try facts.patron(number) else {
        return .unknownPatron(card)
      }
      let former = try facts.issue(of: item.item.id, to: patron.patron.id, at: facts.now)
      if let known = former?.outcome(again: again) { return known }
      if let loan = item.loan, loan.lentAt > facts.now {
        return .newerLoan(loan, ItemLine(item))
      }
      if item.loan?.patron == patron.patron.id {
        return KocOutcome(
          try facts.renew(barcode, reason) { try transaction.append(.loanRenewed($0), on: $1) })
      }
      return KocOutcome(
        try facts.checkout(barcode, card, CheckoutRequest(override: reason)) {
          try transaction.append($0)
        })
    }
  }

  private func take(returnOf barcode: String) throws -> KocOutcome {
    try act { transaction in
      let facts = transaction.facts
      guard let label = Barcode(barcode), let item = try facts.item(label) else {
        return .unknownItem(barcode)
      }
      if try facts.hasReturn(of: item.item.id, at: facts.now) { return .alreadyTaken }
      guard let loan = item.loan else { return .notOnLoan(ItemLine(item)) }
      if loan.lentAt > facts.now { return .newerLoan(loan, ItemLine(item)) }
      return KocOutcome(try transaction.takeBack(barcode, ReturnRequest()))
    }
  }

  private func take(
    payment amount: Money, of card: String, _ again: Bool
  ) throws -> KocOutcome {
    let patron = try consider { facts in try CardNumber(card).flatMap { try facts.patron($0) } }
    guard let patron else { return .unknownPatron(card) }
    let former = try consider { try $0.payment(of: patron.patron.id, amount, at: $0.now) }
    if let known = former?.outcome(again: again) { return known }
    switch try pay(card, amount: amount) {
    case .saved(_, let op): return .paid(PatronLine(patron.patron), amount, op: op)
    case .refused(let reasons): return .refused(reasons)
    case .unchanged, .unknown: return .unknownPatron(card)
    }
  }
}

/// What became of a transaction that was taken before.
private enum FormerTaking {
  case stands
  case undone

  /// Nil where it is to be taken.
  func outcome(again: Bool) -> KocOutcome? {
    switch self {
    case .stands: .alreadyTaken
    case .undone: again ? nil : .undoneSince
    }
  }

  /// Of several of the same moment one that stands is enough; `standing` tells of each whether it does.
  init?(standing: [Bool]) {
    guard !standing.isEmpty else { return nil }
    self = standing.contains(true) ? .stands : .undone
  }
}

extension DeskFacts {
  /// The loan or renewal of that moment, if one is on the books.
  fileprivate func issue(
    of item: EntityID, to patron: EntityID, at moment: Moment
  ) throws -> FormerTaking? {
    let loans = try Bool.fetchAll(
      db.cachedStatement(
        sql: "SELECT status <> 'void' FROM loan WHERE item = ? AND patron = ? AND lent_at = ?"),
      arguments: [item.rawValue, patron.rawValue, moment.milliseconds])
    return FormerTaking(standing: try loans + renewals(of: item, at: moment))
  }

  /// Of each renewal of the copy at that moment whether it stands.
  private func renewals(of item: EntityID, at moment: Moment) throws -> [Bool] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(OpReading.columns), EXISTS (SELECT 1 FROM op undo WHERE undo.undoes = op.id)
          FROM op WHERE entity = ? AND kind = ?
          """),
      arguments: [item.rawValue, OpKind.loanRenewed.rawValue])
    return try rows.compactMap { row in
      let op = try OpReading.op(row)
      guard case .loanRenewed(let renewed) = op.body,
        renewed.renewedAt ?? op.writtenAt == moment.milliseconds
      else { return nil }
      return row[10] == false
    }
  }

  fileprivate func hasReturn(of item: EntityID, at moment: Moment) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM loan WHERE item = ? AND returned_at = ?)"),
      arguments: [item.rawValue, moment.milliseconds]) ?? false
  }

  fileprivate func payment(
    of patron: EntityID, _ amount: Money, at moment: Moment
  ) throws -> FormerTaking? {
    FormerTaking(
      standing: try Bool.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT voided_by IS NULL FROM account_entry
            WHERE patron = ? AND kind = 'payment' AND amount = ? AND made_at = ?
            """),
        arguments: [patron.rawValue, amount.dong, moment.milliseconds]))
  }
}

extension KocOutcome {
  fileprivate init(_ outcome: CheckoutOutcome) {
    switch outcome {
    case .lent(let lent): self = .lent(lent)
    case .refused(let reasons, _, _): self = .refused(reasons)
    case .unknownItem(let text): self = .unknownItem(text)
    case .unknownPatron(let text): self = .unknownPatron(text)
    }
  }

  fileprivate init(_ outcome: RenewOutcome) {
    switch outcome {
    case .renewed(let renewed): self = .renewed(renewed)
    case .refused(let reasons, _, _): self = .refused(reasons)
    case .unknownItem(let text): self = .unknownItem(text)
    }
  }

  fileprivate init(_ outcome: ReturnOutcome) {
    switch outcome {
    case .returned(let returned): self = .returned(returned)
    case .notOnLoan(let item, _, _, _): self = .notOnLoan(item)
    case .refused(let reasons, _): self = .refused(reasons)
    case .unknownItem(let text): self = .unknownItem(text)
    }
  }
}
