/// A day of the Vietnamese lunar calendar (âm lịch), which is reckoned for UTC+7.
///
/// It is read from a table of months, so it is exact where the table reaches and says nothing elsewhere: from the first day of the
/// lunar year 1990 to the last of 2060. Vietnam's Tết differs from China's in a few years (2007, 2030).
public struct LunarDate: Hashable, Sendable {
  /// The year by the number of the Gregorian year in which it begins.
  public let year: Int
  /// 1 (tháng Giêng) to 12 (tháng Chạp).
  public let month: Int
  /// Whether the month is the second of its number in the year (tháng nhuận).
  public let isLeapMonth: Bool
  public let day: Int

  /// The day with these numbers, or nil where the calendar or the table has none.
  public init?(year: Int, month: Int, day: Int, isLeapMonth: Bool = false) {
    guard
      let found = LunarYear(year)?.months.first(where: {
        $0.number == month && $0.isLeap == isLeapMonth
      }), (1...found.days).contains(day)
    else { return nil }
    (self.year, self.month, self.isLeapMonth, self.day) = (year, month, isLeapMonth, day)
  }

  /// The lunar date of a day, or nil outside the table.
  public init?(_ calendarDay: CalendarDay) {
    let lunarYear = [calendarDay.year, calendarDay.year - 1].lazy.compactMap(LunarYear.init)
      .first { $0.start <= calendarDay }
    guard let lunarYear,
      let month = lunarYear.months.last(where: { $0.start <= calendarDay }),
      month.start.days(until: calendarDay) < month.days
    else { return nil }
    year = lunarYear.year
    self.month = month.number
    isLeapMonth = month.isLeap
    day = month.start.days(until: calendarDay) + 1
  }

  /// The same day in the Gregorian calendar.
  public var calendarDay: CalendarDay {
    guard
      let start = LunarYear(year)?.months.first(where: {
        $0.number == month && $0.isLeap == isLeapMonth
      })?.start
    else { preconditionFailure("a lunar date is made only where the table has its month") }
    return start.adding(days: day - 1)
  }

  /// The last day of the lunar year, the eve of Tết; nil outside the table.
  public static func lastDay(of year: Int) -> LunarDate? {
    LunarYear(year)?.months.last.flatMap {
      LunarDate(year: year, month: $0.number, day: $0.days, isLeapMonth: $0.isLeap)
    }
  }

  /// The name of the year in the cycle of sixty, such as Bính Ngọ.
  public var yearName: String {
    LunarDate.stems[(year + 6) % 10] + " " + LunarDate.branches[(year + 8) % 12]
  }

  /// The years the table has.
  public static let years = 1990...2060

  private static let stems = [
    "Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý",
  ]
  private static let branches = [
    "Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi",
  ]
}

extension LunarDate {
  /// Reads `dd/MM/yyyy` of the lunar calendar; an `n` or `nhuận` behind the month or at the end marks a leap month.
  public init?(lunar text: String) {
    var parts = text.split(omittingEmptySubsequences: false) { "/-.".contains($0) }
      .map { $0.split(separator: " ").joined() }
    guard parts.count == 3 else { return nil }
    var isLeap = false
    for index in [1, 2] {
      for mark in ["nhuận", "nhuan", "n"] where parts[index].lowercased().hasSuffix(mark) {
        parts[index].removeLast(mark.count)
        isLeap = true
        break
      }
    }
    guard let day = decimal(parts[0].utf8), let month = decimal(parts[1].utf8),
      let year = decimal(parts[2].utf8), !parts.contains("")
    else { return nil }
    self.init(year: year, month: month, day: day, isLeapMonth: isLeap)
  }

  /// `13/10/2026`, a leap month as in `15/6n/2025`; what `init(lunar:)` reads.
  public var text: String { "\(day)/\(month)\(isLeapMonth ? "n" : "")/\(year)" }
}

/// The months of one lunar year, unpacked from the table.
private struct LunarYear {
  struct Month {
    var number: Int
    var isLeap: Bool
    var start: CalendarDay
    var days: Int
  }

  let year: Int
  let start: CalendarDay
  let months: [Month]

  init?(_ year: Int) {
    guard LunarDate.years.contains(year),
      let newYear = CalendarDay(year: year, month: 1, day: 1)
    else { return nil }
    let packed = LunarYear.table[year - LunarDate.years.lowerBound]
    let leap = packed >> 6 & 0xF
    self.year = year
    start = newYear.adding(days: packed & 0x3F)
    var months: [Month] = []
    var next = start
    for index in 0..<(leap == 0 ? 12 : 13) {
      let isLeap = leap != 0 && index == leap
      let days = packed >> (10 + index) & 1 == 1 ? 30 : 29
      months.append(
        Month(
          number: leap != 0 && index >= leap ? index : index + 1, isLeap: isLeap, start: next,
          days: days))
      next = next.adding(days: days)
    }
    self.months = months
  }

  /// One number a year from 1990: days from 1 January to Tết (6 bits), the leap month or 0 (4 bits), and a bit for each month that has
  /// 30 days rather than 29.
  ///
  /// Reckoned from the new moons and the sun's longitude at UTC+7 by the rule of the calendar: month 11 holds the winter solstice, and
  /// of 13 months the first without a middle of a solar term is the leap month.
  private static let table: [Int] = [
    0x7A495A, 0x3A482D, 0x349822, 0x2958D6, 0x295C28, 0x555A1E, 0x15A831, 0x2D5425, 0x5B255B,
    0x1D242E, 0x1A4C23, 0x54AD17, 0x14AC2A, 0x296C1F, 0x556895, 0x15A827, 0x2D95DC, 0x2E942F,
    0x352425, 0x6A5559, 0x2A542C, 0x14B421, 0x2AB516, 0x2AD428, 0x56AA5E, 0x174831, 0x369426,
    0x75299B, 0x39282E, 0x325823, 0x64B918, 0x15582A, 0x2AD41F, 0x56C895, 0x1B4828, 0x3A959C,
    0x1C942F, 0x192C24, 0x325D59, 0x12AC2B, 0x156C20, 0x2B68D6, 0x2DA829, 0x5D4ADE, 0x2E4831,
    0x2C9426, 0x692D9B, 0x29342D, 0x12B422, 0x256D57, 0x16B42A, 0x2EA81F, 0x6D4895, 0x364828,
    0x7495DD, 0x34942F, 0x295424, 0x52B559, 0x12D82C, 0x1AD420, 0x36A8D6, 0x3B2829, 0x3A4A1F,
    0x3A4C30, 0x349826, 0x29599B, 0x296C2D, 0x156822, 0x2B5517, 0x2D542A, 0x1D2820,
  ]
}
