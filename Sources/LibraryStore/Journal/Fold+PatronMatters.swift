import GRDB
import LibraryCore

extension Fold {
  static func remark(_ changes: [FieldChange], _ op: Op, _ db: Database) throws {
    try save("remark", RemarkField.self, changes, op.entity, db)
    try db.cachedStatement(
      sql: """
        UPDATE remark SET made_by = iif(made_at IS NULL, ?1, made_by), made_at = ifnull(made_at, ?2)
        WHERE id = ?3
        """
    ).execute(arguments: [op.actor?.rawValue, op.writtenAt, op.entity.rawValue])
  }

  /// Keeps `other_card` to the cards the patron's field lists.
  static func otherCards(_ stored: String?, of patron: EntityID, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM other_card WHERE patron = ?")
      .execute(arguments: [patron.rawValue])
    for card in PatronCard.decode(stored) {
      try db.cachedStatement(
        sql: """
          INSERT OR REPLACE INTO other_card (card, patron, standing, since, staff)
          VALUES (?, ?, ?, ?, ?)
          """
      ).execute(
        arguments: [
          card.number.text, patron.rawValue, card.standing.rawValue, card.since.iso,
          card.staff.rawValue,
        ])
    }
  }

  /// Moves what the op lists to the patron who stays, and takes the other entry out.
  static func patronMerged(_ merged: PatronMerged, _ op: Op, _ db: Database) throws {
    try move(merged, from: op.entity, to: merged.keeper, db)
    try noteMerge(into: merged.keeper, op.id, db)
    try PatronIndex.remove(op.entity, db)
    try db.cachedStatement(
      sql: "UPDATE patron SET status = 'removed', merged_into = ? WHERE id = ?"
    ).execute(arguments: [merged.keeper.rawValue, op.entity.rawValue])
  }

  private static func noteMerge(into keeper: EntityID, _ op: OpID, _ db: Database) throws {
    try db.cachedStatement(sql: "INSERT INTO patron_merge (keeper, op) VALUES (?, ?)")
      .execute(arguments: [keeper.rawValue, op.rawValue])
  }

  /// Notes the merges of a library of an older version; `progress` hears how far it is.
  @Sendable static func patronMerges(_ db: Database, progress: (Double) -> Void) throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT \(OpReading.columns) FROM op WHERE kind = ?",
      arguments: [Int(OpKind.patronMerged.rawValue)])
    while let row = try rows.next() {
      let op = try OpReading.op(row)
      guard case .patronMerged(let merged) = op.body else { continue }
      try noteMerge(into: merged.keeper, op.id, db)
    }
    progress(1)
  }

  static func patronParted(_ merged: PatronMerged, _ op: Op, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE patron SET status = iif(block_reason IS NULL, 'active', 'blocked'), merged_into = NULL
        WHERE id = ?
        """
    ).execute(arguments: [op.entity.rawValue])
    try PatronIndex.add(op.entity, db)
    try move(merged, from: merged.keeper, to: op.entity, db)
  }

  private static func move(
    _ merged: PatronMerged, from: EntityID, to: EntityID, _ db: Database
  ) throws {
    for (table, ids) in [
      ("loan", merged.loans.map(\.rawValue)), ("account_entry", merged.entries.map(\.rawValue)),
      ("hold", merged.holds.map(\.rawValue)), ("remark", merged.remarks.map(\.rawValue)),
    ] {
      for id in ids {
        try db.cachedStatement(sql: "UPDATE \(table) SET patron = ?1 WHERE id = ?2 AND patron = ?3")
          .execute(arguments: [to.rawValue, id, from.rawValue])
      }
    }
    for loan in merged.loans {
      try db.cachedStatement(
        sql: """
          UPDATE box SET patron = ?1
          WHERE patron = ?3 AND id = (SELECT box FROM loan WHERE id = ?2)
          """
      ).execute(arguments: [to.rawValue, loan.rawValue, from.rawValue])
    }
    for patron in [from, to] { try countAgain(patron, db) }
  }

  /// Works out a patron's figures from the loans and the lines of the account that are there.
  private static func countAgain(_ patron: EntityID, _ db: Database) throws {
    try db.cachedStatement(
      sql: "DELETE FROM loan_tally WHERE patron = ?"
    ).execute(arguments: [patron.rawValue])
    try db.cachedStatement(
      sql: """
        INSERT INTO loan_tally (patron, type, loans)
        SELECT patron, type, sum(status = 'open') FROM loan
        WHERE patron = ? GROUP BY type
        """
    ).execute(arguments: [patron.rawValue])
    try db.cachedStatement(
      sql: """
        UPDATE patron SET
          loans = (SELECT count(*) FROM loan WHERE patron = ?1 AND status = 'open'),
          owed = ifnull((SELECT sum(charge) FROM loan WHERE patron = ?1 AND status = 'closed'), 0)
            + ifnull((SELECT sum(owed) FROM account_entry WHERE patron = ?1), 0),
          held = ifnull((SELECT sum(held) FROM account_entry WHERE patron = ?1), 0),
          lost = (SELECT count(*) FROM loan WHERE patron = ?1 AND lost = 1),
          suspended_until = (SELECT max(suspended_until) FROM loan
            WHERE patron = ?1 AND status = 'closed' AND suspended_until IS NOT NULL)
        WHERE id = ?1
        """
    ).execute(arguments: [patron.rawValue])
  }
}
