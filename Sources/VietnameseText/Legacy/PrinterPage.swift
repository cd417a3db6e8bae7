/// The Vietnamese letters in a code page of slip printers.
///
/// Pages 30 and 31 of Epson printers hold the small letters and the capitals of TCVN 3 apart, so that a line switches between
/// them; page 27 of most printers sold in Vietnam holds all of TCVN 5712 VN1 (field notes on Vietnam, 8.2).
public enum PrinterPage: UInt8, CaseIterable, Sendable {
  case vietnam = 27
  case tcvnSmall = 30
  case tcvnCapital = 31

  /// The code of a letter beyond ASCII; nil where the page has none, or where its code would be a command.
  public func code(of letter: Unicode.Scalar) -> UInt8? { codes[letter] }

  /// The letter of a code; nil for a code without one.
  public func letter(of code: UInt8) -> Unicode.Scalar? {
    codes.first { $0.value == code }?.key
  }

  private var codes: [Unicode.Scalar: UInt8] {
    switch self {
    case .vietnam: Self.vietnamCodes
    case .tcvnSmall: Self.smallCodes
    case .tcvnCapital: Self.capitalCodes
    }
  }

  private static let small = Array(LegacyRows.letters.unicodeScalars)
  private static let capitals = Array(LegacyRows.letters.uppercased().unicodeScalars)

  private static let smallCodes = codes(small, LegacyRows.row(of: .tcvn3)?.small)

  /// Toned capitals have the codes of their small letters; Ă, Â and Đ have codes of their own.
  private static let capitalCodes = codes(capitals, LegacyRows.row(of: .tcvn3)?.small)
    .merging(["Ă": 0xA1, "Â": 0xA2, "Đ": 0xA7]) { $1 }

  private static let vietnamCodes = smallCodes.merging(
    codes(capitals, LegacyRows.row(of: .tcvn5712)?.capital)
  ) { small, _ in small }

  private static func codes(
    _ letters: [Unicode.Scalar], _ row: String?
  ) -> [Unicode.Scalar: UInt8] {
    let codes = (row ?? "").split(whereSeparator: \.isWhitespace).map { UInt8($0, radix: 16) }
    var page: [Unicode.Scalar: UInt8] = [:]
    for (letter, code) in zip(letters, codes) {
      if let code, code >= 0x80 { page[letter] = code }
    }
    return page
  }
}
