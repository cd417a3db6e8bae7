extension Money {
  /// Reads an amount as people write it: `50000`, `50.000`, `50 000 đ`, `50,000 VND`.
  ///
  /// Nil for anything else, an amount in another currency and one with hundredths among them.
  public init?(typed text: String) {
    var rest = Array(text.unicodeScalars).filter { $0 != " " && $0 != "\u{A0}" }
    for currency in ["VNĐ", "VND", "đồng", "đ", "₫"] {
      let tail = rest.suffix(currency.unicodeScalars.count).map(\.properties.lowercaseMapping)
      if tail == currency.unicodeScalars.map(\.properties.lowercaseMapping) {
        rest.removeLast(tail.count)
        break
      }
    }
    let groups = rest.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard let first = groups.first, !first.isEmpty,
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.count == 1 || first.count <= 3,
      let amount = decimal(groups.joined().map { UInt8(exactly: $0.value) ?? 0 })
    else { return nil }
    self.init(dong: Int64(amount))
  }
}
