extension PatronFacts {
  /// What stands against the patron whatever copy is asked for, hardest first; none means the patron may borrow.
  ///
  /// `scope` says for which copies the rules are asked; one of the library and the category alone speaks for the patron.
  public func standing(
    _ rules: LoanRules, for scope: RuleScope, on today: CalendarDay
  ) -> [Refusal] {
    var reasons: [Refusal] = []
    if patron.status == .blocked { reasons.append(.patronBlocked(reason: patron.blockReason)) }
    if let expiry = patron.expiresOn, expiry < today { reasons.append(.cardExpired(on: expiry)) }
    reasons += remarks.filter { $0.kind == .restriction }.map { .patronRestricted($0) }
    if let until = suspendedUntil, today <= until { reasons.append(.patronSuspended(until: until)) }
    let overduesMaximum = rules.value(.overduesMaximum, for: scope, on: today)
    if overdues > overduesMaximum.value {
      reasons.append(.tooManyOverdues(held: overdues, rule: overduesMaximum))
    }
    let lostMaximum = rules.value(.lostMaximum, for: scope, on: today)
    if lost > lostMaximum.value { reasons.append(.tooManyLost(held: lost, rule: lostMaximum)) }
    let owedMaximum = rules.value(.owedMaximum, for: scope, on: today)
    if owed.dong > Int64(owedMaximum.value) {
      reasons.append(.owesTooMuch(owed: owed, rule: owedMaximum))
    }
    let familyMaximum = rules.value(.familyOwedMaximum, for: scope, on: today)
    if familyOwed.dong > Int64(familyMaximum.value) {
      reasons.append(.familyOwesTooMuch(owed: familyOwed, rule: familyMaximum))
    }
    return reasons
  }
}
