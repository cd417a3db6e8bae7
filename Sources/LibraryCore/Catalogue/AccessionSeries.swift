/// A run of accession numbers (số ĐKCB) as the library has declared it, by its first number: `TK.00001`.
///
/// What stands before the digits is the prefix, the digits are as wide as every number of the run at least. A run has no gap:
/// a number that was given is taken back only while it is the last one.
public struct AccessionSeries: Equatable, Sendable {
  public let prefix: String
  public let width: Int
  /// The digits of the first number, zeros in front.
  public let first: String

  /// The run that begins with `typed`; nil where no label could carry it or it has no number at its end.
  public init?(firstNumber typed: String) {
    guard let label = Barcode(typed) else { return nil }
    let digits = label.text.reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
    guard !digits.isEmpty, digits.count <= AccessionSeries.widthMaximum else { return nil }
    prefix = String(label.text.dropLast(digits.count))
    width = digits.count
    first = String(digits)
  }

  static let widthMaximum = 12

  /// Whether a label belongs to the run.
  public func holds(_ barcode: Barcode) -> Bool {
    guard let other = AccessionSeries(firstNumber: barcode.text) else { return false }
    return other.prefix.lowercased() == prefix.lowercased()
  }
}
