public import LibraryCore

extension Desk {
  /// How long a card is good that a patron of `category` gets today, and which rule says so.
  public func membershipTerm(ofCategory category: String) throws -> MembershipTerm {
    try consider { $0.membershipTerm(ofCategory: category) }
  }
}

extension DeskFacts {
  func membershipTerm(ofCategory category: String) -> MembershipTerm {
    MembershipTerm(
      configuration.rules, library: configuration.libraryCode, category: category, today: today)
  }
}
