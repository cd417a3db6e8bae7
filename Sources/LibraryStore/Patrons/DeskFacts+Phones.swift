import GRDB
import LibraryCore

extension DeskFacts {
  /// The telephone on which a reader is called: the reader's own, else the guardian's, with whose it is.
  ///
  /// What was entered as the guardian's number goes before the one on the guardian's own card.
  func phone(of patron: Patron) throws -> (number: String, holder: PhoneHolder)? {
    if let own = patron.phone { return (own, .reader) }
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT coalesce(child.guardian_phone, guardian.phone),
            coalesce(child.guardian_name, guardian.name)
          FROM patron AS child
          LEFT JOIN patron AS guardian
            ON guardian.id = child.guardian AND guardian.status <> 'removed'
          WHERE child.id = ?
          """),
      arguments: [patron.id.rawValue])
    guard let row, let number = row[0] as String? else { return nil }
    return (number, .guardian(row[1]))
  }
}
