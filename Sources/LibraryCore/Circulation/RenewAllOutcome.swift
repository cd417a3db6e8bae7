/// The answer to renewing everything a patron has: each loan by itself.
public enum RenewAllOutcome: Equatable, Sendable {
  /// Every running loan has its outcome, in the order of the due dates.
  case each([RenewOutcome], PatronLine)
  case unknownPatron(String)
}

/// The answer to lending many copies to one patron: each copy by itself, in the order they were given.
public enum LendAllOutcome: Equatable, Sendable {
  /// With the box that the copies went into; nil where none was lent.
  case each([CheckoutOutcome], PatronLine, box: SentBox?)
  case unknownPatron(String)
}
