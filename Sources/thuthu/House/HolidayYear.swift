import LibraryCore
import LibraryStore
import Workstation

/// The public holidays of a year beside what the calendar of the house says of their days.
struct HolidayYear {
  let days: [PublicHolidays.Day]
  /// Those on which nothing is decided yet.
  let missing: [PublicHolidays.Day]

  /// Nil where the lunar calendar has no table of the year.
  init?(_ year: Int, _ choices: PublicHolidays.Choices, in calendar: OpeningCalendar) {
    let holidays = PublicHolidays(year: year, choices, openWeekdays: calendar.openWeekdays)
    guard let holidays else { return nil }
    days = holidays.days
    missing = calendar.missing(holidays)
  }

  /// The days as JSON; `known` are those of which the calendar says something already.
  func json(_ words: Wording) -> [JSONValue] { days.map { json($0, words) } }

  func json(_ day: PublicHolidays.Day, _ words: Wording) -> JSONValue {
    [
      "day": .day(day.day), "holiday": .text(day.holiday.rawValue),
      "madeUp": .bool(day.isMadeUp), "known": .bool(!missing.contains(day)),
      "reason": .text(words.holidayReason(day)),
    ]
  }
}

/// On which of two days beside 2 September the library closes too.
enum SecondNationalDay: String, CaseIterable {
  /// 3 September.
  case late
  /// 1 September.
  case early
}
