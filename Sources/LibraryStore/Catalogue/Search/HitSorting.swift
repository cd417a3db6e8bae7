import GRDB
import LibraryCore

/// Puts found titles in an order that has nothing to do with what was typed.
struct HitSorting {
  private let order: HitOrder
  private let filing: FilingOrder

  init(_ order: HitOrder, _ filing: FilingOrder) {
    self.order = order
    self.filing = filing
  }

  private struct Filed {
    var id: EntityID
    var key: [UInt8]
    /// Newest first, those without a year last; the same for all where years do not matter.
    var age: Int
  }

  /// Authors go with their titles under them, and titles without an author behind all others.
  func sorted(_ ids: [EntityID], _ db: Database) throws -> [EntityID] {
    let list = "[" + ids.map(\.description).joined(separator: ",") + "]"
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT id, coalesce(filing_title, title), author, year FROM record
          WHERE id IN (SELECT value FROM json_each(?))
          """),
      arguments: [list])
    var filed: [Filed] = []
    filed.reserveCapacity(ids.count)
    while let row = try rows.next() {
      let title: String = row[1]
      let year = (row[3] as String?).flatMap { Int($0) }
      let authorKey = FilingKey.of(.author, title: title, author: row[2], filing) ?? [0xFF]
      filed.append(
        Filed(
          id: EntityID(rawValue: row[0]),
          key: order == .author ? authorKey : FilingKey.title(title, filing),
          age: order == .year ? year.map { -$0 } ?? .max : 0))
    }
    return filed.sorted { left, right in
      if left.age != right.age { return left.age < right.age }
      if left.key != right.key { return left.key.lexicographicallyPrecedes(right.key) }
      return left.id < right.id
    }.map(\.id)
  }
}
