import GRDB
public import LibraryCore

extension Desk {
  /// The copies under way to other libraries, those for readers and those that go home, place by place.
  public func transfers() throws -> [TransferLine] {
    try consider { facts in
      let home = try Row.fetchAll(
        facts.db.cachedStatement(
          sql: "SELECT id, sent_to FROM item WHERE sent_to IS NOT NULL ORDER BY sent_to, id")
      ).compactMap { row in
        try facts.itemLine(EntityID(rawValue: row[0])).map {
          TransferLine(item: $0, to: row[1], kept: nil)
        }
      }
      let readers = try Row.fetchAll(
        facts.db.cachedStatement(
          sql: "SELECT copy FROM hold WHERE status = 'transfer' AND status IN ('shelf', 'transfer')"
        )
      ).compactMap { row -> TransferLine? in
        let copy = EntityID(rawValue: row[0])
        guard let line = try facts.itemLine(copy), let kept = try facts.setAside(copy),
          let library = kept.sentTo
        else { return nil }
        return TransferLine(item: line, to: library, kept: kept)
      }
      return (readers + home).sorted { ($0.to, $0.item.id) < ($1.to, $1.item.id) }
    }
  }
}
