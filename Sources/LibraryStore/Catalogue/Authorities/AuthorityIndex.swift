import Foundation
import GRDB
import LibraryCore
import MARC

/// The forms and numbers of authority records in use.
enum AuthorityIndex {
  /// The entry of a record's bytes; nil for bytes of a later version, which are kept and not read.
  static func entry(_ marc: [UInt8]) -> AuthorityEntry? {
    (try? MARC.Record(storage: marc)).map { AuthorityEntry($0) }
  }

  /// The entry of a stored version.
  static func entry(of version: OpID, _ db: Database) throws -> AuthorityEntry? {
    guard let op = try OpReading.op(version, in: db), case .authoritySaved(let saved) = op.body
    else { return nil }
    return entry(saved.marc)
  }

  static func add(_ entry: AuthorityEntry, _ authority: EntityID, _ db: Database) throws {
    let order = try RecordFiling.order(db)
    let form = try db.cachedStatement(
      sql: """
        INSERT INTO authority_form (authority, relation, kind, key, text, place)
        VALUES (?, ?, ?, ?, ?, ?)
        """)
    for found in entry.forms {
      try form.execute(
        arguments: [
          authority.rawValue, Int(found.relation.rawValue), Int(found.kind.rawValue),
          found.key.text, found.text, HeadingIndex.place(found.text, order),
        ])
    }
    let number = try db.cachedStatement(
      sql: "INSERT INTO authority_number (number, authority) VALUES (?, ?)")
    for found in entry.numbers { try number.execute(arguments: [found, authority.rawValue]) }
  }

  static func remove(_ authority: EntityID, _ db: Database) throws {
    for sql in [
      "DELETE FROM authority_form WHERE authority = ?",
      "DELETE FROM authority_number WHERE authority = ?",
    ] {
      try db.cachedStatement(sql: sql).execute(arguments: [authority.rawValue])
    }
  }

  /// Writes the forms and numbers of all authority records again.
  static func rebuild(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM authority_form; DELETE FROM authority_number")
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, version FROM authority WHERE status = 'active' ORDER BY id")
    while let row = try rows.next() {
      guard let entry = try entry(of: OpID(rawValue: row[1]), db) else { continue }
      try add(entry, EntityID(rawValue: row[0]), db)
    }
  }
}
