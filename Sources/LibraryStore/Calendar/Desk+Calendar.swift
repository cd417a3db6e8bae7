import GRDB
public import LibraryCore
import VietnameseText

extension Desk {
  /// What ops about the house itself are about: its settings and its opening days.
  static let house = EntityID(originIndex: 0, counter: 1)

  /// Says on which days of the week the library is open; one at least.
  public func setOpeningDays(_ weekdays: Set<Weekday>) throws -> SaveOutcome {
    let digits = weekdays.map { $0.rawValue + 1 }.sorted().map(String.init).joined()
    return try setSetting(HouseSetting.openWeekdays, digits)
  }

  /// Says in which sessions the library is open on days of the week; a day without any is open from midnight to midnight.
  public func setOpeningHours(_ hours: OpeningHours) throws -> SaveOutcome {
    let text = hours.encoded
    return try setSetting(HouseSetting.openingHours, text.isEmpty ? nil : text)
  }

  /// Makes `day` an exception to the week, open or closed, or an ordinary day again where `isOpen` is nil.
  public func setOpeningDay(
    _ day: CalendarDay, isOpen: Bool?, reason: String? = nil
  ) throws -> SaveOutcome {
    try setCalendar([OpeningDay(day: day, isOpen: isOpen, reason: reason)])
  }

  /// Makes several days exceptions to the week, or ordinary again, as one action; days that are so already are left out.
  public func setCalendar(_ days: [OpeningDay]) throws -> SaveOutcome {
    try act { transaction in
      let reasons = transaction.missing(.manageRules)
      guard reasons.isEmpty else { return .refused(reasons) }
      let exceptions = transaction.configuration.calendar.exceptions
      let changes = days.compactMap { day -> OpeningDay? in
        let wanted = day.isOpen.map {
          OpeningCalendar.Exception(isOpen: $0, reason: day.reason?.nfc ?? "")
        }
        guard exceptions[day.day] != wanted else { return nil }
        return OpeningDay(day: day.day, isOpen: day.isOpen, reason: wanted?.reason)
      }
      guard let first = changes.first else { return .unchanged(id: Desk.house) }
      let body = changes.count == 1 ? first.body : .openingDaysSaved(changes)
      return .saved(id: Desk.house, op: try transaction.append(body, on: Desk.house))
    }
  }

  /// How many open loans fall due on these days, both included: they keep their due dates where a day is only marked as closed.
  public func loansDue(from first: CalendarDay, to last: CalendarDay) throws -> Int {
    try consider { facts in
      try Int.fetchOne(
        facts.db.cachedStatement(
          sql: "SELECT count(*) FROM loan WHERE status = 'open' AND due_on BETWEEN ? AND ?"),
        arguments: [first.number, last.number]) ?? 0
    }
  }

  /// Sets one of the house's settings, or clears it where `value` is nil.
  public func setSetting(_ name: String, _ value: String?) throws -> SaveOutcome {
    let (name, value) = (name.nfc, value?.nfc)
    return try act { transaction in
      var reasons = transaction.missing(.manageRules)
      if name.isEmpty { reasons.append(.nameMissing) }
      if let value, let refusal = HouseSetting.refusal(name, value) { reasons.append(refusal) }
      guard reasons.isEmpty else { return .refused(reasons) }
      guard transaction.configuration.settings[name] != value else {
        return .unchanged(id: Desk.house)
      }
      let body = OpBody.settingSaved(name: name, value: value)
      return .saved(id: Desk.house, op: try transaction.append(body, on: Desk.house))
    }
  }
}
