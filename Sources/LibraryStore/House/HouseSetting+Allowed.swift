import LibraryCore

extension HouseSetting {
  /// What stands against a setting having that value; nil where nothing does.
  ///
  /// A setting the program does not know may be anything.
  static func refusal(_ name: String, _ value: String) -> Refusal? {
    if name == openWeekdays { return isWeek(value) ? nil : .noOpenDay }
    let isAllowed =
      allows(name, value) && ShelfMarkSettings.allow(name, value)
      && SlipSettings.allow(name, value)
    return isAllowed ? nil : .invalidValue(field: name, typed: value)
  }

  private static func allows(_ name: String, _ value: String) -> Bool {
    switch name {
    case cardPrefix, barcodePrefix: CardNumber.fault(in: value) == nil
    case drawer: DrawerCode.read(value) == value
    case openingHours: OpeningHours(encoded: value) != nil
    case filingOrder: FilingOrder(rawValue: value) != nil
    case keywords: KeywordPolicy(rawValue: value) != nil
    case wantedByItself, countReturns, borrowedBefore, previousBorrower:
      ["yes", "no"].contains(value)
    case deweyEdition:
      // It goes into a subfield, so that it holds neither a blank nor the sign of one.
      !value.isEmpty && value.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x24 }
    default: true
    }
  }

  /// Whether `digits` name at least one day of the week, and nothing else.
  private static func isWeek(_ digits: String) -> Bool {
    !digits.isEmpty && digits.utf8.allSatisfy { (0x31...0x37).contains($0) }
  }
}
