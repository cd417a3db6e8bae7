import VietnameseText

/// What staff should know of an entry beside its outcome: what is stored otherwise than it was typed or read.
public enum EntryNotice: Equatable, Sendable {
  /// A telephone number of before 2018 was taken as it is dialled now.
  case phoneRenumbered(typed: String, stored: String)
  /// The citizen card has the name in capitals.
  case nameInCapitals(onCard: String, stored: String)
  /// The address names units that are no more; what they are today was taken, because that was asked for.
  case addressBroughtUp(typed: String, stored: String)
  /// The address names units that are no more, and these are today's; it is stored as it was typed.
  case addressFormer([String])
  /// Something on the citizen card does not agree, or was garbled on its way here.
  case citizenCard(CitizenCard.Fault)
  /// The list lacks the code, which is kept as it was typed; no rule speaks for it. The list's codes are named.
  case unknownCode(TermKind, String, known: [String])
  /// An address of electronic mail without its sign, kept as it was typed.
  case emailDoubtful(String)
  /// A child of whom nobody is known that answers; the age where it is known.
  case guardianMissing(age: Int?)
  /// Nobody chose a category, and a child's age proposed this one.
  case categoryProposed(String, name: String, age: Int)
  /// A citizen card was read, and whether its holder agrees to the keeping of the data is not written down.
  case consentMissing
  /// The copy was kept for this reader, who waits again.
  case holdWaitsAgain(SetAside)

  /// Whether it tells that nobody answers for a child.
  var isAboutGuardian: Bool { if case .guardianMissing = self { true } else { false } }

  /// The name of a notice on the command line, without its data; never renamed.
  public var code: String {
    switch self {
    case .phoneRenumbered: "phoneRenumbered"
    case .nameInCapitals: "nameInCapitals"
    case .addressBroughtUp: "addressBroughtUp"
    case .addressFormer: "addressFormer"
    case .citizenCard: "citizenCard"
    case .unknownCode: "unknownCode"
    case .emailDoubtful: "emailDoubtful"
    case .guardianMissing: "guardianMissing"
    case .categoryProposed: "categoryProposed"
    case .consentMissing: "consentMissing"
    case .holdWaitsAgain: "holdWaitsAgain"
    }
  }
}

extension EntryNotice {
  /// Whether the text has a name, the sign and a host; more than that only a letter can tell.
  fileprivate static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { !$0.isEmpty && !$0.contains(where: \.isWhitespace) }
  }
}

extension PatronDraft {
  /// What is stored otherwise than it was typed or read.
  public var notices: [EntryNotice] {
    var notices: [EntryNotice] = []
    if let onCard = nameInCapitals, let name = self[.name], PersonName.fromCapitals(onCard) == name
    {
      notices.append(.nameInCapitals(onCard: onCard, stored: name))
    }
    if let typed = self[.phone]?.nfc.withoutBlankEnds, let stored = PhoneNumbers.renumbered(typed) {
      notices.append(.phoneRenumbered(typed: typed, stored: stored))
    }
    if let email = self[.email]?.withoutBlankEnds, !email.isEmpty, !EntryNotice.isEmail(email) {
      notices.append(.emailDoubtful(email))
    }
    if lacksConsent { notices.append(.consentMissing) }
    return notices + citizenFaults.map { .citizenCard($0) }
  }

  /// Looks at the address: one that names units that are no more is brought up to date where that is wanted and only one commune of
  /// today can be meant, and is told otherwise.
  public mutating func settleAddress(
    _ units: AdministrativeUnits, on day: CalendarDay, bringsUp: Bool
  ) -> EntryNotice? {
    guard let typed = self[.address] else { return nil }
    let reading = AddressReading(typed, units, on: day)
    guard reading.standing == .former else { return nil }
    let proposals = reading.proposals.map(\.text)
    guard bringsUp, proposals.count == 1 else { return .addressFormer(proposals) }
    self[.address] = proposals[0]
    return .addressBroughtUp(typed: typed, stored: proposals[0])
  }
}
