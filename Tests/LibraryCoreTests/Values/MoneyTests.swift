import LibraryCore
import Testing

@Suite struct MoneyTests {
  @Test(
    "an amount is read however people write it",
    arguments: [
      ("50000", 50_000), ("50.000", 50_000), ("50,000 VND", 50_000), ("1.250.000đ", 1_250_000),
      ("1 250 000 \u{20AB}", 1_250_000), ("50000 đồng", 50_000), ("0", 0),
    ])
  func typed(text: String, dong: Int64) {
    #expect(Money(typed: text) == Money(dong: dong))
  }

  @Test(
    "what is no amount in đồng is none",
    arguments: ["", "đ", "16.99", "$5", "1234.567", "12.", ".500", "-5", "50k", "1e9", "٥٠"])
  func noAmount(text: String) {
    #expect(Money(typed: text) == nil)
  }
}
