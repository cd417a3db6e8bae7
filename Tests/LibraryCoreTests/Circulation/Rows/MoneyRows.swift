import LibraryCore

/// Every reason against an entry in an account, and against what is done with a drawer.
enum MoneyRows {
  static let all = entries + drawers

  struct Entry: Sendable {
    var facts: AccountFacts
    var entry: AccountEntry

    /// What is written, with nothing that stands against it but what the row says.
    mutating func writes(
      _ kind: AccountEntry.Kind, _ amount: Money, owed: Money = 0, held: Money = 0,
      charge: ChargeKind? = nil, method: PaymentMethod? = .cash, note: String? = "vì thế",
      toward: [OpID] = []
    ) {
      entry = AccountEntry(
        kind, amount, charge: charge, method: method, note: note, toward: toward)
      (facts.owed, facts.held) = (owed, held)
    }
  }

  private static let entry = ReasonRows(
    verb: "account",
    facts: { _, role, _ in
      Entry(
        facts: AccountFacts(owed: 0, held: 0, openDebts: [7], staff: account(role)),
        entry: AccountEntry(.payment, 1000, method: .cash))
    },
    reasons: { $0.facts.refusals(of: $0.entry) })

  private static let entries = [
    entry(.noPermission, .yes, "a helper takes no money") { $0.facts.staff.role = .helper },
    entry(.noPermission, .no, "a librarian takes money") { $0.facts.staff.role = .librarian },
    entry(.noPermission, .yes, "nobody closed takes money") { $0.facts.staff.isActive = false },
    entry(.noPermission, .yes, "a librarian states no moment") {
      ($0.facts.staff.role, $0.facts.isBackdated) = (.librarian, true)
    },
    entry(.amountNotPositive, .yesAtEdge, "nothing") { $0.writes(.payment, 0) },
    entry(.amountNotPositive, .noAtEdge, "one đồng") { $0.writes(.payment, 1) },
    entry(.amountNotPositive, .yes, "less than nothing") { $0.writes(.charge, -1, charge: .card) },
    entry(.amountTooLarge, .noAtEdge, "a thousand million") { $0.writes(.payment, 1_000_000_000) },
    entry(.amountTooLarge, .yesAtEdge, "one đồng more") { $0.writes(.payment, 1_000_000_001) },
    entry(.reasonMissing, .yes, "in kind, of what?") {
      $0.writes(.payment, 1, method: .inKind, note: nil)
    },
    entry(.reasonMissing, .no, "in kind, named") { $0.writes(.payment, 1, method: .inKind) },
    entry(.reasonMissing, .no, "cash needs none") { $0.writes(.payment, 1, note: nil) },
    entry(.reasonMissing, .yes, "another charge") {
      $0.writes(.charge, 1, charge: .other, note: nil)
    },
    entry(.reasonMissing, .yes, "blanks are none") {
      $0.writes(.charge, 1, charge: .other, note: " \u{A0}")
    },
    entry(.reasonMissing, .no, "a usual charge") {
      $0.writes(.charge, 1, charge: .card, note: nil)
    },
    entry(.reasonMissing, .yes, "let off, why?") { $0.writes(.waiver, 1, owed: 1, note: nil) },
    entry(.moreThanOwed, .yesAtEdge, "let off 2.001 of 2.000") {
      $0.writes(.waiver, 2001, owed: 2000)
    },
    entry(.moreThanOwed, .noAtEdge, "let off all") { $0.writes(.waiver, 2000, owed: 2000) },
    entry(.moreThanOwed, .yes, "let off what the library owes") {
      $0.writes(.waiver, 1, owed: -5)
    },
    entry(.moreThanOwed, .yesAtEdge, "a deposit for 301 of 300") {
      $0.writes(.depositUsed, 301, owed: 300, held: 9000)
    },
    entry(.moreThanOwed, .noAtEdge, "a deposit for the debt") {
      $0.writes(.depositUsed, 300, owed: 300, held: 9000)
    },
    entry(.moreThanOwed, .no, "paid beforehand") { $0.writes(.payment, 5000, owed: 2000) },
    entry(.moreThanCredit, .noAtEdge, "all of a credit") { $0.writes(.refund, 500, owed: -500) },
    entry(.moreThanCredit, .yesAtEdge, "one đồng more") { $0.writes(.refund, 501, owed: -500) },
    entry(.moreThanCredit, .yes, "of a debt") { $0.writes(.refund, 1, owed: 500) },
    entry(.moreThanHeld, .noAtEdge, "all of a deposit") {
      $0.writes(.depositReturned, 50_000, held: 50_000)
    },
    entry(.moreThanHeld, .yesAtEdge, "one đồng more") {
      $0.writes(.depositReturned, 50_001, held: 50_000)
    },
    entry(.moreThanHeld, .yesAtEdge, "a debt above the deposit") {
      $0.writes(.depositUsed, 300, owed: 300, held: 299)
    },
    entry(.debtNotOpen, .yes, "a settled debt") { $0.writes(.payment, 1, owed: 1, toward: [8]) },
    entry(.debtNotOpen, .no, "an open debt") { $0.writes(.payment, 1, owed: 1, toward: [7]) },
    entry(.depositBound, .noAtEdge, "what no loan asks for") {
      $0.writes(.depositReturned, 30_000, held: 80_000)
      $0.facts.depositDue = 50_000
    },
    entry(.depositBound, .yesAtEdge, "one đồng of what a loan asks for") {
      $0.writes(.depositReturned, 30_001, held: 80_000)
      $0.facts.depositDue = 50_000
    },
    entry(.depositBound, .yesAtEdge, "a debt paid with what a loan asks for") {
      $0.writes(.depositUsed, 50_000, owed: 50_000, held: 50_000, method: nil)
      $0.facts.depositDue = 1
    },
    entry(.depositBound, .no, "more deposit comes in beside a loan") {
      $0.writes(.depositTaken, 1000, held: 0)
      $0.facts.depositDue = 50_000
    },
    entry.all([.moreThanOwed, .moreThanHeld], "both") {
      $0.writes(.depositUsed, 300, owed: 299, held: 299)
    },
  ]

  struct Drawer: Sendable {
    var facts: CashFacts
    var act: Act

    enum Act: Sendable {
      case open(Money)
      case move(Money, String)
      case close(Money, String?)
    }

    var reasons: [Refusal] {
      switch act {
      case .open(let float): facts.refusals(of: CashOpened(drawer: "Q1", float: float))
      case .move(let amount, let reason):
        facts.refusals(of: CashMoved(amount: amount, reason: reason))
      case .close(let counted, let why):
        facts.refusals(of: CashClosed(counted: counted, expected: 180_000, explanation: why))
      }
    }
  }

  /// A drawer in which 180.000 đ should lie.
  private static let drawer = ReasonRows(
    verb: "drawer",
    facts: { _, role, _ in
      Drawer(
        facts: CashFacts(
          open: CashShift(
            id: 9, drawer: "Q1", openedAt: Moment(milliseconds: 0), openedBy: "lan",
            float: 200_000, moved: -50_000, taken: 30_000), staff: account(role)),
        act: .close(180_000, nil))
    },
    reasons: { $0.reasons })

  private static let drawers = [
    drawer(.noPermission, .yes, "a helper closes none") { $0.facts.staff.role = .helper },
    drawer(.noPermission, .no, "a librarian closes one") { $0.facts.staff.role = .librarian },
    drawer(.drawerOpen, .yes, "open already") { $0.act = .open(0) },
    drawer(.drawerOpen, .no, "closed") { ($0.facts.open, $0.act) = (nil, .open(0)) },
    drawer(.amountNotPositive, .yesAtEdge, "less change than none") {
      ($0.facts.open, $0.act) = (nil, .open(-1))
    },
    drawer(.amountNotPositive, .noAtEdge, "no change") {
      ($0.facts.open, $0.act) = (nil, .open(0))
    },
    drawer(.amountNotPositive, .yes, "nothing moved") { $0.act = .move(0, "nộp quỹ") },
    drawer(.amountTooLarge, .yesAtEdge, "too much put in") {
      $0.act = .move(1_000_000_001, "đổi tiền")
    },
    drawer(.amountTooLarge, .noAtEdge, "much put in") { $0.act = .move(1_000_000_000, "đổi tiền") },
    drawer(.moreThanInDrawer, .noAtEdge, "all taken out") { $0.act = .move(-180_000, "nộp quỹ") },
    drawer(.moreThanInDrawer, .yesAtEdge, "one đồng more") { $0.act = .move(-180_001, "nộp quỹ") },
    drawer(.reasonMissing, .yes, "moved, why?") { $0.act = .move(5000, " ") },
    drawer(.reasonMissing, .no, "moved for change") { $0.act = .move(5000, "tiền lẻ") },
    drawer(.differenceUnexplained, .noAtEdge, "all there") { $0.act = .close(180_000, nil) },
    drawer(.differenceUnexplained, .yesAtEdge, "one đồng more") { $0.act = .close(180_001, nil) },
    drawer(.differenceUnexplained, .yesAtEdge, "one đồng less") { $0.act = .close(179_999, "") },
    drawer(.differenceUnexplained, .no, "less, explained") { $0.act = .close(0, "trả nhầm") },
  ]

  private static func account(_ role: StaffRole) -> StaffAccount {
    StaffAccount(id: 2, login: "an", name: "An", role: role)
  }
}
