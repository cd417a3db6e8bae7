import GRDB
import LibraryCore
import MARC
import VietnameseText

/// How headings of the catalogue and authority records belong together: by key, by years of life and by number.
struct HeadingLinks {
  /// More ways of writing one heading are not followed.
  private static let variantsMaximum = 200

  let db: Database

  init(_ db: Database) { self.db = db }

  /// The kinds of headings that an authority record of this kind is about.
  static func kinds(of kind: HeadingKind) -> [HeadingKind] {
    HeadingKind.allCases.filter { $0.authorityKind == kind }
  }

  /// One form of an authority record as the tables have it.
  struct Form {
    var authority: EntityID
    var relation: AuthorityRelation
    var text: String
  }

  /// The forms of authority records that are written like `text`, headings before references.
  func forms(of text: String, _ kind: HeadingKind) throws -> [Form] {
    guard let authorityKind = kind.authorityKind, let key = HeadingKey(text, authorityKind) else {
      return []
    }
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT authority, relation, text FROM authority_form WHERE kind = ? AND key = ?
          ORDER BY relation, authority LIMIT ?
          """),
      arguments: [Int(authorityKind.rawValue), key.text, HeadingLinks.variantsMaximum])
    return rows.map { row in
      Form(
        authority: EntityID(rawValue: row[0]),
        relation: AuthorityRelation(rawValue: UInt8(clamping: row[1] as Int)) ?? .seeAlso,
        text: row[2])
    }.filter { HeadingLink.mayBeSame($0.text, text, kind) }
  }

  /// What the lists know of one heading.
  func facts(of kind: HeadingKind, _ text: String) throws -> HeadingFacts {
    let text = text.nfc
    let references = try forms(of: text, kind).compactMap { form in
      try heading(of: form.authority).map {
        AuthorityReference(authority: form.authority, relation: form.relation, text: $0)
      }
    }
    return HeadingFacts(
      kind: kind, text: text, uses: try uses(of: kind, text), authorities: references)
  }

  /// How many records have the heading, written just so.
  func uses(of kind: HeadingKind, _ text: String) throws -> Int {
    guard let heading = CatalogueHeading(kind, text) else { return 0 }
    return try Int.fetchOne(
      db.cachedStatement(
        sql: "SELECT uses FROM heading WHERE kind = ? AND key = ? AND text = ?"),
      arguments: [Int(kind.rawValue), heading.key.text, text]) ?? 0
  }

  /// The heading of an authority record.
  func heading(of authority: EntityID) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT text FROM authority WHERE id = ?"),
      arguments: [authority.rawValue])
  }

  /// The authority records whose heading or see reference is written like `text`, the very same writing first.
  func authorities(of text: String, _ kind: HeadingKind) throws -> [EntityID] {
    let forms = try forms(of: text, kind).filter { $0.relation != .seeAlso }
    let sorted = forms.filter { $0.text == text } + forms.filter { $0.text != text }
    var seen: Set<EntityID> = []
    return sorted.map(\.authority).filter { seen.insert($0).inserted }
  }

  /// The authority record in use that a `$0` names: by a number of its own, or by the one under which the library keeps it.
  func authority(linkedBy number: AuthorityNumber) throws -> EntityID? {
    if let numbered = try authority(numbered: [number.text]) { return numbered }
    guard let kept = Int64(number.text).map({ EntityID(rawValue: $0) }),
      let row = try AuthorityRow.fetch(kept, db), row.status == .active,
      try AuthorityIndex.entry(of: row.version, db)?.numbers.isEmpty == true
    else { return nil }
    return kept
  }

  /// The authority record in use that has one of the numbers.
  func authority(numbered numbers: Set<String>) throws -> EntityID? {
    for number in numbers.sorted() {
      let found = try Int64.fetchOne(
        db.cachedStatement(
          sql: "SELECT authority FROM authority_number WHERE number = ? ORDER BY authority"),
        arguments: [number])
      if let found { return EntityID(rawValue: found) }
    }
    return nil
  }

  /// The ways in which the catalogue writes a heading, with the number of records that have each.
  func variants(of text: String, _ kind: HeadingKind) throws -> [CatalogueHeading: Int] {
    guard let key = HeadingKey(text, kind) else { return [:] }
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT text, uses FROM heading WHERE kind = ? AND key = ? LIMIT ?"),
      arguments: [Int(kind.rawValue), key.text, HeadingLinks.variantsMaximum])
    var found: [CatalogueHeading: Int] = [:]
    for row in rows where HeadingLink.mayBeSame(row[0], text, kind) {
      CatalogueHeading(kind, row[0]).map { found[$0] = row[1] }
    }
    return found
  }

  /// How many records have the heading of an authority record, as it or as a see form is written, or by its number.
  func uses(of entry: AuthorityEntry, _ id: EntityID) throws -> Int {
    guard let expression = try expression(of: entry, id) else { return 0 }
    return try Int.fetchOne(
      db.cachedStatement(
        sql: "SELECT count(*) FROM record_heading WHERE record_heading MATCH ?"),
      arguments: [expression]) ?? 0
  }

  /// The records of an authority record's heading, the newest first.
  func records(
    of entry: AuthorityEntry, _ id: EntityID, limit: Int, offset: Int
  ) throws -> [EntityID] {
    try expression(of: entry, id).map { try records(matching: $0, limit: limit, offset: offset) }
      ?? []
  }

  /// The records that have one of the headings, the newest first.
  func records(
    of headings: some Sequence<CatalogueHeading>, limit: Int, offset: Int = 0
  ) throws -> [EntityID] {
    let words = headings.map(\.word)
    return words.isEmpty
      ? [] : try records(matching: words.joined(separator: " OR "), limit: limit, offset: offset)
  }

  /// The records that name one of the numbers in `$0`, the newest first.
  func records(linkedTo numbers: Set<String>) throws -> [EntityID] {
    guard !numbers.isEmpty else { return [] }
    let words = numbers.map(HeadingWord.link).joined(separator: " OR ")
    return try records(matching: words, limit: .max, offset: 0)
  }

  /// The words of the index that lead to the records of an authority record; nil where there can be none.
  private func expression(of entry: AuthorityEntry, _ id: EntityID) throws -> String? {
    let numbers = entry.numbers.isEmpty ? [id.description] : entry.numbers
    var words = numbers.map(HeadingWord.link)
    if let kind = entry.kind {
      for form in entry.forms where form.relation != .seeAlso {
        for kind in HeadingLinks.kinds(of: kind) {
          words += try variants(of: form.text, kind).keys.map(\.word)
        }
      }
    }
    return words.isEmpty ? nil : words.joined(separator: " OR ")
  }

  private func records(matching expression: String, limit: Int, offset: Int) throws -> [EntityID] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT rowid FROM record_heading WHERE record_heading MATCH ?
          ORDER BY rowid DESC LIMIT ? OFFSET ?
          """),
      arguments: [expression, limit, offset]
    ).map { EntityID(rawValue: $0) }
  }
}
