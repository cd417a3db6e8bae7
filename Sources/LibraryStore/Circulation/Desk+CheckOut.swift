public import LibraryCore

extension Desk {
  /// Lends the copy under `item` to the holder of `card`, if the rules allow it.
  ///
  /// `due` asks for a due date instead of the rules' own and needs the permission for it; `override` is staff's written reason
  /// to go ahead against every refusal they may lift; a dry run decides and answers, and writes nothing.
  public func checkOut(
    _ item: String, to card: String, due: CalendarDay? = nil, override: String? = nil,
    dryRun: Bool = false
  ) throws -> CheckoutOutcome {
    if dryRun {
      return try consider { facts in
        try facts.checkout(item, card, due, override) { _ in nil }
      }
    }
    return try act { transaction in
      try transaction.facts.checkout(item, card, due, override) { opened in
        try transaction.append(.loanOpened(opened.loan), on: opened.item)
      }
    }
  }
}

extension DeskFacts {
  /// The shared course of a checkout; `write` opens the loan, or does nothing in a dry run.
  func checkout(
    _ itemText: String, _ cardText: String, _ due: CalendarDay?, _ override: String?,
    write: ((item: EntityID, loan: LoanOpened)) throws -> OpID?
  ) throws -> CheckoutOutcome {
    guard let barcode = Barcode(itemText), let item = try item(barcode) else {
      return .unknownItem(itemText)
    }
    guard let card = CardNumber(cardText), let patron = try patron(card, borrowing: item.item.type)
    else { return .unknownPatron(cardText) }
    let itemLine = ItemLine(item)
    let patronLine = PatronLine(patron.patron)
    let facts = checkoutFacts(
      patron, item, demand: try demand(for: item.item, by: patron), due: due,
      override: override)
    switch facts.decide() {
    case .refuse(let reasons):
      return .refused(reasons, item: itemLine, patron: patronLine)
    case .lend(let dueDate, let rule, let overriding):
      let ended = try item.loan.map { try assess($0, of: item, on: today) }
      let loan = LoanOpened(
        patron: patron.patron.id, dueOn: dueDate.day, lentAt: actingAt?.milliseconds,
        ends: item.loan?.id, endsLateDays: ended?.lateDays ?? 0, endsCharge: ended?.charge ?? .zero,
        endsSuspendedUntil: ended?.suspendedUntil,
        override: Override(overriding, reason: override), terms: facts.terms,
        fills: facts.demand.own)
      let notices = try checkoutNotices(facts)
      let op = try write((item.item.id, loan))
      return .lent(
        CheckoutOutcome.Lent(
          item: itemLine, patron: patronLine, due: dueDate, decidedBy: rule, overrode: overriding,
          notices: notices, op: op))
    }
  }

  private func checkoutNotices(_ facts: CheckoutFacts) throws -> [Notice] {
    let (patron, item) = (facts.patron, facts.item)
    var notices: [Notice] = []
    if let loan = item.loan { notices.append(.endedLoan(loan)) }
    if let own = facts.demand.own, let hold = try hold(own) {
      let other = hold.copy.flatMap { $0.id == item.item.id ? nil : $0 }
      notices.append(.filledHold(own, freed: other))
    }
    if let setAside = item.setAside, setAside.patron.id != patron.patron.id {
      notices.append(.holdWaitsAgain(setAside))
    }
    let fetched = item.setAside?.patron.id == patron.patron.id ? 1 : 0
    if patron.holdsReady > fetched { notices.append(.holdsReady(patron.holdsReady - fetched)) }
    if let note = item.item.note { notices.append(.itemNote(note)) }
    if let note = patron.patron.note { notices.append(.patronNote(note)) }
    if let expiry = patron.patron.expiresOn, today.days(until: expiry) <= 14 {
      notices.append(.cardExpiresSoon(on: expiry))
    }
    return notices
  }
}
