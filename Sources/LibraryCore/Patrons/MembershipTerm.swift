/// How long a new card is good, and which rule says so.
public struct MembershipTerm: Equatable, Sendable {
  /// The last day; nil where the rule sets no end.
  public var until: CalendarDay?
  /// The months, with the row of the rules that decided.
  public var rule: RuleValue

  /// The term of a card that a patron of `category` gets on `today`.
  public init(_ rules: LoanRules, library: String?, category: String, today: CalendarDay) {
    rule = rules.value(
      .membershipMonths, for: RuleScope(library: library, category: category), on: today)
    until = Membership.renewed(nil, months: rule.value, today: today)
  }
}
