/// What a return costs, from the facts alone.
public struct ReturnAssessment: Equatable, Sendable {
  /// Open days after the due date, up to the day of the return.
  public var lateDays: Int
  /// Full hours after the due time in which the library was open; none where the loan ended with a day.
  public var lateHours: Int
  public var charge: Money
  /// The last day on which the patron may not borrow because of this return.
  public var suspendedUntil: CalendarDay?
  /// What the two were counted by.
  public var terms: LoanTerms

  /// Late days are open days; what they cost is for `terms` to say.
  ///
  /// `returnedAt` is the minute of the return, for a loan that ends at `dueAt`.
  public init(
    dueOn: CalendarDay, dueAt: TimeOfDay? = nil, returnedOn: CalendarDay,
    returnedAt: TimeOfDay? = nil, calendar: OpeningCalendar, terms: LoanTerms,
    price: Money? = nil
  ) {
    lateDays = calendar.openDays(after: dueOn, through: returnedOn)
    lateHours =
      dueAt == nil
      ? 0
      : calendar.openMinutes(from: Due(dueOn, at: dueAt), to: Due(returnedOn, at: returnedAt)) / 60
    charge = terms.fine(lateDays: lateDays, lateHours: lateHours, price: price)
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
  /// When the loan was last renewed; asked for a stated moment alone.
  public var renewedAt: Moment?
  /// What stands against the moment that staff states instead of the clock's.
  public var momentRefusals: [Refusal] = []
  /// The code of the library the desk stands in.
  public var library: String
  /// The first in the queue whom the copy could serve.
  public var next: HoldCandidate?
  /// What comes off the debt of who lost the copy, where that was charged.
  public var foundCredit = Money.zero
  /// What may be given back of the deposit once this loan has ended.
  public var depositFree = Money.zero
  /// Whether the house counts copies that come back without a loan as read on the spot.
  public var countsUse = false
  /// The uses that the institution reported of the copy; nil where it reported none.
  public var uses: Int?
  /// Whether the loan that ends belongs to a box, whose uses are counted.
  public var isBackFromBox = false
  /// What was seen to be broken as the copy came back.
  public var damage: Damage?
  /// Who has the copy, or had it last, and so pays for damage; nil where nobody ever had it.
  public var lastReader: PatronLine?
  /// Who had the copy before, where staff may know.
  public var previous: PastBorrower?
  /// Whether the copy came back from a loan today, so that it lies here for that.
  public var wasReturnedToday = false

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
  /// The loan ends, and what else the copy's coming brings about.
  case close(OpenLoan, ReturnAssessment, ReturnEffects)
  /// Nobody had it on loan, but its coming changes something.
  case take(ReturnEffects)
  /// It was read on the spot and goes back to its shelf.
  case countUse
  case nothing
}

extension ReturnFacts {
  /// Decides what the copy's coming back means, from the facts alone.
  public func decide() -> ReturnDecision {
    let reasons = refusals
    guard reasons.isEmpty else { return .refuse(reasons) }
    guard let loan = item.loan, let assessment else {
      if !effects.isEmpty { return .take(effects) }
      return isRead ? .countUse : .nothing
    }
    return .close(loan, assessment, effects)
  }

  /// What the copy's being here brings about beside the end of a loan.
  public var effects: ReturnEffects {
    let status = item.item.status
    var effects = ReturnEffects(foundFrom: status.isFoundAgain ? status : nil, trap: trap)
    if effects.trap == nil, item.setAside == nil, !isSetAsideForRepair {
      effects.sentTo = home == library ? nil : home
    }
    // One on its way elsewhere that lies here, where it belongs, goes nowhere any more.
    effects.arrives =
      item.item.sentTo == library
      || (item.item.sentTo != nil && item.setAside == nil && home == library
        && !isSetAsideForRepair)
    if item.item.sentTo == effects.sentTo, item.loan == nil {
      effects.sentTo = nil
    }
    return effects
  }

  /// The library the copy belongs to.
  private var home: String { item.item.library ?? library }

  private var isSetAsideForRepair: Bool {
    damage != nil || item.item.status == .damaged || item.item.status == .withdrawn
  }

  /// Whether nothing but reading on the spot explains why the copy lies here.
  private var isRead: Bool {
    countsUse && damage == nil && !wasReturnedToday && item.item.status == .available
      && item.setAside == nil
      && home == library
  }

  /// For whom the copy is set aside now: who waits first, or whose copy has arrived where it is to be fetched.
  var trap: HoldTrap? {
    guard damage == nil else { return nil }
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
    if isSetAsideForRepair {
      return .aside(damage == nil ? item.item.status : .damaged)
    }
    var kept = item.setAside
    if let trap, let next {
      kept = SetAside(
        hold: trap.hold, patron: next.patron, until: trap.shelfUntil, sentTo: trap.sentTo)
    }
    guard let kept else {
      if home != library { return .send(to: home, nil) }
      return .shelf(location: item.item.location, callNumber: item.item.callNumber)
    }
    return kept.sentTo.map { .send(to: $0, kept) } ?? .holdShelf(kept)
  }

  /// What staff should know with the answer.
  public var notices: [Notice] {
    var notices: [Notice] = []
    switch item.item.status {
    case .lost, .missing: notices.append(.foundAgain(item.item.status))
    case .damaged, .withdrawn:
      if damage == nil { notices.append(.setAside(item.item.status)) }
    case .available, .removed: break
    }
    if foundCredit > .zero { notices.append(.foundCredit(foundCredit)) }
    if let claim = item.loan?.claim { notices.append(.claimResolved(claim.kind)) }
    if let damage, damage.charge > .zero, let lastReader {
      notices.append(.damageCharged(lastReader, damage.charge))
    }
    if let kept = item.setAside, kept.sentTo == nil, let until = kept.until, until < returnedAt.day
    {
      notices.append(.holdUncollected(kept))
    }
    if damage != nil, let kept = item.setAside { notices.append(.holdWaitsAgain(kept)) }
    if depositFree > .zero { notices.append(.depositFree(depositFree)) }
    if home != library { notices.append(.otherLibrary(home)) }
    if item.loan == nil, effects.isEmpty, isRead { notices.append(.countedOnSite) }
    if !isBackFromBox, let uses, uses > 0 { notices.append(.usesNotCounted(uses)) }
    if let previous { notices.append(.previousBorrower(previous)) }
    if let note = item.item.note { notices.append(.itemNote(note)) }
    return notices
  }

  private var refusals: [Refusal] {
    var reasons: [Refusal] = []
    if !staff.may(.takeBack) { reasons.append(.noPermission(.takeBack)) }
    if let damage { reasons += damage.refusals(by: staff, mayCharge: lastReader != nil) }
    if let uses, !(0...Tally.countMaximum).contains(uses) {
      reasons.append(.invalidValue(field: "uses", typed: String(uses)))
    }
    guard isBackdated else { return reasons }
    if !staff.may(.backdate) { reasons.append(.noPermission(.backdate)) }
    reasons += momentRefusals
    if let loan = item.loan, returnedAt < loan.lentAt {
      reasons.append(.returnBeforeLoan(lentAt: loan.lentAt))
    } else if let renewedAt, returnedAt < renewedAt {
      reasons.append(.beforeRenewal(at: renewedAt))
    }
    return reasons
  }
}

extension ItemStatus {
  /// Whether a copy of this status that lies on the counter is simply there again.
  public var isFoundAgain: Bool { self == .lost || self == .missing }
}

/// What a copy's coming over the counter brings about beside the end of its loan.
///
/// What lost copies, damage and claims bring about belongs here too.
public struct ReturnEffects: Equatable, Sendable {
  /// The lost or missing status that ends with it.
  public var foundFrom: ItemStatus?
  /// For whom the copy is kept from now on.
  public var trap: HoldTrap?
  /// The library it is sent home to.
  public var sentTo: String?
  /// Whether it has come to the library it was sent to.
  public var arrives: Bool

  public init(
    foundFrom: ItemStatus? = nil, trap: HoldTrap? = nil, sentTo: String? = nil,
    arrives: Bool = false
  ) {
    self.foundFrom = foundFrom
    self.trap = trap
    self.sentTo = sentTo
    self.arrives = arrives
  }

  public var isEmpty: Bool { self == ReturnEffects() }
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
