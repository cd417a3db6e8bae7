import LibraryCore
import LibraryStore
import Terminal

/// Which boxes of the register are shown: what was sent to one institution, from one day through another.
struct BoxFilter: Equatable, Sendable {
  var onlyOut = false
  var institution: PatronLine?
  var from: CalendarDay?
  var through: CalendarDay?
}

/// Asks which boxes are shown; what is left empty does not narrow the register.
enum BoxFilterForm {
  static func screen(_ workplace: Workplace, _ filter: BoxFilter) -> any Screen {
    let words = workplace.wording
    return FormScreen(
      workplace: workplace, purpose: .looking,
      title: words.say(vi: "LỌC SỔ LUÂN CHUYỂN", en: "FILTER THE REGISTER OF BOXES"),
      items: [
        Form.Item(
          "card", label: words.say(vi: "Thẻ của nơi nhận", en: "Institution's card"),
          field: Field(.code, text: filter.institution?.card.text ?? "", maximumLength: 40),
          width: 20),
        day("from", words.say(vi: "Gửi từ ngày", en: "Sent from"), filter.from, words),
        day("through", words.say(vi: "Đến hết ngày", en: "Sent through"), filter.through, words),
      ]
    ) { form in
      var wanted = BoxFilter(onlyOut: filter.onlyOut)
      wanted.from = form["from"].flatMap { CalendarDay(vietnamese: $0.text) }
      wanted.through = form["through"].flatMap { CalendarDay(vietnamese: $0.text) }
      if let from = wanted.from, let through = wanted.through, through < from {
        return .faults([
          (
            "through",
            words.say(vi: "Ngày này trước ngày bắt đầu", en: "This lies before the first")
          )
        ])
      }
      let card = form["card"]?.text ?? ""
      guard !card.isEmpty else { return .saved(wanted, note: nil) }
      guard let facts = try workplace.desk.patron(card) else {
        return .faults([("card", words.say(vi: "Không có thẻ này", en: "There is no such card"))])
      }
      wanted.institution = PatronLine(facts.patron)
      return .saved(wanted, note: nil)
    }
  }

  private static func day(_ id: String, _ label: String, _ day: CalendarDay?, _ words: Wording)
    -> Form.Item
  {
    Form.Item(
      id, label: label, field: Field(.date, text: day.map(words.day) ?? ""), width: 12,
      hint: words.say(vi: "Để trống: không giới hạn", en: "Empty: no limit"))
  }
}

extension Wording {
  /// What narrows the register of boxes; nil where it is whole.
  func boxFilter(_ filter: BoxFilter) -> String? {
    let parts = [
      filter.institution.map { "\($0.name) (\($0.card))" },
      filter.from.map { say(vi: "từ \(day($0))", en: "from \(day($0))") },
      filter.through.map { say(vi: "đến hết \(day($0))", en: "through \(day($0))") },
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
