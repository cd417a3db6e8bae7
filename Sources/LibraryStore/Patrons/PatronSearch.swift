import Foundation
import GRDB
import LibraryCore
import VietnameseText

/// Finds patrons through the index; its cost does not grow with their number.
///
/// At most `PatronHits.countMaximum` matches are taken from the index and put in order, those with the typed tones first.
struct PatronSearch {
  let db: Database
  /// Who is left in of those the words describe.
  var filter = PatronFilter.everybody

  func find(_ typed: String, limit: Int, offset: Int) throws -> PatronHits {
    if typed.allSatisfy(\.isWhitespace) {
      return try PatronList(order: .givenName, filter: filter, db: db).page(
        limit: limit, offset: offset)
    }
    let query = PatronQuery(typed)
    let holder = try CardNumber(typed).flatMap(holder)
    guard !query.isEmpty else {
      return PatronHits(hits: holder.map { [$0] } ?? [], total: holder == nil ? 0 : 1)
    }
    var (candidates, isComplete) = try candidates(query)
    candidates.removeAll { $0.id == holder?.patron.id.rawValue }
    candidates.sort()
    let ids = (holder.map { [$0.patron.id.rawValue] } ?? []) + candidates.map(\.id)
    let page = try ids.dropFirst(offset).prefix(limit).compactMap(hit)
    return PatronHits(hits: page, total: ids.count, isComplete: isComplete)
  }

  /// A match with what decides its place.
  private struct Candidate: Comparable {
    var id: Int64
    var hasTypedTones: Bool
    var isCalledSo: Bool
    var key: [UInt8]

    static func < (left: Candidate, right: Candidate) -> Bool {
      if left.hasTypedTones != right.hasTypedTones { return left.hasTypedTones }
      if left.isCalledSo != right.isCalledSo { return left.isCalledSo }
      if left.key != right.key { return left.key.lexicographicallyPrecedes(right.key) }
      return left.id < right.id
    }
  }

  private func candidates(_ query: PatronQuery) throws -> ([Candidate], isComplete: Bool) {
    var found: [Candidate] = []
    var seen: Set<Int64> = []
    var expressions = [(expression(query, withTones: false), false)]
    if query.hasTones { expressions.insert((expression(query, withTones: true), true), at: 0) }
    for (expression, hasTones) in expressions {
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT patron.id, patron.name, patron.name_key
            FROM patron_fts JOIN patron ON patron.id = patron_fts.rowid
            WHERE patron_fts MATCH ? \(filter.condition) LIMIT ?
            """),
        arguments: [expression] + filter.arguments + [PatronHits.countMaximum + 1])
      while let row = try rows.next() {
        guard seen.insert(row[0]).inserted else { continue }
        guard found.count < PatronHits.countMaximum else { return (found, false) }
        let given = PersonName(row[1]).given
        found.append(
          Candidate(
            id: row[0], hasTypedTones: hasTones, isCalledSo: query.names(given),
            key: try row.withUnsafeData(atIndex: 2) { Array($0 ?? .init()) }))
      }
    }
    return (found, true)
  }

  /// The query in the index's own language.
  ///
  /// Words hold letters and digits only, so quoting them is safe.
  private func expression(_ query: PatronQuery, withTones: Bool) -> String {
    query.words.map { word in
      let star = word.isPrefix ? " *" : ""
      if withTones, let exact = word.exact { return "{exact} : \"\(exact)\"\(star)" }
      let spellings = word.folded.map { "\"\($0)\"\(star)" }.joined(separator: " OR ")
      return "{name other} : (\(spellings))"
    }.joined(separator: " AND ")
  }

  private func holder(_ card: CardNumber) throws -> PatronHit? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT \(DeskFacts.patronColumns) FROM patron
          WHERE card = ? AND status <> 'removed' \(filter.condition)
          """),
      arguments: [card.text] + filter.arguments
    ).flatMap(PatronSearch.hit)
  }

  private func hit(_ id: Int64) throws -> PatronHit? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(DeskFacts.patronColumns) FROM patron WHERE id = ?"),
      arguments: [id]
    ).flatMap(PatronSearch.hit)
  }

  static func hit(_ row: Row) -> PatronHit? {
    DeskFacts.patron(row).map {
      PatronHit(patron: $0, loans: row[13], owed: Money(dong: row[14]))
    }
  }
}
