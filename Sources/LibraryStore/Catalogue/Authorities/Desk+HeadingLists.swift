import GRDB
public import LibraryCore
public import MARC

extension Desk {
  /// Gives the authority records whose heading no record of the catalogue has, in the order of their numbers; `take` ends it by
  /// answering false.
  public func eachUnusedAuthority(_ take: (StoredAuthority) throws -> Bool) throws {
    try consider { facts in
      let links = HeadingLinks(facts.db)
      let rows = try Int64.fetchCursor(
        facts.db, sql: "SELECT id FROM authority WHERE status = 'active' ORDER BY id")
      while let row = try rows.next() {
        guard let version = try AuthorityRow.fetch(EntityID(rawValue: row), facts.db)?.version,
          let entry = try AuthorityIndex.entry(of: version, facts.db),
          try links.uses(of: entry, EntityID(rawValue: row)) == 0,
          let authority = try facts.storedAuthority(EntityID(rawValue: row))
        else { continue }
        guard try take(authority) else { return }
      }
    }
  }

  /// The headings of a kind that no authority record speaks for, the most used first.
  public func headingsWithoutAuthority(
    _ kind: HeadingKind, limit: Int, offset: Int = 0
  ) throws -> [HeadingFacts] {
    guard let authorityKind = kind.authorityKind else { return [] }
    return try consider { facts in
      try Row.fetchAll(
        facts.db,
        sql: """
          SELECT text, uses FROM heading WHERE kind = ? AND NOT EXISTS (
            SELECT 1 FROM authority_form form
            WHERE form.kind = ? AND form.key = heading.key AND form.relation < 2)
          ORDER BY uses DESC, place LIMIT ? OFFSET ?
          """,
        arguments: [Int(kind.rawValue), Int(authorityKind.rawValue), limit, offset]
      ).map { HeadingFacts(kind: kind, text: $0[0], uses: $0[1], authorities: []) }
    }
  }
}
