import VietnameseText

/// What the QR code of a citizen identity card says of its holder (field/vietnam.md 5.1).
///
/// Only what enrolling needs is read. Cards issued since 2024 carry names of family members after the first seven fields; those
/// are data of other people and are never kept.
public struct CitizenCard: Equatable, Sendable {
  /// 12 digits.
  public var number: String
  public var name: String
  /// The name as it stands on the card, where that is all in capitals and `name` is not.
  public var nameInCapitals: String?
  public var born: CalendarDay?
  public var address: String?

  /// Reads the text of the QR code, or nil when it is something else.
  ///
  /// The second field (the old 9-digit number) is missing in some cards' texts; the fields then move up by one.
  public init?(qr text: String) {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 6, CitizenCard.isNumber(parts[0], digits: 12) else { return nil }
    let hasOldNumber = parts[1].isEmpty || CitizenCard.isNumber(parts[1], digits: 9)
    let rest = parts.dropFirst(hasOldNumber ? 2 : 1)
    guard let name = rest.first, !name.isEmpty, rest.count >= 4 else { return nil }
    let fields = Array(rest)
    number = parts[0]
    let ordinary = PersonName.fromCapitals(name)
    self.name = ordinary ?? name
    nameInCapitals = ordinary == nil ? nil : name
    born = CitizenCard.day(fields[1])
    address = fields[3].isEmpty ? nil : fields[3]
  }

  private static func isNumber(_ text: String, digits: Int) -> Bool {
    text.utf8.count == digits && decimal(text.utf8) != nil
  }

  /// `ddMMyyyy`, or `dd/MM/yyyy` as some readers show it.
  private static func day(_ text: String) -> CalendarDay? {
    if let day = CalendarDay(vietnamese: text) { return day }
    let digits = Array(text.utf8)
    guard digits.count == 8, let day = decimal(digits[0..<2]), let month = decimal(digits[2..<4]),
      let year = decimal(digits[4..<8])
    else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }
}

extension PatronDraft {
  /// What a citizen card says of its holder.
  public init(_ card: CitizenCard) {
    self.init(name: card.name, born: card.born?.iso, address: card.address)
    nameInCapitals = card.nameInCapitals
  }
}
