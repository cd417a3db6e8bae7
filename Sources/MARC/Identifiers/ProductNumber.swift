/// The number of 13 digits under the bar code of a product, its check digit right.
///
/// Books have their ISBN there (978, 979) and serials their ISSN (977). Vietnamese products, among them books
/// without an ISBN, begin with 893: such a number is no ISBN.
public struct ProductNumber: Hashable, Sendable, CustomStringConvertible {
  /// Thirteen digits.
  public let digits: String

  /// Reads 13 digits at the front of `text`, hyphens or blanks between them.
  public init?(_ text: some StringProtocol) {
    let found = StandardNumber.leadingDigits(text)
    guard found.count == 13, !found.contains(10),
      StandardNumber.checkDigit(Array(found.dropLast())) == found.last
    else { return nil }
    digits = found.map(String.init).joined()
  }

  public var description: String { digits }

  public var isBookNumber: Bool { digits.hasPrefix("978") || digits.hasPrefix("979") }

  /// Whether the number was given in Việt Nam.
  public var isVietnamese: Bool { digits.hasPrefix("893") }

  /// The serial that the bar code stands for.
  public var issn: ISSN? {
    guard digits.hasPrefix("977") else { return nil }
    let seven = digits.dropFirst(3).prefix(7).compactMap(\.wholeNumberValue)
    let sum = zip(seven, (2...8).reversed()).reduce(0) { $0 + $1.0 * $1.1 }
    let check = (11 - sum % 11) % 11
    return ISSN(seven.map(String.init).joined() + (check == 10 ? "X" : String(check)))
  }
}
