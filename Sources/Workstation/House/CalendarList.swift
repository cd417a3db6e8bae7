import LibraryCore
import LibraryStore
import Terminal

/// What differs from the week: seasons with hours of their own, holidays, and days opened to make up for them.
struct CalendarList: HouseList {
  let context = "calendar"
  let permission = Permission.manageRules
  private var days: [(day: CalendarDay, exception: OpeningCalendar.Exception)] = []
  private var seasons: [OpeningSeason] = []
  private var week: Set<Weekday> = []
  private var hours = OpeningHours()

  var count: Int { seasons.count + days.count }

  func title(_ words: Wording) -> String { words.say(vi: "LỊCH MỞ CỬA", en: "CALENDAR") }

  func lead(_ words: Wording) -> String? {
    let open = Weekday.allCases.filter(week.contains).map(words.shortWeekday)
    return words.say(vi: "Mở cửa trong tuần: ", en: "Open in the week: ")
      + open.joined(separator: " ")
      + (hours.byWeekday.isEmpty ? "" : " · " + words.openingHours(hours))
  }

  func columns(_ words: Wording) -> [TableColumn] {
    [
      TableColumn(words.say(vi: "Ngày", en: "Day"), width: .fixed(seasons.isEmpty ? 10 : 21)),
      TableColumn(words.say(vi: "Thứ", en: "Weekday"), width: .fixed(10)),
      TableColumn(words.say(vi: "Mở hay nghỉ", en: "Open or closed"), width: .fixed(14)),
      TableColumn(words.say(vi: "Vì", en: "Because"), width: .flexible()),
    ]
  }

  func row(_ index: Int, _ words: Wording) -> TableRow {
    guard let (day, exception) = day(index) else {
      let season = seasons[index]
      return TableRow([
        words.seasonPeriod(season.period),
        season.period.isYearly ? words.say(vi: "hằng năm", en: "yearly") : "",
        words.say(vi: "giờ riêng", en: "own hours"),
        (season.name.isEmpty ? "" : season.name + ": ") + words.seasonWeek(season.week),
      ])
    }
    return TableRow([
      words.day(day), words.weekday(day.weekday), words.opening(exception.isOpen), exception.reason,
    ])
  }

  /// The day in a line; nil where a season stands there.
  private func day(_ index: Int) -> OpeningDayForm.Day? {
    let index = index - seasons.count
    return days.indices.contains(index) ? days[index] : nil
  }

  /// The seasons first as they are asked, then the coming days, then those gone by.
  mutating func read(_ workplace: Workplace) {
    let calendar = workplace.house?.calendar ?? OpeningCalendar()
    let today = workplace.desk.today
    week = calendar.openWeekdays
    hours = calendar.hours
    seasons = calendar.seasons
    let sorted = calendar.exceptions.sorted { $0.key < $1.key }.map { (day: $0, exception: $1) }
    days = sorted.filter { $0.day >= today } + sorted.filter { $0.day < today }.reversed()
  }

  func formToAdd(_ workplace: Workplace) -> any Screen { OpeningDayForm.screen(workplace, nil) }

  func formToEdit(_ index: Int, _ workplace: Workplace) -> (any Screen)? {
    seasons.indices.contains(index)
      ? SeasonForm.screen(workplace, seasons[index])
      : OpeningDayForm.screen(workplace, day(index))
  }

  func removal(of index: Int, _ workplace: Workplace) -> HouseRemoval? {
    if seasons.indices.contains(index) {
      let season = seasons[index]
      return HouseRemoval(name: workplace.wording.season(season)) {
        try workplace.desk.removeSeason(season.id)
      }
    }
    guard let (day, exception) = day(index) else { return nil }
    return HouseRemoval(name: "\(workplace.wording.day(day)) \(exception.reason)") {
      try workplace.desk.setOpeningDay(day, isOpen: nil)
    }
  }

  func perform(_ command: CommandID, on index: Int?, _ workplace: Workplace) -> [Effect]? {
    switch command {
    case .calendarWeek: [.push(OpeningWeekForm.screen(workplace, week))]
    case .calendarHours: [.push(OpeningHoursForm.screen(workplace, hours))]
    case .calendarSeason: [.push(SeasonForm.screen(workplace, nil))]
    case .calendarHolidays: [.push(HolidaysForm.screen(workplace))]
    case .calendarClose: [.push(CloseDaysForm.screen(workplace))]
    default: nil
    }
  }
}

/// A closed or an extra open day, or several in a row.
enum OpeningDayForm {
  typealias Day = (day: CalendarDay, exception: OpeningCalendar.Exception)

  /// Longer closures are typed in parts; more at once is a slip of the finger.
  private static let daysMaximum = 60

  static func screen(_ workplace: Workplace, _ day: Day?) -> any Screen {
    let words = workplace.wording
    return FormScreen(
      workplace: workplace, title: words.say(vi: "NGÀY NGHỈ, NGÀY MỞ BÙ", en: "CLOSED, EXTRA DAYS"),
      items: items(workplace, day)
    ) { form in try save(form, workplace) }
  }

  private static func items(_ workplace: Workplace, _ day: Day?) -> [Form.Item] {
    let words = workplace.wording
    return [
      Form.Item(
        "day", label: words.say(vi: "Ngày", en: "Day"),
        field: Field(.date, text: day?.day.vietnamese ?? ""),
        isRequired: true, width: 12),
      Form.Item(
        "last", label: words.say(vi: "Đến hết ngày", en: "Through"),
        field: Field(.date), width: 12,
        hint: words.say(
          vi: "Để trống nếu chỉ một ngày; nhiều nhất \(daysMaximum) ngày",
          en: "Empty for one day; at most \(counted(daysMaximum, "day"))")),
      Form.Item(
        "open", label: words.say(vi: "Mở hay nghỉ", en: "Open or closed"),
        field: Field(
          .choice([
            FieldChoice("no", label: words.opening(false)),
            FieldChoice("yes", label: words.opening(true)),
          ]), text: day?.exception.isOpen == true ? "yes" : "no"), width: 20),
      Form.Item(
        "reason", label: words.say(vi: "Vì", en: "Because"),
        field: workplace.keyboard.words(day?.exception.reason ?? "", maximumLength: 100),
        hint: words.say(vi: "Ví dụ: Tết Nguyên đán", en: "Such as: New Year")),
    ]
  }

  private static func save(_ form: Form, _ workplace: Workplace) throws -> FormScreen.Outcome {
    let words = workplace.wording
    guard let first = form["day"]?.day else { return .faults([]) }
    let last = form["last"]?.day ?? first
    guard (0..<daysMaximum).contains(first.days(until: last)) else {
      return .faults([
        ("last", words.say(vi: "Khoảng ngày không hợp lệ", en: "These days make no row"))
      ])
    }
    let days = (first.number...last.number).map {
      OpeningDay(
        day: CalendarDay(number: $0), isOpen: form["open"]?.text == "yes",
        reason: form["reason"]?.text)
    }
    let outcome = try workplace.desk.setCalendar(days)
    let isOpen = form["open"]?.text == "yes"
    let due = isOpen ? 0 : try workplace.desk.loansDue(from: first, to: last)
    return .of(
      outcome, words,
      note: words.say(vi: "Đã lưu lịch", en: "Calendar saved") + words.stillDue(due))
  }
}

/// The opening days of the week.
enum OpeningWeekForm {
  static func screen(_ workplace: Workplace, _ week: Set<Weekday>) -> any Screen {
    let words = workplace.wording
    let items = Weekday.allCases.map { weekday in
      Form.Item(
        "\(weekday.rawValue)", label: words.weekday(weekday),
        field: Field(
          .choice([
            FieldChoice("yes", label: words.opening(true)),
            FieldChoice("no", label: words.opening(false)),
          ]), text: week.contains(weekday) ? "yes" : "no"), width: 20,
        hint: words.say(vi: "Dấu cách để đổi", en: "Change with the space bar"))
    }
    return FormScreen(
      workplace: workplace, title: words.say(vi: "MỞ CỬA TRONG TUẦN", en: "OPENING DAYS"),
      items: items
    ) { form in
      let open = Weekday.allCases.filter { form["\($0.rawValue)"]?.text == "yes" }
      return .of(
        try workplace.desk.setOpeningDays(Set(open)), words,
        note: words.say(vi: "Đã lưu lịch", en: "Calendar saved"))
    }
  }
}

/// The sessions of the days of the week.
enum OpeningHoursForm {
  static func screen(_ workplace: Workplace, _ hours: OpeningHours) -> any Screen {
    let words = workplace.wording
    let fault = words.say(
      vi: "Viết như 7:30-11:30, 13:30-17:00", en: "Write it as in 7:30-11:30, 13:30-17:00")
    let items = Weekday.allCases.map { weekday in
      Form.Item(
        "\(weekday.rawValue)", label: words.weekday(weekday),
        field: Field(
          .text, text: OpeningHours.text(hours.byWeekday[weekday] ?? []), maximumLength: 60),
        hint: words.say(
          vi: "Như 7:30-11:30, 13:30-17:00; để trống: cả ngày",
          en: "As in 7:30-11:30, 13:30-17:00; empty: the whole day"),
        check: { OpeningSession.read($0.text) == nil ? fault : nil })
    }
    return FormScreen(
      workplace: workplace, title: words.say(vi: "GIỜ MỞ CỬA", en: "OPENING HOURS"), items: items
    ) { form in
      var sessions: [Weekday: [OpeningSession]] = [:]
      for weekday in Weekday.allCases {
        sessions[weekday] = OpeningSession.read(form["\(weekday.rawValue)"]?.text ?? "")
      }
      return .of(
        try workplace.desk.setOpeningHours(OpeningHours(sessions)), words,
        note: words.say(vi: "Đã lưu lịch", en: "Calendar saved"))
    }
  }
}

extension Wording {
  fileprivate func opening(_ isOpen: Bool) -> String {
    isOpen ? say(vi: "mở cửa", en: "open") : say(vi: "nghỉ", en: "closed")
  }
}

extension Field {
  /// The day of a date field, when the calendar has it.
  var day: CalendarDay? {
    date.flatMap { CalendarDay(year: $0.year, month: $0.month, day: $0.day) }
  }
}
