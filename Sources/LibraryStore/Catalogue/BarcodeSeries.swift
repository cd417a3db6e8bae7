import GRDB
import LibraryCore

/// Barcodes that run on behind a prefix.
///
/// The next number is one more than the highest there is, read within the transaction that uses it: writers take turns, so a
/// series has no gap and no number twice. A number whose copy was taken back is free again; one that was withdrawn is not.
struct BarcodeSeries {
  /// How many digits a series starts with.
  static let digitsDefault = 6

  let prefix: String

  /// The series behind `typed`, or nil where no label could carry it.
  ///
  /// A prefix that ends in a digit gets a point behind it, which keeps the number apart.
  init?(_ typed: String) {
    let endsInDigit = typed.utf8.last.map { $0 >= 0x30 && $0 <= 0x39 } ?? false
    guard let first = Barcode(typed + (endsInDigit ? ".0" : "0")) else { return nil }
    prefix = String(first.text.dropLast())
  }

  /// The next barcode, as wide as the highest one there is.
  func next(_ db: Database) throws -> String {
    let highest = try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT barcode FROM item
          WHERE rtrim(barcode, '0123456789') COLLATE NOCASE = ?
            AND status <> 'removed' AND barcode GLOB '*[0-9]'
          ORDER BY length(barcode) DESC, barcode DESC LIMIT 1
          """),
      arguments: [prefix])
    let number = highest.map { Array($0.utf8.dropFirst(prefix.utf8.count)) }
    return prefix
      + BarcodeSeries.raised(number ?? Array(repeating: 0x30, count: BarcodeSeries.digitsDefault))
  }

  /// One more than the decimal number, at least as wide.
  private static func raised(_ number: [UInt8]) -> String {
    var digits = number
    var position = digits.count
    while position > 0 {
      position -= 1
      if digits[position] < 0x39 {
        digits[position] += 1
        return String(decoding: digits, as: UTF8.self)
      }
      digits[position] = 0x30
    }
    return "1" + String(decoding: digits, as: UTF8.self)
  }
}
