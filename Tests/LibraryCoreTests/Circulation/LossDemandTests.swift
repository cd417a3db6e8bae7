import Testing

@testable import LibraryCore

@Suite("What is asked for a lost copy")
struct LossDemandTests {
  @Test("the price is that of the copy, or the one that the charge was made by")
  func price() {
    let by = { (charge: Int64, price: Int64?, percent: Int) in
      LossDemand(
        charged: Money(dong: charge), fee: .zero, open: Money(dong: charge),
        price: price.map { Money(dong: $0) }, percent: percent
      ).price?.dong
    }
    #expect(by(90_000, 45_000, 200) == 45_000)
    #expect(by(100_000, 45_000, 200) == 50_000)
    #expect(by(100_000, nil, 200) == 50_000)
    #expect(by(33_333, 22_222, 150) == 22_222)
    #expect(by(0, 45_000, 0) == 45_000)
    #expect(by(0, nil, 100) == nil)
  }

  @Test("a copy is partly paid from the first đồng on")
  func partly() {
    let demand = { (open: Int64) in
      LossDemand(
        charged: Money(dong: 100), fee: Money(dong: 10), open: Money(dong: open), price: nil,
        percent: 100)
    }
    #expect(!demand(110).isPartlyPaid && demand(109).isPartlyPaid)
  }
}
