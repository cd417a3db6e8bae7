import LibraryCore
import LibraryStore
import Terminal

/// Writes a restriction or a message for a patron.
enum RemarkForm {
  static func screen(_ workplace: Workplace, _ patron: Patron, _ kind: RemarkKind) -> any Screen {
    let words = workplace.wording
    return FormScreen(
      workplace: workplace,
      title: kind == .restriction
        ? words.say(vi: "HẠN CHẾ BẠN ĐỌC", en: "RESTRICT A PATRON")
        : words.say(vi: "LỜI NHẮN", en: "MESSAGE"),
      lead: [StyledText("\(patron.name)  (\(patron.card))", role: .heading)],
      items: items(workplace, kind)
    ) { form in
      let request = RemarkRequest(
        card: patron.card.text, kind: kind, text: form["reason"]?.text ?? "",
        from: day(form["from"]), until: day(form["until"]),
        mustBeRead: form["mustBeRead"]?.text == "yes")
      return .of(
        try workplace.desk.remark(request), words,
        note: words.say(vi: "Đã ghi", en: "Saved"), field: field)
    }
  }

  private static func items(_ workplace: Workplace, _ kind: RemarkKind) -> [Form.Item] {
    let words = workplace.wording
    let text = Form.Item(
      "reason",
      label: kind == .restriction
        ? words.say(vi: "Lý do", en: "Reason") : words.say(vi: "Lời nhắn", en: "Message"),
      field: workplace.keyboard.words(maximumLength: 500), isRequired: true)
    let until = Form.Item(
      "until", label: words.fieldName("until"), field: Field(.date),
      width: 12,
      hint: words.say(
        vi: "Tự hết sau ngày này; để trống: đến khi có người bỏ",
        en: "It lifts itself after that day; empty: until somebody lifts it"))
    guard kind == .message else {
      let from = Form.Item(
        "from", label: words.fieldName("from"), field: Field(.date),
        width: 12, hint: words.say(vi: "Để trống: từ hôm nay", en: "Empty: from today"))
      return [text, from, until]
    }
    let mustBeRead = Form.Item(
      "mustBeRead", label: words.say(vi: "Phải đọc", en: "Must be read"),
      field: Field(
        .choice([
          FieldChoice("no", label: words.say(vi: "không", en: "no")),
          FieldChoice("yes", label: words.say(vi: "có, hiện ra đến khi đọc", en: "yes")),
        ]), text: "no"),
      width: 30, hint: words.say(vi: "Phím ← → để chọn", en: "Choose with ← →"))
    return [text, until, mustBeRead]
  }

  private static func day(_ field: Field?) -> CalendarDay? {
    field.flatMap { CalendarDay(vietnamese: $0.text) }
  }

  private static func field(_ refusal: Refusal) -> String? {
    if case .invalidValue(let field, _) = refusal { field } else { nil }
  }
}

/// Gives a patron another card.
enum CardForm {
  static func replacing(_ workplace: Workplace, _ patron: Patron) -> any Screen {
    let words = workplace.wording
    let next = (try? workplace.desk.nextCard()) ?? ""
    let choices = [PatronCard.Standing.lost, .damaged, .replaced].map {
      FieldChoice($0.rawValue, label: words.cardStanding($0))
    }
    return FormScreen(
      workplace: workplace, title: words.say(vi: "THAY THẺ", en: "REPLACE THE CARD"),
      lead: [StyledText("\(patron.name)  (\(patron.card))", role: .heading)],
      items: [
        Form.Item(
          "standing", label: words.say(vi: "Thẻ cũ", en: "The old card"),
          field: Field(.choice(choices), text: PatronCard.Standing.lost.rawValue), width: 20,
          hint: words.say(vi: "Phím ← → để chọn", en: "Choose with ← →")),
        Form.Item(
          "card", label: words.say(vi: "Số thẻ mới", en: "New card"),
          field: Field(.code, maximumLength: 40, placeholder: next), width: 30,
          hint: words.say(
            vi: "Để trống: máy cấp số \(next)", en: "Leave it empty for \(next)")),
      ]
    ) { form in
      let new = form["card"]?.text ?? ""
      let standing = form["standing"].flatMap { PatronCard.Standing(rawValue: $0.text) } ?? .lost
      return try .sharing(
        workplace, note: words.say(vi: "Đã thay thẻ", en: "The card was replaced"), field: field
      ) {
        try $0.replaceCard(patron.card.text, with: new.isEmpty ? nil : new, because: standing)
      }
    }
  }

  static func adding(_ workplace: Workplace, _ patron: Patron) -> any Screen {
    let words = workplace.wording
    return FormScreen(
      workplace: workplace, title: words.say(vi: "THÊM THẺ", en: "ADD A CARD"),
      lead: [StyledText("\(patron.name)  (\(patron.card))", role: .heading)],
      items: [
        Form.Item(
          "card", label: words.fieldName("card"), field: Field(.code, maximumLength: 40),
          isRequired: true, width: 30)
      ]
    ) { form in
      try .sharing(
        workplace, note: words.say(vi: "Đã thêm thẻ", en: "The card was added"), field: field
      ) { try $0.addCard(form["card"]?.text ?? "", to: patron.card.text) }
    }
  }

  private static func field(_ refusal: Refusal) -> String? {
    switch refusal {
    case .cardTaken, .cardIsBarcode, .invalidValue: "card"
    default: nil
    }
  }
}
