import Foundation
import GRDB
import LibraryCore
import VietnameseText

extension Fold {
  /// Saves a patron's fields and keeps the sort key and the index in step with them.
  static func patron(_ changes: [FieldChange], _ op: Op, _ db: Database) throws {
    let indexed = changes.contains { change in
      PatronField(rawValue: change.number).map(PatronIndex.fields.contains) ?? false
    }
    if indexed { try PatronIndex.remove(op.entity, db) }
    try save("patron", PatronField.self, changes, op.entity, db)
    let name = changes.last { $0.number == PatronField.name.rawValue }
    if let name { try nameKey(name.value ?? "", of: op.entity.rawValue, db) }
    if let cards = changes.last(where: { $0.number == PatronField.cards.rawValue }) {
      try otherCards(cards.value, of: op.entity, db)
    }
    if indexed { try PatronIndex.add(op.entity, db) }
  }

  /// Works out the sort keys of all patrons again, after names are taken apart in another way.
  @Sendable static func nameKeys(_ db: Database) throws {
    let patrons = try Row.fetchAll(
      db, sql: "SELECT id, name FROM patron WHERE name_key IS NOT NULL")
    for patron in patrons { try nameKey(patron[1], of: patron[0], db) }
  }

  private static func nameKey(_ name: String, of patron: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE patron SET name_key = ? WHERE id = ?")
      .execute(arguments: [Data(SortKey.givenName(name)), patron])
  }
}

/// The words by which a patron is found: the name without tones, the name with them, and birth year, telephone and card.
///
/// The index keeps no texts, so a row is taken out by giving the words it was put in with; they are worked out again from the
/// patron's fields, which is why both happen within the fold and nowhere else.
enum PatronIndex {
  static let fields: Set<PatronField> = [.card, .name, .born, .phone, .status]

  static func add(_ patron: EntityID, _ db: Database) throws {
    guard let words = try words(patron, db) else { return }
    try db.cachedStatement(
      sql: "INSERT INTO patron_fts (rowid, name, other, exact) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [patron.rawValue, words.name, words.other, words.exact])
  }

  static func remove(_ patron: EntityID, _ db: Database) throws {
    guard let words = try words(patron, db) else { return }
    try db.cachedStatement(
      sql: """
        INSERT INTO patron_fts (patron_fts, rowid, name, other, exact)
        VALUES ('delete', ?, ?, ?, ?)
        """
    ).execute(arguments: [patron.rawValue, words.name, words.other, words.exact])
  }

  /// Writes the whole index again from the patrons.
  static func rebuild(_ db: Database) throws {
    try db.execute(sql: "INSERT INTO patron_fts (patron_fts) VALUES ('delete-all')")
    let patrons = try Int64.fetchCursor(db, sql: "SELECT id FROM patron ORDER BY id")
    while let patron = try patrons.next() { try add(EntityID(rawValue: patron), db) }
  }

  private struct Words {
    var name: String
    var other: String
    var exact: String
  }

  /// What stands in the index for the patron now; nil for none and for one that was taken back.
  private static func words(_ patron: EntityID, _ db: Database) throws -> Words? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT card, name, born, phone FROM patron WHERE id = ? AND status <> 'removed'"),
      arguments: [patron.rawValue])
    guard let row else { return nil }
    let name = (row[1] as String).searchTokens
    let card = ((row[0] as String?) ?? "").searchTokens.map(\.folded)
    let born = ((row[2] as String?) ?? "").prefix(4)
    var other = card + PhoneNumbers((row[3] as String?) ?? "").digits
    if !born.isEmpty { other.append(String(born)) }
    return Words(
      name: name.map(\.folded).joined(separator: " "), other: other.joined(separator: " "),
      exact: name.map(\.exact).joined(separator: " "))
  }
}
