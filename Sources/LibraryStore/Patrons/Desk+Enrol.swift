public import LibraryCore

extension Desk {
  /// Enrols a patron; without a card the patron gets the next running number.
  ///
  /// Without a last day the card is good for the months that the rules give the category; a blank one says that it has no end.
  public func enrol(_ draft: PatronDraft) throws -> SaveOutcome {
    try act { transaction in try transaction.enrol(draft) }
  }

  /// The card number that the next patron without a card of their own would get.
  ///
  /// Nil where the library's prefix could stand on no card.
  public func nextCard() throws -> String? {
    try consider { facts in
      try LabelSeries(.patrons, facts.configuration.cardPrefix)?.next(facts.db)
    }
  }
}

extension HouseConfiguration {
  /// What running card numbers begin with.
  public var cardPrefix: String { settings[HouseSetting.cardPrefix] ?? "TV" }
}

extension DeskTransaction {
  /// Enrols a patron; `batch` is the table the patron came with.
  mutating func enrol(_ draft: PatronDraft, of batch: EntityID? = nil) throws -> SaveOutcome {
    var entry = try facts.enrolment(of: draft)
    entry.refusals += facts.momentRefusals
    let card = draft[.card] == nil ? try nextCard(&entry.refusals) : entry.card
    if draft[.card] == nil, let card, let owner = try facts.owner(of: card) {
      entry.refusals.append(.cardTaken(card, name: owner.name))
    }
    if draft[.card] == nil, let card { entry.refusals += try facts.sharing(card) }
    guard entry.refusals.isEmpty, let card else { return .refused(entry.refusals) }
    if let number = draft.citizenNumber {
      entry.values[.citizenKey] = .some(try CitizenKey.of(number, in: db))
    }
    entry.values[.card] = .some(card.text)
    if draft[.expiresOn] == nil {
      let category = entry.values[.category].flatMap { $0 } ?? Patron.defaultCategory
      entry.values[.expiresOn] = facts.membershipTerm(ofCategory: category).until?.iso
    }
    if draft[.enrolledOn] == nil { entry.values[.enrolledOn] = .some(facts.today.iso) }
    if let batch { entry.values[.batch] = .some("\(batch.rawValue)") }
    let id = journal.newEntity()
    let op = try append(.patronSaved(entry.changes), on: id)
    return .saved(id: id, op: op)
  }

  func nextCard(_ refusals: inout [Refusal]) throws -> CardNumber? {
    let prefix = configuration.cardPrefix
    guard let series = LabelSeries(.patrons, prefix) else {
      refusals.append(.invalidValue(field: HouseSetting.cardPrefix, typed: prefix))
      return nil
    }
    return CardNumber(try series.next(db))
  }
}

extension DeskFacts {
  /// What enrolling would write beside a running card number, and all that stands against it.
  func enrolment(of draft: PatronDraft) throws -> PatronEntry {
    var entry = PatronEntry(today: today, configuration)
    for field in PatronField.entered {
      guard let typed = draft[field] else { continue }
      entry.read(field, typed)
    }
    try entry.settleGuardian(self, of: nil)
    if draft[.name] == nil { entry.refusals.append(.nameMissing) }
    if !staff.may(.enrol) { entry.refusals.insert(.noPermission(.enrol), at: 0) }
    if draft[.card] != nil, let card = entry.card, let owner = try owner(of: card) {
      entry.refusals.append(.cardTaken(card, name: owner.name))
    }
    if draft[.card] != nil, let card = entry.card { entry.refusals += try sharing(card) }
    if let number = draft.citizenNumber, let known = try holder(ofCitizenCard: number) {
      entry.refusals.append(.citizenKnown(PatronLine(known.patron)))
    }
    return entry
  }
}

/// The fields of a patron read from what was typed, with all that is wrong with them.
struct PatronEntry {
  let today: CalendarDay
  private let configuration: HouseConfiguration
  var values: [PatronField: String?] = [:]
  var refusals: [Refusal] = []

  init(today: CalendarDay, _ configuration: HouseConfiguration) {
    self.today = today
    self.configuration = configuration
  }

  mutating func read(_ field: PatronField, _ typed: String?) {
    switch field.read(typed, today: today) {
    case .fault(let refusal): refusals.append(refusal)
    case .value(let text):
      switch field {
      case .category: values[field] = .some(text.map { code(of: $0, .patronCategory) })
      case .occupation: values[field] = .some(text.map { code(of: $0, .occupation) })
      default: values[field] = .some(text)
      }
    }
  }

  var card: CardNumber? { values[.card].flatMap { $0 }.flatMap(CardNumber.init) }

  /// What the op says, in the order of the fields.
  var changes: [FieldChange] {
    PatronField.allCases.compactMap { field in values[field].map { field.set($0) } }
  }

  /// The guardian named by card, as the number that is stored; whoever is unknown, or is answered for by the patron, is told.
  mutating func settleGuardian(_ facts: DeskFacts, of patron: EntityID?) throws {
    guard let typed = values[.guardian].flatMap(\.self) else { return }
    let guardian = try CardNumber(typed).flatMap { try facts.patron($0)?.patron }
    guard let guardian else {
      refusals.append(.invalidValue(field: PatronField.guardian.key, typed: typed))
      return
    }
    if let patron, let circle = try facts.guardianCircle(naming: guardian.id, for: patron) {
      refusals.append(.guardianCircular(circle))
    }
    values[.guardian] = .some("\(guardian.id.rawValue)")
  }

  /// The code of what was named by its code or by its name on a list of the house; any other text is a code of its own.
  private func code(of typed: String, _ kind: TermKind) -> String {
    let folded = typed.lowercased()
    return configuration.choices(kind).first {
      $0.code.lowercased() == folded || $0.name.lowercased() == folded
    }?.code ?? typed
  }
}
