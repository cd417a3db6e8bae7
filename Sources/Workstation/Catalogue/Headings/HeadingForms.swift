import LibraryCore
import LibraryStore
import MARC
import Terminal

/// The forms that change a heading and its authority record.
enum HeadingForms {
  /// The new heading, and what becomes of the old one; hands back a `HeadingRenaming`.
  static func change(
    _ facts: HeadingFacts, suggesting to: String?, _ workplace: Workplace
  ) -> any Screen {
    let words = workplace.wording
    let yesNo = [
      FieldChoice("no", label: words.say(vi: "không", en: "no")),
      FieldChoice("yes", label: words.say(vi: "có", en: "yes")),
    ]
    let hasAuthority = facts.kind.authorityKind != nil
    let items = [
      Form.Item(
        "to", label: words.say(vi: "Tiêu đề mới", en: "New heading"),
        field: Field(.text, text: to ?? facts.preferred ?? facts.text, maximumLength: 300),
        width: 50,
        hint: words.say(
          vi: "Tiêu đề đã có thì hai tiêu đề nhập làm một; $a … $d … để tách trường con",
          en: "One that is there already merges both; $a … $d … parts subfields")),
      Form.Item(
        "variants", label: words.say(vi: "Cả cách viết khác", en: "Other forms too"),
        field: Field(.choice(yesNo)), width: 10,
        hint: words.say(
          vi: "Những tiêu đề chỉ khác năm, dấu phẩy, chữ hoa, chỗ đặt dấu",
          en: "Those that differ in dates, commas, capitals, place of tones")),
    ]
    let see = Form.Item(
      "see", label: words.say(vi: "Giữ chỗ «xem»", en: "Keep a reference"),
      field: Field(.choice(hasAuthority ? yesNo : [yesNo[0]])), width: 10,
      hint: words.say(
        vi: "Tìm theo tiêu đề cũ vẫn ra, nhờ tiêu đề chuẩn của tiêu đề mới",
        en: "The old heading leads to the new one, by its authority record"))
    return FormScreen(
      workplace: workplace, title: words.say(vi: "ĐỔI TIÊU ĐỀ", en: "CHANGE A HEADING"),
      lead: [StyledText("\(facts.text)  (\(facts.uses))", role: .heading)],
      items: hasAuthority ? items + [see] : items
    ) { form in
      let to = form["to"]?.text ?? ""
      guard CatalogueHeading(facts.kind, to) != nil, to != facts.text else {
        return .faults([
          ("to", words.say(vi: "Chưa có tiêu đề mới", en: "There is no new heading yet"))
        ])
      }
      return .saved(
        HeadingRenaming(
          kind: facts.kind, from: facts.text, to: to,
          includesVariants: form["variants"]?.text == "yes",
          keepsReference: form["see"]?.text == "yes"), note: nil)
    }
  }

  /// The forms and sources of the heading's authority record, or of a new one.
  ///
  /// What the form does not show stays in the record byte for byte.
  static func authority(_ facts: HeadingFacts, _ workplace: Workplace) throws -> any Screen {
    let words = workplace.wording
    let known = try facts.authorities.first { $0.relation != .seeAlso }
      .flatMap { try workplace.desk.authority($0.authority) }
    func forms(_ relation: AuthorityRelation) -> [String] {
      known?.entry.sortedForms.filter { $0.relation == relation }.map(\.text) ?? []
    }
    let sources = known?.record.fields("670").compactMap { $0.text("a") } ?? []
    let semicolon = words.say(vi: "Nhiều thì cách nhau bằng dấu ;", en: "Several are parted by ;")
    let heading = known?.entry.text ?? facts.text
    let items = [
      Form.Item(
        "see", label: words.say(vi: "Xem từ", en: "See from"),
        field: Field(.text, text: forms(.see).joined(separator: "; "), maximumLength: 2000),
        width: 55,
        hint: words.say(vi: "Bút danh, cách viết không dùng. ", en: "Forms not used. ") + semicolon),
      Form.Item(
        "seeAlso", label: words.say(vi: "Xem thêm", en: "See also"),
        field: Field(.text, text: forms(.seeAlso).joined(separator: "; "), maximumLength: 2000),
        width: 55, hint: semicolon),
      Form.Item(
        "source", label: words.say(vi: "Thêm nguồn", en: "Add a source"),
        field: Field(.text, maximumLength: 300), width: 55,
        hint: words.say(vi: "Căn cứ ở đâu (670)", en: "Where it was found (670)")),
    ]
    let lead =
      [StyledText(heading, role: .heading)]
      + sources.map { StyledText(words.say(vi: "Nguồn: \($0)", en: "Source: \($0)")) }
    return FormScreen(
      workplace: workplace,
      title: known == nil
        ? words.say(vi: "LẬP TIÊU ĐỀ CHUẨN", en: "NEW AUTHORITY")
        : words.say(vi: "SỬA TIÊU ĐỀ CHUẨN", en: "EDIT AUTHORITY"), lead: lead, items: items
    ) { form in
      let record = edited(known, facts.kind, heading, form)
      guard let record else {
        return .faults([
          (nil, words.say(vi: "Loại này không có tiêu đề chuẩn", en: "No authorities of this kind"))
        ])
      }
      return .of(
        try workplace.desk.saveAuthority(record, id: known?.id), words,
        note: words.say(vi: "Đã lưu tiêu đề chuẩn", en: "Authority saved"))
    }
  }

  /// The heading's authority record as the MARC editor takes it, or a new one; nil for a kind without authorities.
  static func subject(
    _ facts: HeadingFacts, _ workplace: Workplace
  ) throws -> EditorScreen.Subject? {
    let known = try facts.authorities.first { $0.relation != .seeAlso }
      .flatMap { try workplace.desk.authority($0.authority) }
    if let known { return .authority(known) }
    return AuthorityChange.new(facts.kind, facts.text).map { record in
      let day = workplace.desk.today.iso.split(separator: "-").joined().dropFirst(2)
      var editable = record.editable
      editable.insert(MARC.Field(control: "008", day + HeadingForms.newCodes))
      return .newAuthority(editable.record)
    }
  }

  /// 008 from position 6 on: an established name or subject that is used in headings, by other rules than those of the Library
  /// of Congress (Authority 008).
  private static let newCodes = "n| azannaabn          |a ana      "

  private static func edited(
    _ known: StoredAuthority?, _ kind: HeadingKind, _ heading: String, _ form: Form
  ) -> MARC.Record? {
    func list(_ id: String) -> [String] {
      (form[id]?.text ?? "").split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
    }
    let (see, seeAlso, sources) = (list("see"), list("seeAlso"), list("source"))
    guard let known else {
      return AuthorityChange.new(kind, heading, see: see, seeAlso: seeAlso, sources: sources)
    }
    let shown = known.entry.forms.filter { $0.relation != .established }.map(\.text)
    let gone = Set(shown).subtracting(see + seeAlso)
    let (newSee, newSeeAlso) = (
      see.filter { !shown.contains($0) }, seeAlso.filter { !shown.contains($0) }
    )
    return AuthorityChange.adding(
      to: AuthorityChange.dropping(gone, from: known.record), kind, see: newSee,
      seeAlso: newSeeAlso, sources: sources)
  }
}
