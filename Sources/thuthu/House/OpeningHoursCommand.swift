import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// The sessions in which the library is open on days of the week.
struct OpeningHoursCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "hours",
    abstract: .say(
      vi: "Đặt giờ mở cửa của các thứ trong tuần.", en: "Set the opening hours of weekdays."))

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: .say(
      "digits", vi: "Các thứ, 1 là thứ Hai … 7 là Chủ nhật, như 12345.",
      en: "Weekdays, 1 is Monday … 7 is Sunday, as in 12345."))
  var weekdays: String

  @Argument(
    help: .say(
      "sessions", vi: "Các buổi, như \"7:30-11:30, 13:30-17:00\"; \"\" là cả ngày.",
      en: "The sessions, as in \"7:30-11:30, 13:30-17:00\"; \"\" is the whole day."))
  var sessions: String

  func run(in session: LibrarySession) throws -> ExitStatus {
    let words = session.words
    let days = weekdays.compactMap { $0.wholeNumberValue.flatMap { Weekday(rawValue: $0 - 1) } }
    guard !days.isEmpty, days.count == weekdays.count else {
      throw CommandFault.usage(words.refusal(.invalidValue(field: "weekdays", typed: weekdays)))
    }
    guard let read = OpeningSession.read(sessions) else {
      throw CommandFault.usage(words.refusal(.invalidValue(field: "sessions", typed: sessions)))
    }
    return session.answer(
      try session.desk.setOpeningHours(read, on: Set(days)), .calendar,
      done: words.say(vi: "Đã ghi giờ mở cửa", en: "Saved the opening hours"))
  }
}

extension Desk {
  /// Gives these days of the week their sessions; the others keep theirs.
  func setOpeningHours(_ sessions: [OpeningSession], on weekdays: Set<Weekday>) throws
    -> SaveOutcome
  {
    var hours = try houseConfiguration().calendar.hours.byWeekday
    for day in weekdays { hours[day] = sessions }
    return try setOpeningHours(OpeningHours(hours))
  }
}
