import GRDB
public import LibraryCore

extension Desk {
  /// Takes money that a machine tells of, once: the same payment by `note`, which names the machine's transaction, is not taken
  /// again within a day, and the answer is then that nothing changed.
  ///
  /// A day, because machines begin to count their transactions anew.
  public func payOnce(_ card: String, amount: Money, note: String?) throws -> SaveOutcome {
    try act { transaction in
      if let note, let number = CardNumber(card),
        let patron = try transaction.facts.patron(number)?.patron.id,
        try transaction.facts.hasPayment(of: patron, amount, note: note)
      {
        return .unchanged(id: patron)
      }
      return try transaction.enter(
        AccountEntry(.payment, amount, method: .cash, note: note), for: card)
    }
  }
}

extension DeskFacts {
  fileprivate func hasPayment(of patron: EntityID, _ amount: Money, note: String) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (
              SELECT 1 FROM account_entry
              WHERE patron = ? AND made_at > ? AND kind = 'payment' AND amount = ? AND note = ?)
          """),
      arguments: [patron.rawValue, now.milliseconds - 86_400_000, amount.dong, note]) ?? false
  }
}
