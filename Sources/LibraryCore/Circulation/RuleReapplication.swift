/// One open loan, and what it would be by the rules of today.
///
/// A changed rule changes no loan already made; this is for a library that asks for it.
public struct ReapplicationFacts: Sendable {
  /// What a checkout would be decided on now, for this patron and this copy.
  public var checkout: CheckoutFacts
  public var loan: OpenLoan
  /// Whether staff chose the due date instead of the rules.
  public var isDueChosen: Bool
  /// The last renewal that stands.
  public var renewal: Renewal?

  /// When a loan was renewed, and when it was due before.
  public struct Renewal: Equatable, Sendable {
    public var at: Moment
    public var dueBefore: Due

    public init(at: Moment, dueBefore: Due) {
      self.at = at
      self.dueBefore = dueBefore
    }
  }

  public init(
    checkout: CheckoutFacts, loan: OpenLoan, isDueChosen: Bool = false, renewal: Renewal? = nil
  ) {
    self.checkout = checkout
    self.checkout.isOnSite = loan.isOnSite
    self.loan = loan
    self.isDueChosen = isDueChosen
    self.renewal = renewal
  }

  /// What changes of the loan; nil where nothing does.
  ///
  /// A loan from before loans kept their terms has none to change: being late on it costs what the rules of the day say.
  public var decision: RedatedLoan? {
    let terms = loan.terms.map { RedatedLoan.Terms(before: $0, after: checkout.terms) }
    let redated = RedatedLoan(
      loan: loan.id, before: loan.due, after: due,
      terms: terms.flatMap { $0.before == $0.after ? nil : $0 })
    return redated.isChange ? redated : nil
  }

  /// The due date counted anew from the day of the loan, or from that of its last renewal.
  ///
  /// A shorter length makes nobody late: the loan then ends with the first open day from today, and what was due before that
  /// stays. A longer one may end what is overdue. What staff chose stays until it is renewed.
  private var due: Due {
    if isDueChosen, renewal == nil { return loan.due }
    let ruled = ruled.due.due
    if ruled >= loan.due || !ruled.isPast(at: checkout.now) { return ruled }
    return min(loan.due, Due(checkout.calendar.firstOpenDay(from: checkout.today)))
  }

  /// What the rules of today give the loan, or its last renewal.
  var ruled: CountedDue {
    checkout.counted(loan, from: renewal?.at ?? loan.lentAt, renewing: renewal?.dueBefore, on: nil)
  }
}

/// What giving open loans the rules of today would change, or did.
public struct Reapplication: Equatable, Sendable {
  /// The open loans that were looked at.
  public var looked: Int
  /// Those that change, the first due first.
  public var changed: [MovedLoan]
  /// Nil in a dry run.
  public var op: OpID?

  public init(looked: Int, changed: [MovedLoan], op: OpID? = nil) {
    self.looked = looked
    self.changed = changed
    self.op = op
  }
}

/// The answer to giving open loans the rules of today.
public enum ReapplyOutcome: Equatable, Sendable {
  case reapplied(Reapplication)
  /// Every loan that was looked at is as the rules say.
  case unchanged(looked: Int)
  case refused([Refusal])
}
