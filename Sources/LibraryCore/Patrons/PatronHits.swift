/// What a search for patrons found: one page of it, in the order of lists of people.
public struct PatronHits: Equatable, Sendable {
  public var hits: [PatronHit]
  /// How many patrons match, as far as they were counted.
  public var total: Int
  /// False when more than `total` match; then those enrolled first were looked at, and a further word is needed.
  public var isComplete: Bool

  public init(hits: [PatronHit], total: Int, isComplete: Bool = true) {
    self.hits = hits
    self.total = total
    self.isComplete = isComplete
  }

  /// How many matches are counted and put in order.
  public static let countMaximum = 1000
}

/// The order of a list of all patrons.
public enum PatronOrder: String, CaseIterable, Sendable {
  /// By given name, then family name, then what stands between.
  case givenName = "given-name"
  case card
}

/// Where one begins to walk through the list of all patrons, and which way.
public enum PatronWalk: Equatable, Sendable {
  case fromBeginning
  case backFromEnd
  case behind(EntityID)
  case backFrom(EntityID)
}

/// One patron in a list.
public struct PatronHit: Equatable, Sendable {
  public var patron: Patron
  public var loans: Int
  public var owed: Money

  public init(patron: Patron, loans: Int, owed: Money) {
    self.patron = patron
    self.loans = loans
    self.owed = owed
  }
}
