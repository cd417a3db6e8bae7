import GRDB

/// Numbers that run on behind a prefix: card numbers, barcodes.
///
/// The next number is one more than the highest there is, read within the transaction that uses it. Writers take turns, so the
/// series has no gaps and no number twice. A number whose owner was taken back is free again.
struct RunningNumber {
  /// The table and its text column; the column has an index that leaves removed rows out.
  let table: String
  let column: String

  static let cards = RunningNumber(table: "patron", column: "card")

  /// How many digits a series starts with.
  static let digitsDefault = 6
  private static let digitsMaximum = 12

  /// The next text of the series `prefix` + digits; it keeps the width the highest number has.
  func next(after prefix: String, _ db: Database) throws -> String {
    var highest: (number: Int, width: Int)?
    for width in 1...RunningNumber.digitsMaximum {
      guard let digits = try highestDigits(after: prefix, width: width, db),
        let number = Int(digits)
      else { continue }
      if number >= highest?.number ?? 0 { highest = (number, width) }
    }
    let digits = String((highest?.number ?? 0) + 1)
    let width = highest?.width ?? RunningNumber.digitsDefault
    return prefix + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private func highestDigits(after prefix: String, width: Int, _ db: Database) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT substr(\(column), ?1) FROM \(table)
          WHERE status <> 'removed' AND \(column) BETWEEN ?2 AND ?3
            AND length(\(column)) = ?4 AND substr(\(column), ?1) NOT GLOB '*[^0-9]*'
          ORDER BY \(column) DESC LIMIT 1
          """),
      arguments: [
        prefix.unicodeScalars.count + 1, prefix + String(repeating: "0", count: width),
        prefix + String(repeating: "9", count: width), prefix.unicodeScalars.count + width,
      ])
  }
}
