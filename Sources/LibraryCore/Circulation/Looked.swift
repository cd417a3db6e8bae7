/// What a scanned or typed code is.
public enum Looked: Equatable, Sendable {
  case patron(PatronFacts)
  case item(ItemFacts)
  /// A card and a label happen to carry the same code.
  case both(PatronFacts, ItemFacts)
  case nothing
}

/// The two kinds of things that carry a code.
public enum CodeCarrier: Sendable {
  case card
  case label
}
