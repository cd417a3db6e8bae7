public import LibraryCore

extension Desk {
  /// Everything that is known of a patron beside what lists show.
  public func patronDetails(_ id: EntityID) throws -> PatronDetails? {
    try consider { try $0.details(id) }
  }

  /// A card that is no longer good, or is good beside the one in use; nil where nobody ever had it.
  public func otherCard(_ code: String) throws -> FormerCard? {
    try consider { facts in try CardNumber(code).flatMap { try facts.otherCard($0) } }
  }

  /// The holder of a citizen card, if somebody was enrolled with it.
  public func holder(of card: CitizenCard) throws -> PatronFacts? {
    try consider { try $0.holder(ofCitizenCard: card.number) }
  }

  /// Gives the patron a new card in place of the one in use, which stays known with why; without a number, the next running one.
  ///
  /// A card that was lost and found again may be taken back into use this way.
  public func replaceCard(
    _ card: String, with new: String? = nil, because standing: PatronCard.Standing
  ) throws -> SaveOutcome {
    try act { try $0.replaceCard(card, with: new, because: standing) }
  }

  /// Gives the patron a further card that is good beside the one in use.
  public func addCard(_ new: String, to card: String) throws -> SaveOutcome {
    try act { transaction in
      let today = transaction.facts.today
      let staff = transaction.staff.id
      return try transaction.changeCards(of: card, adding: new) { cards, added in
        cards.append(PatronCard(number: added, standing: .good, since: today, staff: staff))
      }
    }
  }

  /// Takes a further card of a patron out of use, with why.
  public func retireCard(
    _ card: String, because standing: PatronCard.Standing
  ) throws -> SaveOutcome {
    try act { transaction in
      guard let number = CardNumber(card), let holder = try transaction.facts.owner(of: number),
        let known = try transaction.facts.everyCard(of: holder.id).first(where: {
          $0.number == number
        })
      else { return .unknown(card) }
      let retired = PatronCard(
        number: known.number, standing: standing, since: transaction.facts.today,
        staff: transaction.staff.id)
      return try transaction.changeCards(of: holder.card.text, adding: nil) { cards, _ in
        guard known.standing != standing else { return }
        // A card that came with a merged entry is listed by this one from now on.
        cards = cards.filter { $0.number != number } + [retired]
      }
    }
  }
}

extension DeskTransaction {
  fileprivate mutating func replaceCard(
    _ cardText: String, with new: String?, because standing: PatronCard.Standing
  ) throws -> SaveOutcome {
    guard let card = CardNumber(cardText), let current = try facts.patron(card)?.patron else {
      return .unknown(cardText)
    }
    var reasons = missing(.editPatron)
    let wanted: CardNumber?
    if let new {
      wanted = CardNumber(new)
      if wanted == nil { reasons.append(.invalidValue(field: "card", typed: new)) }
    } else {
      wanted = try nextCard(&reasons)
    }
    if let wanted {
      if wanted == current.card { reasons.append(.cardTaken(wanted, name: current.name)) }
      if let owner = try facts.owner(of: wanted), owner.id != current.id {
        reasons.append(.cardTaken(wanted, name: owner.name))
      }
      reasons += try facts.sharing(wanted)
    }
    guard reasons.isEmpty, let wanted else { return .refused(reasons) }
    var cards = try facts.cards(of: current.id).filter { $0.number != wanted }
    cards.append(
      PatronCard(number: current.card, standing: standing, since: facts.today, staff: staff.id))
    let op = try append(
      .patronSaved([
        PatronField.card.set(wanted.text), PatronField.cards.set(PatronCard.encode(cards)),
      ]), on: current.id)
    return .saved(id: current.id, op: op)
  }

  fileprivate mutating func changeCards(
    of cardText: String, adding new: String?,
    _ change: (inout [PatronCard], CardNumber) -> Void
  ) throws -> SaveOutcome {
    guard let card = CardNumber(cardText), let current = try facts.patron(card)?.patron else {
      return .unknown(cardText)
    }
    var reasons = missing(.editPatron)
    var added = current.card
    if let new {
      if let number = CardNumber(new) {
        added = number
        if let owner = try facts.owner(of: number) {
          reasons.append(.cardTaken(number, name: owner.name))
        }
        reasons += try facts.sharing(number)
      } else {
        reasons.append(.invalidValue(field: "card", typed: new))
      }
    }
    guard reasons.isEmpty else { return .refused(reasons) }
    let before = try facts.cards(of: current.id)
    var cards = before
    change(&cards, added)
    guard cards != before else { return .unchanged(id: current.id) }
    let op = try append(
      .patronSaved([PatronField.cards.set(PatronCard.encode(cards))]), on: current.id)
    return .saved(id: current.id, op: op)
  }
}
