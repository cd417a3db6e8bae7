import GRDB
public import LibraryCore

extension Desk {
  /// Lends the copy under `item` to the holder of `card`, if the rules allow it.
  ///
  /// `due` asks for a due date instead of the rules' own, which still give it their time of day unless it has one, and needs
  /// the permission for it; `override` is staff's written reason
  /// to go ahead against every refusal they may lift, or against those of the reasons `seen` alone: what came up meanwhile
  /// refuses again, with all. A dry run decides and answers, and writes nothing.
  public func checkOut(
    _ item: String, to card: String, due: RequestedDue? = nil, onSite: Bool = false,
    override: String? = nil, seen: Set<Refusal.Code>? = nil, dryRun: Bool = false
  ) throws -> CheckoutOutcome {
    let terms = CheckoutRequest(due: due, isOnSite: onSite, override: override, seen: seen)
    if dryRun {
      return try consider { facts in
        try facts.checkout(item, card, terms) { _ in nil }
      }
    }
    return try act { transaction in
      try transaction.lend(item, card, terms)
    }
  }
}

/// How a copy is to be lent beside what the rules say.
struct CheckoutRequest {
  var due: RequestedDue?
  var isOnSite = false
  var override: String?
  /// The reasons the override was written for; nil for whatever staff may lift.
  var seen: Set<Refusal.Code>?
}

/// A loan that is decided and not yet written.
struct DecidedLoan {
  var item: ItemFacts
  var loan: LoanOpened
  /// The loan on which the copy was lost that now lies on the counter.
  var lost: DeskFacts.LostLoan?
}

extension DeskTransaction {
  mutating func lend(_ item: String, _ card: String, _ terms: CheckoutRequest) throws
    -> CheckoutOutcome
  {
    try facts.checkout(item, card, terms) { try append($0) }
  }

  /// Writes a loan, and closes the books on a copy that had been lost.
  mutating func append(_ decided: DecidedLoan) throws -> OpID {
    let op = try append(.loanOpened(decided.loan), on: decided.item.item.id)
    if let lost = decided.lost { try settleFound(lost, decided.item, cause: op) }
    return op
  }
}

extension DeskFacts {
  /// The shared course of a checkout; `write` opens the loan, or does nothing in a dry run.
  ///
  /// A lost or missing copy that is lent all the same has turned up, as if it had come back first; a damaged one goes out as it
  /// is, and a withdrawn one never.
  func checkout(
    _ itemText: String, _ cardText: String, _ request: CheckoutRequest,
    write: (DecidedLoan) throws -> OpID?
  ) throws -> CheckoutOutcome {
    guard let barcode = Barcode(itemText), let item = try item(barcode) else {
      return .unknownItem(itemText)
    }
    guard let card = CardNumber(cardText),
      var patron = try patron(card, borrowing: item.item.type)
    else { return try outOfUse(cardText, item) }
    let history = try history(of: item.item, with: patron)
    patron.loansOfTitle = history.running
    let itemLine = ItemLine(item)
    let patronLine = PatronLine(patron.patron)
    var facts = checkoutFacts(
      patron, item, demand: try demand(for: item.item, by: patron), due: request.due,
      override: request.override)
    facts.isOnSite = request.isOnSite
    facts.seenReasons = request.seen
    facts.lentUntil = try lentUntil(item.item.id)
    switch facts.decide() {
    case .refuse(let reasons):
      return .refused(reasons, item: itemLine, patron: patronLine)
    case .lend(let dueDate, let rule, let overriding):
      let ended = try item.loan.map { try assess($0, of: item, at: Due(now)) }
      let loan = LoanOpened(
        patron: patron.patron.id, dueOn: dueDate.day, lentAt: actingAt?.milliseconds,
        ends: item.loan?.id, endsLateDays: ended?.lateDays ?? 0, endsCharge: ended?.charge ?? .zero,
        endsSuspendedUntil: ended?.suspendedUntil,
        override: Override(overriding, reason: request.override), terms: facts.terms,
        fills: facts.demand.own, isOnSite: facts.isOnSite, dueAt: dueDate.time,
        isDueChosen: request.due != nil, cause: try fastAdding(of: item.item),
        foundFrom: item.item.status.isFoundAgain ? item.item.status : nil)
      let lost = item.item.status == .lost ? try lostLoan(of: item.item.id) : nil
      let notices =
        try foundNotices(item, lost) + checkoutNotices(facts, dueDate, history.last)
      let op = try write(DecidedLoan(item: item, loan: loan, lost: lost))
      return .lent(
        CheckoutOutcome.Lent(
          item: itemLine, patron: patronLine, due: dueDate, decidedBy: rule, overrode: overriding,
          notices: notices, op: op))
    }
  }

  /// The answer to a card that nobody has now: whose it was, where that is known.
  private func outOfUse(_ card: String, _ item: ItemFacts) throws -> CheckoutOutcome {
    guard let former = try CardNumber(card).flatMap({ try otherCard($0) }) else {
      return .unknownPatron(card)
    }
    return .refused([.cardOutOfUse(former)], item: ItemLine(item), patron: former.patron)
  }

  /// That the copy has turned up, and what comes off the debt of who had lost it.
  private func foundNotices(_ item: ItemFacts, _ lost: LostLoan?) throws -> [Notice] {
    guard item.item.status.isFoundAgain else { return [] }
    let credit = try lost.map { try foundCredits($0, of: item).reduce(.zero) { $0 + $1.amount } }
    return [.foundAgain(item.item.status)]
      + (credit.map { $0 > .zero ? [.foundCredit($0)] : [] } ?? [])
  }

  private func checkoutNotices(
    _ facts: CheckoutFacts, _ due: DueDate, _ last: CalendarDay?
  ) throws -> [Notice] {
    let (patron, item) = (facts.patron, facts.item)
    var notices: [Notice] = []
    if let loan = item.loan { notices.append(.endedLoan(loan)) }
    if let own = facts.demand.own, let hold = try hold(own) {
      let other = hold.copy.flatMap { $0.id == item.item.id ? nil : $0 }
      notices.append(.filledHold(own, freed: other))
    }
    if let setAside = item.setAside, setAside.patron.id != patron.patron.id {
      notices.append(.holdWaitsAgain(try placed(setAside)))
    }
    let fetched = item.setAside?.patron.id == patron.patron.id ? 1 : 0
    if patron.holdsReady > fetched { notices.append(.holdsReady(patron.holdsReady - fetched)) }
    if let waiting = due.waiting { notices.append(.shortLoan(readers: waiting)) }
    if let last, configuration.tellsBorrowedBefore { notices.append(.borrowedBefore(on: last)) }
    if let note = item.item.note { notices.append(.itemNote(note)) }
    notices += patron.remarks.filter { $0.kind == .message }.map { .patronMessage($0) }
    if let note = patron.patron.note { notices.append(.patronNote(note)) }
    if let expiry = patron.patron.expiresOn, today.days(until: expiry) <= 14 {
      notices.append(.cardExpiresSoon(on: expiry))
    }
    if patron.lacksGuardian(on: today) { notices.append(.guardianMissing) }
    return notices
  }

  /// How many copies of the title the patron has now, and when the patron last had one that is back.
  private func history(of item: Item, with patron: PatronFacts) throws
    -> (running: Int, last: CalendarDay?)
  {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT count(*) FILTER (WHERE loan.status = 'open' AND loan.item <> ?3),
            max(loan.lent_at) FILTER (WHERE loan.status = 'closed')
          FROM item CROSS JOIN loan ON loan.patron = ?2 AND loan.item = item.id
          WHERE item.record = ?1
          """),
      arguments: [item.record.rawValue, patron.patron.id.rawValue, item.id.rawValue])
    let last = (rows.first?[1] as Int64?).map {
      Moment(milliseconds: $0, offsetMinutes: now.offsetMinutes).day
    }
    return (rows.first?[0] ?? 0, last)
  }
}
