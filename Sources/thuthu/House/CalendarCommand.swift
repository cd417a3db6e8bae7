import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// The days on which the library is open.
struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: .say(vi: "Lịch mở cửa.", en: "The opening days."),
    subcommands: [
      List.self, Set.self, OpeningHoursCommand.self, SeasonCommand.self, HolidaysCommand.self,
      CloseDaysCommand.self,
    ])

  struct List: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: .say(
        vi: "Các thứ mở cửa, giờ theo mùa và những ngày khác thường.",
        en: "The open weekdays, the seasons and the exceptions."
      ))

    @OptionGroup var global: GlobalOptions

    func run(in session: LibrarySession) throws -> ExitStatus {
      let calendar = try session.desk.houseConfiguration().calendar
      let words = session.words
      let weekdays = Weekday.allCases.filter(calendar.openWeekdays.contains)
      session.answer(
        .week(of: calendar),
        words.say(vi: "Mở cửa: ", en: "Open: ")
          + weekdays.map(words.weekday).joined(separator: ", ")
          + (calendar.hours.byWeekday.isEmpty ? "" : "; \(words.openingHours(calendar.hours))"))
      for season in calendar.seasons { session.answer(JSONValue(season), words.line(season)) }
      for (day, exception) in calendar.exceptions.sorted(by: { $0.key < $1.key }) {
        session.answer(
          JSONValue(day, exception),
          "\(words.day(day)) (\(words.weekday(day.weekday))): "
            + (exception.isOpen
              ? words.say(vi: "mở cửa", en: "open") : words.say(vi: "đóng cửa", en: "closed"))
            + (exception.reason.isEmpty ? "" : ", \(exception.reason)"))
      }
      return .done
    }
  }

  struct Set: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: .say(
        vi: "Đặt các thứ mở cửa, hoặc một ngày mở, đóng hay trở lại bình thường.",
        en: "Set the open weekdays, or one day open, closed or ordinary again."))

    enum State: String, ExpressibleByArgument, CaseIterable {
      case open
      case closed
      case ordinary
    }

    @OptionGroup var global: GlobalOptions

    @Option(
      help: .say(
        "digits", vi: "Các thứ mở cửa, 1 là thứ Hai … 7 là Chủ nhật, như 123456.",
        en: "The open weekdays, 1 is Monday … 7 is Sunday, as in 123456."))
    var weekdays: String?

    @Argument(help: .say("day", vi: "Ngày.", en: "The day."))
    var day: CalendarDay?

    @Argument(
      help: .say("state", vi: "open, closed hoặc ordinary.", en: "open, closed or ordinary."))
    var state: State?

    @Option(help: .say("text", vi: "Lý do, như «Tết Nguyên đán».", en: "The reason."))
    var reason: String?

    func validate() throws {
      guard (weekdays != nil) != (day != nil && state != nil) else {
        throw ValidationError(
          .say(
            vi: "cần --weekdays, hoặc một ngày với open, closed hay ordinary",
            en: "give --weekdays, or a day with open, closed or ordinary"))
      }
    }

    func run(in session: LibrarySession) throws -> ExitStatus {
      let done = session.words.say(vi: "Đã ghi lịch", en: "Saved the calendar")
      if let day, let state {
        let isOpen: Bool? = state == .ordinary ? nil : state == .open
        let outcome = try session.desk.setOpeningDay(day, isOpen: isOpen, reason: reason)
        let due = try session.desk.loansDue(on: day, isOpen: isOpen)
        return session.answer(
          outcome, .calendar, ["loansDue": .count(due)],
          done: done + session.words.stillDue(due))
      }
      return session.answer(
        try session.desk.setSetting(HouseSetting.openWeekdays, weekdays), .calendar, done: done)
    }
  }
}

extension Desk {
  /// How many loans stay due on a day that was closed; none where it was not.
  func loansDue(on day: CalendarDay, isOpen: Bool?) throws -> Int {
    isOpen == false ? try loansDue(from: day, to: day) : 0
  }
}

extension JSONValue {
  /// The open days of the week, Monday being 1, and their hours.
  static func week(of calendar: OpeningCalendar) -> JSONValue {
    [
      "weekdays": .list(
        Weekday.allCases.filter(calendar.openWeekdays.contains).map { .count($0.rawValue + 1) }),
      "hours": .text(calendar.hours.encoded),
    ]
  }

  /// A day that differs from its week.
  init(_ day: CalendarDay, _ exception: OpeningCalendar.Exception) {
    self = [
      "day": .day(day), "open": .bool(exception.isOpen), "reason": .text(exception.reason),
    ]
  }
}
