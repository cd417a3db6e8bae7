import Foundation
import GRDB
public import LibraryCore
public import MARC

/// A heading as it stands in its list from A to Z.
public struct FiledHeading: Filed, Equatable {
  public var place: FilingPlace
  public var facts: HeadingFacts
}

extension Desk {
  /// Some headings of a kind in the order of the house, always from front to back.
  ///
  /// The headings of the catalogue, and between them those of authority records that are not used and the forms that only lead
  /// to a heading. Takes the same time anywhere in a list of any length.
  public func headings(
    _ kind: HeadingKind, _ walk: DrawerWalk, limit: Int
  ) throws -> [FiledHeading] {
    try consider { facts in
      try HeadingReading(kind: kind, db: facts.db).headings(walk, limit: max(0, limit))
    }
  }

  /// What is known of one heading, whether the catalogue uses it or not.
  public func heading(_ kind: HeadingKind, _ text: String) throws -> HeadingFacts {
    try consider { try HeadingLinks($0.db).facts(of: kind, text) }
  }

  /// The titles that have a heading, however it is written, or one that leads to it; the newest first.
  public func works(
    under kind: HeadingKind, _ text: String, limit: Int, offset: Int = 0
  ) throws -> [TitleHit] {
    try consider { facts in
      let links = HeadingLinks(facts.db)
      var headings = Set(try links.variants(of: text, kind).keys)
      for authority in try links.authorities(of: text, kind) {
        guard let entry = try facts.storedAuthority(authority)?.entry else { continue }
        for form in entry.forms where form.relation != .seeAlso {
          headings.formUnion(try links.variants(of: form.text, kind).keys)
        }
      }
      let records = try links.records(of: headings, limit: limit, offset: offset)
      return try CatalogueSearch.hits(records, facts.db)
    }
  }
}

/// Walks through the headings of a kind, those of the catalogue and those of authority records as one list.
private struct HeadingReading {
  /// How many headings that begin so are looked at for the first of them.
  private static let beginningsMaximum = 200

  let kind: HeadingKind
  let db: Database

  func headings(_ walk: DrawerWalk, limit: Int) throws -> [FiledHeading] {
    let entries =
      switch walk {
      case .fromBeginning: try entries(.forwards, .least, limit)
      case .backFromEnd: try entries(.backwards, .greatest, limit)
      case .behind(let place): try entries(.forwards, place, limit)
      case .backFrom(let place): try entries(.backwards, place, limit)
      case .at(let place): try entries(.forwardsWith, place, limit)
      case .from(let text):
        try entries(.forwards, FilingPlace(key: key(from: text), row: .min), limit)
      }
    let links = HeadingLinks(db)
    return try entries.map {
      FiledHeading(place: $0.place, facts: try links.facts(of: kind, $0.text))
    }
  }

  private struct Entry {
    var place: FilingPlace
    var text: String
  }

  private enum Direction {
    case forwards
    case forwardsWith
    case backwards

    var condition: String {
      switch self {
      case .forwards: ">"
      case .forwardsWith: ">="
      case .backwards: "<"
      }
    }

    var order: String { self == .backwards ? "DESC" : "ASC" }
  }

  /// The next entries of both lists; numbers of forms count downwards, so that each row has a number of its own.
  private func entries(
    _ direction: Direction, _ place: FilingPlace, _ limit: Int
  ) throws -> [Entry] {
    let own = try rows(
      """
      SELECT place, id, text FROM heading
      WHERE kind = ? AND (place, id) \(direction.condition) (?, ?)
      ORDER BY place \(direction.order), id \(direction.order) LIMIT ?
      """, Int(kind.rawValue), place, limit)
    var all = own
    if let authorityKind = kind.authorityKind {
      all += try rows(
        """
        SELECT place, id - 9000000000000000000, text FROM authority_form
        WHERE kind = ? AND relation < 2
          AND (place, id - 9000000000000000000) \(direction.condition) (?, ?)
          AND NOT EXISTS (
            SELECT 1 FROM heading WHERE heading.kind = \(kind.rawValue)
              AND heading.key = authority_form.key AND heading.text = authority_form.text)
        ORDER BY place \(direction.order), id \(direction.order) LIMIT ?
        """, Int(authorityKind.rawValue), place, limit)
      all.sort { HeadingReading.precedes($0.place, $1.place) }
    } else if direction == .backwards {
      all.reverse()
    }
    return direction == .backwards ? Array(all.suffix(limit)) : Array(all.prefix(limit))
  }

  private func rows(
    _ sql: String, _ kind: Int, _ place: FilingPlace, _ limit: Int
  ) throws -> [Entry] {
    try Row.fetchAll(
      db.cachedStatement(sql: sql), arguments: [kind, Data(place.key), place.row, limit]
    ).map { row in
      Entry(place: FilingPlace(key: Array(row[0] as Data), row: row[1]), text: row[2])
    }
  }

  private static func precedes(_ left: FilingPlace, _ right: FilingPlace) -> Bool {
    left.key == right.key ? left.row < right.row : left.key.lexicographicallyPrecedes(right.key)
  }

  /// The key of the first heading that begins with `text`, or the place where it would stand.
  private func key(from text: String) throws -> [UInt8] {
    let place = try RecordFiling.order(db).beginning(text)
    let typed = TypedBeginning(text)
    let next = try entries(.forwards, FilingPlace(key: place, row: .min), 1)
    if let first = next.first, typed.begins(first.text) { return place }
    let lists = [("heading", kind), ("authority_form", kind.authorityKind ?? kind)]
    let beginning = try lists.flatMap { table, kind in
      try HeadingRange.all(typed).flatMap { range in
        try Row.fetchAll(
          db.cachedStatement(
            sql: """
              SELECT place, text FROM \(table) WHERE kind = ? AND key >= ? AND key < ?
              ORDER BY key LIMIT ?
              """),
          arguments: [
            Int(kind.rawValue), range.first, range.end, HeadingReading.beginningsMaximum,
          ])
      }
    }
    return beginning.filter { typed.begins($0[1]) }.map { Array($0[0] as Data) }
      .min { $0.lexicographicallyPrecedes($1) } ?? place
  }
}
