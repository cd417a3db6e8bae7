import LibraryCore
import LibraryStore
import Terminal

/// The fields of a patron's form: their words, kinds, checks and first contents.
struct PatronFormItems {
  let workplace: Workplace
  /// What is known of the patron who is edited, beside what lists show.
  var details: PatronDetails?

  private var words: Wording { workplace.wording }

  func items(for purpose: PatronFormScreen.Purpose, nextCard: String) -> [Form.Item] {
    let texts = texts(for: purpose)
    return PatronField.formFields.map { field in
      Form.Item(
        field.key, label: words.fieldName(field.key),
        field: typeField(field, text: texts[field] ?? "", nextCard: nextCard),
        isRequired: field == .name, width: width(field), hint: hint(field, nextCard),
        check: check(field))
    }
  }

  private func texts(for purpose: PatronFormScreen.Purpose) -> [PatronField: String] {
    switch purpose {
    case .enrol(let draft):
      return draft.fields.reduce(into: [:]) { $0[$1.key] = words.typed($1.value, in: $1.key) }
    case .edit(let patron):
      return PatronField.formFields.reduce(into: [:]) { texts, field in
        let text = patron.text(of: field) ?? details?.text(of: field)
        texts[field] = text.map { words.typed($0, in: field) }
      }
    }
  }

  private func typeField(_ field: PatronField, text: String, nextCard: String) -> Field {
    switch field {
    case .card: Field(.code, text: text, maximumLength: 40, placeholder: nextCard)
    case .category: Field(.choice(categories(including: text)), text: category(text))
    case .occupation, .sex: Field(.choice(choices(field, including: text)), text: text)
    case .expiresOn, .consentOn, .consentRefusedOn: Field(.date, text: text)
    case .born: Field(.text, text: text, maximumLength: 10, placeholder: "dd/mm/yyyy")
    case .guardian: Field(.code, text: text, maximumLength: 40)
    case .phone, .email, .guardianPhone, .className, .schoolYear, .photo, .consentWording:
      Field(.text, text: text, maximumLength: field.lengthMaximum)
    default: workplace.keyboard.words(text, maximumLength: field.lengthMaximum)
    }
  }

  /// What a list of few values offers, with nothing first, and what is stored now where the list lacks it.
  private func choices(_ field: PatronField, including stored: String) -> [FieldChoice] {
    let listed =
      field == .sex
      ? Sex.allCases.map { FieldChoice($0.rawValue, label: words.sex($0)) }
      : (workplace.house?.choices(.occupation) ?? []).map { FieldChoice($0.code, label: $0.name) }
    let isListed = stored.isEmpty || listed.contains { $0.value == stored }
    return [FieldChoice("", label: "–")] + listed
      + (isListed ? [] : [FieldChoice(stored, label: stored)])
  }

  private func category(_ text: String) -> String { text.isEmpty ? Patron.defaultCategory : text }

  /// The library's list, with the patron's own category where the list has lost it.
  private func categories(including code: String) -> [FieldChoice] {
    let listed = (workplace.house?.choices(.patronCategory) ?? []).map {
      FieldChoice($0.code, label: $0.name)
    }
    let needed = code.isEmpty && !listed.isEmpty ? [] : [category(code)]
    let missing = needed.filter { code in !listed.contains { $0.value == code } }
    return listed + missing.map { FieldChoice($0, label: $0) }
  }

  private func width(_ field: PatronField) -> Int? {
    switch field {
    case .card, .category, .occupation: 30
    case .guardian, .sex, .className, .schoolYear, .consentWording: 20
    case .expiresOn: 16
    case .born, .consentOn, .consentRefusedOn: 12
    default: nil
    }
  }

  private func hint(_ field: PatronField, _ nextCard: String) -> String {
    switch field {
    case .card:
      words.say(
        vi: "Quét thẻ in sẵn, hoặc để trống: máy cấp số \(nextCard)",
        en: "Scan a printed card, or leave it empty for \(nextCard)")
    case .born: words.say(vi: "Ngày/tháng/năm, hoặc chỉ năm", en: "Day/month/year, or only a year")
    case .phone:
      words.say(vi: "Nhiều số thì cách nhau bằng /", en: "Several numbers are parted by /")
    case .category, .occupation, .sex:
      words.say(vi: "Phím ← → để chọn", en: "Choose with ← →")
    case .consentOn:
      words.say(
        vi: "Ngày bạn đọc ký đồng ý; Alt+Y ghi hôm nay",
        en: "The day the patron signed; Alt+Y says today")
    case .consentRefusedOn:
      words.say(
        vi: "Ngày đã hỏi mà chưa đồng ý; Alt+K ghi hôm nay",
        en: "The day of asking without a yes; Alt+K says today")
    case .guardian:
      words.say(vi: "Số thẻ của cha, mẹ hoặc người giám hộ", en: "The card of a parent or guardian")
    case .className: words.say(vi: "Ví dụ 10A1", en: "Such as 10A1")
    case .schoolYear: words.say(vi: "Ví dụ 2026-2027", en: "Such as 2026-2027")
    default: ""
    }
  }

  private func check(_ field: PatronField) -> (@Sendable (Field) -> String?)? {
    let (words, today) = (words, workplace.desk.today)
    return { typed in
      if case .fault(let refusal) = field.read(typed.text, today: today) {
        return words.refusal(refusal)
      }
      return nil
    }
  }
}

extension PatronField {
  /// What a form asks for, in its order.
  static let formFields: [PatronField] = [
    .name, .card, .category, .born, .phone, .address, .email, .expiresOn, .sex, .occupation,
    .className, .schoolYear, .guardian, .guardianName, .guardianPhone, .consentOn, .consentWording,
    .consentRefusedOn, .photo, .note,
  ]

  /// The field with that key on the command line.
  static func typed(_ key: String) -> PatronField? { allCases.first { $0.key == key } }
}

extension Patron {
  /// The stored text of a field that forms show.
  fileprivate func text(of field: PatronField) -> String? {
    switch field {
    case .card: card.text
    case .name: name
    case .category: category
    case .born: born
    case .phone: phone
    case .address: address
    case .email: email
    case .expiresOn: expiresOn?.iso
    case .note: note
    default: nil
    }
  }
}

extension PatronDetails {
  /// The stored text of a further field that forms show.
  fileprivate func text(of field: PatronField) -> String? {
    switch field {
    case .photo: photo
    case .consentOn: consent?.on.iso
    case .consentWording: consent?.wording
    case .consentRefusedOn: consentRefusedOn?.iso
    case .guardian: guardian?.card.text
    case .guardianName: guardianName
    case .guardianPhone: guardianPhone
    case .className: className
    case .schoolYear: schoolYear
    case .occupation: occupation
    case .sex: sex?.rawValue
    default: nil
    }
  }
}

extension Wording {
  /// A stored text as people type it: days as `dd/MM/yyyy` in either language.
  func typed(_ stored: String, in field: PatronField) -> String {
    switch field {
    case .born, .expiresOn, .consentOn, .consentRefusedOn:
      CalendarDay(iso: stored)?.vietnamese ?? stored
    default: stored
    }
  }
}
