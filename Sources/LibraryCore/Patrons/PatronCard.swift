/// A card of a patron beside the one in use: a second one that is good too, or one that no longer is.
///
/// It stays known for ever, so that a lost card is told when it is scanned and its number is given to nobody else.
public struct PatronCard: Equatable, Sendable {
  public var number: CardNumber
  public var standing: Standing
  public var since: CalendarDay
  /// The account that said so.
  public var staff: EntityID

  public enum Standing: String, CaseIterable, Sendable {
    /// Good beside the card in use.
    case good
    case lost
    case damaged
    /// Replaced for another reason, such as a new design of the cards.
    case replaced
  }

  public init(number: CardNumber, standing: Standing, since: CalendarDay, staff: EntityID) {
    self.number = number
    self.standing = standing
    self.since = since
    self.staff = staff
  }

  /// The list as one stored text, a line for each card; nil for none.
  public static func encode(_ cards: [PatronCard]) -> String? {
    guard !cards.isEmpty else { return nil }
    return cards.map { card in
      [card.number.text, card.standing.rawValue, card.since.iso, "\(card.staff.rawValue)"]
        .joined(separator: "\t")
    }.joined(separator: "\n")
  }

  /// The cards in a stored text; what this version does not understand is left out.
  public static func decode(_ stored: String?) -> [PatronCard] {
    (stored ?? "").split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t").map(String.init)
      guard parts.count >= 4, let number = CardNumber(parts[0]),
        let standing = Standing(rawValue: parts[1]), let since = CalendarDay(iso: parts[2]),
        let staff = Int64(parts[3])
      else { return nil }
      return PatronCard(
        number: number, standing: standing, since: since, staff: EntityID(rawValue: staff))
    }
  }
}

/// A card that is no longer good, with whose it was and who said so.
public struct FormerCard: Equatable, Sendable {
  public var card: PatronCard
  public var patron: PatronLine
  /// The login of who took it out of use.
  public var staff: String

  public init(card: PatronCard, patron: PatronLine, staff: String) {
    self.card = card
    self.patron = patron
    self.staff = staff
  }
}

/// What is known of a patron beside what lists show.
public struct PatronDetails: Equatable, Sendable {
  public var photo: String?
  public var consent: Consent?
  /// When the patron was asked for it and did not agree.
  public var consentRefusedOn: CalendarDay?
  /// The patron who answers for this one.
  public var guardian: PatronLine?
  public var guardianName: String?
  public var guardianPhone: String?
  public var className: String?
  public var schoolYear: String?
  /// By its code in the house's list.
  public var occupation: String?
  public var sex: Sex?
  public var cards: [PatronCard] = []
  /// Everything ever said of the patron, what counts first.
  public var remarks: [Remark] = []
  /// The others of the family, the guardian first.
  public var family: [PatronHit] = []

  public init() {}

  /// The patron's agreement to the keeping of personal data (Law 91/2025/QH15: silence is none).
  public struct Consent: Equatable, Sendable {
    public var on: CalendarDay
    /// The version of the words that were agreed to.
    public var wording: String?

    public init(on: CalendarDay, wording: String? = nil) {
      self.on = on
      self.wording = wording
    }
  }
}

/// What is known of the patron's agreement to the keeping of personal data.
public enum ConsentState: Equatable, Sendable {
  case given(on: CalendarDay, wording: String?)
  case refused(on: CalendarDay)
  /// Nobody wrote down that the patron was asked.
  case missing

  /// The name of the state in answers; never renamed.
  public var name: String {
    switch self {
    case .given: "given"
    case .refused: "refused"
    case .missing: "missing"
    }
  }
}

extension PatronDetails {
  /// A consent that was given counts, whatever was said before it.
  public var consentState: ConsentState {
    if let consent { return .given(on: consent.on, wording: consent.wording) }
    return consentRefusedOn.map { .refused(on: $0) } ?? .missing
  }
}
