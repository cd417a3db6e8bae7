/// A patron as the desk's decisions see them.
public struct PatronFacts: Equatable, Sendable {
  public var patron: Patron
  public var loans: Int
  /// Loans of the type of the item at hand.
  public var loansOfType: Int
  public var overdues: Int
  public var owed: Money
  /// What the guardian and the others with the same one owe together; looked up where a rule asks for it.
  public var familyOwed = Money.zero
  /// The deposit that the library holds (tiền cược).
  public var held: Money
  /// The deposit that the open loans ask for by the terms they were made on.
  public var depositDue = Money.zero
  /// The last day on which the patron may not borrow because of copies brought back late.
  public var suspendedUntil: CalendarDay?
  /// Holds that have not ended, and those of them whose copy lies on the hold shelf.
  public var holds = 0
  public var holdsReady = 0
  /// Copies lost on loan to the patron that have not turned up.
  public var lost = 0
  /// Loans for reading on the spot, which `loans` counts too.
  public var loansOnSite = 0
  /// Loans of copies of the title at hand.
  public var loansOfTitle = 0
  /// Whether somebody answers for the patron, by card or by name.
  public var hasGuardian = true
  /// Restrictions and messages that count today.
  public var remarks: [Remark] = []

  public init(
    patron: Patron, loans: Int, loansOfType: Int = 0, overdues: Int, owed: Money,
    held: Money = .zero, suspendedUntil: CalendarDay? = nil
  ) {
    self.patron = patron
    self.loans = loans
    self.loansOfType = loansOfType
    self.overdues = overdues
    self.owed = owed
    self.held = held
    self.suspendedUntil = suspendedUntil
  }
}

/// A copy as the desk's decisions see it.
public struct ItemFacts: Equatable, Sendable {
  public var item: Item
  public var title: String
  public var author: String?
  public var loan: OpenLoan?
  /// For whom the copy is kept on the hold shelf or under way.
  public var setAside: SetAside?

  public init(
    item: Item, title: String, author: String? = nil, loan: OpenLoan? = nil,
    setAside: SetAside? = nil
  ) {
    self.item = item
    self.title = title
    self.author = author
    self.loan = loan
    self.setAside = setAside
  }
}

/// A loan that has not ended, with the person who has the copy.
public struct OpenLoan: Equatable, Sendable {
  public var id: OpID
  public var patron: EntityID
  public var card: CardNumber
  public var patronName: String
  public var lentAt: Moment
  public var dueOn: CalendarDay
  /// The time on that day; nil stands for its end.
  public var dueAt: TimeOfDay?
  public var renewals: Int
  /// What being late costs; nil for a loan made before loans kept their terms.
  public var terms: LoanTerms?
  /// What the patron says of the loan, and since when.
  public var claim: Claim?
  public var isLongOverdue = false

  public struct Claim: Equatable, Sendable {
    public var kind: LoanClaim
    public var on: CalendarDay

    public init(_ kind: LoanClaim, on: CalendarDay) {
      self.kind = kind
      self.on = on
    }
  }
  /// Whether the copy is read on the spot.
  public var isOnSite = false

  public var due: Due { Due(dueOn, at: dueAt) }

  public init(
    id: OpID, patron: EntityID, card: CardNumber, patronName: String, lentAt: Moment,
    dueOn: CalendarDay, renewals: Int, terms: LoanTerms? = nil
  ) {
    self.id = id
    self.patron = patron
    self.card = card
    self.patronName = patronName
    self.lentAt = lentAt
    self.dueOn = dueOn
    self.renewals = renewals
    self.terms = terms
  }
}

/// Everything a checkout is decided on.
public struct CheckoutFacts: Sendable {
  public var patron: PatronFacts
  public var item: ItemFacts
  public var rules: LoanRules
  public var calendar: OpeningCalendar
  public var library: String
  public var today: CalendarDay
  /// The day whose rules count, where that is not the day of the loan.
  public var rulesOn: CalendarDay?
  /// The moment of the loan, for loans of hours.
  public var now: Moment
  /// A due date staff asked for instead of the rules' one.
  public var requestedDue: RequestedDue?
  public var staff: StaffAccount
  /// Staff's written reason to go ahead against overridable refusals.
  public var overrideReason: String?
  /// Whether staff acts at a stated moment instead of now.
  public var isBackdated: Bool
  /// The reasons that were seen when the reason to override was written; nil where it covers whatever staff may lift.
  public var seenReasons: Set<Refusal.Code>?
  /// When a loan of the copy ended that ran at the stated moment or began after it; nil where there was none.
  public var lentUntil: Moment?
  /// What stands against the moment that staff states instead of the clock's.
  public var momentRefusals: [Refusal] = []
  /// What others want of the title.
  public var demand = TitleDemand()
  /// Whether the copy is asked for to be read on the spot.
  public var isOnSite = false

  public init(
    patron: PatronFacts, item: ItemFacts, rules: LoanRules, calendar: OpeningCalendar,
    library: String, today: CalendarDay, requestedDue: RequestedDue? = nil, staff: StaffAccount,
    overrideReason: String? = nil, isBackdated: Bool = false
  ) {
    self.patron = patron
    self.item = item
    self.rules = rules
    self.calendar = calendar
    self.library = library
    self.today = today
    now = Moment(startOf: today)
    self.requestedDue = requestedDue
    self.staff = staff
    self.overrideReason = overrideReason
    self.isBackdated = isBackdated
  }

  public var scope: RuleScope {
    RuleScope(
      library: library, category: patron.patron.category, itemType: item.item.type,
      collection: item.item.location)
  }

  public func rule(_ parameter: RuleParameter) -> RuleValue {
    rules.value(parameter, for: scope, on: ruledOn)
  }

  var ruledOn: CalendarDay { rulesOn ?? today }

  /// What a loan made now will cost and ask for; a copy that does not leave the house asks for no deposit.
  public var terms: LoanTerms {
    var terms = LoanTerms(rules, for: scope, on: ruledOn, price: item.item.price)
    if isOnSite { terms.deposit = .zero }
    return terms
  }
}

/// How much others want a title, as far as this copy could serve them.
public struct TitleDemand: Equatable, Sendable {
  /// Holds of others that come before the patron's own, or all of them where the patron has none.
  public var waiting: Int
  /// All holds of others.
  public var readers: Int
  /// Other copies that stand on the shelf and could fill those.
  public var spare: Int
  /// The hold of the patron that a loan of this copy fills.
  public var own: EntityID?

  public init(waiting: Int = 0, readers: Int = 0, spare: Int = 0, own: EntityID? = nil) {
    self.waiting = waiting
    self.readers = readers
    self.spare = spare
    self.own = own
  }

  /// Whether somebody goes without if this copy goes to the patron.
  public var isShort: Bool { waiting > spare }
}
