import VietnameseText

extension SeasonPeriod {
  /// Reads `2027-06-01..2027-08-31` or `06-01..08-31`; nil for anything else, and for a period that ends before it begins.
  public init?(encoded text: String) {
    guard let ends = SeasonPeriod.ends(text, between: "..") else { return nil }
    if let from = CalendarDay(iso: ends.first), let to = CalendarDay(iso: ends.last), from <= to {
      self = .dated(from: from, to: to)
    } else if let from = YearDay(encoded: ends.first), let to = YearDay(encoded: ends.last) {
      self = .yearly(from: from, to: to)
    } else {
      return nil
    }
  }

  public var encoded: String {
    switch self {
    case .dated(let from, let to): "\(from.iso)..\(to.iso)"
    case .yearly(let from, let to): "\(from.encoded)..\(to.encoded)"
    }
  }

  /// Reads what people type: `1/6-31/8` for every year, `1/6/2027-31/8/2027` for once, and both as the journal has them.
  ///
  /// A single day stands for itself.
  public init?(typed text: String) {
    if let encoded = SeasonPeriod(encoded: text.trimmed) {
      self = encoded
      return
    }
    if let day = SeasonPeriod(text.trimmed, text.trimmed) {
      self = day
      return
    }
    let ends = SeasonPeriod.ends(text, between: "–") ?? SeasonPeriod.ends(text, between: "-")
    guard let ends else { return nil }
    self.init(ends.first, ends.last)
  }

  /// The period between two days as people write them; nil where one is no day, only one has a year, or the end is before the beginning.
  public init?(_ first: String, _ last: String) {
    if let from = CalendarDay(written: first), let to = CalendarDay(written: last) {
      guard from <= to else { return nil }
      self = .dated(from: from, to: to)
    } else if let from = YearDay(written: first), let to = YearDay(written: last) {
      self = .yearly(from: from, to: to)
    } else {
      return nil
    }
  }

  private static func ends(
    _ text: String, between mark: String
  ) -> (first: String, last: String)? {
    var parts: [String] = [""]
    var rest = Substring(text)
    while !rest.isEmpty {
      if rest.hasPrefix(mark) {
        parts.append("")
        rest = rest.dropFirst(mark.count)
      } else {
        parts[parts.count - 1].append(rest.removeFirst())
      }
    }
    guard parts.count == 2 else { return nil }
    return (parts[0].trimmed, parts[1].trimmed)
  }
}

extension SeasonWeek {
  /// The sessions of a day as people type them; none for a closed one (`-`, `nghỉ`, `closed`), nil for what is neither.
  public static func sessions(typed text: String) -> [OpeningSession]? {
    if ["-", "nghỉ", "closed"].contains(text.nfc.trimmed.lowercased()) { return [] }
    return OpeningSession.read(text).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Reads `12345=7:30-11:30, 13:30-17:00` and `67=-`, each for the days it names; nil where one of them is neither, names no day,
  /// or names a day again.
  public init?(typed parts: [String]) {
    var week: [Weekday: [OpeningSession]] = [:]
    for part in parts {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, let sessions = SeasonWeek.sessions(typed: String(sides[1])) else {
        return nil
      }
      for digit in String(sides[0]).trimmed {
        guard let number = digit.wholeNumberValue, let weekday = Weekday(rawValue: number - 1),
          week.updateValue(sessions, forKey: weekday) == nil
        else { return nil }
      }
    }
    guard !week.isEmpty else { return nil }
    self.init(week)
  }
}

extension CalendarDay {
  fileprivate init?(written text: String) {
    guard let day = CalendarDay(iso: text) ?? CalendarDay(vietnamese: text) else {
      return nil
    }
    self = day
  }
}

extension YearDay {
  /// `06-01`.
  fileprivate var encoded: String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(padded(month))-\(padded(day))"
  }

  fileprivate init?(encoded text: String) {
    guard let numbers = YearDay.numbers(text, between: "-") else { return nil }
    self.init(month: numbers.0, day: numbers.1)
  }

  /// Reads `1/6` and `01/06`: the day stands first.
  fileprivate init?(written text: String) {
    guard let numbers = YearDay.numbers(text, between: "/") else { return nil }
    self.init(month: numbers.1, day: numbers.0)
  }

  private static func numbers(_ text: String, between mark: Character) -> (Int, Int)? {
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { digits -> Int? in
      let isNumber = (1...2).contains(digits.utf8.count) && digits.utf8.allSatisfy(Self.isDigit)
      return isNumber ? Int(digits) : nil
    }
    return parts.count == 2 && numbers.count == 2 ? (numbers[0], numbers[1]) : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
