/// A class of a school as people name it: grade and letter, such as `10A1`.
public struct SchoolClass: Hashable, Sendable {
  public let name: String

  public static let lengthMaximum = 20

  /// Blanks within are left out and letters made capitals, so that `10 a1` is the same class; nil for an empty name.
  public init?(_ typed: String) {
    let name = String(typed.filter { !$0.isWhitespace }).uppercased()
    guard !name.isEmpty, name.unicodeScalars.count <= SchoolClass.lengthMaximum else { return nil }
    self.name = name
  }

  /// The grade in front of the name, 1 to 12; the word for a class may stand before it, as in `LỚP6A`.
  public var grade: Int? {
    Int(name.dropFirst(word.count).prefix { $0.isASCII && $0.isNumber })
      .flatMap { (1...12).contains($0) ? $0 : nil }
  }

  /// The word for a class before the grade, empty where there is none.
  private var word: String { ["LỚP", "LOP"].first { name.hasPrefix($0) } ?? "" }

  /// What becomes of the class when a school year ends: the next grade with the same letter, or leaving where a school ends
  /// (grades 5, 9 and 12 end primary, lower and upper secondary school); nil where the name tells no grade.
  public var promotion: ClassMove.Destination? {
    guard let grade else { return nil }
    if [5, 9, 12].contains(grade) { return .leaves }
    let letter = name.dropFirst(word.count).drop { $0.isASCII && $0.isNumber }
    return SchoolClass("\(word)\(grade + 1)\(letter)").map { .moves(to: $0) }
  }
}

/// What a class becomes.
public struct ClassMove: Equatable, Sendable {
  public enum Destination: Equatable, Sendable {
    case moves(to: SchoolClass)
    case leaves
  }

  public var from: SchoolClass
  public var to: Destination

  public init(from: SchoolClass, to: Destination) {
    self.from = from
    self.to = to
  }
}

/// A school year, from September to May: `2026-2027`.
public struct SchoolYear: Equatable, Sendable {
  public let first: Int

  public var text: String { "\(first)-\(first + 1)" }

  /// Reads `2026-2027` with any dash, or only its first year.
  public init?(_ typed: String) {
    let years = typed.split { !($0.isASCII && $0.isNumber) }.map(String.init)
    guard (1...2).contains(years.count), let first = Int(years[0]), (1900...2999).contains(first)
    else { return nil }
    if years.count == 2, Int(years[1]) != first + 1 { return nil }
    self.first = first
  }

  /// The school year that begins or has begun in the calendar year of `day`; before June the one that still runs.
  public init(around day: CalendarDay) { first = day.month >= 6 ? day.year : day.year - 1 }
}
