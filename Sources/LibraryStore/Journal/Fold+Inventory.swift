import GRDB
import LibraryCore

extension Fold {
  static func stocktakeOpened(_ opened: StocktakeOpened, _ op: Op, _ db: Database) throws {
    let scope = opened.scope
    try db.execute(
      sql: """
        INSERT INTO stocktake (id, name, location, from_call_number, to_call_number, opened_at,
          expected, on_loan)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        op.entity.rawValue, scope.name, scope.location, scope.fromCallNumber, scope.toCallNumber,
        op.writtenAt, opened.expected, opened.onLoan,
      ])
  }

  static func itemSeen(_ seen: ItemSeen, _ op: Op, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO sighting (id, stocktake, barcode, item, finding, shelf, actor, seen_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [
        op.id.rawValue, op.entity.rawValue, seen.barcode, seen.item?.rawValue,
        seen.finding.rawValue, seen.shelf, op.actor?.rawValue, op.writtenAt,
      ])
    try tally(stocktake: op.entity.rawValue, seen.finding.rawValue, by: 1, db)
  }

  static func sightingVoided(_ sighting: OpID, _ db: Database) throws {
    let row = try Row.fetchOne(
      db, sql: "SELECT stocktake, finding FROM sighting WHERE id = ? AND status = 'seen'",
      arguments: [sighting.rawValue])
    guard let row else { return }
    try db.execute(
      sql: "UPDATE sighting SET status = 'void' WHERE id = ?", arguments: [sighting.rawValue])
    try tally(stocktake: row[0], row[1], by: -1, db)
  }

  static func stocktakeClosed(_ closed: StocktakeClosed, _ op: Op, _ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE stocktake SET closed_at = ?, expected = ?, on_loan = ?, missing = ?,
          expected_price = ?, on_loan_price = ?
        WHERE id = ? AND closed_at IS NULL
        """,
      arguments: [
        op.writtenAt, closed.expected.copies, closed.onLoan.copies, closed.missing.count,
        closed.expected.price.dong, closed.onLoan.price.dong, op.entity.rawValue,
      ])
    guard db.changesCount == 1 else { return }
    let missing = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO stocktake_missing (stocktake, item) VALUES (?, ?)")
    for item in closed.missing {
      try missing.execute(arguments: [op.entity.rawValue, item.rawValue])
    }
  }

  private static func tally(
    stocktake: Int64, _ finding: String, by count: Int, _ db: Database
  ) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO sighting_tally (stocktake, finding, items) VALUES (?1, ?2, ?3)
        ON CONFLICT (stocktake, finding) DO UPDATE SET items = items + ?3
        """
    ).execute(arguments: [stocktake, finding, count])
  }
}
