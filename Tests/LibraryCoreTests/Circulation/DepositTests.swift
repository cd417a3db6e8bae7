import Testing

@testable import LibraryCore

@Suite struct DepositTests {
  @Test(
    "the deposit held has to cover this loan and those that run, by the larger of sum and percent",
    arguments: [
      (0, 0, 0, 0, 100_000, nil), (50_000, 0, 0, 50_000, 100_000, nil),
      (50_000, 0, 0, 49_999, 100_000, 1), (50_000, 0, 50_000, 99_999, 100_000, 1),
      (50_000, 0, 50_000, 100_000, 100_000, nil), (50_000, 100, 0, 99_999, 100_000, 1),
      (50_000, 40, 0, 50_000, 100_000, nil), (0, 100, 0, 0, 0, nil),
      (0, 0, 70_000, 0, 100_000, nil),
    ] as [(Int, Int, Int64, Int64, Int64, Int64?)])
  func covers(
    fixed: Int, percent: Int, running: Int64, held: Int64, price: Int64, short: Int64?
  ) throws {
    let facts = try Sample.checkout(values: [.deposit: fixed, .depositPercent: percent]) {
      $0.item.item.price = price == 0 ? nil : Money(dong: price)
      $0.patron.depositDue = Money(dong: running)
      $0.patron.held = Money(dong: held)
    }
    #expect((facts.decide().codes == ["depositTooSmall"]) == (short != nil))
    #expect((facts.decide().due != nil) == (short == nil))
  }

  @Test("what is missing is the remedy, and a copy read on the spot asks for nothing")
  func remedy() throws {
    let facts = try Sample.checkout(values: [.deposit: 50_000]) {
      $0.patron.held = Money(dong: 20_000)
    }
    #expect(facts.explanation.reasons.map(\.remedy) == [.takeDeposit(Money(dong: 30_000))])
    let onSite = try Sample.checkout(values: [.deposit: 50_000]) { $0.isOnSite = true }
    #expect(onSite.decide().due != nil)
    #expect(onSite.terms.deposit == .zero)
  }

  @Test("a loan keeps the deposit it asked for, also when that came from the price")
  func kept() throws {
    let facts = try Sample.checkout(values: [.depositPercent: 50]) {
      $0.item.item.price = Money(dong: 90_000)
    }
    #expect(LoanTerms(encoded: facts.terms.encoded).deposit == Money(dong: 45_000))
    #expect(facts.terms.encoded == "deposit=45000")
  }
}
