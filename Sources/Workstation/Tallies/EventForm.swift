import LibraryCore
import LibraryStore
import Terminal

/// Notes an event for readers as the diary asks for it: its kind, how many, how many people came.
enum EventForm {
  static func screen(_ workplace: Workplace, _ audience: Audience) -> any Screen {
    let words = workplace.wording
    let forms = (workplace.house?.choices(.eventForm) ?? []).map {
      FieldChoice($0.code, label: $0.name)
    }
    let choose = words.say(vi: "Phím ← → để chọn", en: "Choose with ← →")
    return FormScreen(
      workplace: workplace,
      title: words.say(vi: "TUYÊN TRUYỀN, SỰ KIỆN", en: "EVENT"),
      items: [
        Form.Item(
          "form", label: words.fieldName("form"),
          field: Field(
            .choice(forms + [FieldChoice("", label: words.say(vi: "khác", en: "other"))])),
          width: 36, hint: choose),
        Form.Item(
          "count", label: words.say(vi: "Số buổi", en: "How many"),
          field: Field(.number, text: "1", isProposed: true, maximumLength: 9), isRequired: true,
          width: 6),
        Form.Item(
          "attendance", label: words.fieldName("attendance"),
          field: Field(.number, maximumLength: 9), width: 9,
          hint: words.say(vi: "Tất cả các buổi", en: "At all of them")),
        Form.Item(
          "audience", label: words.say(vi: "Cho", en: "For"),
          field: Field(
            .choice(Audience.allCases.map { FieldChoice($0.rawValue, label: words.audience($0)) }),
            text: audience.rawValue), width: 20, hint: choose),
        Form.Item(
          "day", label: words.say(vi: "Ngày", en: "Day"), field: Field(.date), width: 12,
          hint: words.say(vi: "Để trống: hôm nay", en: "Empty: today")),
      ]
    ) { form in
      let kind = form["form"]?.text ?? ""
      let tally = Tally(
        .event, count: form["count"]?.number ?? 0,
        audience: Audience(rawValue: form["audience"]?.text ?? "") ?? audience,
        day: form["day"].flatMap { CalendarDay(vietnamese: $0.text) },
        form: kind.isEmpty ? nil : kind, attendance: form["attendance"]?.number)
      return .of(
        try workplace.desk.tally(tally), words,
        note: words.say(vi: "Đã ghi ", en: "Noted ") + words.tally(tally)
      ) { refusal in
        switch refusal {
        case .invalidValue(let field, _): field
        case .momentAhead: "day"
        default: nil
        }
      }
    }
  }
}
