extension LoanRule {
  /// The row that its stored fields make; nil for one that is removed.
  public init?(id: EntityID, fields: [RuleField: String]) {
    guard fields[.removed] == nil else { return nil }
    self.init(
      id: id,
      scope: RuleScope(
        library: fields[.library], category: fields[.category], itemType: fields[.itemType],
        collection: fields[.collection]),
      period: RulePeriod(
        from: fields[.from].flatMap(CalendarDay.init(iso:)),
        to: fields[.to].flatMap(CalendarDay.init(iso:))),
      values: LoanRule.decode(fields[.values] ?? ""))
  }
}
