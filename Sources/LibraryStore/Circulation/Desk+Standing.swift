public import LibraryCore

extension Desk {
  /// The holder of `card` with what stands against borrowing anything at all; nil where nobody has such a card.
  public func standing(_ card: String) throws -> (patron: PatronFacts, reasons: [Refusal])? {
    try consider { facts in
      guard let patron = try CardNumber(card).flatMap({ try facts.patron($0) }) else { return nil }
      let scope = RuleScope(
        library: facts.configuration.libraryCode, category: patron.patron.category)
      return (patron, patron.standing(facts.configuration.rules, for: scope, on: facts.today))
    }
  }
}
