/// What a return costs, from the facts alone.
public struct ReturnAssessment: Equatable, Sendable {
  /// Open days after the due date, up to the day of the return.
  public var lateDays: Int
  public var charge: Money
  /// The last day on which the patron may not borrow because of this return.
  public var suspendedUntil: CalendarDay?
  /// What the two were counted by.
  public var terms: LoanTerms

  /// Late days are open days; what they cost is for `terms` to say.
  public init(
    dueOn: CalendarDay, returnedOn: CalendarDay, calendar: OpeningCalendar, terms: LoanTerms,
    price: Money? = nil
  ) {
    lateDays = calendar.openDays(after: dueOn, through: returnedOn)
    charge = terms.fine(lateDays: lateDays, price: price)
    suspendedUntil = terms.suspension(lateDays: lateDays, returnedOn: returnedOn)
    self.terms = terms
  }
}

/// Everything a return is decided on.
public struct ReturnFacts: Sendable {
  public var item: ItemFacts
  /// What the loan comes to if it ends now; nil when the copy is not on loan.
  public var assessment: ReturnAssessment?
  /// When the copy came back.
  public var returnedAt: Moment
  public var staff: StaffAccount
  /// Whether staff acts at a stated moment instead of now.
  public var isBackdated: Bool

  public init(
    item: ItemFacts, assessment: ReturnAssessment?, returnedAt: Moment, staff: StaffAccount,
    isBackdated: Bool = false
  ) {
    self.item = item
    self.assessment = assessment
    self.returnedAt = returnedAt
    self.staff = staff
    self.isBackdated = isBackdated
  }
}

/// What the rules say of a copy that comes over the counter.
public enum ReturnDecision: Equatable, Sendable {
  case refuse([Refusal])
  /// The loan ends; `foundFrom` is the lost or missing status that ends with it.
  case close(OpenLoan, ReturnAssessment, foundFrom: ItemStatus?)
  /// Nobody had it on loan, but it was lost or missing and is here.
  case found(from: ItemStatus)
  case nothing
}

extension ReturnFacts {
  /// Decides what the copy's coming back means, from the facts alone.
  public func decide() -> ReturnDecision {
    let reasons = refusals
    guard reasons.isEmpty else { return .refuse(reasons) }
    guard let loan = item.loan, let assessment else {
      return item.item.status.isFoundAgain ? .found(from: item.item.status) : .nothing
    }
    return .close(
      loan, assessment, foundFrom: item.item.status.isFoundAgain ? item.item.status : nil)
  }

  /// What staff should know with the answer.
  public var notices: [Notice] {
    var notices: [Notice] = []
    switch item.item.status {
    case .lost, .missing: notices.append(.foundAgain(item.item.status))
    case .damaged, .withdrawn: notices.append(.setAside(item.item.status))
    case .available, .removed: break
    }
    if let note = item.item.note { notices.append(.itemNote(note)) }
    return notices
  }

  private var refusals: [Refusal] {
    var reasons: [Refusal] = []
    if !staff.may(.takeBack) { reasons.append(.noPermission(.takeBack)) }
    guard isBackdated else { return reasons }
    if !staff.may(.backdate) { reasons.append(.noPermission(.backdate)) }
    if let loan = item.loan, returnedAt < loan.lentAt {
      reasons.append(.returnBeforeLoan(lentAt: loan.lentAt))
    }
    return reasons
  }
}

extension ItemStatus {
  /// Whether a copy of this status that lies on the counter is simply there again.
  var isFoundAgain: Bool { self == .lost || self == .missing }
}
