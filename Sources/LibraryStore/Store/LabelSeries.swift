import GRDB
import LibraryCore

/// Numbers on labels that run on behind a prefix: the barcodes of copies, the cards of patrons.
///
/// The next number is one more than the highest there is, read within the transaction that uses it: writers take turns, so a
/// series has no gap and no number twice. A number whose owner was taken back is free again; that of a withdrawn copy is not.
struct LabelSeries {
  /// Whose labels they are; both tables have an index for this.
  enum Owner {
    case copies
    case patrons

    fileprivate var table: String { self == .copies ? "item" : "patron" }
    fileprivate var column: String { self == .copies ? "barcode" : "card" }
  }

  /// How many digits a series starts with.
  static let digitsDefault = 6

  let owner: Owner
  let prefix: String
  /// The first number, where the library has declared the series.
  var first: String?

  /// The series behind `typed`, or nil where no label could carry it.
  ///
  /// A prefix that ends in a digit gets a point behind it, which keeps the number apart.
  init?(_ owner: Owner, _ typed: String) {
    let endsInDigit = typed.utf8.last.map { $0 >= 0x30 && $0 <= 0x39 } ?? false
    guard let first = Barcode(typed + (endsInDigit ? ".0" : "0")) else { return nil }
    self.owner = owner
    prefix = String(first.text.dropLast())
  }

  /// The next number with its prefix, as wide as the highest one there is.
  func next(_ db: Database) throws -> String {
    let highest = try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT \(owner.column) FROM \(owner.table)
          WHERE rtrim(\(owner.column), '0123456789') COLLATE NOCASE = ?
            AND status <> 'removed' AND \(owner.column) GLOB '*[0-9]'
          ORDER BY length(\(owner.column)) DESC, \(owner.column) DESC LIMIT 1
          """),
      arguments: [prefix])
    let former = owner == .patrons ? try highestFormerCard(db) : nil
    let number = [highest, former].compactMap(\.self).max(by: LabelSeries.isLower).map {
      Array($0.utf8.dropFirst(prefix.utf8.count))
    }
    guard number != nil || first == nil else { return prefix + (first ?? "") }
    let next = LabelSeries.raised(
      number ?? Array(repeating: 0x30, count: LabelSeries.digitsDefault))
    let zeros = String(repeating: "0", count: max(0, (first?.utf8.count ?? 0) - next.utf8.count))
    return prefix + zeros + next
  }

  /// The number behind one of the series.
  func following(_ number: String) -> String {
    prefix + LabelSeries.raised(Array(number.utf8.dropFirst(prefix.utf8.count)))
  }

  /// The highest number of the series on a card out of use or of an entry that was merged: it is never given again.
  private func highestFormerCard(_ db: Database) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT card FROM (
            SELECT card FROM other_card
            WHERE rtrim(card, '0123456789') COLLATE NOCASE = ?1 AND card GLOB '*[0-9]'
            UNION ALL
            SELECT card FROM patron WHERE merged_into IS NOT NULL
              AND rtrim(card, '0123456789') COLLATE NOCASE = ?1 AND card GLOB '*[0-9]')
          ORDER BY length(card) DESC, card DESC LIMIT 1
          """),
      arguments: [prefix])
  }

  private static func isLower(_ left: String, _ right: String) -> Bool {
    let (first, second) = (Array(left.utf8), Array(right.utf8))
    return first.count == second.count
      ? first.lexicographicallyPrecedes(second) : first.count < second.count
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
