import Foundation
import GRDB
import LibraryCore
import MARC

/// Titles that a number leads to without any words.
enum DirectTitles {
  /// A text without blanks and with a digit may be a barcode, an ISBN or a control number.
  static func code(_ text: String, _ db: Database) throws -> [EntityID] {
    let text = text.trimmed
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }),
      !text.contains(where: \.isWhitespace)
    else { return [] }
    var found: [EntityID] = []
    if let barcode = Barcode(text), let record = try ImportedCopy.holder(of: barcode, db) {
      found.append(record)
    }
    if let isbn = ISBN(text) { found += try records(from: .isbn(isbn), limit: 20, db) }
    let control = CatalogueKey.controlPrefix(text)
    found += try records(from: control, to: control.upperBound, limit: 20, db)
    var seen: Set<EntityID> = []
    return found.filter { seen.insert($0).inserted }
  }

  /// Titles whose ISBN or ISSN begins with the digits typed.
  static func standardNumber(_ text: String, _ db: Database) throws -> [EntityID] {
    if let isbn = ISBN(text) { return try records(from: .isbn(isbn), limit: limit, db) }
    if let issn = ISSN(text) { return try records(from: .issn(issn), limit: limit, db) }
    let digits = String(decoding: text.utf8.filter { (0x30...0x39).contains($0) }, as: UTF8.self)
    guard !digits.isEmpty else { return [] }
    let whole = CatalogueKey.isbn(beginning: digits)
    let found = try records(from: whole, to: whole.upperBound, limit: limit, db)
    guard found.isEmpty else { return found }
    let short = CatalogueKey.isbn(beginning: "978" + digits)
    return try records(from: short, to: short.upperBound, limit: limit, db)
  }

  /// Titles whose class mark begins so, and those with a copy that stands there, in shelf order.
  static func callNumber(_ text: String, _ db: Database) throws -> [EntityID] {
    let mark = CatalogueKey.classMark(text.trimmed)
    let classed = try records(from: mark, to: mark.upperBound, limit: limit, db)
    var key = CallNumberKey.bytes(text)
    while key.last == 0 { key.removeLast() }
    let shelved = try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          WITH RECURSIVE place (name) AS (
            SELECT min(location) FROM item
            UNION ALL
            SELECT (SELECT min(location) FROM item WHERE location > place.name) FROM place
            WHERE place.name IS NOT NULL)
          SELECT item.record FROM place JOIN item ON item.location IS place.name
          WHERE item.call_key >= ?1 AND item.call_key < ?2 AND item.status <> 'removed'
          ORDER BY item.call_key LIMIT ?3
          """),
      arguments: [Data(key), Data(key + [0xFF]), limit])
    var seen: Set<EntityID> = []
    return (shelved.map { EntityID(rawValue: $0) } + classed).filter { seen.insert($0).inserted }
  }

  private static let limit = CatalogueSearch.countMaximum + 1

  /// Titles whose key is this one, or lies between this and `end`.
  static func records(
    from key: CatalogueKey, to end: String? = nil, limit: Int, _ db: Database
  ) throws -> [EntityID] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: "SELECT record FROM record_key WHERE key BETWEEN ? AND ? ORDER BY key LIMIT ?"),
      arguments: [key.text, end ?? key.text, limit]
    ).map { EntityID(rawValue: $0) }
  }
}
