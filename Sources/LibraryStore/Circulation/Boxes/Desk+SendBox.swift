import GRDB
public import LibraryCore

extension Desk {
  /// Lends many copies to one patron at once, as a box for another institution (luân chuyển): each has its own outcome, and all
  /// that is lent is lent together or, where the machine fails, not at all.
  ///
  /// The box stands in the register with who took it over; taking it back takes its loans along.
  public func checkOutAll(
    _ items: [String], to card: String, receiver: String? = nil, due: RequestedDue? = nil,
    override: String? = nil
  ) throws -> LendAllOutcome {
    try act { transaction in
      guard let number = CardNumber(card), let patron = try transaction.facts.patron(number) else {
        return .unknownPatron(card)
      }
      let terms = CheckoutRequest(due: due, override: override)
      var box = NewBox(
        BoxSent(
          patron: patron.patron.id, receiver: receiver?.tidied,
          sentAt: transaction.actingAt?.milliseconds))
      let outcomes = try items.map { try transaction.lend($0, card, terms, in: &box) }
      return .each(outcomes, PatronLine(patron.patron), box: box.sent)
    }
  }

  /// Puts what a patron was lent today, and lies in no box yet, into one.
  ///
  /// Nothing else changes: it is how copies that were scanned one by one come into the register of boxes.
  public func packBox(for card: String, receiver: String? = nil) throws -> SaveOutcome {
    try act { transaction in
      guard let number = CardNumber(card), let patron = try transaction.facts.patron(number) else {
        return .unknown(card)
      }
      var reasons = transaction.missing(.checkOut)
      let loans = try transaction.facts.unboxedToday(of: patron.patron.id)
      if loans.isEmpty { reasons.append(.boxEmpty) }
      guard reasons.isEmpty else { return .refused(reasons) }
      let box = transaction.journal.newEntity()
      let sent = BoxSent(
        patron: patron.patron.id, receiver: receiver?.tidied, loans: loans,
        sentAt: transaction.actingAt?.milliseconds)
      return .saved(id: box, op: try transaction.append(.boxSent(sent), on: box))
    }
  }
}

/// A box that is written with the first copy lent into it.
private struct NewBox {
  let body: BoxSent
  var sent: SentBox?

  init(_ body: BoxSent) { self.body = body }
}

extension DeskTransaction {
  fileprivate mutating func lend(
    _ item: String, _ card: String, _ terms: CheckoutRequest, in box: inout NewBox
  ) throws -> CheckoutOutcome {
    try facts.checkout(item, card, terms) { opened in
      let sent = try box.sent ?? send(box.body)
      box.sent = sent
      var opened = opened
      (opened.loan.box, opened.loan.cause) = (sent.id, sent.op)
      return try append(opened)
    }
  }

  private mutating func send(_ box: BoxSent) throws -> SentBox {
    let id = journal.newEntity()
    return SentBox(id: id, op: try append(.boxSent(box), on: id))
  }
}

extension DeskFacts {
  fileprivate func unboxedToday(of patron: EntityID) throws -> [OpID] {
    let midnight = Moment(startOf: today, offsetMinutes: now.offsetMinutes)
    return try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id FROM loan
          WHERE patron = ? AND status = 'open' AND box IS NULL AND on_site = 0 AND lent_at >= ?
          ORDER BY id
          """),
      arguments: [patron.rawValue, midnight.milliseconds]
    ).map { OpID(rawValue: $0) }
  }
}
