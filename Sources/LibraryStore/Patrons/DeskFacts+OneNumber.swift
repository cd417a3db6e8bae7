import LibraryCore

/// A number that stands on a card and on a copy: a scan of it could mean either.
extension DeskFacts {
  /// That the card would bear the number of a copy, unless that is meant; one look at an index.
  func sharing(_ card: CardNumber) throws -> [Refusal] {
    guard !sharesNumbers, let copy = try Barcode(card.text).flatMap({ try item($0) }) else {
      return []
    }
    return [.cardIsBarcode(card, title: copy.title)]
  }

  /// That the copy would bear the number of a card, one that is out of use too, unless that is meant.
  func sharing(_ barcode: Barcode) throws -> [Refusal] {
    guard !sharesNumbers, let holder = try CardNumber(barcode.text).flatMap({ try owner(of: $0) })
    else { return [] }
    return [.barcodeIsCard(barcode, name: holder.name)]
  }
}
