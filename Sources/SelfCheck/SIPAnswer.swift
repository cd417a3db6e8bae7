import LibraryCore

/// An answer in the making.
struct SIPAnswer {
  private var text: String

  init(_ code: String) { text = code }

  /// A part of fixed length, as it stands.
  mutating func put(_ fixed: String) { text += fixed }

  /// `1` or `0`.
  mutating func put(ok: Bool) { text += ok ? "1" : "0" }

  /// `Y` or `N`.
  mutating func put(yes: Bool) { text += yes ? "Y" : "N" }

  /// A count of four digits.
  mutating func put(count: Int) { text += SIPAnswer.padded(min(9999, max(0, count)), 4) }

  mutating func put(_ moment: Moment) { text += SIPAnswer.date(moment) }

  /// A field; where `value` is nil it is left out.
  mutating func add(_ id: String, _ value: String?) {
    guard let value else { return }
    text += id + SIPAnswer.clean(value) + "|"
  }

  /// The bytes of the line without its end; a sequence number asks for the sum.
  func bytes(sequence: Character?) -> [UInt8] {
    guard let sequence else { return Array(text.utf8) }
    let checked = Array((text + "AY\(sequence)AZ").utf8)
    return checked + Array(SIPMessage.checksum(checked).utf8)
  }

  /// `YYYYMMDD    HHMMSS`, four blanks standing for the local time.
  static func date(_ moment: Moment) -> String {
    date(moment.day) + padded(moment.hour, 2) + padded(moment.minute, 2) + padded(moment.second, 2)
  }

  /// The due time, or the day with the last minute of it.
  static func date(_ due: Due) -> String {
    guard let time = due.time, time < .endOfDay else { return date(due.day) + "235900" }
    return date(due.day) + padded(time.minutes / 60, 2) + padded(time.minutes % 60, 2) + "00"
  }

  private static func date(_ day: CalendarDay) -> String {
    padded(day.year, 4) + padded(day.month, 2) + padded(day.day, 2) + "    "
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// No value holds what ends a field or a line.
  private static func clean(_ value: String) -> String {
    String(value.map { $0 == "|" || $0.isNewline ? " " : $0 })
  }
}

extension Moment {
  /// Reads `YYYYMMDDZZZZHHMMSS`; `Z` at the end of the zone means universal time, blanks the library's own.
  init?(sip text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 18 else { return nil }
    func number(_ range: Range<Int>) -> Int? { Int(String(decoding: bytes[range], as: UTF8.self)) }
    guard let year = number(0..<4), let month = number(4..<6), let date = number(6..<8),
      let day = CalendarDay(year: year, month: month, day: date),
      let hour = number(12..<14), let minute = number(14..<16), let second = number(16..<18),
      hour < 24, minute < 60, second < 60
    else { return nil }
    let offset = bytes[11] == UInt8(ascii: "Z") ? 0 : Moment.vietnamOffsetMinutes
    let start = Moment(startOf: day, offsetMinutes: offset)
    self.init(milliseconds: start.milliseconds + Int64((hour * 60 + minute) * 60 + second) * 1000)
  }
}
