import GRDB
public import LibraryCore

extension Desk {
  /// Lets the loan of the copy under `item` run on, if the rules allow it.
  ///
  /// `override` is staff's written reason to go ahead against every refusal they may lift; a dry run decides and answers, and
  /// writes nothing.
  public func renew(
    _ item: String, override: String? = nil, dryRun: Bool = false
  ) throws -> RenewOutcome {
    if dryRun { return try consider { try $0.renew(item, override) { _, _ in nil } } }
    return try act { transaction in
      try transaction.facts.renew(item, override) { renewed, item in
        try transaction.append(.loanRenewed(renewed), on: item)
      }
    }
  }
}

extension Desk {
  /// Renews everything the holder of `card` has, as over the telephone: each loan has its own outcome and its own op.
  ///
  /// `undo(_:)` of all those ops takes them back together.
  public func renewAll(
    _ card: String, override: String? = nil, dryRun: Bool = false
  ) throws -> RenewAllOutcome {
    if dryRun {
      return try consider { facts in
        try facts.renewAll(card) { try facts.renew($0, override) { _, _ in nil } }
      }
    }
    return try act { transaction in
      try transaction.facts.renewAll(card) { barcode in
        try transaction.facts.renew(barcode, override) { renewed, item in
          try transaction.append(.loanRenewed(renewed), on: item)
        }
      }
    }
  }
}

extension DeskFacts {
  fileprivate func renewAll(
    _ card: String, _ renew: (String) throws -> RenewOutcome
  ) throws -> RenewAllOutcome {
    guard let number = CardNumber(card), let patron = try patron(number) else {
      return .unknownPatron(card)
    }
    let barcodes = try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT item.barcode FROM loan JOIN item ON item.id = loan.item
          WHERE loan.patron = ? AND loan.status = 'open' ORDER BY loan.due_on, loan.id
          """),
      arguments: [patron.patron.id.rawValue])
    return .each(try barcodes.map(renew), PatronLine(patron.patron))
  }

  /// The shared course of a renewal; `write` moves the due date, or does nothing in a dry run.
  func renew(
    _ itemText: String, _ override: String?, write: (LoanRenewed, EntityID) throws -> OpID?
  ) throws -> RenewOutcome {
    guard let barcode = Barcode(itemText), let item = try item(barcode) else {
      return .unknownItem(itemText)
    }
    let line = ItemLine(item)
    guard let loan = item.loan, let facts = try renewalFacts(loan, of: item, override: override)
    else { return .refused([.itemNotOnLoan], item: line, patron: nil) }
    let patron = facts.checkout.patron
    switch facts.decide() {
    case .refuse(let reasons):
      return .refused(reasons, item: line, patron: PatronLine(patron.patron))
    case .lend(let due, let rule, let overriding):
      let renewed = LoanRenewed(
        loan: loan.id, due: due.due, override: Override(overriding, reason: override),
        renewedAt: actingAt?.milliseconds, dueBefore: loan.due)
      return .renewed(
        RenewOutcome.Renewed(
          item: line, patron: PatronLine(patron.patron), due: due,
          renewalsLeft: facts.renewalsLeft, decidedBy: rule,
          notices: due.waiting.map { [.shortLoan(readers: $0)] } ?? [],
          op: try write(renewed, item.item.id)))
    }
  }

  /// What a renewal of the copy's loan is decided on; nil where its patron is gone.
  func renewalFacts(
    _ loan: OpenLoan, of item: ItemFacts, override: String? = nil
  ) throws -> RenewalFacts? {
    guard let patron = try patron(loan.patron, borrowing: item.item.type) else { return nil }
    var facts = RenewalFacts(
      checkout: checkoutFacts(
        patron, item, demand: try demand(for: item.item, by: patron), override: override),
      loan: loan, assessment: try assess(loan, of: item, at: Due(now)))
    facts.renewedAt = try renewedAt(loan, of: item.item.id)
    return facts
  }
}
