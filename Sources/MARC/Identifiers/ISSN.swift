/// An International Standard Serial Number whose check digit is right.
public struct ISSN: Hashable, Sendable, CustomStringConvertible {
  /// Eight characters with the hyphen in the middle.
  public let text: String

  public init?(_ text: some StringProtocol) {
    let found = StandardNumber.leadingDigits(text)
    guard found.count == 8, StandardNumber.isValid(found, weights: 2...8) else { return nil }
    let characters = found.map { $0 == 10 ? "X" : String($0) }
    self.text = characters[..<4].joined() + "-" + characters[4...].joined()
  }

  public var description: String { text }

  /// The bar code of the serial: 977, the seven digits, two digits of the price variant and the check digit.
  public var productNumber: String {
    let front =
      [9, 7, 7] + text.filter { $0 != "-" }.dropLast().compactMap(\.wholeNumberValue) + [0, 0]
    return (front + [StandardNumber.checkDigit(front)]).map(String.init).joined()
  }
}
