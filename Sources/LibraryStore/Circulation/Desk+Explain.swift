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
