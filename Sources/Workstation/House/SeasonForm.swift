import LibraryCore
import LibraryStore
import Terminal

/// A part of the year with opening hours of its own; a day of the week left empty is open as in the whole year.
enum SeasonForm {
  /// A new season, or the one to be changed.
  static func screen(_ workplace: Workplace, _ season: OpeningSeason?) -> any Screen {
    let words = workplace.wording
    return FormScreen(
      workplace: workplace,
      title: words.say(vi: "GIỜ MỞ CỬA THEO MÙA", en: "OPENING HOURS OF A SEASON"),
      items: items(workplace, season)
    ) { form in try save(form, season?.id, workplace) }
  }

  private static func items(_ workplace: Workplace, _ season: OpeningSeason?) -> [Form.Item] {
    let words = workplace.wording
    let fault = words.say(
      vi: "Viết như 7:30-11:30, 13:30-17:00, hoặc «nghỉ»",
      en: "Write it as in 7:30-11:30, 13:30-17:00, or “closed”")
    let noDays = words.say(
      vi: "Viết như 1/6-31/8, hoặc 1/6/2027-31/8/2027",
      en: "Write it as in 1/6-31/8, or 1/6/2027-31/8/2027")
    let days = Weekday.allCases.map { weekday in
      Form.Item(
        "\(weekday.rawValue)", label: words.weekday(weekday),
        field: Field(
          .text, text: season.flatMap { text($0.week, weekday, words) } ?? "", maximumLength: 60),
        hint: words.say(
          vi: "Như 7:30-11:30, 13:30-17:00; «nghỉ»; để trống: như cả năm",
          en: "As in 7:30-11:30, 13:30-17:00; “closed”; empty: as all year"),
        check: { field in
          field.text.isEmpty || SeasonWeek.sessions(typed: field.text) != nil ? nil : fault
        })
    }
    return [
      Form.Item(
        "period", label: words.say(vi: "Từ – đến", en: "From – to"),
        field: Field(
          .text, text: season.map { words.seasonPeriod($0.period) } ?? "", maximumLength: 30),
        isRequired: true, width: 24,
        hint: words.say(
          vi: "1/6-31/8: hằng năm; 1/6/2027-31/8/2027: một lần",
          en: "1/6-31/8: every year; 1/6/2027-31/8/2027: once"),
        check: { SeasonPeriod(typed: $0.text) == nil ? noDays : nil }),
      Form.Item(
        "name", label: words.say(vi: "Tên", en: "Name"),
        field: workplace.keyboard.words(season?.name ?? "", maximumLength: 40),
        hint: words.say(vi: "Ví dụ: Hè thiếu nhi", en: "Such as: Children’s summer")),
    ] + days
  }

  private static func text(_ week: SeasonWeek, _ weekday: Weekday, _ words: Wording) -> String? {
    week.byWeekday[weekday].map {
      $0.isEmpty ? words.say(vi: "nghỉ", en: "closed") : OpeningHours.text($0)
    }
  }

  private static func save(
    _ form: Form, _ id: EntityID?, _ workplace: Workplace
  ) throws -> FormScreen.Outcome {
    let words = workplace.wording
    var sessions: [Weekday: [OpeningSession]] = [:]
    for weekday in Weekday.allCases {
      sessions[weekday] = SeasonWeek.sessions(typed: form["\(weekday.rawValue)"]?.text ?? "")
    }
    guard !sessions.isEmpty else {
      return .faults([
        ("0", words.say(vi: "Chưa nhập giờ của thứ nào", en: "No day has hours yet"))
      ])
    }
    guard let period = SeasonPeriod(typed: form["period"]?.text ?? "") else { return .faults([]) }
    return .of(
      try workplace.desk.saveSeason(
        period, name: form["name"]?.text ?? "", week: SeasonWeek(sessions), id: id), words,
      note: words.say(vi: "Đã lưu lịch", en: "Calendar saved"))
  }
}
