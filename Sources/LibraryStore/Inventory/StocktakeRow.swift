import Foundation
import GRDB
import LibraryCore

extension DeskFacts {
  /// The stocktakes as the tables hold them, newest first; `id` names one.
  ///
  /// The figures are one row and one tally per finding, whatever the number of copies.
  func stocktakes(_ id: EntityID? = nil) throws -> [Stocktake] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, name, location, from_call_number, to_call_number, opened_at, closed_at,
            expected, on_loan, missing
          FROM stocktake WHERE ?1 IS NULL OR id = ?1 ORDER BY id DESC
          """),
      arguments: [id?.rawValue]
    ).map { row in
      let id = EntityID(rawValue: row[0])
      return Stocktake(
        id: id,
        scope: StocktakeScope(
          name: row[1], location: row[2], fromCallNumber: row[3], toCallNumber: row[4]),
        openedAt: Moment(milliseconds: row[5]),
        closedAt: (row[6] as Int64?).map { Moment(milliseconds: $0) },
        counts: StocktakeCounts(
          expected: row[7], onLoan: row[8], seen: try sightings(of: id), missingAtEnd: row[9]))
    }
  }

  private func sightings(of stocktake: EntityID) throws -> [Finding: Int] {
    var seen: [Finding: Int] = [:]
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT finding, items FROM sighting_tally WHERE stocktake = ? AND items <> 0"),
      arguments: [stocktake.rawValue])
    while let row = try rows.next() {
      if let finding = Finding(rawValue: row[0]) { seen[finding] = row[1] }
    }
    return seen
  }
}

/// A scope in SQL: the condition that a row of `item` is expected there, and its arguments.
struct ScopeCondition {
  let sql: String
  let arguments: StatementArguments

  init(_ scope: StocktakeScope) {
    let statuses = ItemStatus.allCases.filter(\.isExpected).map { "'\($0.rawValue)'" }
    var parts = ["item.status IN (\(statuses.joined(separator: ", ")))"]
    var arguments: [String: (any DatabaseValueConvertible)?] = [:]
    if let location = scope.location {
      parts.append("item.location = :location")
      arguments["location"] = location
    }
    if let lower = scope.lowerKey {
      parts.append("item.call_key >= :lower")
      arguments["lower"] = Data(lower)
    }
    if let upper = scope.upperKey {
      parts.append("item.call_key < :upper")
      arguments["upper"] = Data(upper)
    }
    sql = parts.joined(separator: " AND ")
    self.arguments = StatementArguments(arguments)
  }

  /// Copies in scope by the books, and those of them on loan.
  func totals(_ db: Database) throws -> (expected: StocktakeTotal, onLoan: StocktakeTotal) {
    (
      try total("FROM item WHERE \(sql)", db),
      try total(
        "FROM loan JOIN item ON item.id = loan.item WHERE loan.status = 'open' AND \(sql)", db)
    )
  }

  /// What is expected, not on loan and not seen by `stocktake`, in shelf order.
  func missing(from stocktake: EntityID, _ db: Database) throws -> [EntityID] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT item.id FROM item
        WHERE \(sql)
          AND NOT EXISTS (SELECT 1 FROM loan WHERE loan.item = item.id AND loan.status = 'open')
          AND NOT EXISTS (
            SELECT 1 FROM sighting
            WHERE stocktake = :stocktake AND sighting.item = item.id AND sighting.status = 'seen')
        ORDER BY item.location, item.call_key, item.id
        """,
      arguments: arguments + ["stocktake": stocktake.rawValue]
    ).map { EntityID(rawValue: $0) }
  }

  private func total(_ from: String, _ db: Database) throws -> StocktakeTotal {
    let row = try Row.fetchOne(
      db, sql: "SELECT count(*), coalesce(sum(item.price), 0) \(from)", arguments: arguments)
    return StocktakeTotal(copies: row?[0] ?? 0, price: Money(dong: row?[1] ?? 0))
  }
}
