import LibraryCore
import LibraryStore
import Workstation

extension Action {
  private static let holidayFields: Set<String> = [
    "year", "beforeTet", "nationalDay", "withoutCultureDay", "withoutMakingUp",
  ]

  /// When the library is open: all of it at once, the hours of weekdays, and the holidays of a year.
  static let calendar = [
    Action(name: "calendar", fields: holidayFields, isReading: true) { desk, fields in
      let house = try desk.houseConfiguration()
      let holidays = try holidays(desk, fields)
      return JSONValue.week(of: house.calendar).with("outcome", "found").adding([
        "seasons": .list(house.calendar.seasons.map { JSONValue($0) }),
        "exceptions": .list(
          house.calendar.exceptions.sorted { $0.key < $1.key }.map { JSONValue($0, $1) }),
        "holidays": .list(holidays.json(Speech.words(of: house))),
      ])
    },
    Action(name: "setHolidays", fields: holidayFields) { desk, fields in
      let words = Speech.words(of: try desk.houseConfiguration())
      let holidays = try holidays(desk, fields)
      return try desk.setCalendar(words.closedDays(holidays.missing))
        .json(.calendar, ["holidays": .list(holidays.json(words))])
    },
    Action(name: "setOpeningHours", fields: ["weekdays", "sessions"]) { desk, fields in
      guard let weekdays = try fields.optionalWeekdays("weekdays") else {
        throw ActionFault.missing("weekdays")
      }
      if weekdays.isEmpty { throw ActionFault.expected(.weekdays, field: "weekdays") }
      let typed = try fields.text("sessions")
      guard let sessions = OpeningSession.read(typed) else {
        return try SaveOutcome.refused([.invalidValue(field: "sessions", typed: typed)])
          .json(.calendar)
      }
      return try desk.setOpeningHours(sessions, on: weekdays).json(.calendar)
    },
  ]

  /// The holidays of the year that is named, or of this one.
  private static func holidays(_ desk: Desk, _ fields: ActionFields) throws -> HolidayYear {
    let before = try fields.count("beforeTet", usually: 1)
    guard PublicHolidays.daysBeforeTet.contains(before) else {
      throw ActionFault.expected(.oneOf(["1", "2"]), field: "beforeTet")
    }
    let nationalDay: SecondNationalDay = try fields.choice("nationalDay", usually: .late)
    let choices = PublicHolidays.Choices(
      daysBeforeTet: before, startsNationalDayEarly: nationalDay == .early,
      hasCultureDay: try !fields.flag("withoutCultureDay"),
      makesUp: try !fields.flag("withoutMakingUp"))
    let year = try fields.count("year", usually: desk.today.year)
    let calendar = try desk.houseConfiguration().calendar
    guard let holidays = HolidayYear(year, choices, in: calendar) else {
      throw ActionFault.noLunarTable
    }
    return holidays
  }
}
