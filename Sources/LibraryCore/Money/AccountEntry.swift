/// One line that staff writes into a patron's account; it is never changed and never taken out.
///
/// Overdue charges are no entries: a loan that came back late is one by itself (design of synchronising, 1.3), so that two
/// returns of one loan cannot charge twice.
public struct AccountEntry: Equatable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case charge
    case payment
    /// What the library lets the patron off (miễn).
    case waiver
    /// What was paid too much and is handed back.
    case refund
    /// A deposit (tiền cược): the patron's own money, kept until it is returned or set against a charge.
    case depositTaken
    case depositReturned
    case depositUsed
    /// What comes off the debt for a lost copy because it turned up.
    case foundCredit
    /// Takes back an earlier entry, with everything it did.
    case void
  }

  public var kind: Kind
  /// Always more than nothing; `kind` says which way it goes.
  public var amount: Money
  /// What a charge is for; nil for any other kind.
  public var charge: ChargeKind?
  /// How money changed hands; nil where none did.
  public var method: PaymentMethod?
  public var note: String?
  /// The copy that a charge or a deposit is about.
  public var item: EntityID?
  /// The loan that a charge or a deposit is about.
  public var loan: OpID?
  /// The debts that staff chose to settle first, in this order; whatever is left goes to the oldest.
  public var toward: [OpID]
  /// The entry that a void takes back.
  public var voids: OpID?
  public var receipt: Receipt?
  /// The cash shift in whose drawer the money lies, where one was open.
  public var shift: EntityID?
  /// When it happened, if not at the op's own moment (`--at`).
  public var at: Int64?
  /// The op that brought the entry with it, and takes it along when it is taken back.
  public var cause: OpID?

  public init(
    _ kind: Kind, _ amount: Money, charge: ChargeKind? = nil, method: PaymentMethod? = nil,
    note: String? = nil, item: EntityID? = nil, loan: OpID? = nil, toward: [OpID] = [],
    voids: OpID? = nil, receipt: Receipt? = nil, shift: EntityID? = nil, at: Int64? = nil,
    cause: OpID? = nil
  ) {
    self.kind = kind
    self.amount = amount
    self.charge = charge
    self.method = method
    self.note = note
    self.item = item
    self.loan = loan
    self.toward = toward
    self.voids = voids
    self.receipt = receipt
    self.shift = shift
    self.at = at
    self.cause = cause
  }
}

/// What a charge that staff makes is for; the raw value is its name on the command line and in ops, never renamed.
public enum ChargeKind: String, CaseIterable, Sendable {
  case lostItem
  case damage
  case processing
  case card
  case photocopy
  case other
}

/// How a patron pays, or is paid; the raw value is its name on the command line and in ops, never renamed.
public enum PaymentMethod: String, CaseIterable, Sendable {
  case cash
  case transfer
  /// Something of that value, such as another copy of a lost book (đền sách).
  case inKind
}

/// The number of a receipt: gapless for a drawer and a year, and never given twice.
public struct Receipt: Hashable, Sendable {
  public var drawer: String
  public var year: Int
  public var number: Int

  public init(drawer: String, year: Int, number: Int) {
    self.drawer = drawer
    self.year = year
    self.number = number
  }

  /// As receipts show it: `Q1/2026/000012`.
  public var text: String { "\(drawer)/\(year)/\(padded(number, 6))" }
}

/// What an entry does to the three sums that a library keeps: what is owed, what is held, what lies in the drawer.
public struct AccountEffect: Equatable, Sendable {
  public var owed = Money.zero
  public var held = Money.zero
  public var cash = Money.zero

  public init(owed: Money = .zero, held: Money = .zero, cash: Money = .zero) {
    self.owed = owed
    self.held = held
    self.cash = cash
  }

  public static prefix func - (effect: AccountEffect) -> AccountEffect {
    AccountEffect(owed: .zero - effect.owed, held: .zero - effect.held, cash: .zero - effect.cash)
  }
}

extension AccountEntry {
  /// What the entry does by itself; a void undoes what its entry did, which only that one can say.
  public var effect: AccountEffect {
    let (more, less) = (amount, Money.zero - amount)
    let (cashIn, cashOut): (Money, Money) = method == .cash ? (more, less) : (.zero, .zero)
    return switch kind {
    case .charge: AccountEffect(owed: more)
    case .payment: AccountEffect(owed: less, cash: cashIn)
    case .waiver, .foundCredit: AccountEffect(owed: less)
    case .refund: AccountEffect(owed: more, cash: cashOut)
    case .depositTaken: AccountEffect(held: more, cash: cashIn)
    case .depositReturned: AccountEffect(held: less, cash: cashOut)
    case .depositUsed: AccountEffect(owed: less, held: less)
    case .void: AccountEffect()
    }
  }

  /// The entry that takes this one back, once `op` has written it.
  public func voiding(_ op: OpID, note: String? = nil) -> AccountEntry {
    AccountEntry(
      .void, amount, charge: charge, method: method, note: note, item: item, loan: loan, voids: op)
  }

  /// The same deed to be done again, without the receipt and the drawer it had.
  public func again(at moment: Int64) -> AccountEntry {
    var entry = self
    entry.receipt = nil
    entry.shift = nil
    entry.cause = nil
    entry.at = entry.at ?? moment
    return entry
  }
}

extension PaymentTaken {
  /// The payment as an entry of its payer's account.
  public var entry: AccountEntry {
    AccountEntry(
      .payment, amount, method: method, note: note, item: item, toward: toward, receipt: receipt,
      shift: shift, at: paidAt)
  }

  public init(_ entry: AccountEntry) {
    self.init(
      amount: entry.amount, note: entry.note, paidAt: entry.at, method: entry.method ?? .cash,
      toward: entry.toward, receipt: entry.receipt, shift: entry.shift, item: entry.item)
  }
}

extension OpBody {
  /// The entry that an op writes into a patron's account; nil for any other op.
  ///
  /// Payments have a kind of op of their own, which is older than the account.
  public var accountEntry: AccountEntry? {
    switch self {
    case .accountEntered(let entry): entry
    case .paymentTaken(let payment): payment.entry
    case .paymentVoided(let payment): AccountEntry(.void, .zero, voids: payment)
    default: nil
    }
  }

  /// The op that writes `entry`.
  public init(_ entry: AccountEntry) {
    self = entry.kind == .payment ? .paymentTaken(PaymentTaken(entry)) : .accountEntered(entry)
  }
}
