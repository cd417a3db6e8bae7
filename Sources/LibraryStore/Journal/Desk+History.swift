import GRDB
public import LibraryCore

extension Desk {
  /// Everything that happened to a patron, the newest first: the patron's own data, loans, renewals, claims, returns,
  /// holds, money, reminders, what was done to many loans at a time, the merging of another entry into this one, and what was
  /// taken back of it.
  public func history(ofPatron patron: EntityID, limit: Int = 200) throws -> [LogEntry] {
    try consider { facts in
      let ops = try Row.fetchAll(
        facts.db.cachedStatement(sql: DeskFacts.patronHistory),
        arguments: ["patron": patron.rawValue, "limit": limit]
      ).map { try OpReading.op($0) }
      return try facts.entries(
        ops, with: facts.doneTogether(.patron(patron), limit: limit), limit: limit)
    }
  }
}

extension DeskFacts {
  /// The ops on the patron, on the loans and holds, and what took one of those on copies back; each part by its own index.
  fileprivate static let patronHistory = """
    WITH mine (id) AS (
      SELECT id FROM (
        SELECT id FROM op WHERE entity = :patron ORDER BY id DESC LIMIT :limit)
      UNION
      SELECT id FROM (
        SELECT id FROM loan WHERE patron = :patron ORDER BY id DESC LIMIT :limit)
      UNION
      SELECT closed_by FROM (
        SELECT closed_by FROM loan WHERE patron = :patron ORDER BY id DESC LIMIT :limit)
      WHERE closed_by IS NOT NULL
      UNION
      SELECT op.id FROM (
        SELECT id, item, closed_by FROM loan WHERE patron = :patron ORDER BY id DESC LIMIT :limit
      ) AS recent JOIN op ON op.entity = recent.item AND op.id > recent.id
        AND op.id < coalesce(recent.closed_by, 9223372036854775807) AND op.kind IN (\(OpHistory.kindsWhileLent))
      UNION
      SELECT op.id FROM (
        SELECT id FROM hold WHERE patron = :patron ORDER BY id DESC LIMIT :limit
      ) AS held JOIN op ON op.entity = held.id
      UNION
      SELECT id FROM (
        SELECT op.id FROM patron_merge
          JOIN op AS merging ON merging.id = patron_merge.op
          JOIN patron ON patron.id = merging.entity AND patron.merged_into = patron_merge.keeper
          JOIN op ON op.entity = merging.entity
        WHERE patron_merge.keeper = :patron ORDER BY op.id DESC LIMIT :limit)
      UNION
      SELECT op FROM (
        SELECT op FROM patron_merge WHERE keeper = :patron ORDER BY op DESC LIMIT :limit)
    ), all_of_it (id) AS (
      SELECT id FROM mine
      UNION
      SELECT op.id FROM mine JOIN op ON op.undoes = mine.id
    )
    SELECT \(OpReading.columns) FROM op WHERE id IN (SELECT id FROM all_of_it)
    ORDER BY wall DESC, id DESC LIMIT :limit
    """
}
