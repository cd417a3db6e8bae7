import LibraryCore
import LibraryStore
import Terminal

/// The public holidays of a year as closed days: what the government decides each year is chosen, the days are shown, then written
/// as one action.
enum HolidaysForm {
  static func screen(_ workplace: Workplace) -> any Screen {
    let words = workplace.wording
    return FormScreen(
      workplace: workplace, title: words.say(vi: "NGÀY LỄ TRONG NĂM", en: "PUBLIC HOLIDAYS"),
      items: items(words, today: workplace.desk.today), about: { days($0, workplace) },
      save: { form in try save(form, workplace) })
  }

  private static func items(_ words: Wording, today: CalendarDay) -> [Form.Item] {
    let choose = words.say(vi: "Dấu cách để đổi", en: "Change with the space bar")
    func choice(_ id: String, _ label: String, _ choices: [(String, String)]) -> Form.Item {
      Form.Item(
        id, label: label,
        field: Field(.choice(choices.map { FieldChoice($0.0, label: $0.1) })), width: 34,
        hint: choose)
    }
    let yesOrNo = [
      ("yes", words.say(vi: "có", en: "yes")), ("no", words.say(vi: "không", en: "no")),
    ]
    // From October on people plan the next year.
    let year = today.month < 10 ? today.year : today.year + 1
    return [
      Form.Item(
        "year", label: words.say(vi: "Năm", en: "Year"),
        field: Field(.number, text: String(year), isProposed: true, maximumLength: 4),
        isRequired: true, width: 6,
        check: { typed in
          typed.number.map(LunarDate.years.contains) == true ? nil : words.noLunarTable
        }),
      choice(
        "tet", words.holiday(.lunarNewYear),
        [
          ("1", words.say(vi: "1 ngày trước, 4 ngày từ mồng 1", en: "1 day before, 4 from day 1")),
          ("2", words.say(vi: "2 ngày trước, 3 ngày từ mồng 1", en: "2 days before, 3 from day 1")),
        ]),
      choice(
        "national", words.holiday(.nationalDay), [("late", "2/9, 3/9"), ("early", "1/9, 2/9")]),
      choice("culture", words.holiday(.culture), yesOrNo),
      choice("madeUp", words.say(vi: "Nghỉ bù", en: "Days made up"), yesOrNo),
    ]
  }

  private static func holidays(_ form: Form, _ workplace: Workplace) -> PublicHolidays? {
    guard let year = form["year"]?.number else { return nil }
    let choices = PublicHolidays.Choices(
      daysBeforeTet: form["tet"]?.text == "2" ? 2 : 1,
      startsNationalDayEarly: form["national"]?.text == "early",
      hasCultureDay: form["culture"]?.text == "yes", makesUp: form["madeUp"]?.text == "yes")
    return PublicHolidays(year: year, choices, openWeekdays: calendar(workplace).openWeekdays)
  }

  private static func calendar(_ workplace: Workplace) -> OpeningCalendar {
    workplace.house?.calendar ?? OpeningCalendar()
  }

  /// The days in two columns, without the year that stands above; those to be written carry a plus.
  private static func days(_ form: Form, _ workplace: Workplace) -> [StyledText] {
    let words = workplace.wording
    guard let holidays = holidays(form, workplace) else { return [StyledText(words.noLunarTable)] }
    let missing = calendar(workplace).missing(holidays)
    let entries = holidays.days.map { day in
      "\(missing.contains(day) ? "+" : " ") \(words.shortDay(day.day)) "
        + "\(words.shortWeekday(day.day.weekday)) \(words.holidayReason(day))"
    }
    let half = (entries.count + 1) / 2
    let lines = (0..<half).map { row -> StyledText in
      let left = entries[row]
      let right = half + row < entries.count ? entries[half + row] : ""
      let gap = String(repeating: " ", count: max(1, 38 - DisplayWidth.of(left)))
      return StyledText(left + gap + right)
    }
    let note = words.say(
      vi: "Lưu thì ghi \(missing.count) ngày có dấu +; những ngày khác đã có trong lịch.",
      en:
        "Saving writes the \(counted(missing.count, "day")) with a +; the others are decided already."
    )
    return lines + [StyledText(""), StyledText(note, role: .muted)]
  }

  private static func save(_ form: Form, _ workplace: Workplace) throws -> FormScreen.Outcome {
    let words = workplace.wording
    workplace.catchUp()
    guard let holidays = holidays(form, workplace) else {
      return .faults([("year", words.noLunarTable)])
    }
    let days = words.closedDays(calendar(workplace).missing(holidays))
    return .of(
      try workplace.desk.setCalendar(days), words,
      note: words.say(
        vi: "Đã ghi \(days.count) ngày nghỉ", en: "Wrote \(counted(days.count, "closed day"))"))
  }
}
