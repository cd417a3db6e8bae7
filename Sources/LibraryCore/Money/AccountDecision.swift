/// Everything the writing of an entry is decided on.
public struct AccountFacts: Sendable {
  /// What the patron owes; less than nothing when the library owes.
  public var owed: Money
  /// The deposit the library holds.
  public var held: Money
  /// What is still open of each debt that staff may choose.
  public var openDebts: Set<OpID>
  public var staff: StaffAccount
  /// Whether staff acts at a stated moment instead of now.
  public var isBackdated: Bool
  /// What stands against the moment that staff states instead of the clock's.
  public var momentRefusals: [Refusal] = []
  /// What of the deposit the loans that run ask for by the terms they were made on.
  public var depositDue = Money.zero
  /// What should lie in the drawer that is open to the staff; nil where none is open.
  public var inDrawer: Money?

  public init(
    owed: Money, held: Money, openDebts: Set<OpID> = [], staff: StaffAccount,
    isBackdated: Bool = false
  ) {
    self.owed = owed
    self.held = held
    self.openDebts = openDebts
    self.staff = staff
    self.isBackdated = isBackdated
  }

  /// Everything that stands against the entry; nobody may lift any of it.
  public func refusals(of entry: AccountEntry) -> [Refusal] {
    var reasons: [Refusal] = []
    if !staff.may(entry.kind.permission) { reasons.append(.noPermission(entry.kind.permission)) }
    if isBackdated, !staff.may(.backdate) { reasons.append(.noPermission(.backdate)) }
    reasons += momentRefusals
    if entry.amount <= .zero { reasons.append(.amountNotPositive) }
    if entry.amount > AccountEntry.maximum {
      reasons.append(.amountTooLarge(maximum: AccountEntry.maximum))
    }
    if entry.needsNote, entry.note.isBlank { reasons.append(.reasonMissing) }
    reasons += limits(of: entry)
    if let inDrawer, entry.effect.cash < .zero, inDrawer + entry.effect.cash < .zero {
      reasons.append(.moreThanInDrawer(inDrawer))
    }
    reasons += entry.toward.filter { !openDebts.contains($0) }.map { .debtNotOpen($0) }
    return reasons
  }

  /// What speaks against the entry in the sums of the account alone.
  public func limits(of entry: AccountEntry) -> [Refusal] {
    var reasons: [Refusal] = []
    switch entry.kind {
    case .waiver, .depositUsed:
      if entry.amount > max(owed, .zero) { reasons.append(.moreThanOwed(max(owed, .zero))) }
    case .refund:
      let credit = max(.zero - owed, .zero)
      if entry.amount > credit { reasons.append(.moreThanCredit(credit)) }
    case .charge, .payment, .depositTaken, .depositReturned, .foundCredit, .void: break
    }
    guard [.depositReturned, .depositUsed].contains(entry.kind) else { return reasons }
    if entry.amount > held {
      reasons.append(.moreThanHeld(held))
    } else if entry.amount > .zero, held - entry.amount < depositDue {
      reasons.append(.depositBound(needed: depositDue, held: held))
    }
    return reasons
  }
}

extension AccountEntry {
  /// The most one entry may be; more is a slip of the finger.
  public static let maximum = Money(dong: 1_000_000_000)

  /// Whether the entry says too little without a word why: what was let off, what was brought instead of money.
  public var needsNote: Bool {
    kind == .waiver || charge == .other || (kind == .payment && method == .inKind)
  }
}

extension AccountEntry.Kind {
  /// What writing such an entry takes.
  public var permission: Permission {
    switch self {
    case .charge: .charge
    case .waiver: .waive
    case .foundCredit: .takeBack
    case .payment, .refund, .depositTaken, .depositReturned, .depositUsed, .void: .takePayment
    }
  }
}

extension String? {
  /// Whether there is nothing but blanks.
  var isBlank: Bool { self?.allSatisfy(\.isWhitespace) ?? true }
}
