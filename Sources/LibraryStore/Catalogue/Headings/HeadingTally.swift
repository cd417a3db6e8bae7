import Foundation
import GRDB
import LibraryCore
import MARC

/// How often headings came and went in one transaction, written at its end.
///
/// A heading that came and went is not touched, and the others are written in the order of their index, so that neighbours share
/// a page. Each statement touches one row by its number: one that could fail half-way, or gives back what it wrote, would make
/// SQLite note a point to return to, at which every index of words writes out what it holds in memory.
final class HeadingTally {
  private var changes: [CatalogueHeading: Int] = [:]

  /// Notes that so many more records have the heading.
  func count(_ heading: CatalogueHeading, _ change: Int) { changes[heading, default: 0] += change }

  /// Writes what was noted and forgets it.
  func write(_ db: Database) throws {
    guard !changes.isEmpty else { return }
    let order = try RecordFiling.order(db)
    for (heading, change) in changes.sorted(by: { HeadingTally.stands($0.key, before: $1.key) })
    where change != 0 {
      try write(heading, change, order, db)
    }
    changes.removeAll(keepingCapacity: true)
  }

  private static func stands(
    _ left: CatalogueHeading, before right: CatalogueHeading
  ) -> Bool {
    if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
    if left.key != right.key { return left.key.text < right.key.text }
    return left.text < right.text
  }

  private func write(
    _ heading: CatalogueHeading, _ change: Int, _ order: FilingOrder, _ db: Database
  ) throws {
    let kind = Int(heading.kind.rawValue)
    let known = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT id, uses FROM heading WHERE kind = ? AND key = ? AND text = ?"),
      arguments: [kind, heading.key.text, heading.text])
    if let known {
      try set(known[0], from: known[1], by: change, db)
    } else if change > 0 {
      try db.cachedStatement(
        sql: "INSERT INTO heading (kind, key, text, place, uses, level) VALUES (?, ?, ?, ?, ?, ?)"
      ).execute(
        arguments: [
          kind, heading.key.text, heading.text, HeadingIndex.place(heading.text, order), change,
          HeadingTally.level(ofUses: change),
        ])
    }
  }

  private func set(_ id: Int64, from before: Int, by change: Int, _ db: Database) throws {
    let uses = before + change
    guard uses > 0 else {
      try db.cachedStatement(sql: "DELETE FROM heading WHERE id = ?").execute(arguments: [id])
      return
    }
    let level = HeadingTally.level(ofUses: uses)
    if level == HeadingTally.level(ofUses: before) {
      try db.cachedStatement(sql: "UPDATE heading SET uses = ? WHERE id = ?")
        .execute(arguments: [uses, id])
    } else {
      try db.cachedStatement(sql: "UPDATE heading SET uses = ?, level = ? WHERE id = ?")
        .execute(arguments: [uses, level, id])
    }
  }

  /// The power of two that a number of uses has reached.
  private static func level(ofUses uses: Int) -> Int { Int.bitWidth - 1 - uses.leadingZeroBitCount }
}
