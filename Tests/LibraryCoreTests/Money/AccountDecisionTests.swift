import LibraryCore
import Testing

@Suite struct AccountDecisionTests {
  /// One entry against what is owed and held, and the codes of everything that stands against it.
  struct Case: Sendable, CustomTestStringConvertible {
    var entry: AccountEntry
    var owed: Int64 = 0
    var held: Int64 = 0
    var role = StaffRole.librarian
    var isBackdated = false
    var codes: [String]
    var testDescription: String { "\(entry.kind) \(entry.amount.dong) of \(owed): \(codes)" }

    init(
      _ kind: AccountEntry.Kind, _ amount: Int64, charge: ChargeKind? = nil,
      method: PaymentMethod? = nil, note: String? = nil, toward: [OpID] = [], owed: Int64 = 0,
      held: Int64 = 0, role: StaffRole = .librarian, isBackdated: Bool = false, _ codes: [String]
    ) {
      entry = AccountEntry(
        kind, Money(dong: amount), charge: charge, method: method, note: note, toward: toward)
      (self.owed, self.held, self.role) = (owed, held, role)
      (self.isBackdated, self.codes) = (isBackdated, codes)
    }
  }

  static let open = OpID(rawValue: 7)
  static let settled = OpID(rawValue: 8)

  static let cases = [
    Case(.charge, 1, charge: .photocopy, []),
    Case(.charge, 0, charge: .photocopy, ["amountNotPositive"]),
    Case(.charge, -1, charge: .photocopy, ["amountNotPositive"]),
    Case(.charge, 1_000_000_000, charge: .card, []),
    Case(.charge, 1_000_000_001, charge: .card, ["amountTooLarge"]),
    Case(.charge, 1, charge: .other, ["reasonMissing"]),
    Case(.charge, 1, charge: .other, note: "thuê phòng", []),
    Case(.charge, 1, charge: .card, role: .helper, ["noPermission"]),
    Case(.payment, 1, method: .cash, []),
    Case(.payment, 5000, method: .cash, owed: 2000, []),
    Case(.payment, 1, method: .cash, role: .helper, ["noPermission"]),
    Case(.payment, 1, method: .transfer, []),
    Case(.payment, 1, method: .inKind, ["reasonMissing"]),
    Case(.payment, 1, method: .inKind, note: " ", ["reasonMissing"]),
    Case(.payment, 1, method: .inKind, note: "bản khác của Số đỏ", []),
    Case(.payment, 1, method: .cash, toward: [open], owed: 1, []),
    Case(.payment, 1, method: .cash, toward: [settled], owed: 1, ["debtNotOpen"]),
    Case(
      .payment, 1, method: .cash, toward: [open, settled, settled], owed: 1,
      ["debtNotOpen", "debtNotOpen"]),
    Case(.payment, 1, method: .cash, isBackdated: true, ["noPermission"]),
    Case(.payment, 1, method: .cash, role: .administrator, isBackdated: true, []),
    Case(.waiver, 2000, note: "hộ nghèo", owed: 2000, []),
    Case(.waiver, 2001, note: "hộ nghèo", owed: 2000, ["moreThanOwed"]),
    Case(.waiver, 1, note: "hộ nghèo", owed: -5, ["moreThanOwed"]),
    Case(.waiver, 1, owed: 2000, ["reasonMissing"]),
    Case(.waiver, 1, note: "x", owed: 1, role: .helper, ["noPermission"]),
    Case(.refund, 500, method: .cash, owed: -500, []),
    Case(.refund, 501, method: .cash, owed: -500, ["moreThanCredit"]),
    Case(.refund, 1, method: .cash, owed: 500, ["moreThanCredit"]),
    Case(.refund, 1, method: .cash, owed: 0, ["moreThanCredit"]),
    Case(.depositTaken, 50_000, method: .cash, []),
    Case(.depositTaken, 0, method: .cash, ["amountNotPositive"]),
    Case(.depositReturned, 50_000, method: .cash, held: 50_000, []),
    Case(.depositReturned, 50_001, method: .cash, held: 50_000, ["moreThanHeld"]),
    Case(.depositUsed, 300, owed: 300, held: 50_000, []),
    Case(.depositUsed, 301, owed: 300, held: 50_000, ["moreThanOwed"]),
    Case(.depositUsed, 300, owed: 300, held: 299, ["moreThanHeld"]),
    Case(.depositUsed, 300, owed: 299, held: 299, ["moreThanOwed", "moreThanHeld"]),
  ]

  @Test("an entry is refused for everything that stands against it", arguments: cases)
  func refusals(of instance: Case) {
    let facts = AccountFacts(
      owed: Money(dong: instance.owed), held: Money(dong: instance.held),
      openDebts: [Self.open],
      staff: StaffAccount(
        id: EntityID(rawValue: 2), login: "an", name: "An", role: instance.role),
      isBackdated: instance.isBackdated)
    #expect(facts.refusals(of: instance.entry).map(\.code) == instance.codes)
  }

  @Test("each kind moves the three sums its own way, and money moves in a drawer only as cash")
  func effects() {
    func effect(_ kind: AccountEntry.Kind, _ method: PaymentMethod? = nil) -> [Int64] {
      let effect = AccountEntry(kind, Money(dong: 5), method: method).effect
      return [effect.owed.dong, effect.held.dong, effect.cash.dong]
    }
    #expect(effect(.charge) == [5, 0, 0] && effect(.waiver) == [-5, 0, 0])
    #expect(effect(.payment, .cash) == [-5, 0, 5] && effect(.payment, .transfer) == [-5, 0, 0])
    #expect(effect(.payment, .inKind) == [-5, 0, 0] && effect(.refund, .cash) == [5, 0, -5])
    #expect(effect(.depositTaken, .cash) == [0, 5, 5])
    #expect(effect(.depositReturned, .cash) == [0, -5, -5])
    #expect(effect(.depositUsed) == [-5, -5, 0] && effect(.void) == [0, 0, 0])
  }
}

@Suite struct CashDecisionTests {
  static let shift = CashShift(
    id: EntityID(rawValue: 9), drawer: "Q1", openedAt: Moment(milliseconds: 0), openedBy: "lan",
    float: Money(dong: 200_000), moved: Money(dong: -50_000), taken: Money(dong: 30_000))

  private func facts(
    _ open: CashShift? = nil, _ role: StaffRole = .librarian, isBackdated: Bool = false
  ) -> CashFacts {
    CashFacts(
      open: open,
      staff: StaffAccount(id: EntityID(rawValue: 2), login: "an", name: "An", role: role),
      isBackdated: isBackdated)
  }

  @Test("a drawer that is open is not opened again, and change is never less than nothing")
  func opening() {
    func codes(_ float: Int64, _ facts: CashFacts) -> [String] {
      facts.refusals(of: CashOpened(drawer: "Q1", float: Money(dong: float))).map(\.code)
    }
    #expect(codes(0, facts()) == [] && codes(200_000, facts()) == [])
    #expect(codes(-1, facts()) == ["amountNotPositive"])
    #expect(codes(1_000_000_001, facts()) == ["amountTooLarge"])
    #expect(codes(0, facts(Self.shift)) == ["drawerOpen"])
    #expect(codes(0, facts(nil, .helper)) == ["noPermission"])
    #expect(codes(0, facts(isBackdated: true)) == ["noPermission"])
  }

  @Test("what is taken out is there, and has a reason")
  func moving() {
    func codes(_ amount: Int64, _ reason: String = "nộp quỹ") -> [String] {
      facts(Self.shift).refusals(of: CashMoved(amount: Money(dong: amount), reason: reason))
        .map(\.code)
    }
    #expect(codes(-180_000) == [] && codes(-180_001) == ["moreThanInDrawer"])
    #expect(codes(0) == ["amountNotPositive"] && codes(5) == [])
    #expect(codes(5, " ") == ["reasonMissing"])
  }

  @Test("a drawer closes on what it should hold; one đồng more or less wants a reason")
  func closing() {
    #expect(Self.shift.expected == Money(dong: 180_000) && Self.shift.difference == nil)
    func codes(_ counted: Int64, _ explanation: String? = nil) -> [String] {
      facts(Self.shift).refusals(
        of: CashClosed(
          counted: Money(dong: counted), expected: Self.shift.expected, explanation: explanation)
      ).map(\.code)
    }
    #expect(codes(180_000) == [] && codes(180_001) == ["differenceUnexplained"])
    #expect(codes(179_999) == ["differenceUnexplained"] && codes(0, "chưa rõ") == [])
    #expect(codes(179_999, " ") == ["differenceUnexplained"])
    #expect(codes(-1, "x") == ["amountNotPositive"])
  }

  @Test(
    "a drawer's code is short, without marks or signs, and in capitals",
    arguments: [
      ("q1", "Q1"), (" B2 ", "B2"), ("Quay", "QUAY"), ("", nil), ("Q/1", nil), ("Quầy", nil),
      ("ABCDEFGHIJ", "ABCDEFGHIJ"), ("ABCDEFGHIJK", nil), ("Q 1", nil),
    ])
  func code(typed: String, code: String?) { #expect(DrawerCode.read(typed) == code) }
}
