/// A due date counted by the rules, and the day it is counted from.
public struct CountedDue: Equatable, Sendable {
  public var from: CalendarDay
  public var due: DueDate
  /// How long a loan or a renewal is, with the row that says so.
  public var rule: RuleValue
}

extension CheckoutFacts {
  /// What the rules give a loan that began at `start`, or was renewed then and was due `before`.
  ///
  /// The rules are those in force on the day `rulesOn`; nil stands for today.
  func counted(
    _ loan: OpenLoan, from start: Moment, renewing before: Due?, on rulesOn: CalendarDay?
  ) -> CountedDue {
    var facts = self
    facts.rulesOn = rulesOn ?? today
    facts.isOnSite = loan.isOnSite
    (facts.today, facts.now) = (start.day, start)
    guard let before else {
      return CountedDue(from: start.day, due: facts.ruledDue, rule: facts.rule(.loanDays))
    }
    var renewed = loan
    (renewed.dueOn, renewed.dueAt) = (before.day, before.time)
    let renewal = RenewalFacts(checkout: facts, loan: renewed)
    return CountedDue(from: renewal.start, due: renewal.due, rule: facts.rule(.renewalDays))
  }
}
