/// The telephone numbers in a field as people write them: `0912 345 678`, `+84-912.345.678`, several with `/`, `;` or `,` between.
public struct PhoneNumbers: Equatable, Sendable {
  /// The digits of each number, the country code of Vietnam written as the 0 it stands for.
  public let digits: [String]
  /// Whether the field holds nothing but numbers of a possible length.
  public let isPlausible: Bool

  public static let digitCounts = 3...15

  public init(_ text: String) {
    var numbers: [String] = []
    var isClean = true
    for part in text.split(whereSeparator: { "/;,".contains($0) }) {
      let digits = part.filter { $0.isASCII && $0.isNumber }
      if digits.isEmpty { continue }
      isClean = isClean && part.allSatisfy { $0.isASCII && ($0.isNumber || " .-+()".contains($0)) }
      numbers.append(PhoneNumbers.domestic(digits, hasPlus: part.contains("+")))
    }
    digits = numbers
    isPlausible =
      isClean && !numbers.isEmpty
      && numbers.allSatisfy { PhoneNumbers.digitCounts.contains($0.utf8.count) }
  }

  /// `84912345678` is `0912345678`: nine digits follow the country code in Vietnam.
  private static func domestic(_ digits: String, hasPlus: Bool) -> String {
    guard digits.hasPrefix("84"), hasPlus || digits.utf8.count == 11 else { return digits }
    return "0" + digits.dropFirst(2)
  }
}
