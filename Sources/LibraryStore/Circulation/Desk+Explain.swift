public import LibraryCore

extension Desk {
  /// How lending the copy under `item` to the holder of `card` would be decided; nil when one of them is unknown.
  public func explainCheckOut(
    _ item: String, to card: String, onSite: Bool = false
  ) throws -> CheckoutExplanation? {
    try consider { facts in
      guard let barcode = Barcode(item), let item = try facts.item(barcode),
        let number = CardNumber(card),
        let patron = try facts.patron(number, borrowing: item.item.type)
      else { return nil }
      let demand = try facts.demand(for: item.item, by: patron)
      var checkout = facts.checkoutFacts(patron, item, demand: demand)
      checkout.isOnSite = onSite
      checkout.lentUntil = try facts.lentUntil(item.item.id)
      return checkout.explanation
    }
  }
}

extension Desk {
  /// How renewing the loan of the copy under `item` would be decided; nil where the copy is unknown or on no loan.
  public func explainRenewal(_ item: String) throws -> RenewalExplanation? {
    try consider { facts in
      guard let barcode = Barcode(item), let item = try facts.item(barcode), let loan = item.loan,
        let renewal = try facts.renewalFacts(loan, of: item)
      else { return nil }
      var explanation = renewal.explanation
      if explanation.demand.readers > 0 {
        explanation.waiting = try facts.waiting(
          for: item.item, beside: loan.patron, limit: RenewalExplanation.waitingMaximum)
      }
      return explanation
    }
  }
}
