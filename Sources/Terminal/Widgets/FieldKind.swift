/// What a field is for, and so what may stand in it.
public enum FieldKind: Equatable, Sendable {
  case text
  /// A barcode, a card number, a shelf mark: taken exactly as it comes.
  case code
  /// Digits only.
  case number
  /// Day, month and year, typed as digits: the slashes come by themselves. A month may be typed in Roman numerals.
  case date
  /// One of a few values, changed with the arrow keys, the space bar or a first letter.
  case choice([FieldChoice])
}

/// One value of a choice field and its words on screen.
public struct FieldChoice: Equatable, Sendable {
  public let value: String
  public let label: String

  public init(_ value: String, label: String) {
    self.value = value
    self.label = label
  }
}

/// A day of the Gregorian calendar as typed; it exists only when the calendar has it.
public struct TypedDate: Equatable, Sendable {
  public let day: Int
  public let month: Int
  public let year: Int

  public init?(day: Int, month: Int, year: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    guard (1...days).contains(day) else { return nil }
    self.day = day
    self.month = month
    self.year = year
  }

  /// Reads `dd/MM/yyyy`; the year has four digits.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].count == 4, let day = Int(parts[0]),
      let month = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    self.init(day: day, month: month, year: year)
  }

  /// The text after one more character is typed at the end, or nil when no date begins so.
  ///
  /// `.`, `-` and a blank stand for the slash, and a month in Roman numerals (21.XI.2026) for its number. A day that is typed year
  /// first (2026-11-21) is turned round once it is whole, where it is no day as it stands.
  static func typing(_ character: Character, after text: String) -> String? {
    guard let longer = typed(character, after: text) else { return nil }
    return turned(longer) ?? longer
  }

  /// The day of eight digits that are a year, a month and a day.
  private static func turned(_ text: String) -> String? {
    let digits = text.filter(isDigit)
    guard digits.count == 8, TypedDate(text) == nil, let year = Int(digits.prefix(4)),
      let month = Int(digits.dropFirst(4).prefix(2)), let day = Int(digits.suffix(2)),
      TypedDate(day: day, month: month, year: year) != nil
    else { return nil }
    return "\(digits.suffix(2))/\(digits.dropFirst(4).prefix(2))/\(digits.prefix(4))"
  }

  private static func typed(_ character: Character, after text: String) -> String? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let last = parts.last ?? ""
    if "/-. ".contains(character) {
      // Behind the month of a day that begins with its year.
      if parts.count == 3, last.count == 2 { return text }
      guard parts.count < 3, !last.isEmpty else { return nil }
      if let month = romanMonths.firstIndex(of: last.uppercased()) {
        return text.dropLast(last.count) + (month < 9 ? "0" : "") + "\(month + 1)/"
      }
      return text.dropLast(last.count) + (last.count == 1 ? "0" : "") + last + "/"
    }
    if isDigit(character), romanMonths.contains(last.uppercased()) {
      return typed("/", after: text).flatMap { typed(character, after: $0) }
    }
    let isNext = parts.count < 3 && last.count == 2 && last.allSatisfy(isDigit)
    let longer = text + (isNext ? "/" : "") + String(character).uppercased()
    return isBeginning(longer) ? longer : nil
  }

  /// Whether a date can be typed on from `text`.
  static func isBeginning(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 3 else { return false }
    return zip(parts, [2, 2, 4]).enumerated().allSatisfy { index, pair in
      let (part, length) = pair
      return part.allSatisfy(isDigit) && part.count <= length
        || index == 1 && romanMonths.contains { $0.hasPrefix(part) }
    }
  }

  private static let romanMonths = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
  ]

  static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
