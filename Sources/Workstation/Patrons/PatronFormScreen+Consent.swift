import LibraryCore
import LibraryStore
import Terminal

// MARK: - Consent

extension PatronFormScreen {
  /// The patron has signed today.
  func consent() -> [Effect] {
    isJustScanned = false
    form.setText(workplace.desk.today.vietnamese, for: PatronField.consentOn.key)
    return workplace.good(
      words.say(
        vi: "Đã ghi đồng ý hôm nay; ghi tiếp bản văn nào",
        en: "Consent noted today; say which wording next"))
  }

  /// The patron was asked today and did not agree: a card just read is enrolled so, any other form keeps it for saving.
  func noConsent() -> [Effect] {
    let enrolsAtOnce = isJustScanned
    answerConsent { $0.recordNoConsent(on: $1) }
    if enrolsAtOnce { return save() }
    return workplace.good(
      words.say(
        vi: "Ghi: hôm nay đã hỏi, chưa đồng ý cho lưu dữ liệu",
        en: "Noted: asked today, no consent to the keeping of data"))
  }

  /// Puts what the patron said into the fields, where it can be seen if saving is refused.
  func answerConsent(_ answer: (inout PatronDraft, CalendarDay) -> Void) {
    isJustScanned = false
    var draft = PatronDraft(fields: typedFields)
    answer(&draft, workplace.desk.today)
    for field in [PatronField.consentOn, .consentWording, .consentRefusedOn] {
      form.setText(draft[field].map { words.typed($0, in: field) } ?? "", for: field.key)
    }
  }

  /// What Enter says in the patron's name, while it would enrol.
  var consentQuestion: [String] {
    guard isJustScanned else { return [] }
    var draft = PatronDraft(fields: typedFields)
    draft.recordConsent(on: workplace.desk.today)
    return words.consentQuestion(
      library: workplace.house?.libraryName ?? words.say(vi: "thư viện", en: "the library"),
      isChild: draft[.consentWording] == CitizenConsent.guardianWording)
  }
}

// MARK: - The category of a child

extension PatronFormScreen {
  /// Chooses the category that a child's age proposes, until somebody chooses one; an age that proposes none takes it back.
  func proposeCategory() {
    let born = form[PatronField.born.key]?.text ?? ""
    guard isEnrolment, !hasChosenCategory, birthAskedFor != born else { return }
    birthAskedFor = born
    let draft = PatronDraft(fields: [.born: born])
    let proposal = (try? workplace.desk.proposedCategory(for: draft)) ?? nil
    guard proposal != proposedCategory else { return }
    proposedCategory = proposal
    form.setText(
      proposal?.category ?? Patron.defaultCategory, for: PatronField.category.key)
  }
}

// MARK: - The last day of a new card

extension PatronFormScreen {
  /// Shows the last day that the category's rule gives a new card, which gives way to whatever is typed.
  func proposeExpiry() {
    let category = form[PatronField.category.key]?.text ?? ""
    guard isEnrolment, proposedFor != category,
      let term = try? workplace.desk.membershipTerm(
        ofCategory: category.isEmpty ? Patron.defaultCategory : category)
    else { return }
    proposedFor = category
    form.propose(
      term.until?.vietnamese ?? words.say(vi: "không thời hạn", en: "no end"),
      hint: words.say(vi: "Để trống: ", en: "Left empty: ") + words.membershipTerm(term),
      for: PatronField.expiresOn.key)
  }
}
