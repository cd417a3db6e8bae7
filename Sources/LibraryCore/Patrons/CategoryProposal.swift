/// The category that a child's age proposes for a new card, where nobody has chosen one.
///
/// It is the category that the rules of the house end at the earliest age above the child's; where no rule gives a category an age
/// of its own, it is the children's, up to the age of the Law on Children (`Audience.childAge`). An adult's age proposes nothing.
public struct CategoryProposal: Equatable, Sendable {
  public var category: String
  /// The name of the category in the house's list.
  public var name: String
  public var age: Int
  /// The rule that ends the category; nil where the law's age of a child decided.
  public var rule: RuleValue?

  public init?(
    _ rules: LoanRules, library: String?, categories: [(code: String, name: String)], age: Int,
    on day: CalendarDay
  ) {
    func limit(_ parameter: RuleParameter, _ category: String) -> RuleValue {
      rules.value(parameter, for: RuleScope(library: library, category: category), on: day)
    }
    var ends: RuleValue?
    var chosen: (code: String, name: String)?
    var endsByLaw = true
    for category in categories {
      let end = limit(.ageMaximum, category.code)
      guard end.decidedBy?.scope.category == category.code else { continue }
      if category.code == Audience.childCategory { endsByLaw = false }
      guard end.value >= age, limit(.ageMinimum, category.code).value <= age else { continue }
      if let earlier = ends, earlier.value <= end.value { continue }
      (chosen, ends) = (category, end)
    }
    if chosen == nil, endsByLaw, age <= Audience.childAge {
      chosen = categories.first { $0.code == Audience.childCategory }
    }
    guard let chosen, chosen.code != Patron.defaultCategory else { return nil }
    (category, name, rule) = (chosen.code, chosen.name, ends)
    self.age = age
  }

  /// That the category came from the age, for the answer.
  public var notice: EntryNotice { .categoryProposed(category, name: name, age: age) }
}
