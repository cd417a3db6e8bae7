import LibraryCore
import LibraryStore
import Terminal

/// A patron that a form has just enrolled, edited or found to exist already.
struct SavedPatron: Sendable {
  var card: CardNumber
  /// Nil where nothing was written.
  var op: OpID?
}

/// Enrols a patron or edits one; a scanned card fills its field, a citizen card's QR fills the rest.
final class PatronFormScreen: HoldsUnsavedWork {
  enum Purpose {
    case enrol(PatronDraft)
    case edit(Patron)
  }

  let context = "patronForm"
  let workplace: Workplace
  let purpose: Purpose
  var form: Form
  /// Patrons who may be the one being enrolled.
  private(set) var alike: [PatronHit] = []
  var addressHelp = AddressHelp()
  /// A reading of a citizen card that somebody has to be told of.
  private var untoldNotices: [EntryNotice] = []
  /// The number of the citizen card that filled the form.
  var citizenNumber: String?
  /// The category for which the last day of the card is proposed.
  var proposedFor: String?
  /// The category that the age proposes, and the birth that it was asked for.
  var proposedCategory: CategoryProposal?
  var birthAskedFor: String?
  /// Whether somebody chose a category, which no age changes any more.
  private(set) var hasChosenCategory = false
  /// Whether nothing was touched since a citizen card filled the form, so that Enter enrols.
  var isJustScanned = false
  /// Whether the question above asks for a number that a copy has too.
  private var asksAboutNumber = false
  /// Codes that belong to the desk; they get their answers when this is done.
  private var waiting: [String] = []

  init(workplace: Workplace, _ purpose: Purpose) {
    self.workplace = workplace
    self.purpose = purpose
    var details: PatronDetails?
    var shown = purpose
    switch purpose {
    case .enrol(var draft):
      untoldNotices = draft.notices.filter { $0 != .consentMissing }
      citizenNumber = draft.citizenNumber
      hasChosenCategory = !(draft[.category] ?? "").isEmpty
      if let proposal = (try? workplace.desk.proposedCategory(for: draft)) ?? nil {
        proposedCategory = proposal
        draft[.category] = proposal.category
        shown = .enrol(draft)
      }
      isJustScanned = draft.citizenNumber != nil && !(draft[.name] ?? "").isEmpty
    case .edit(let patron): details = (try? workplace.desk.patronDetails(patron.id)) ?? nil
    }
    let next = (try? workplace.desk.nextCard()) ?? ""
    form = Form(
      PatronFormItems(workplace: workplace, details: details).items(for: shown, nextCard: next),
      language: workplace.language)
    birthAskedFor = form.text(PatronField.born.key)
    proposeExpiry()
  }

  var words: Wording { workplace.wording }

  var hasUnsavedWork: Bool { form.isDirty }

  var isEnrolment: Bool {
    if case .enrol = purpose { true } else { false }
  }

  func disabledReason(for command: CommandID) -> String? {
    if command == .patronsTakeAddress, addressHelp.choices.isEmpty {
      return words.say(vi: "Không có địa chỉ nào để chọn", en: "There is no address to choose")
    }
    if command == .patronsNextAddress, addressHelp.choices.count < 2 {
      return words.say(vi: "Không có địa chỉ gợi ý khác", en: "There is no other proposal")
    }
    if command == .patronsUseExisting, alike.isEmpty {
      return words.say(vi: "Chưa thấy ai trùng tên", en: "Nobody of that name is known")
    }
    return hasUnsavedWork
      ? workplace.waitsForForm(command) : workplace.missingRightOrUse(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return lookForAlike() + readUnits() + tellNotices()
    case .message(let table as AddressTable): return take(table)
    case .message(let hits as PatronHits):
      alike = hits.hits
      return []
    case .input(.scan(let scan)): return take(scan)
    case .command(.cancel):
      return form.isDirty ? [.push(LeaveQuestion.screen(workplace))] : close(nil)
    case .returned(let value):
      let isAboutNumber = asksAboutNumber
      asksAboutNumber = false
      guard LeaveQuestion.isYes(value) else { return [] }
      return isAboutNumber ? save(sharing: true) : close(nil)
    case .command(.patronsConsent): return consent()
    case .command(.patronsNoConsent): return noConsent()
    case .command(.patronsEnrolScanned):
      guard isJustScanned else { return update(.command(.formNext)) }
      answerConsent { $0.recordConsent(on: $1) }
      return save()
    case .command(.patronsUseExisting):
      return alike.first.map { close(SavedPatron(card: $0.patron.card)) } ?? [.bell]
    case .command(.patronsTakeAddress): return takeAddress()
    case .command(.patronsNextAddress):
      addressHelp.next()
      return []
    default: break
    }
    let answer = form.update(event)
    if case .ignored = answer {} else { isJustScanned = false }
    if case .edited(PatronField.category.key) = answer { chooseCategory() }
    proposeCategory()
    proposeExpiry()
    switch answer {
    case .saved: return save()
    case .refused: return [.bell]
    case .edited("name"), .edited("born"): return lookForAlike()
    case .ignored: return []
    case .moved, .edited:
      lookAtAddress()
      return []
    }
  }

  private func tellNotices() -> [Effect] {
    defer { untoldNotices = [] }
    guard !untoldNotices.isEmpty else { return [] }
    let told = untoldNotices.map(words.entryNotice).joined(separator: "; ")
    return [.status(told, .statusWarning)]
  }

  /// Whoever came back with a lost card is found before a second one is made.
  private func lookForAlike() -> [Effect] {
    let name = form.text("name")
    guard isEnrolment, name.contains(" ") else {
      alike = []
      return []
    }
    let year = form.text("born").suffix(4)
    let desk = workplace.desk
    return [
      .job(name: "alike") {
        (try? desk.findPatrons("\(name) \(year) ", limit: 2)) ?? PatronHits(hits: [], total: 0)
      }
    ]
  }

  private func chooseCategory() {
    hasChosenCategory = true
    proposedCategory = nil
  }

  private func close(_ value: SavedPatron?) -> [Effect] {
    guard !waiting.isEmpty else { return [.close(value)] }
    // What was scanned meanwhile is for the patron of the form, and for nobody else who may stand at the desk.
    var errand = value.map { DeskErrand.patron($0.card) } ?? .nobody
    if case .edit(let patron) = purpose, value == nil { errand = .patron(patron.card) }
    return [.close(value), .home(errand)] + waiting.map { .home(DeskErrand.scan($0)) }
  }
}

// MARK: - Scans

extension PatronFormScreen {
  private func take(_ scan: Scan) -> [Effect] {
    _ = form.update(.takeBack(scan.alreadyTyped))
    if let card = CitizenCard(qr: scan.code) {
      var effects: [Effect] = []
      if let known = workplace.attempt(&effects, { try workplace.desk.holder(of: card) }) ?? nil {
        return effects + refuse(cardOf: known)
      }
      let draft = PatronDraft(card)
      fill(draft)
      proposeCategory()
      proposeExpiry()
      citizenNumber = card.number
      isJustScanned = isEnrolment && !form.text("name").isEmpty
      untoldNotices = draft.notices.filter { $0 != .consentMissing }
      lookAtAddress()
      return lookForAlike() + tellNotices()
    }
    var effects: [Effect] = []
    guard let looked = workplace.attempt(&effects, { try workplace.desk.look(scan.code) }) else {
      return effects
    }
    switch looked {
    case .patron(let facts), .both(let facts, _): return refuse(cardOf: facts)
    case .item(let item): return keep(scan.code, item)
    case .nothing: return fillCard(scan.code)
    }
  }

  private func fill(_ draft: PatronDraft) {
    for (field, text) in draft.fields where !text.isEmpty {
      form.setText(words.typed(text, in: field), for: field.key)
    }
  }

  private func fillCard(_ code: String) -> [Effect] {
    guard let card = CardNumber(code) else {
      return workplace.bad(CardNumber.fault(in: code).map(words.labelFault) ?? code)
    }
    form.setText(card.text, for: "card")
    return workplace.good(words.say(vi: "Số thẻ: \(card)", en: "Card: \(card)"))
  }

  private func refuse(cardOf facts: PatronFacts) -> [Effect] {
    if case .edit(let patron) = purpose, patron.id == facts.patron.id { return [] }
    let taken = words.refusal(.cardTaken(facts.patron.card, name: facts.patron.name))
    form.setError(taken, for: "card")
    return workplace.bad(taken)
  }

  private func keep(_ code: String, _ item: ItemFacts) -> [Effect] {
    waiting.append(code)
    return [
      .bell,
      .status(
        words.say(
          vi: "«\(item.title)» (\(code)): xong ở đây quầy sẽ xử lý",
          en: "“\(item.title)” (\(code)): the desk takes it when this is done"), .statusWarning),
    ]
  }
}

// MARK: - Saving

extension PatronFormScreen {
  func save(sharing: Bool = false) -> [Effect] {
    var effects: [Effect] = []
    let desk = workplace.desk.sharingNumbers(sharing)
    let outcome = workplace.attempt(&effects) {
      switch purpose {
      case .enrol:
        var draft = PatronDraft(fields: typedFields)
        draft.citizenNumber = citizenNumber
        return try desk.enrol(draft)
      case .edit(let patron):
        return try desk.editPatron(patron.card.text, changes(of: patron))
      }
    }
    guard let outcome else { return effects }
    switch outcome {
    case .saved(let id, let op): return effects + finish(id, op)
    case .unchanged(let id): return effects + finish(id, nil)
    case .unknown(let card):
      return effects
        + workplace.bad(words.say(vi: "Không còn thẻ \(card)", en: "Card \(card) is gone"))
    case .refused(let reasons):
      if let question = OneNumberQuestion.screen(workplace, reasons) {
        asksAboutNumber = true
        return effects + [.push(question)]
      }
      for reason in reasons.reversed() {
        if let field = reason.patronField { form.setError(words.refusal(reason), for: field.key) }
      }
      return effects + workplace.refused(reasons)
    }
  }

  private func finish(_ id: EntityID, _ op: OpID?) -> [Effect] {
    var effects: [Effect] = []
    guard let facts = workplace.attempt(&effects, { try workplace.desk.patron(id: id) }) ?? nil
    else { return effects }
    let (card, name) = (facts.patron.card, facts.patron.name)
    let note =
      isEnrolment
      ? words.say(vi: "Đã cấp thẻ \(card) cho \(name)", en: "Enrolled \(name), card \(card)")
      : words.say(vi: "Đã lưu hồ sơ \(name)", en: "Saved \(name)")
    var draft = PatronDraft(fields: typedFields)
    draft.citizenNumber = citizenNumber
    let missing =
      workplace.attempt(&effects) { try workplace.desk.notices(ofSaved: .unchanged(id: id)) } ?? []
    let proposed = proposedCategory.map { [$0.notice] } ?? []
    let notices = (draft.notices + missing + proposed).map { "; " + words.entryNotice($0) }
    return effects + close(SavedPatron(card: card, op: op))
      + workplace.good(note + notices.joined())
  }

  /// The fields that were filled in; an empty card asks for the next running number.
  var typedFields: [PatronField: String] {
    var fields: [PatronField: String] = [:]
    for (key, text) in form.texts {
      guard let field = PatronField.typed(key), !text.allSatisfy({ $0 == " " }) else { continue }
      fields[field] = text
    }
    return fields
  }

  /// What differs from the fields as they were shown; the card only where another was typed.
  private func changes(of patron: Patron) -> [PatronField: String?] {
    let typed = typedFields
    let changed = form.changedIDs
    var changes: [PatronField: String?] = [:]
    for field in PatronField.formFields where changed.contains(field.key) {
      changes[field] = .some(typed[field])
    }
    if changes[.card] == .some(nil) { changes[.card] = nil }
    return changes
  }
}

extension Form {
  fileprivate func text(_ id: String) -> String { self[id]?.text ?? "" }
}

extension Refusal {
  /// The field of a patron that a refusal speaks of.
  fileprivate var patronField: PatronField? {
    switch self {
    case .cardTaken, .cardIsBarcode: .card
    case .nameMissing: .name
    case .invalidValue(let field, _): PatronField.typed(field)
    case .guardianCircular: .guardian
    default: nil
    }
  }
}
