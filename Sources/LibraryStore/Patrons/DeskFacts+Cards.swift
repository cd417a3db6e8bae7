import GRDB
import LibraryCore

/// Whose a card is: the one in use, others beside it, and those of entries that were merged.
extension DeskFacts {
  /// A card that somebody had or has beside the one in use; that of a merged entry belongs to the one that stayed, which may have
  /// said something newer of it.
  func otherCard(_ card: CardNumber) throws -> FormerCard? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT other_card.card, standing, since, staff, patron FROM other_card
          JOIN patron ON patron.id = other_card.patron
          WHERE other_card.card = ? AND (patron.status <> 'removed' OR merged_into IS NOT NULL)
          ORDER BY patron.status = 'removed' LIMIT 1
          """),
      arguments: [card.text])
    guard let row, let number = CardNumber(row[0]), let since = CalendarDay(iso: row[2]),
      let standing = PatronCard.Standing(rawValue: row[1]),
      let patron = try patronLine(keeper(of: EntityID(rawValue: row[4])))
    else { return nil }
    let staff = EntityID(rawValue: row[3])
    return FormerCard(
      card: PatronCard(number: number, standing: standing, since: since, staff: staff),
      patron: patron, staff: login(of: staff))
  }

  /// Who stayed when the entry with this card was merged, over any number of merges.
  func keeper(ofMergedCard card: CardNumber) throws -> EntityID? {
    try Int64.fetchOne(
      db.cachedStatement(
        sql: "SELECT id FROM patron WHERE card = ? AND merged_into IS NOT NULL"),
      arguments: [card.text]
    ).map { try keeper(of: EntityID(rawValue: $0)) }
  }

  /// The entry itself or, where it was merged, the one that stayed.
  private func keeper(of patron: EntityID) throws -> EntityID {
    var keeper = patron
    while let next = try Int64.fetchOne(
      db.cachedStatement(
        sql: "SELECT merged_into FROM patron WHERE id = ? AND merged_into IS NOT NULL"),
      arguments: [keeper.rawValue])
    { keeper = EntityID(rawValue: next) }
    return keeper
  }

  /// Whose card it is or was, so that no number is given twice.
  func owner(of card: CardNumber) throws -> PatronLine? {
    try patron(card).map { PatronLine($0.patron) } ?? otherCard(card)?.patron
  }

  /// The cards the patron's own entry lists beside the one in use.
  func cards(of patron: EntityID) throws -> [PatronCard] {
    PatronCard.decode(
      try String.fetchOne(
        db.cachedStatement(sql: "SELECT cards FROM patron WHERE id = ?"),
        arguments: [patron.rawValue]))
  }

  /// Those and, behind them, the cards of the entries that were merged into it.
  func everyCard(of patron: EntityID) throws -> [PatronCard] {
    let own = try cards(of: patron)
    var numbers = Set(own.map(\.number))
    let current = try patronLine(patron)?.card
    return own
      + (try mergedCards(of: patron)).filter {
        $0.number != current && numbers.insert($0.number).inserted
      }
  }

  /// What the entries that were merged into a patron's had: their card in use is good since the merge.
  private func mergedCards(of keeper: EntityID) throws -> [PatronCard] {
    let merges = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT op FROM patron_merge WHERE keeper = ? ORDER BY op DESC"),
      arguments: [keeper.rawValue])
    return try merges.flatMap { id -> [PatronCard] in
      guard let op = try OpReading.op(OpID(rawValue: id), in: db) else { return [] }
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT card FROM patron WHERE id = ? AND merged_into = ?"),
        arguments: [op.entity.rawValue, keeper.rawValue])
      guard let row, let number = CardNumber(row[0] ?? "") else { return [] }
      let used = PatronCard(
        number: number, standing: .good, since: op.moment.day,
        staff: op.actor ?? EntityID(rawValue: 0))
      return [used] + (try cards(of: op.entity)) + (try mergedCards(of: op.entity))
    }
  }

  /// Who else has a card of an entry that would come back by itself.
  func takenCards(of gone: EntityID) throws -> [Refusal] {
    let own = try CardNumber(
      String.fetchOne(
        db.cachedStatement(sql: "SELECT card FROM patron WHERE id = ?"), arguments: [gone.rawValue])
        ?? "")
    let numbers = [own].compactMap(\.self) + (try cards(of: gone)).map(\.number)
    return try numbers.compactMap { number in
      let holder = try Int64.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT id FROM patron WHERE card = ?1 AND status <> 'removed' AND id <> ?2
            UNION ALL SELECT patron FROM other_card JOIN patron ON patron.id = other_card.patron
            WHERE other_card.card = ?1 AND status <> 'removed' AND patron <> ?2 LIMIT 1
            """),
        arguments: [number.text, gone.rawValue])
      return try holder.flatMap { try patronLine(EntityID(rawValue: $0)) }
        .map { .cardTaken(number, name: $0.name) }
    }
  }
}
