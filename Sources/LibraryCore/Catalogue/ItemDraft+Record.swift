public import MARC

extension ItemDraft {
  /// The draft with the call number and the price as the record has them, where nothing else was typed.
  ///
  /// A price in another currency, or in words, is left out.
  public func filled(from record: Record) -> ItemDraft {
    let description = Bibliography(record)
    var draft = self
    draft.callNumber = callNumber ?? description.callNumber
    draft.price = price ?? description.price.flatMap { ItemDraft.amount(in: $0) }
    return draft
  }

  /// The text, or what of it stands in front of the first blank or bracket behind the currency.
  private static func amount(in text: String) -> String? {
    if Money(typed: text) != nil { return text }
    guard let end = text.firstIndex(where: { $0 == "đ" || $0 == "₫" }) else { return nil }
    let amount = String(text[...end])
    return Money(typed: amount) == nil ? nil : amount
  }
}
