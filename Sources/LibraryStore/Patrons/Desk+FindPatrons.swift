public import LibraryCore

extension Desk {
  /// Patrons that `words` describe, a page of them: the holder of that very card first, then by given name, family name and the rest.
  ///
  /// Words are parts of a name in any order, with tones or without, a birth year, a telephone number, the beginning of a card
  /// number. Names with the tones as typed come before those that only fold alike, and patrons called by a typed word before
  /// those who merely bear it. No words at all list everybody; of all these only those that `filter` leaves in.
  public func findPatrons(
    _ words: String, among filter: PatronFilter = .everybody, limit: Int = 20, offset: Int = 0
  ) throws -> PatronHits {
    try file.read { db in
      try PatronSearch(db: db, filter: filter).find(
        words, limit: max(0, limit), offset: max(0, offset))
    }
  }

  /// All patrons that `filter` leaves in, in an order, a page of them.
  public func patrons(
    sortedBy order: PatronOrder, among filter: PatronFilter = .everybody, limit: Int = 20,
    offset: Int = 0
  ) throws -> PatronHits {
    try file.read { db in
      try PatronList(order: order, filter: filter, db: db).page(
        limit: max(0, limit), offset: max(0, offset))
    }
  }

  /// Some patrons of the list of all of them, always from front to back.
  ///
  /// Takes the same time anywhere in a list of any length.
  public func patrons(
    sortedBy order: PatronOrder, among filter: PatronFilter = .everybody, _ walk: PatronWalk,
    limit: Int
  ) throws -> [PatronHit] {
    try file.read { db in
      try PatronList(order: order, filter: filter, db: db).walk(walk, limit: max(0, limit))
    }
  }

  /// The holder of `card`, or nil when nobody's card reads so.
  public func patron(_ card: String) throws -> PatronFacts? {
    guard let card = CardNumber(card) else { return nil }
    return try consider { try $0.patron(card) }
  }

  public func patron(id: EntityID) throws -> PatronFacts? {
    try consider { try $0.patron(id) }
  }
}
