/// What a return costs, from the facts alone.
public struct ReturnAssessment: Equatable, Sendable {
  /// Open days after the due date, up to the day of the return.
  public var lateDays: Int
  public var charge: Money
  public var fineRule: RuleValue

  /// Late days are open days; within the grace nothing is charged, beyond it every late day is, up to the maximum.
  public init(
    dueOn: CalendarDay, returnedOn: CalendarDay, calendar: OpeningCalendar, rules: LoanRules,
    scope: RuleScope
  ) {
    lateDays = calendar.openDays(after: dueOn, through: returnedOn)
    fineRule = rules.value(.finePerDay, for: scope)
    let grace = rules.value(.graceDays, for: scope).value
    let maximum = rules.value(.fineMaximum, for: scope).value
    let fine = lateDays > grace ? lateDays * fineRule.value : 0
    charge = Money(dong: Int64(maximum > 0 ? min(fine, maximum) : fine))
  }
}

/// Everything a renewal is decided on.
public struct RenewalFacts: Sendable {
  public var checkout: CheckoutFacts
  public var loan: OpenLoan

  public init(checkout: CheckoutFacts, loan: OpenLoan) {
    self.checkout = checkout
    self.loan = loan
  }

  /// Decides whether the loan runs on; a renewal never shortens a loan.
  public func decide() -> CheckoutDecision {
    let renewals = checkout.rule(.renewalsMaximum)
    var reasons: [Refusal] = []
    if !checkout.staff.may(.renew) { reasons.append(.noPermission(.renew)) }
    if checkout.patron.patron.status == .blocked {
      reasons.append(.patronBlocked(reason: checkout.patron.patron.blockReason))
    }
    if let expiry = checkout.patron.patron.expiresOn, expiry < checkout.today {
      reasons.append(.cardExpired(on: expiry))
    }
    if loan.renewals >= renewals.value {
      reasons.append(.noMoreRenewals(made: loan.renewals, rule: renewals))
    }
    let lifted =
      checkout.overrideReason == nil
      ? [] : reasons.filter { $0.permission.map(checkout.staff.may) ?? false }
    let standing = reasons.filter { !lifted.contains($0) }
    guard standing.isEmpty else { return .refuse(standing) }
    let rule = checkout.rule(.renewalDays)
    var due = checkout.calendar.dueDate(from: checkout.today, loanDays: rule.value)
    if due.day < loan.dueOn { due.day = loan.dueOn }
    return .lend(due, decidedBy: rule, overriding: lifted)
  }
}
