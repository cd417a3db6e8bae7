/// Everything a renewal is decided on.
public struct RenewalFacts: Sendable {
  public var checkout: CheckoutFacts
  public var loan: OpenLoan
  /// What the loan would cost if it ended now.
  public var assessment: ReturnAssessment?
  /// When the loan was last renewed; asked for a stated moment alone.
  public var renewedAt: Moment?

  public init(checkout: CheckoutFacts, loan: OpenLoan, assessment: ReturnAssessment? = nil) {
    self.checkout = checkout
    self.loan = loan
    self.assessment = assessment
  }

  /// Decides whether the loan runs on; a renewal never shortens a loan.
  ///
  /// Who may not borrow because of a block, an expired card, overdue loans or what is owed may not renew either; the limits on
  /// how many copies a patron holds do not matter, because their number stays.
  public func decide() -> CheckoutDecision {
    let reasons = refusals
    let lifted = reasons.filter(checkout.isLifted)
    let standing = reasons.filter { !lifted.contains($0) }
    guard standing.isEmpty else {
      return .refuse(checkout.seenReasons == nil ? standing : reasons)
    }
    return .lend(due, decidedBy: checkout.rule(.renewalDays), overriding: lifted)
  }

  /// Everything that stands against the renewal.
  var refusals: [Refusal] {
    staffRefusals
      + [onSite, moreRenewals, tooEarly, addsNothing, costsAlready, wanted].compactMap { $0 }
      + checkout.standingRefusals
  }

  /// The due date that the renewal gives; while many wait, as short as a new loan would be.
  var due: DueDate {
    let ruled = checkout.ruledDue(
      .renewalDays, from: start, at: isFromDue ? loan.due.moment() : checkout.now)
    var due = checkout.shortened(ruled, from: start)
    due.move(to: max(due.due, loan.due), .formerDue(loan.dueOn))
    return due
  }

  /// The day from which the renewal counts.
  public var start: CalendarDay { isFromDue ? loan.dueOn : checkout.today }

  private var isFromDue: Bool {
    checkout.rule(.renewalFrom).value == RenewalStart.due.rawValue
  }

  /// How often the loan may still be renewed after this time.
  public var renewalsLeft: Int {
    max(0, maximum - loan.renewals - 1)
  }

  private var staffRefusals: [Refusal] {
    let needed: [Permission] = checkout.isBackdated ? [.renew, .backdate] : [.renew]
    return needed.filter { !checkout.staff.may($0) }.map { .noPermission($0) }
      + checkout.momentRefusals + beforeRenewal
  }

  private var beforeRenewal: [Refusal] {
    guard checkout.isBackdated, let renewedAt, checkout.now < renewedAt else { return [] }
    return [.beforeRenewal(at: renewedAt)]
  }

  private var onSite: Refusal? { loan.isOnSite ? .onSiteNotRenewable : nil }

  /// How often the loan may be renewed in all: more often while nobody waits.
  var maximum: Int {
    checkout.rule(.renewalsMaximum).value
      + (checkout.demand.readers == 0 ? checkout.rule(.renewalsExtra).value : 0)
  }

  private var moreRenewals: Refusal? {
    let renewals = checkout.rule(.renewalsMaximum)
    return loan.renewals >= maximum
      ? .noMoreRenewals(made: loan.renewals, rule: renewals) : nil
  }

  /// One of the few renewals would be used up for nothing.
  private var addsNothing: Refusal? {
    let due = due
    guard due.due <= loan.due else { return nil }
    return .renewalAddsNothing(due: loan.due, waiting: due.waiting ?? 0)
  }

  /// What being late has come to would be gone without anybody having decided so.
  private var costsAlready: Refusal? {
    guard let assessment, assessment.charge > .zero || assessment.suspendedUntil != nil else {
      return nil
    }
    return .renewalOverdue(
      lateDays: assessment.lateDays, charge: assessment.charge,
      suspendedUntil: assessment.suspendedUntil)
  }

  /// Somebody waits, and no other copy on the shelf can serve them.
  private var wanted: Refusal? {
    let demand = checkout.demand
    return demand.isShort ? .titleWanted(waiting: demand.waiting, spare: demand.spare) : nil
  }

  private var tooEarly: Refusal? {
    checkout.today < notBefore
      ? .renewalTooEarly(from: notBefore, rule: checkout.rule(.renewalNotBefore)) : nil
  }

  /// The first day on which the rules let the loan be renewed.
  var notBefore: CalendarDay {
    loan.dueOn.adding(days: -checkout.rule(.renewalNotBefore).value)
  }
}
