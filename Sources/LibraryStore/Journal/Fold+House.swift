import GRDB
import LibraryCore

extension Fold {
  static func configured<Field: EntityField>(
    _ table: String, _ fields: Field.Type, _ changes: [FieldChange], _ op: Op, _ db: Database
  ) throws {
    try save(table, fields, changes, op.entity, db)
    try configurationChanged(db)
  }

  static func setting(_ name: String, _ value: String?, _ db: Database) throws {
    if let value {
      try db.execute(
        sql: "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", arguments: [name, value])
    } else {
      try db.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [name])
    }
    try configurationChanged(db)
    if name == HouseSetting.filingOrder {
      try RecordFiling.rebuild(db)
      try HeadingIndex.rebuildPlaces(db)
    }
  }

  /// A nil `isOpen` takes the exception back: the weekly pattern holds again.
  static func openingDays(_ days: [OpeningDay], _ db: Database) throws {
    for day in days {
      if let isOpen = day.isOpen {
        try db.execute(
          sql: "INSERT OR REPLACE INTO opening_day (day, is_open, reason) VALUES (?, ?, ?)",
          arguments: [day.day.number, isOpen, day.reason ?? ""])
      } else {
        try db.execute(sql: "DELETE FROM opening_day WHERE day = ?", arguments: [day.day.number])
      }
    }
    try configurationChanged(db)
  }

  private static func configurationChanged(_ db: Database) throws {
    try db.execute(sql: "UPDATE configuration SET version = version + 1")
  }
}
