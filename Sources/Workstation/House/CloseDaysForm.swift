import LibraryCore
import LibraryStore
import Terminal

/// An unplanned closing: the days, why, and the due dates that move with it.
enum CloseDaysForm {
  static func screen(_ workplace: Workplace) -> any Screen {
    let words = workplace.wording
    return FormScreen(
      workplace: workplace, title: words.say(vi: "NGHỈ ĐỘT XUẤT", en: "UNPLANNED CLOSING"),
      lead: [
        StyledText(
          words.say(
            vi: "Đóng cửa và dời mọi hạn trả rơi vào những ngày này; hoàn tác được cả hai.",
            en: "Closes the library and moves every due date on these days; undone together."),
          role: .muted)
      ],
      items: [
        day("day", words.say(vi: "Từ ngày", en: "From"), words, isRequired: true),
        day("last", words.say(vi: "Đến hết ngày", en: "Through"), words, isRequired: false),
        Form.Item(
          "note", label: words.say(vi: "Vì", en: "Because"),
          field: workplace.keyboard.words(maximumLength: 100), isRequired: true,
          hint: words.say(vi: "Ví dụ: bão số 5", en: "Such as: storm")),
      ], about: { about($0, workplace) }, whatIf: { page($0, workplace) },
      save: { form in
        guard let outcome = try close(form, workplace, dryRun: false) else { return .faults([]) }
        switch outcome {
        case .closed(let closing):
          let saved = closing.op.map { SavedThing(id: EntityID(rawValue: 1), op: $0) }
          return .saved(saved, note: words.closing(outcome, linesMaximum: 0).first)
        case .unchanged: return .saved(nil, note: words.closing(outcome).first)
        case .refused(let reasons):
          return .faults(reasons.map { (EntryForm.field($0), words.refusal($0)) })
        }
      })
  }

  private static func day(
    _ id: String, _ label: String, _ words: Wording, isRequired: Bool
  ) -> Form.Item {
    Form.Item(
      id, label: label, field: Field(.date), isRequired: isRequired,
      width: 12,
      hint: isRequired ? "" : words.say(vi: "Để trống nếu chỉ một ngày", en: "Empty for one day"))
  }

  /// Which due dates would move, while the days are typed.
  private static func about(_ form: Form, _ workplace: Workplace) -> [StyledText] {
    guard let outcome = (try? close(form, workplace, dryRun: true)) ?? nil else { return [] }
    return workplace.wording.closing(outcome).map { StyledText($0, hangingIndent: 2) }
  }

  /// All that would move, on a page to scroll.
  private static func page(_ form: Form, _ workplace: Workplace) -> (any Screen)? {
    let lines = about(form, workplace)
    let title = workplace.wording.say(vi: "NGHỈ ĐỘT XUẤT: SẼ DỜI", en: "CLOSING: WHAT MOVES")
    return lines.isEmpty
      ? nil : TextScreen(workplace: workplace, title: title, paragraphs: lines)
  }

  /// Nil while no day is typed.
  private static func close(
    _ form: Form, _ workplace: Workplace, dryRun: Bool
  ) throws -> CloseDaysOutcome? {
    func day(_ id: String) -> CalendarDay? {
      form[id]?.date.flatMap { CalendarDay(year: $0.year, month: $0.month, day: $0.day) }
    }
    guard let first = day("day") else { return nil }
    let note = form.note ?? ""
    return try workplace.desk.closeDays(
      from: first, to: day("last") ?? first, reason: dryRun && note.isEmpty ? "…" : note,
      dryRun: dryRun)
  }
}
