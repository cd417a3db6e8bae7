/// A drawer taken over with so much change in it.
public struct CashOpened: Equatable, Sendable {
  public var drawer: String
  public var float: Money
  public var at: Int64?

  public init(drawer: String, float: Money, at: Int64? = nil) {
    self.drawer = drawer
    self.float = float
    self.at = at
  }
}

/// Money put into the drawer or taken out of it that no patron brought or got: change, or what goes to the treasurer (nộp quỹ).
public struct CashMoved: Equatable, Sendable {
  /// Less than nothing for what was taken out.
  public var amount: Money
  public var reason: String
  public var at: Int64?

  public init(amount: Money, reason: String, at: Int64? = nil) {
    self.amount = amount
    self.reason = reason
    self.at = at
  }
}

/// Money put in or taken out, as the page of its shift lists it.
public struct CashMoveLine: Equatable, Sendable {
  public var op: OpID
  public var at: Moment
  /// Less than nothing for what was taken out.
  public var amount: Money
  public var reason: String
  /// The login of who did it.
  public var staff: String
  /// Whether it was not taken back.
  public var stands: Bool

  public init(op: OpID, at: Moment, amount: Money, reason: String, staff: String, stands: Bool) {
    self.op = op
    self.at = at
    self.amount = amount
    self.reason = reason
    self.staff = staff
    self.stands = stands
  }
}

/// A drawer counted and closed: what lay in it, what should have, and why the two differ if they do.
public struct CashClosed: Equatable, Sendable {
  public var counted: Money
  public var expected: Money
  public var explanation: String?
  public var at: Int64?

  public init(counted: Money, expected: Money, explanation: String? = nil, at: Int64? = nil) {
    self.counted = counted
    self.expected = expected
    self.explanation = explanation
    self.at = at
  }

  public var difference: Money { counted - expected }
}

/// Cash of an entry that is taken back, handed back out of another shift than it came into, or taken in again by another.
public struct CashAcrossShifts: Equatable, Sendable {
  /// What the open drawer gave; less than nothing for what it took in.
  public var amount: Money
  public var drawer: String
  public var openedAt: Moment
  /// The drawer that the entry went through; nil where no shift was open then.
  public var formerDrawer: String?
  /// When that shift was closed; nil where it is open.
  public var formerClosedAt: Moment?

  public init(
    amount: Money, drawer: String, openedAt: Moment, formerDrawer: String? = nil,
    formerClosedAt: Moment? = nil
  ) {
    self.amount = amount
    self.drawer = drawer
    self.openedAt = openedAt
    self.formerDrawer = formerDrawer
    self.formerClosedAt = formerClosedAt
  }
}

/// A shift at a drawer, from its opening to its cash-up.
public struct CashShift: Equatable, Sendable {
  public var id: EntityID
  public var drawer: String
  public var openedAt: Moment
  /// The login of who opened it.
  public var openedBy: String
  public var float: Money
  /// What was put in, less what was taken out, beside what patrons brought and got.
  public var moved: Money
  /// What patrons brought in cash, less what they got.
  public var taken: Money
  /// What of that was handed back for entries of other shifts that were taken back in this one; less than nothing.
  public var handedBack = Money.zero
  /// Nil while it is open.
  public var closed: Closing?

  public struct Closing: Equatable, Sendable {
    public var at: Moment
    public var by: String
    public var counted: Money
    public var explanation: String?

    public init(at: Moment, by: String, counted: Money, explanation: String?) {
      self.at = at
      self.by = by
      self.counted = counted
      self.explanation = explanation
    }
  }

  public init(
    id: EntityID, drawer: String, openedAt: Moment, openedBy: String, float: Money, moved: Money,
    taken: Money, closed: Closing? = nil
  ) {
    self.id = id
    self.drawer = drawer
    self.openedAt = openedAt
    self.openedBy = openedBy
    self.float = float
    self.moved = moved
    self.taken = taken
    self.closed = closed
  }

  /// What should lie in the drawer.
  public var expected: Money { float + moved + taken }

  /// What was found too much, or too little where it is less than nothing; nil while the shift is open.
  public var difference: Money? { closed.map { $0.counted - expected } }
}

/// The code of a drawer: what receipts begin with.
public enum DrawerCode {
  /// What a drawer is called where nobody named one.
  public static let usual = "Q1"
  public static let lengthMaximum = 10

  /// Capital letters and digits, as receipts carry them; nil where nothing of that is left or anything else is in it.
  public static func read(_ text: String) -> String? {
    let code = text.trimmed.uppercased()
    guard (1...lengthMaximum).contains(code.utf8.count),
      code.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) })
    else { return nil }
    return code
  }
}

/// Everything the opening, filling and closing of a drawer is decided on.
public struct CashFacts: Sendable {
  /// The shift that is open at the drawer.
  public var open: CashShift?
  public var staff: StaffAccount
  public var isBackdated: Bool
  /// What stands against the moment that staff states instead of the clock's.
  public var momentRefusals: [Refusal] = []

  public init(open: CashShift?, staff: StaffAccount, isBackdated: Bool = false) {
    self.open = open
    self.staff = staff
    self.isBackdated = isBackdated
  }

  public func refusals(of opened: CashOpened) -> [Refusal] {
    var reasons = rights
    if let open {
      reasons.append(.drawerOpen(open.drawer, by: open.openedBy, since: open.openedAt))
    }
    return reasons + slips(opened.float)
  }

  public func refusals(of moved: CashMoved) -> [Refusal] {
    var reasons = rights
    if moved.amount == .zero { reasons.append(.amountNotPositive) }
    reasons += slips(max(moved.amount, .zero - moved.amount))
    if Optional(moved.reason).isBlank { reasons.append(.reasonMissing) }
    if let open, (open.expected + moved.amount) < .zero {
      reasons.append(.moreThanInDrawer(open.expected))
    }
    return reasons
  }

  /// A difference has to be explained, whichever way it goes.
  public func refusals(of closed: CashClosed) -> [Refusal] {
    var reasons = rights + slips(closed.counted)
    if closed.difference != .zero, closed.explanation.isBlank {
      reasons.append(.differenceUnexplained(closed.difference))
    }
    return reasons
  }

  private var rights: [Refusal] {
    let needed: [Permission] = isBackdated ? [.takePayment, .backdate] : [.takePayment]
    return needed.filter { !staff.may($0) }.map { .noPermission($0) } + momentRefusals
  }

  private func slips(_ amount: Money) -> [Refusal] {
    if amount < .zero { return [.amountNotPositive] }
    return amount > AccountEntry.maximum ? [.amountTooLarge(maximum: AccountEntry.maximum)] : []
  }
}
