/// One line of a patron's account as people read it: an entry, or a loan that came back late.
public struct AccountLine: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    case entry(AccountEntry.Kind)
    /// What a loan that came back late cost, by the terms it was made on.
    case overdue(lateDays: Int)
  }

  /// The op behind the line: the entry itself, or the return that brought the charge.
  public var op: OpID
  /// What the line is called where a payment chooses it: the entry, or the loan of an overdue charge.
  public var debt: OpID
  public var at: Moment
  public var kind: Kind
  public var amount: Money
  public var effect: AccountEffect
  public var charge: ChargeKind?
  public var method: PaymentMethod?
  public var note: String?
  /// The barcode and title of the copy it is about.
  public var item: String?
  public var toward: [OpID]
  public var receipt: Receipt?
  /// The login of who wrote it.
  public var staff: String
  /// The entry it takes back.
  public var voids: OpID?
  /// What kind of entry that was.
  public var voided: AccountEntry.Kind?
  public var voidedReceipt: Receipt?
  /// The op that took it back.
  public var voidedBy: OpID?
  /// What is still to be paid of a debt.
  public var open = Money.zero
  /// What of a debt was let off or made good in kind, so that no money came in for it.
  public var settledWithoutMoney = Money.zero
  /// What of a credit went to no debt yet.
  public var unused = Money.zero
  /// What was owed once this line was written.
  public var balance = Money.zero

  public init(
    op: OpID, debt: OpID? = nil, at: Moment, kind: Kind, amount: Money, effect: AccountEffect,
    charge: ChargeKind? = nil, method: PaymentMethod? = nil, note: String? = nil,
    item: String? = nil, toward: [OpID] = [], receipt: Receipt? = nil, staff: String = "",
    voids: OpID? = nil,
    voided: AccountEntry.Kind? = nil, voidedBy: OpID? = nil
  ) {
    self.op = op
    self.debt = debt ?? op
    self.at = at
    self.kind = kind
    self.amount = amount
    self.effect = effect
    self.charge = charge
    self.method = method
    self.note = note
    self.item = item
    self.toward = toward
    self.receipt = receipt
    self.staff = staff
    self.voids = voids
    self.voided = voided
    self.voidedBy = voidedBy
  }

  /// Whether it settles debts without bringing money: a waiver, something brought in kind.
  var isWithoutMoney: Bool {
    switch kind {
    case .entry(.waiver): true
    case .entry(.payment): method == .inKind
    default: false
    }
  }

  /// Whether the line stands: neither taken back nor itself a taking back.
  public var stands: Bool { voids == nil && voidedBy == nil }
}

/// A patron's account from its first line on, with what each payment settled.
///
/// Nothing of that is stored. Going through the lines in the order of time, a credit first settles the debts that staff chose,
/// then the oldest open ones; what is left over settles debts that come later. So a later line never changes what an earlier
/// receipt said, and taking a line back leaves nothing behind.
public struct AccountStatement: Equatable, Sendable {
  public private(set) var lines: [AccountLine]
  public private(set) var owed = Money.zero
  public private(set) var held = Money.zero

  public init(_ lines: [AccountLine]) {
    self.lines = lines.sorted { ($0.at, $0.op) < ($1.at, $1.op) }
    var debts: [Int] = []
    var credits: [Int] = []
    var places: [OpID: Int] = [:]
    for place in self.lines.indices {
      let effect = self.lines[place].effect
      owed = owed + effect.owed
      held = held + effect.held
      self.lines[place].balance = owed
      guard self.lines[place].stands else { continue }
      if effect.owed > .zero {
        self.lines[place].open = effect.owed
        self.lines[place].settledWithoutMoney = .zero
        places[self.lines[place].debt] = place
        settle(credits, [place])
        if self.lines[place].open > .zero { debts.append(place) }
      } else if effect.owed < .zero {
        self.lines[place].unused = .zero - effect.owed
        settle([place], self.lines[place].toward.compactMap { places[$0] } + debts)
        if self.lines[place].unused > .zero { credits.append(place) }
      }
      debts.removeAll { self.lines[$0].open == .zero }
      credits.removeAll { self.lines[$0].unused == .zero }
    }
  }

  /// The debts that are not settled, the oldest first.
  public var openDebts: [AccountLine] { lines.filter { $0.open > .zero } }

  /// Lets credits pay debts, each in its order, as far as they reach.
  private mutating func settle(_ credits: [Int], _ debts: [Int]) {
    for credit in credits {
      for debt in debts {
        let paid = min(lines[credit].unused, lines[debt].open)
        lines[credit].unused = lines[credit].unused - paid
        lines[debt].open = lines[debt].open - paid
        if lines[credit].isWithoutMoney {
          lines[debt].settledWithoutMoney = lines[debt].settledWithoutMoney + paid
        }
      }
    }
  }
}
