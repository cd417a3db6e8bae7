import GRDB
import LibraryCore
import MARC

extension DirectTitles {
  /// The works of the headings that a see reference of an authority record leads to from the words typed.
  ///
  /// Whoever looks for a pseudonym finds what is entered under the real name. The whole reference has to be typed; marks may
  /// be left out.
  static func seen(from query: SearchQuery, _ db: Database) throws -> [EntityID] {
    let typed = TypedBeginning(query.text + " ")
    var found: [EntityID] = []
    for kind in kinds(of: query.field) {
      for key in typed.foldedPrefixes {
        let range = HeadingRange(first: key + HeadingKey.separator)
        let rows = try Row.fetchAll(
          db.cachedStatement(
            sql: """
              SELECT DISTINCT authority, text FROM authority_form
              WHERE kind = ? AND key >= ? AND key < ? AND relation = 1 LIMIT 20
              """),
          arguments: [Int(kind.rawValue), range.first, range.end])
        for row in rows where typed.begins(row[1]) {
          let authority = EntityID(rawValue: row[0])
          let version = try AuthorityRow.fetch(authority, db)?.version
          guard let entry = try version.flatMap({ try AuthorityIndex.entry(of: $0, db) }) else {
            continue
          }
          found += try HeadingLinks(db).records(
            of: entry, authority, limit: CatalogueSearch.countMaximum, offset: 0)
        }
      }
    }
    var seen: Set<EntityID> = []
    return found.filter { seen.insert($0).inserted }
  }

  private static func kinds(of field: SearchField) -> [HeadingKind] {
    switch field {
    case .author: [.person, .body, .meeting]
    case .subject: [.topic, .place, .genre, .period, .person, .body, .meeting, .title]
    case .any: [.person, .body, .meeting, .title, .topic, .place, .genre, .period]
    case .title: [.title]
    case .isbn, .callNumber: []
    }
  }
}
