import VietnameseText

extension PatronField {
  /// Reads what somebody typed into the field.
  ///
  /// Texts are stored in NFC without blanks at the ends and otherwise as typed, telephone numbers as they are dialled now; days as `YYYY-MM-DD`, a birth as a day or only a
  /// year. An empty text clears the field, or gives it its usual value where it cannot be empty. `today` bounds a birth.
  public func read(_ typed: String?, today: CalendarDay) -> FieldReading {
    let text = (typed ?? "").nfc.withoutBlankEnds
    guard !text.isEmpty else { return cleared }
    guard text.unicodeScalars.count <= lengthMaximum, !hasControls(text) else {
      return .fault(.invalidValue(field: key, typed: text))
    }
    let value: String? =
      switch self {
      case .card: CardNumber(text)?.text
      case .born: PatronField.birth(text, today: today)
      case .phone:
        PhoneNumbers(text).isPlausible ? PhoneNumbers.renumbered(text) ?? text : nil
      case .guardianPhone:
        PhoneNumbers(text).isPlausible ? PhoneNumbers.renumbered(text) ?? text : nil
      case .expiresOn, .enrolledOn: PatronField.day(text)?.iso
      case .consentOn, .consentRefusedOn:
        PatronField.day(text).flatMap { $0 <= today ? $0.iso : nil }
      case .guardian: CardNumber(text)?.text
      case .className: SchoolClass(text)?.name
      case .schoolYear: SchoolYear(text)?.text
      case .sex: Sex(typed: text)?.rawValue
      case .status: PatronStatus(rawValue: text).flatMap { $0 == .removed ? nil : $0.rawValue }
      case .name, .category, .address, .email, .blockReason, .note, .photo, .consentWording,
        .guardianName, .occupation:
        text
      case .cards, .citizenKey, .batch: nil
      }
    return value.map { .value($0) } ?? .fault(.invalidValue(field: key, typed: text))
  }

  /// The key on the command line.
  public var key: String {
    switch self {
    case .expiresOn: "expiresOn"
    case .blockReason: "blockReason"
    case .enrolledOn: "enrolledOn"
    case .consentOn: "consentOn"
    case .consentWording: "consentWording"
    case .consentRefusedOn: "consentRefusedOn"
    case .guardianName: "guardianName"
    case .guardianPhone: "guardianPhone"
    case .className: "class"
    case .schoolYear: "schoolYear"
    case .citizenKey: "citizenKey"
    case .card, .name, .category, .born, .phone, .address, .email, .status, .note, .photo,
      .guardian, .cards, .batch, .occupation, .sex:
      column
    }
  }

  public var lengthMaximum: Int {
    switch self {
    case .note: 4000
    case .address, .blockReason, .photo: 500
    case .className: SchoolClass.lengthMaximum
    case .occupation: 100
    default: 200
    }
  }

  private var cleared: FieldReading {
    switch self {
    case .name: .fault(.nameMissing)
    case .card: .fault(.invalidValue(field: key, typed: ""))
    case .category: .value(Patron.defaultCategory)
    case .status: .value(PatronStatus.active.rawValue)
    case .born, .phone, .address, .email, .expiresOn, .blockReason, .note, .enrolledOn, .photo,
      .consentOn, .consentWording, .guardian, .guardianName, .guardianPhone, .className,
      .schoolYear, .cards, .citizenKey, .batch, .occupation, .sex, .consentRefusedOn:
      .value(nil)
    }
  }

  private func hasControls(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      (scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value))
        && !(self == .note && scalar == "\n")
    }
  }

  private static func day(_ text: String) -> CalendarDay? {
    CalendarDay(iso: text) ?? CalendarDay(vietnamese: text)
  }

  /// The oldest birth anybody may be given; earlier ones are slips of the finger.
  private static let earliestBirthYear = 1850

  private static func birth(_ text: String, today: CalendarDay) -> String? {
    if text.utf8.count == 4, let year = decimal(text.utf8) {
      return (earliestBirthYear...today.year).contains(year) ? text : nil
    }
    guard let day = day(text), day.year >= earliestBirthYear, day <= today else { return nil }
    return day.iso
  }
}
