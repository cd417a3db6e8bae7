import GRDB
import LibraryCore

extension Fold {
  /// Writes a line into an account and adds up what it did; the op is on the patron.
  static func accountEntered(_ entry: AccountEntry, _ op: Op, _ db: Database) throws {
    guard let effect = try accountLine(entry, op, db) else { return }
    try db.cachedStatement(
      sql: "UPDATE patron SET owed = owed + ?, held = held + ? WHERE id = ?"
    ).execute(arguments: [effect.owed.dong, effect.held.dong, op.entity.rawValue])
    if let shift = entry.shift, effect.cash != .zero {
      try db.cachedStatement(sql: "UPDATE cash_shift SET taken = taken + ? WHERE id = ?")
        .execute(arguments: [effect.cash.dong, shift.rawValue])
    }
  }

  /// The line by itself; the answer is what it did, nil where it takes back what is taken back already or was never there.
  @discardableResult
  static func accountLine(_ entry: AccountEntry, _ op: Op, _ db: Database) throws -> AccountEffect?
  {
    var (effect, amount) = (entry.effect, entry.amount)
    if entry.kind == .void {
      guard let voided = entry.voids, let done = try standingLine(voided, db) else { return nil }
      (effect, amount) = (-done.effect, done.amount)
      try db.cachedStatement(sql: "UPDATE account_entry SET voided_by = ? WHERE id = ?")
        .execute(arguments: [op.id.rawValue, voided.rawValue])
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO account_entry (
          id, patron, kind, amount, owed, held, cash, charge, method, note, item, loan, toward,
          voids, drawer, year, number, shift, made_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [
        op.id.rawValue, op.entity.rawValue, entry.kind.rawValue, amount.dong, effect.owed.dong,
        effect.held.dong, effect.cash.dong, entry.charge?.rawValue, entry.method?.rawValue,
        entry.note, entry.item?.rawValue, entry.loan?.rawValue,
        entry.toward.isEmpty ? nil : entry.toward.map(\.description).joined(separator: " "),
        entry.voids?.rawValue, entry.receipt?.drawer, entry.receipt?.year, entry.receipt?.number,
        entry.shift?.rawValue, entry.at ?? op.writtenAt,
      ])
    return effect
  }

  private static func standingLine(
    _ id: OpID, _ db: Database
  ) throws -> (effect: AccountEffect, amount: Money)? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT owed, held, cash, amount FROM account_entry WHERE id = ? AND voided_by IS NULL
          """),
      arguments: [id.rawValue]
    ).map { row in
      (
        AccountEffect(
          owed: Money(dong: row[0]), held: Money(dong: row[1]), cash: Money(dong: row[2])),
        Money(dong: row[3])
      )
    }
  }

  static func cashOpened(_ opened: CashOpened, _ op: Op, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO cash_shift (id, drawer, opened_at, opened_by, float) VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [
        op.entity.rawValue, opened.drawer, opened.at ?? op.writtenAt, op.actor?.rawValue,
        opened.float.dong,
      ])
  }

  static func cashMoved(_ moved: CashMoved, _ op: Op, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE cash_shift SET moved = moved + ? WHERE id = ?",
      arguments: [moved.amount.dong, op.entity.rawValue])
  }

  static func cashClosed(_ closed: CashClosed, _ op: Op, _ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE cash_shift SET status = 'closed', closed_at = ?, closed_by = ?, counted = ?,
          explanation = ? WHERE id = ?
        """,
      arguments: [
        closed.at ?? op.writtenAt, op.actor?.rawValue, closed.counted.dong, closed.explanation,
        op.entity.rawValue,
      ])
  }

  static func cashReopened(_ op: Op, _ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE cash_shift SET status = 'open', closed_at = NULL, closed_by = NULL, counted = NULL,
          explanation = NULL WHERE id = ?
        """,
      arguments: [op.entity.rawValue])
  }

  static func cashOpeningVoided(_ op: Op, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE cash_shift SET status = 'void' WHERE id = ?", arguments: [op.entity.rawValue])
  }
}
