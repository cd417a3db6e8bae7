import LibraryCore
import Testing

@Suite struct AccountStatementTests {
  /// A line named by its number: a debt for more than nothing, a credit for less.
  private func line(
    _ number: Int64, _ owed: Int64, toward: [Int64] = [], voids: Int64? = nil,
    voidedBy: Int64? = nil
  ) -> AccountLine {
    AccountLine(
      op: OpID(rawValue: number), at: Moment(milliseconds: number), kind: .entry(.charge),
      amount: Money(dong: abs(owed)), effect: AccountEffect(owed: Money(dong: owed)),
      toward: toward.map { OpID(rawValue: $0) }, voids: voids.map { OpID(rawValue: $0) },
      voidedBy: voidedBy.map { OpID(rawValue: $0) })
  }

  private func open(_ lines: [AccountLine]) -> [Int64] {
    AccountStatement(lines).lines.map { $0.open.dong - $0.unused.dong }
  }

  @Test("a payment settles the oldest debt first, and part of the next")
  func oldestFirst() {
    #expect(open([line(1, 10), line(2, 20), line(3, 5), line(4, -15)]) == [0, 15, 5, 0])
  }

  @Test("a chosen debt is settled first, and what is left goes to the oldest")
  func chosen() {
    let debts = [line(1, 10), line(2, 20), line(3, 5)]
    #expect(open(debts + [line(4, -5, toward: [3])]) == [10, 20, 0, 0])
    #expect(open(debts + [line(4, -12, toward: [3])]) == [3, 20, 0, 0])
    #expect(open(debts + [line(4, -24, toward: [3, 2])]) == [10, 1, 0, 0])
  }

  @Test("what is paid too much settles later debts by itself")
  func credit() {
    #expect(open([line(1, 10), line(2, -25)]) == [0, -15])
    #expect(open([line(1, 10), line(2, -25), line(3, 5), line(4, 30)]) == [0, 0, 0, 20])
  }

  @Test("a later choice never changes what an earlier receipt settled")
  func steady() {
    let lines = [line(1, 10), line(2, 20), line(3, -10)]
    #expect(open(lines) == [0, 20, 0])
    #expect(open(lines + [line(4, -10, toward: [1])]) == [0, 10, 0, 0])
  }

  @Test("what was taken back settles nothing, and its debts are open again")
  func voided() {
    let lines = [line(1, 10), line(2, -10, voidedBy: 3), line(3, 10, voids: 2)]
    #expect(open(lines) == [10, 0, 0])
    let statement = AccountStatement(lines)
    #expect(statement.lines.map(\.balance.dong) == [10, 0, 10])
    #expect(statement.openDebts.map(\.op.rawValue) == [1] && statement.owed.dong == 10)
  }

  @Test("the open debts less the unused credits are always what is owed")
  func sums() {
    var state: UInt64 = 42
    func below(_ limit: UInt64) -> Int64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64((state >> 33) % limit)
    }
    var lines: [AccountLine] = []
    for number in 1...400 {
      let amount = below(50) + 1
      lines.append(
        line(
          Int64(number), below(2) == 0 ? amount : -amount,
          toward: below(4) == 0 ? [below(UInt64(number))] : []))
      let statement = AccountStatement(lines)
      let open = statement.lines.reduce(Money.zero) { $0 + $1.open - $1.unused }
      #expect(open == statement.owed)
      #expect(statement.lines.allSatisfy { $0.open >= .zero && $0.unused >= .zero })
    }
  }
}
