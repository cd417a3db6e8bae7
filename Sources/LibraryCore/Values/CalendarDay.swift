/// A day on the library's wall calendar, without a time or a zone.
public struct CalendarDay: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01 in the proleptic Gregorian calendar.
  public let number: Int

  public init(number: Int) { self.number = number }

  /// The day with these parts, or nil when the calendar has no such day.
  ///
  /// Years run from 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDay.length(ofMonth: month, in: year)
    else { return nil }
    number = CalendarDay.number(year: year, month: month, day: day)
  }

  /// Reads `YYYY-MM-DD`.
  public init?(iso text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = decimal(parts[0]), let month = decimal(parts[1]),
      let day = decimal(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads `dd/MM/yyyy` as people write it: one or two digits for day and month, `/`, `-` or `.` between; the month may be a Roman
  /// numeral, as registers have it.
  public init?(vietnamese text: String) {
    let parts = text.utf8.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
    guard parts.count == 3, (1...2).contains(parts[0].count), parts[2].count == 4,
      let day = decimal(parts[0]), let month = CalendarDay.month(parts[1]),
      let year = decimal(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private static func month(_ text: Substring.UTF8View) -> Int? {
    if (1...2).contains(text.count), let month = decimal(text) { return month }
    let numeral = Substring(text).uppercased()
    return romanMonths.firstIndex(of: numeral).map { $0 + 1 }
  }

  private static let romanMonths = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
  ]

  public var year: Int { parts.year }
  public var month: Int { parts.month }
  public var day: Int { parts.day }

  public var weekday: Weekday { Weekday.allCases[((number + 3) % 7 + 7) % 7] }

  /// `YYYY-MM-DD`, the form of the command line's JSON.
  public var iso: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

  /// `dd/MM/yyyy`, the form people read in Vietnam.
  public var vietnamese: String { "\(padded(day, 2))/\(padded(month, 2))/\(padded(year, 4))" }

  /// `dd.XI.yyyy`, the form of accession registers: the month in Roman numerals.
  public var roman: String {
    "\(padded(day, 2)).\(CalendarDay.romanMonths[month - 1]).\(padded(year, 4))"
  }

  public func adding(days: Int) -> CalendarDay { CalendarDay(number: number + days) }

  /// How many days lie from this day to `other`; negative when `other` is earlier.
  public func days(until other: CalendarDay) -> Int { other.number - number }

  public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    left.number < right.number
  }

  /// Year, month and day from the day number (civil-from-days over 400-year eras).
  private var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private static func number(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month <= 2 ? year - 1 : year
    let era = marchYear / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: return 30
    case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: return 31
    }
  }
}

/// The days of the week, Monday first as in Vietnam (thứ Hai … Chủ nhật).
public enum Weekday: Int, CaseIterable, Sendable {
  case monday
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday
  case sunday
}

func decimal(_ text: some Sequence<UInt8>) -> Int? {
  var value = 0
  for byte in text {
    guard byte >= 0x30, byte <= 0x39, value < 100_000_000_000_000 else { return nil }
    value = value * 10 + Int(byte - 0x30)
  }
  return value
}

func padded(_ value: Int, _ width: Int) -> String {
  let text = String(value)
  return text.count >= width ? text : String(repeating: "0", count: width - text.count) + text
}
