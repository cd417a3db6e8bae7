/// A person or institution that may borrow.
public struct Patron: Equatable, Sendable {
  public var id: EntityID
  public var card: CardNumber
  public var name: String
  public var category: String
  /// `YYYY-MM-DD` or only `YYYY`, as much as is known.
  public var born: String?
  public var phone: String?
  public var address: String?
  public var email: String?
  /// The last day the card is good.
  public var expiresOn: CalendarDay?
  public var status: PatronStatus
  public var blockReason: String?
  public var note: String?
  public var enrolledOn: CalendarDay?

  public init(
    id: EntityID, card: CardNumber, name: String, category: String = Patron.defaultCategory,
    born: String? = nil, phone: String? = nil, address: String? = nil, email: String? = nil,
    expiresOn: CalendarDay? = nil, status: PatronStatus = .active, blockReason: String? = nil,
    note: String? = nil, enrolledOn: CalendarDay? = nil
  ) {
    self.id = id
    self.card = card
    self.name = name
    self.category = category
    self.born = born
    self.phone = phone
    self.address = address
    self.email = email
    self.expiresOn = expiresOn
    self.status = status
    self.blockReason = blockReason
    self.note = note
    self.enrolledOn = enrolledOn
  }

  /// The category of a patron nobody gave another one.
  public static let defaultCategory = "ADULT"

  public var birthYear: String? { born.map { String($0.prefix(4)) } }

  /// The age in full years on `day`; of somebody whose year of birth alone is known, the age that the year brings.
  public func age(on day: CalendarDay) -> Int? { Patron.age(born: born, on: day) }

  /// The age on `day` of somebody born on a day or in a year; nil where it is not known.
  public static func age(born: String?, on day: CalendarDay) -> Int? {
    guard let born, let year = Int(born.prefix(4)) else { return nil }
    guard let birthday = CalendarDay(iso: born) else { return day.year - year }
    let hadBirthday = (day.month, day.day) >= (birthday.month, birthday.day)
    return day.year - year - (hadBirthday ? 0 : 1)
  }
}

public enum PatronStatus: String, CaseIterable, Sendable {
  case active
  case blocked
  /// Taken back with the entry that made it; never shown, the card number is free again.
  case removed
}

/// The stored fields of a patron.
public enum PatronField: UInt8, EntityField {
  case card = 1
  case name = 2
  case category = 3
  case born = 4
  case phone = 5
  case address = 6
  case email = 7
  case expiresOn = 8
  case status = 9
  case blockReason = 10
  case note = 11
  case enrolledOn = 12
  /// Where the photograph lies; never a picture of an identity card.
  case photo = 13
  /// The day on which the patron agreed to the keeping of personal data, and the version of the words that were signed.
  case consentOn = 14
  case consentWording = 15
  /// The patron who answers for this one, by number.
  case guardian = 16
  case guardianName = 17
  case guardianPhone = 18
  case className = 19
  case schoolYear = 20
  /// Other cards of the patron, as `PatronCard.encode` writes them.
  case cards = 21
  /// What the number of the citizen card comes to, never the number itself.
  case citizenKey = 22
  /// The batch that changed the patron, as the promotion of a class does.
  case batch = 23
  /// What the patron does for a living, by its code in the house's list.
  case occupation = 24
  /// `male` or `female`, where the library asks for it.
  case sex = 25
  /// The day on which the patron was asked to agree to the keeping of personal data and did not.
  case consentRefusedOn = 26

  public var column: String {
    switch self {
    case .card: "card"
    case .name: "name"
    case .category: "category"
    case .born: "born"
    case .phone: "phone"
    case .address: "address"
    case .email: "email"
    case .expiresOn: "expires_on"
    case .status: "status"
    case .blockReason: "block_reason"
    case .note: "note"
    case .enrolledOn: "enrolled_on"
    case .photo: "photo"
    case .consentOn: "consent_on"
    case .consentWording: "consent_wording"
    case .guardian: "guardian"
    case .guardianName: "guardian_name"
    case .guardianPhone: "guardian_phone"
    case .className: "class_name"
    case .schoolYear: "school_year"
    case .cards: "cards"
    case .citizenKey: "citizen_key"
    case .batch: "batch"
    case .occupation: "occupation"
    case .sex: "sex"
    case .consentRefusedOn: "consent_refused_on"
    }
  }

  /// What people fill in; the rest is written by actions of their own.
  public static let entered = allCases.filter { ![.cards, .citizenKey, .batch].contains($0) }
}
