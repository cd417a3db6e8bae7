import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// The public holidays of a year, shown or written into the calendar.
struct HolidaysCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "holidays",
    abstract: .say(
      vi: "Ngày lễ của một năm; --save thì ghi làm ngày nghỉ.",
      en: "The public holidays of a year; --save writes them as closed days."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("year", vi: "Năm.", en: "The year."))
  var year: Int

  @Option(
    help: .say(
      "days", vi: "Số ngày nghỉ Tết trước mồng một, 1 hoặc 2.",
      en: "How many days of Tết lie before its first, 1 or 2."))
  var beforeTet = 1

  @Option(
    help: .say(
      "which", vi: "Quốc khánh nghỉ 2/9, 3/9 (late) hay 1/9, 2/9 (early).",
      en: "National Day on 2 and 3 September (late) or 1 and 2 (early)."))
  var nationalDay = SecondNationalDay.late

  @Flag(help: .say(vi: "Không nghỉ 24/11.", en: "Leave 24 November out."))
  var withoutCultureDay = false

  @Flag(help: .say(vi: "Không nghỉ bù.", en: "Make up for no holiday."))
  var withoutMakingUp = false

  @Flag(
    help: .say(
      vi: "Ghi những ngày chưa có trong lịch.", en: "Write the days on which nothing is decided."))
  var save = false

  func validate() throws {
    guard PublicHolidays.daysBeforeTet.contains(beforeTet) else {
      throw ValidationError(
        .say(vi: "--before-tet là 1 hoặc 2", en: "--before-tet is 1 or 2"))
    }
    guard LunarDate.years.contains(year) else {
      throw ValidationError(Speech.words.noLunarTable)
    }
  }

  func run(in session: LibrarySession) throws -> ExitStatus {
    let calendar = try session.desk.houseConfiguration().calendar
    let choices = PublicHolidays.Choices(
      daysBeforeTet: beforeTet, startsNationalDayEarly: nationalDay == .early,
      hasCultureDay: !withoutCultureDay, makesUp: !withoutMakingUp)
    guard let holidays = HolidayYear(year, choices, in: calendar) else {
      throw CommandFault.usage(session.words.noLunarTable)
    }
    for day in holidays.days { tell(day, of: holidays, session) }
    guard save else { return .done }
    let words = session.words
    let days = words.closedDays(holidays.missing)
    return session.answer(
      try session.desk.setCalendar(days), .calendar,
      done: words.say(
        vi: "Đã ghi \(days.count) ngày nghỉ", en: "Wrote \(counted(days.count, "closed day"))"))
  }

  private func tell(
    _ day: PublicHolidays.Day, of holidays: HolidayYear, _ session: LibrarySession
  ) {
    let words = session.words
    let state =
      holidays.missing.contains(day)
      ? "" : words.say(vi: " (đã có trong lịch)", en: " (decided already)")
    session.answer(
      holidays.json(day, words),
      "\(words.day(day.day)) (\(words.weekday(day.day.weekday))): \(words.holidayReason(day))"
        + state)
  }
}
