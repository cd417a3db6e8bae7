import LibraryCore
import LibraryStore
import Terminal

/// Asks of what the history is wanted: a copy, a patron or a day.
enum HistoryForm {
  static func screen(_ workplace: Workplace) -> any Screen {
    let words = workplace.wording
    return FormScreen(
      workplace: workplace, purpose: .looking,
      title: words.say(vi: "LỊCH SỬ", en: "HISTORY"),
      items: [
        Form.Item(
          "what", label: words.say(vi: "Tra cứu", en: "Look up"),
          field: Field(
            .code, text: words.day(workplace.desk.today), isProposed: true, maximumLength: 60),
          isRequired: true, width: 30,
          hint: words.say(
            vi: "Số ĐKCB, số thẻ, hoặc một ngày", en: "A barcode, a card number, or a day"))
      ]
    ) { form in
      let text = form["what"]?.text ?? ""
      if let day = CalendarDay(vietnamese: text) ?? CalendarDay(iso: text) {
        return .goesOn(page(workplace, day, try workplace.desk.history(ofDay: day)))
      }
      switch try workplace.desk.look(text, preferring: nil) {
      case .item(let facts), .both(_, let facts):
        return .goesOn(JournalScreen(workplace: workplace, entity: facts.item.id))
      case .patron(let facts):
        return .goesOn(JournalScreen(workplace: workplace, patron: facts.patron.id))
      case .nothing:
        return .faults([
          (
            "what",
            words.say(
              vi: "Không phải thẻ, sách hay ngày", en: "Neither a card, a copy nor a day")
          )
        ])
      }
    }
  }

  private static func page(_ workplace: Workplace, _ day: CalendarDay, _ entries: [DayEntry])
    -> any Screen
  {
    let words = workplace.wording
    let none = words.say(vi: "Ngày này không có việc nào ở quầy", en: "Nothing was done that day")
    return TextScreen(
      workplace: workplace,
      title: words.say(vi: "LỊCH SỬ NGÀY \(words.day(day))", en: "HISTORY OF \(words.day(day))"),
      paragraphs: entries.isEmpty
        ? [StyledText(none)]
        : entries.reversed().map {
          StyledText(
            words.dayEntry($0, of: day), role: $0.isUndone ? .muted : .text, hangingIndent: 7)
        })
  }
}
