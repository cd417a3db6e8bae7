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
  /// The code of the library the desk stands in.
  public var library: String
  /// The first in the queue whom the copy could serve.
  public var next: HoldCandidate?
  /// What comes off the debt of who lost the copy, where that was charged.
  public var foundCredit = Money.zero

  public init(
    item: ItemFacts, assessment: ReturnAssessment?, returnedAt: Moment, staff: StaffAccount,
    isBackdated: Bool = false, library: String = "", next: HoldCandidate? = nil
  ) {
    self.library = library
    self.next = next
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
  case close(OpenLoan, ReturnAssessment, foundFrom: ItemStatus?, trap: HoldTrap?)
  /// Nobody had it on loan, but it was lost or missing and is here.
  case found(from: ItemStatus)
  /// Nobody had it on loan; it goes to a reader who waits, or has come to where it is to be fetched.
  case setAside(HoldTrap, foundFrom: ItemStatus?)
  case nothing
}

extension ReturnFacts {
  /// Decides what the copy's coming back means, from the facts alone.
  public func decide() -> ReturnDecision {
    let reasons = refusals
    guard reasons.isEmpty else { return .refuse(reasons) }
    let status = item.item.status
    let foundFrom = status.isFoundAgain ? status : nil
    guard let loan = item.loan, let assessment else {
      if let trap { return .setAside(trap, foundFrom: foundFrom) }
      return foundFrom.map { .found(from: $0) } ?? .nothing
    }
    return .close(loan, assessment, foundFrom: foundFrom, trap: trap)
  }

  /// For whom the copy is set aside now: who waits first, or whose copy has arrived where it is to be fetched.
  var trap: HoldTrap? {
    if let kept = item.setAside {
      guard kept.sentTo == library, let next else { return nil }
      return HoldTrap(hold: kept.hold, shelfUntil: next.shelfUntil)
    }
    guard item.item.status == .available || item.item.status.isFoundAgain, let next else {
      return nil
    }
    return next.pickup == library
      ? HoldTrap(hold: next.hold, shelfUntil: next.shelfUntil)
      : HoldTrap(hold: next.hold, sentTo: next.pickup)
  }

  /// What is to be done with the copy once the decision stands.
  public var errand: CopyErrand {
    if item.item.status == .damaged || item.item.status == .withdrawn {
      return .aside(item.item.status)
    }
    var kept = item.setAside
    if let trap, let next {
      kept = SetAside(
        hold: trap.hold, patron: next.patron, until: trap.shelfUntil, sentTo: trap.sentTo)
    }
    guard let kept else {
      return .shelf(location: item.item.location, callNumber: item.item.callNumber)
    }
    return kept.sentTo.map { .send(to: $0, kept) } ?? .holdShelf(kept)
  }

  /// What staff should know with the answer.
  public var notices: [Notice] {
    var notices: [Notice] = []
    switch item.item.status {
    case .lost, .missing: notices.append(.foundAgain(item.item.status))
    case .damaged, .withdrawn: notices.append(.setAside(item.item.status))
    case .available, .removed: break
    }
    if foundCredit > .zero { notices.append(.foundCredit(foundCredit)) }
    if let claim = item.loan?.claim { notices.append(.claimResolved(claim.kind)) }
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

/// A hold that a copy in hand could fill.
public struct HoldCandidate: Equatable, Sendable {
  public var hold: EntityID
  public var patron: PatronLine
  /// The code of the library where it is to be fetched.
  public var pickup: String
  /// The last day a copy set aside today waits.
  public var shelfUntil: CalendarDay

  public init(hold: EntityID, patron: PatronLine, pickup: String, shelfUntil: CalendarDay) {
    self.hold = hold
    self.patron = patron
    self.pickup = pickup
    self.shelfUntil = shelfUntil
  }
}
