/// What a record says of any copy of it: what a new copy starts with.
extension Bibliography {
  /// The call number: that of the first copy described, a local one (090), or class and mark (082).
  public var callNumber: String? {
    if let described = itemStatements.lazy.compactMap(\.callNumber).first { return described }
    for tag: Tag in ["090", "082", "084", "080"] {
      guard let field = record.first(tag) else { continue }
      let text = Punctuation.joined(field.subfields(in: "ab"))
      if !text.isEmpty { return text }
    }
    return nil
  }

  /// The price as the record has it: with the book number (020 $c), as a trade price (365 $b), or in 350.
  public var price: String? {
    record.fields("020").lazy.compactMap { Punctuation.trimmed($0.first("c")) }.first
      ?? record.fields("365").lazy.compactMap { Punctuation.trimmed($0.first("b")) }.first
      ?? record.fields("350").lazy.compactMap { Punctuation.trimmed($0.first("a")) }.first
  }
}
