/// How a renewal would be decided, laid open: what is known of the loan, who waits, what stands against it and by which row, what
/// would change that, and how the due date comes about.
public struct RenewalExplanation: Equatable, Sendable {
  public var patron: PatronFacts
  public var item: ItemFacts
  public var loan: OpenLoan
  public var today: CalendarDay
  /// How often the loan may be renewed in all, as things are.
  public var renewalsAllowed: Int
  /// The first day on which it may be renewed; nil where that is any day of the loan.
  public var notBefore: CalendarDay?
  /// What others want of the title, and whether other copies can serve them.
  public var demand: TitleDemand
  /// Those who wait, the first first; a long queue is cut off.
  public var waiting: [Hold] = []
  /// The values that decide every renewal, and every other that a row gives, with that row.
  public var values: [RuleValue]
  public var reasons: [CheckoutExplanation.Reason]
  /// The day from which the renewal counts.
  public var start: CalendarDay
  /// The due date the loan would get, day by day over closed days.
  public var due: DueDate

  /// The most readers that are named of those who wait.
  public static let waitingMaximum = 10

  /// Whether the loan would be renewed as things are.
  public var isAllowed: Bool { reasons.isEmpty }

  /// Whether the acting staff could renew it with a written reason.
  public var isLiftable: Bool { !reasons.isEmpty && reasons.allSatisfy(\.mayLift) }

  /// What is told even where no row speaks of it.
  private static let always: [RuleParameter] = [
    .renewalsMaximum, .renewalDays, .renewalFrom, .renewalNotBefore, .renewalsExtra,
    .overduesMaximum, .owedMaximum,
  ]

  /// What else has a say in a renewal.
  private static let whereGiven: [RuleParameter] = [
    .loanHours, .hoursEnd, .dueTime, .calendarMode, .hardDue, .hardDueMode, .dueWithinCard,
    .shortLoanFrom, .shortLoanDays, .lostMaximum, .familyOwedMaximum,
  ]

  fileprivate static func values(_ facts: CheckoutFacts) -> [RuleValue] {
    always.map(facts.rule) + whereGiven.map(facts.rule).filter { $0.decidedBy != nil }
  }
}

extension RenewalFacts {
  /// The whole decision with its reasons.
  public var explanation: RenewalExplanation {
    RenewalExplanation(
      patron: checkout.patron, item: checkout.item, loan: loan, today: checkout.today,
      renewalsAllowed: maximum, notBefore: notBefore > loan.lentAt.day ? notBefore : nil,
      demand: checkout.demand,
      values: RenewalExplanation.values(checkout),
      reasons: refusals.map {
        CheckoutExplanation.Reason(
          refusal: $0, mayLift: checkout.mayLift($0), remedy: remedy(for: $0))
      },
      start: start, due: due)
  }

  /// What would have to be different for the renewal to go through.
  private func remedy(for refusal: Refusal) -> Remedy {
    switch refusal {
    case .noMoreRenewals:
      let extra = checkout.rule(.renewalsMaximum).value + checkout.rule(.renewalsExtra).value
      return loan.renewals < extra
        ? .nobodyWaiting(checkout.demand.readers) : .changeRule(.renewalsMaximum)
    case .renewalAddsNothing:
      return firstDayThatAdds.map { .waitUntil($0) } ?? .changeRule(.renewalDays)
    case .renewalOverdue, .onSiteNotRenewable: return .returnAndLendAgain
    default: return refusal.remedy
    }
  }

  /// The first day on which a renewal would move the due date; nil where none before that date would.
  private var firstDayThatAdds: CalendarDay? {
    let days = min(checkout.today.days(until: loan.dueOn), RenewalFacts.searchDays)
    return (1...max(1, days)).lazy.map { later(by: $0) }.first { $0.due.due > loan.due }?
      .checkout.today
  }

  /// How far ahead a day is looked for on which a renewal would add something.
  private static let searchDays = 366

  private func later(by days: Int) -> RenewalFacts {
    var facts = self
    facts.checkout.today = checkout.today.adding(days: days)
    facts.checkout.now = Moment(
      milliseconds: checkout.now.milliseconds + Int64(days) * 86_400_000,
      offsetMinutes: checkout.now.offsetMinutes)
    return facts
  }
}
