import GRDB

/// The running numbers of cards behind a prefix.
///
/// The next number is one more than the highest there is, read within the transaction that uses it. Writers take turns, so the
/// series has no gaps and no number twice. The number of a patron who was taken back is free again.
enum CardSeries {
  /// How many digits a series starts with.
  static let digitsDefault = 6
  private static let digitsMaximum = 12

  /// The next card of the series `prefix` + digits; it keeps the width the highest number has.
  static func next(after prefix: String, _ db: Database) throws -> String {
    var highest: (number: Int, width: Int)?
    for width in 1...digitsMaximum {
      guard let digits = try highestDigits(after: prefix, width: width, db),
        let number = Int(digits)
      else { continue }
      if number >= highest?.number ?? 0 { highest = (number, width) }
    }
    let digits = String((highest?.number ?? 0) + 1)
    let width = highest?.width ?? digitsDefault
    return prefix + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private static func highestDigits(
    after prefix: String, width: Int, _ db: Database
  ) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT substr(card, ?1) FROM patron
          WHERE status <> 'removed' AND card BETWEEN ?2 AND ?3
            AND length(card) = ?4 AND substr(card, ?1) NOT GLOB '*[^0-9]*'
          ORDER BY card DESC LIMIT 1
          """),
      arguments: [
        prefix.unicodeScalars.count + 1, prefix + String(repeating: "0", count: width),
        prefix + String(repeating: "9", count: width), prefix.unicodeScalars.count + width,
      ])
  }
}
