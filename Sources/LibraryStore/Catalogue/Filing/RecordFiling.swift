import Foundation
import GRDB
import LibraryCore

/// Where a record stands in the drawers, in the order that the house has chosen.
enum RecordFiling {
  static func order(_ db: Database) throws -> FilingOrder {
    FilingOrder(
      setting: try String.fetchOne(
        db.cachedStatement(sql: "SELECT value FROM setting WHERE name = ?"),
        arguments: [HouseSetting.filingOrder]))
  }

  static func add(_ entry: CatalogueEntry, _ record: EntityID, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO filing (drawer, key, record) VALUES (?, ?, ?)")
    try each(of: entry, db) { drawer, key in
      try statement.execute(arguments: [drawer.rawValue, key, record.rawValue])
    }
  }

  static func remove(_ entry: CatalogueEntry, _ record: EntityID, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "DELETE FROM filing WHERE drawer = ? AND key = ? AND record = ?")
    try each(of: entry, db) { drawer, key in
      try statement.execute(arguments: [drawer.rawValue, key, record.rawValue])
    }
  }

  /// Moves the record where title or author differ between two versions.
  static func replace(
    _ old: CatalogueEntry?, _ new: CatalogueEntry?, _ record: EntityID, _ db: Database
  ) throws {
    guard
      old?.title != new?.title || old?.filingTitle != new?.filingTitle
        || old?.author != new?.author
    else { return }
    if let old { try remove(old, record, db) }
    if let new { try add(new, record, db) }
  }

  /// Files all records again: where the order was changed, and where the index is mended.
  static func rebuild(_ db: Database) throws {
    let order = try order(db)
    try db.execute(sql: "DELETE FROM filing")
    let records = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, coalesce(filing_title, title), author FROM record WHERE status = 'active'
        """)
    var places: [Place] = []
    while let row = try records.next() {
      for drawer in Drawer.allCases {
        let key = FilingKey.of(drawer, title: row[1], author: row[2], order)
        if let key { places.append(Place(drawer: drawer, key: key, record: row[0])) }
      }
      if places.count >= placesMaximum { try insert(&places, db) }
    }
    try insert(&places, db)
  }

  private struct Place: Comparable {
    var drawer: Drawer
    var key: [UInt8]
    var record: Int64

    static func < (left: Place, right: Place) -> Bool {
      if left.drawer != right.drawer { return left.drawer.rawValue < right.drawer.rawValue }
      if left.key != right.key { return left.key.lexicographicallyPrecedes(right.key) }
      return left.record < right.record
    }
  }

  /// So many are put in order in memory before they are written, because neighbours share their pages.
  private static let placesMaximum = 50_000

  private static func insert(_ places: inout [Place], _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO filing (drawer, key, record) VALUES (?, ?, ?)")
    for place in places.sorted() {
      try statement.execute(
        arguments: [place.drawer.rawValue, Data(place.key), place.record])
    }
    places.removeAll(keepingCapacity: true)
  }

  private static func each(
    of entry: CatalogueEntry, _ db: Database, _ body: (Drawer, Data) throws -> Void
  ) throws {
    let order = try order(db)
    for drawer in Drawer.allCases {
      let key = FilingKey.of(
        drawer, title: entry.filingTitle ?? entry.title, author: entry.author, order)
      if let key { try body(drawer, Data(key)) }
    }
  }
}
