/// How a library marks where its books stand.
public enum ShelfMarkScheme: String, CaseIterable, Sendable {
  /// A: a stack by size and a running number, `VV.1234`.
  case runningNumber
  /// B: class, three letters and year, `005.1 NGU 2020`.
  case threeLetters
  /// C: class and the National Library's code, `895.92234 NG527A`.
  case nameCode
  /// D: class, initials of author and title, and year, `895.92234 NNA.CT 2009`.
  case initials
  /// E: class and a Cutter number from a table that the library supplies, `959.7 N573`.
  case cutter

  /// The letter that the trade's page on Vietnamese libraries gives it.
  public var letter: String {
    switch self {
    case .runningNumber: "A"
    case .threeLetters: "B"
    case .nameCode: "C"
    case .initials: "D"
    case .cutter: "E"
    }
  }

  /// The scheme of this name or letter.
  public init?(named text: String) {
    guard
      let found = ShelfMarkScheme.allCases.first(where: {
        $0.rawValue.lowercased() == text.lowercased() || $0.letter == text.uppercased()
      })
    else { return nil }
    self = found
  }
}
