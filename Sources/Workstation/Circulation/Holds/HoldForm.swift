import LibraryCore
import LibraryStore
import Terminal

/// Puts a reader into a queue, or changes a hold that is there.
enum HoldForm {
  /// What the form knows before anything is typed.
  struct Given {
    var card: CardNumber?
    var record: EntityID?
    var title: String?
  }

  static func placing(_ workplace: Workplace, _ given: Given) -> any Screen {
    let words = workplace.wording
    return FormScreen(
      workplace: workplace, title: words.say(vi: "GIỮ CHỖ MỚI", en: "NEW HOLD"),
      lead: given.title.map { [StyledText($0, role: .heading)] } ?? [],
      items: who(workplace, given) + details(workplace, nil) + [
        Form.Item(
          "override", label: words.say(vi: "Lý do vượt quy định", en: "Reason to override"),
          field: workplace.keyboard.words(maximumLength: 200),
          hint: words.say(
            vi: "Chỉ ghi khi bị từ chối mà vẫn cho giữ", en: "Only where a refusal is to be lifted")
        )
      ],
      whatIf: { form in
        guard case .success(let request) = request(form, given) else { return nil }
        return try ExplanationPage.make(workplace, .placing(request))
      }, save: { form in try place(form, given, workplace) })
  }

  static func editing(_ workplace: Workplace, _ hold: Hold) -> any Screen {
    let words = workplace.wording
    return FormScreen(
      workplace: workplace, title: words.say(vi: "SỬA GIỮ CHỖ", en: "EDIT HOLD"),
      lead: [
        StyledText(words.holdWanted(hold.wanted), role: .heading),
        StyledText("\(hold.patron.name)  (\(hold.patron.card))"),
      ], items: details(workplace, hold)
    ) { form in
      var changes: [HoldField: String?] = [:]
      let changed = form.changedIDs
      for (id, field) in fields where changed.contains(id) {
        let text = form[id]?.text ?? ""
        changes[field] = .some(text.isEmpty ? nil : text)
      }
      return .of(try workplace.desk.editHold(hold.id, changes), words, field: field)
    }
  }

  private static let fields: [(String, HoldField)] = [
    ("until", .expiresOn), ("frozenUntil", .frozenUntil), ("pickup", .pickup), ("note", .note),
  ]

  private static func who(_ workplace: Workplace, _ given: Given) -> [Form.Item] {
    let words = workplace.wording
    var items: [Form.Item] = []
    if given.card == nil {
      items.append(
        Form.Item(
          "card", label: words.fieldName("card"), field: Field(.code, maximumLength: 40),
          isRequired: true, width: 24))
    }
    if given.record == nil {
      items.append(
        Form.Item(
          "wanted", label: words.say(vi: "Bản hoặc biểu ghi", en: "Copy or records"),
          field: Field(.code, maximumLength: 200), isRequired: true, width: 40,
          hint: words.say(
            vi: "Mã vạch: đúng bản ấy. Số biểu ghi sau dấu #, nhiều thì cách nhau: #12 #15",
            en: "A barcode: that copy. Record numbers after #, several with blanks: #12 #15")))
    }
    return items
  }

  private static func details(_ workplace: Workplace, _ hold: Hold?) -> [Form.Item] {
    let words = workplace.wording
    let own = workplace.house?.libraryCode ?? ""
    let libraries = (workplace.house?.terms(.library) ?? []).filter { $0.code != own }
    let here = FieldChoice(own, label: words.say(vi: "tại đây", en: "here"))
    func day(_ id: String, _ label: String, _ day: CalendarDay?, _ hint: String) -> Form.Item {
      Form.Item(
        id, label: label, field: Field(.date, text: day?.vietnamese ?? ""), width: 12,
        hint: hint)
    }
    let pickup = Form.Item(
      "pickup", label: words.say(vi: "Lấy tại", en: "Fetched at"),
      field: Field(
        .choice([here] + libraries.map { FieldChoice($0.code, label: $0.name) }),
        text: hold?.pickup ?? own),
      width: 40)
    return [
      day(
        "until", words.say(vi: "Chờ đến hết ngày", en: "Wanted until"), hold?.expiresOn,
        words.say(vi: "Để trống: chờ mãi", en: "Empty: for ever")),
      day(
        "frozenUntil", words.say(vi: "Tạm dừng đến hết ngày", en: "Frozen until"),
        hold?.frozenUntil,
        words.say(
          vi: "Đi vắng: bỏ qua lượt nhưng giữ chỗ trong hàng",
          en: "Away: passed over, but keeps the place")),
    ] + (libraries.isEmpty ? [] : [pickup]) + [
      Form.Item(
        "note", label: words.fieldName("note"),
        field: workplace.keyboard.words(hold?.note ?? "", maximumLength: 200))
    ]
  }

  /// A part of what is wanted that names no record.
  private struct NoNumber: Error {
    var text: String
  }

  /// What the form asks for.
  private static func request(_ form: Form, _ given: Given) -> Result<HoldRequest, NoNumber> {
    func text(_ id: String) -> String? {
      form[id].flatMap { $0.text.isEmpty ? nil : $0.text }
    }
    let wanted = text("wanted") ?? ""
    let parts = wanted.split(separator: " ")
    let isBarcode = given.record == nil && !wanted.hasPrefix("#")
    let numbers = parts.map { $0.hasPrefix("#") ? Int64($0.dropFirst()) : nil }
    if given.record == nil, !isBarcode, let wrong = numbers.firstIndex(of: nil) {
      return .failure(NoNumber(text: String(parts[wrong])))
    }
    let records = isBarcode ? [] : numbers.compactMap { $0.map { EntityID(rawValue: $0) } }
    return .success(
      HoldRequest(
        card: given.card?.text ?? text("card") ?? "",
        records: given.record.map { [$0] } ?? records,
        item: isBarcode ? wanted : nil, pickup: text("pickup"),
        expiresOn: text("until").flatMap { CalendarDay(vietnamese: $0) },
        frozenUntil: text("frozenUntil").flatMap { CalendarDay(vietnamese: $0) },
        note: text("note")))
  }

  private static func place(_ form: Form, _ given: Given, _ workplace: Workplace) throws
    -> FormScreen.Outcome
  {
    let words = workplace.wording
    let request: HoldRequest
    switch self.request(form, given) {
    case .success(let asked): request = asked
    case .failure(let wrong):
      return .faults([
        (
          "wanted",
          words.say(
            vi: "«\(wrong.text)» không phải số biểu ghi; chưa giữ gì",
            en: "“\(wrong.text)” is no record number; nothing was placed")
        )
      ])
    }
    let reason = form["override"]?.text ?? ""
    switch try workplace.desk.placeHold(request, override: reason.isEmpty ? nil : reason) {
    case .placed(let placed):
      guard let hold = placed.hold, let op = placed.op else { return .saved(nil, note: nil) }
      return .saved(SavedThing(id: hold, op: op), note: words.holdForecast(placed.forecast))
    case .refused(let reasons, _):
      return .faults(reasons.map { (field($0), words.refusal($0)) })
    case .unknownPatron(let card): return .faults([("card", words.unknownCard(card))])
    case .unknownItem, .unknownRecord:
      return .faults([
        ("wanted", words.say(vi: "Không có bản hay biểu ghi này", en: "There is no such thing"))
      ])
    }
  }

  private static func field(_ refusal: Refusal) -> String? {
    if case .invalidValue(let field, _) = refusal { field } else { nil }
  }
}

extension Wording {
  fileprivate func unknownCard(_ card: String) -> String {
    say(vi: "Không có thẻ «\(card)»", en: "Nobody has the card “\(card)”")
  }
}
