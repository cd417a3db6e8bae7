import VietnameseText

/// What the QR code of a citizen identity card says of its holder (field/vietnam.md 5.1).
///
/// Only what enrolling needs is read. Cards issued since 2024 carry names of family members after the first seven fields; those
/// are data of other people and are never kept.
public struct CitizenCard: Equatable, Sendable {
  /// 12 digits.
  public var number: String
  /// Empty where the scanner left nothing of it.
  public var name: String
  /// The name as it stands on the card, where that is all in capitals and `name` is not.
  public var nameInCapitals: String?
  public var born: CalendarDay?
  public var isFemale: Bool?
  public var address: String?
  /// What does not agree, or was garbled on the way.
  public var faults: [Fault]

  /// What staff is warned of; none of it stops anybody.
  public enum Fault: String, CaseIterable, Sendable {
    /// The first three digits are no province of registration.
    case province
    /// The fourth digit speaks of another sex.
    case sex
    /// Century and year in the number are not those of the birth.
    case birthYear
    /// Letters were lost between the card and here, as scanners do that act as a keyboard.
    case garbled
    /// Nothing but the number could be read.
    case numberOnly
  }

  /// Reads the text of the QR code, or nil when it is something else.
  ///
  /// The second field (the old 9-digit number) is missing in some cards' texts; the fields then move up by one. Digits survive a
  /// scanner that cannot type Vietnamese letters, so a text whose letters are garbled is read for its digits and dates.
  public init?(qr text: String) {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 2, CitizenCard.isNumber(parts[0], digits: 12) else { return nil }
    number = parts[0]
    (name, faults) = ("", [])
    let hasOldNumber = parts[1].isEmpty || CitizenCard.isNumber(parts[1], digits: 9)
    let fields = Array(parts.dropFirst(hasOldNumber ? 2 : 1))
    guard fields.count >= 4, let day = CitizenCard.day(fields[1]) else {
      faults = [.numberOnly]
      return
    }
    born = day
    isFemale = CitizenCard.isFemale(fields[2])
    let isGarbled = CitizenCard.isGarbled(fields[0]) || CitizenCard.isGarbled(fields[3])
    if !CitizenCard.isGarbled(fields[0]) {
      let ordinary = PersonName.fromCapitals(fields[0])
      name = ordinary ?? fields[0]
      nameInCapitals = ordinary == nil ? nil : fields[0]
    }
    address =
      fields[3].isEmpty || CitizenCard.isGarbled(fields[3]) ? nil : fields[3]
    faults = CitizenNumber(number).faults(isFemale: isFemale, born: day)
    if isGarbled { faults.append(.garbled) }
  }

  /// Whether the text is the QR code of a health insurance card, which looks alike and is no identity card.
  public static func isHealthInsurance(qr text: String) -> Bool {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false)
    guard parts.count >= 5 else { return false }
    let code = parts[0]
    return code.utf8.count == 15 && code.prefix(2).allSatisfy { $0.isASCII && $0.isLetter }
      && code.dropFirst(2).allSatisfy { $0.isASCII && $0.isNumber }
  }

  private static func isNumber(_ text: String, digits: Int) -> Bool {
    text.utf8.count == digits && decimal(text.utf8) != nil
  }

  /// Whether letters were lost: a mark for what could not be read, a control, or no letter at all.
  private static func isGarbled(_ text: String) -> Bool {
    !text.contains(where: \.isLetter)
      || text.unicodeScalars.contains { scalar in
        scalar == "?" || scalar == "\u{FFFD}" || scalar.value < 0x20
          || (0x7F...0x9F).contains(scalar.value)
      }
  }

  private static func isFemale(_ text: String) -> Bool? {
    switch text.searchTokens.first?.folded {
    case "nam": false
    case "nu": true
    default: nil
    }
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

/// The 12 digits of a citizen card: province of registration, century with sex, year of birth, chance (Circular 59/2021/TT-BCA,
/// article 4).
///
/// There is no check digit, so only what contradicts itself is found.
struct CitizenNumber {
  private let digits: [Int]

  init(_ text: String) { digits = text.utf8.map { Int($0) - 0x30 } }

  func faults(isFemale: Bool?, born: CalendarDay?) -> [CitizenCard.Fault] {
    guard digits.count == 12 else { return [] }
    var faults: [CitizenCard.Fault] = []
    let province = digits[0] * 100 + digits[1] * 10 + digits[2]
    // Children of citizens born abroad have the number of a country, from 100 on.
    if province < 100, !CitizenNumber.provinces.contains(province) { faults.append(.province) }
    if let isFemale, (digits[3] % 2 == 1) != isFemale { faults.append(.sex) }
    let year = 1900 + digits[3] / 2 * 100 + digits[4] * 10 + digits[5]
    if let born, born.year != year { faults.append(.birthYear) }
    return faults
  }

  /// The 63 provinces as they were until July 2025: the number never changes with them.
  private static let provinces: Set<Int> = [
    1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37,
    38, 40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77,
    79, 80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96,
  ]
}

extension PatronDraft {
  /// What a citizen card says of its holder.
  public init(_ card: CitizenCard) {
    self.init(name: card.name, born: card.born?.iso, address: card.address)
    nameInCapitals = card.nameInCapitals
    citizenNumber = card.number
    self[.sex] = card.isFemale.map { ($0 ? Sex.female : .male).rawValue }
    citizenFaults = card.faults
  }
}
