/// An International Standard Book Number whose check digit is right, in its 13-digit form.
public struct ISBN: Hashable, Sendable, CustomStringConvertible {
  /// Thirteen digits without hyphens.
  public let digits: String

  /// Reads a number of 10 or 13 digits at the front of `text`, hyphens or blanks between them.
  ///
  /// What follows the number, such as "(bìa cứng)", is not looked at.
  public init?(_ text: some StringProtocol) {
    let found = StandardNumber.leadingDigits(text)
    switch found.count {
    case 10:
      guard StandardNumber.isValid(found, weights: 2...10) else { return nil }
      let front = [9, 7, 8] + found.dropLast()
      digits = (front + [StandardNumber.checkDigit(front)]).map(String.init).joined()
    case 13:
      guard found.starts(with: [9, 7, 8]) || found.starts(with: [9, 7, 9]),
        !found.contains(10), StandardNumber.checkDigit(Array(found.dropLast())) == found.last
      else { return nil }
      digits = found.map(String.init).joined()
    default:
      return nil
    }
  }

  public var description: String { digits }

  /// The form of ten digits, which only numbers that begin with 978 have.
  public var tenDigits: String? {
    guard digits.hasPrefix("978") else { return nil }
    let front = digits.dropFirst(3).dropLast().compactMap(\.wholeNumberValue)
    let sum = zip(front, (2...10).reversed()).reduce(0) { $0 + $1.0 * $1.1 }
    let check = (11 - sum % 11) % 11
    return front.map(String.init).joined() + (check == 10 ? "X" : String(check))
  }
}
