import Foundation
import GRDB
public import LibraryCore
import VietnameseText

/// Where a title or a heading stands in a drawer.
public struct FilingPlace: Equatable, Sendable {
  var key: [UInt8]
  /// Among those of one key, which: the number of the record, or that of the heading's row.
  var row: Int64

  static let least = FilingPlace(key: [], row: .min)
  static let greatest = FilingPlace(key: [0xFF], row: .max)
}

/// What stands in a drawer.
public protocol Filed: Sendable {
  var place: FilingPlace { get }
}

/// A title as it stands in a drawer.
public struct FiledTitle: Filed, Equatable {
  public var place: FilingPlace
  public var hit: TitleHit
}

/// Where one begins to walk through a drawer, and which way.
public enum DrawerWalk: Equatable, Sendable {
  case fromBeginning
  case backFromEnd
  case behind(FilingPlace)
  case backFrom(FilingPlace)
  /// From the place itself.
  case at(FilingPlace)
  /// From the first title, or author, that begins so; marks that were not typed do not count.
  case from(String)
}

extension Desk {
  /// Some titles of a drawer in the order of the house, always from front to back.
  ///
  /// Takes the same time anywhere in a drawer of any length.
  public func filed(in drawer: Drawer, _ walk: DrawerWalk, limit: Int) throws -> [FiledTitle] {
    try consider { facts in
      try DrawerReading(drawer: drawer, db: facts.db).titles(walk, limit: max(0, limit))
    }
  }

  /// Titles of a drawer in an order that need not be that of the house; all of them are looked through.
  public func listed(
    in drawer: Drawer, _ order: FilingOrder, limit: Int, offset: Int
  ) throws -> [TitleHit] {
    try consider { facts in
      let db = facts.db
      let reading = DrawerReading(drawer: drawer, db: db)
      let ids =
        try RecordFiling.order(db) == order
        ? reading.records(limit: limit, offset: offset)
        : reading.records(in: order, limit: limit, offset: offset)
      return try CatalogueSearch.hits(ids, db)
    }
  }
}

private struct DrawerReading {
  let drawer: Drawer
  let db: Database

  func titles(_ walk: DrawerWalk, limit: Int) throws -> [FiledTitle] {
    let places =
      switch walk {
      case .fromBeginning: try places(after: .least, limit: limit)
      case .backFromEnd: try places(before: .greatest, limit: limit)
      case .behind(let place): try places(after: place, limit: limit)
      case .backFrom(let place): try places(before: place, limit: limit)
      case .at(let place):
        try places("(key, record) >= (?, ?) ORDER BY key, record", place, limit)
      case .from(let text):
        try places(
          after: FilingPlace(key: key(from: text), row: .min), limit: limit)
      }
    let hits = try CatalogueSearch.hits(places.map { EntityID(rawValue: $0.row) }, db)
    return zip(places, hits).map { FiledTitle(place: $0, hit: $1) }
  }

  private func places(after place: FilingPlace, limit: Int) throws -> [FilingPlace] {
    try places("(key, record) > (?, ?) ORDER BY key, record", place, limit)
  }

  private func places(before place: FilingPlace, limit: Int) throws -> [FilingPlace] {
    try places("(key, record) < (?, ?) ORDER BY key DESC, record DESC", place, limit).reversed()
  }

  private func places(
    _ condition: String, _ place: FilingPlace, _ limit: Int
  ) throws -> [FilingPlace] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT key, record FROM filing WHERE drawer = ? AND \(condition) LIMIT ?"),
      arguments: [drawer.rawValue, Data(place.key), place.row, limit]
    ).map { FilingPlace(key: Array($0[0] as Data), row: $0[1]) }
  }

  func records(limit: Int, offset: Int) throws -> [EntityID] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: "SELECT record FROM filing WHERE drawer = ? ORDER BY key, record LIMIT ? OFFSET ?"),
      arguments: [drawer.rawValue, limit, offset]
    ).map { EntityID(rawValue: $0) }
  }

  func records(in order: FilingOrder, limit: Int, offset: Int) throws -> [EntityID] {
    var filed: [FilingPlace] = []
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, coalesce(filing_title, title), author FROM record WHERE status = 'active'
        """)
    while let row = try rows.next() {
      if let key = FilingKey.of(drawer, title: row[1], author: row[2], order) {
        filed.append(FilingPlace(key: key, row: row[0]))
      }
    }
    filed.sort { left, right in
      left.key == right.key
        ? left.row < right.row : left.key.lexicographicallyPrecedes(right.key)
    }
    return filed.dropFirst(offset).prefix(limit).map { EntityID(rawValue: $0.row) }
  }
}

// MARK: - Finding the place of a text

extension DrawerReading {
  /// How many titles that begin so are looked at for the first of them.
  private static let beginningsMaximum = 200

  /// The key of the first title or author that begins with `text`, or the place where it would stand.
  ///
  /// Words typed without marks may have any: no title that begins so stands before that place, but the first may stand far behind.
  private func key(from text: String) throws -> [UInt8] {
    let order = try RecordFiling.order(db)
    let place = order.beginning(text)
    let typed = TypedBeginning(text)
    let next = try places(
      after: FilingPlace(key: place, row: .min), limit: 1)
    if let row = next.first?.row,
      try filed(EntityID(rawValue: row)).map({ begins($0, typed) }) ?? false
    {
      return place
    }
    return try beginnings(text).compactMap { record in
      guard let filed = try filed(record), begins(filed, typed) else { return nil }
      return FilingKey.of(drawer, title: filed.title, author: filed.author, order)
    }.min { $0.lexicographicallyPrecedes($1) } ?? place
  }

  private func filed(_ record: EntityID) throws -> (title: String, author: String?)? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT coalesce(filing_title, title), author FROM record WHERE id = ?"),
      arguments: [record.rawValue]
    ).map { ($0[0], $0[1]) }
  }

  private func begins(_ filed: (title: String, author: String?), _ typed: TypedBeginning) -> Bool {
    typed.begins(drawer == .title ? filed.title : filed.author ?? "")
  }

  /// Records whose title or author begins with `text`, whatever its marks.
  private func beginnings(_ text: String) throws -> [EntityID] {
    let folded = text.folded(.lettersAndSpelling)
    guard !folded.isEmpty else { return [] }
    switch drawer {
    case .title:
      let key = CatalogueKey.title(text)
      return try Int64.fetchAll(
        db.cachedStatement(
          sql: "SELECT record FROM record_key WHERE key >= ? AND key < ? ORDER BY key LIMIT ?"),
        arguments: [key.text, key.upperBound, DrawerReading.beginningsMaximum]
      ).map { EntityID(rawValue: $0) }
    case .author:
      let query = SearchQuery(text, in: .author)
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT record.id, record.author FROM record_fts JOIN record ON record.id = record_fts.rowid
            WHERE record_fts MATCH ? LIMIT ?
            """),
        arguments: [try query.anyOrder(db), DrawerReading.beginningsMaximum])
      return rows.compactMap { row in
        let author = ((row[1] as String?) ?? "").folded(.lettersAndSpelling)
        return author.hasPrefix(folded) ? EntityID(rawValue: row[0]) : nil
      }
    }
  }
}
