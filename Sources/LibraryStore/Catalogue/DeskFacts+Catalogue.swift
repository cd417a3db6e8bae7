import GRDB
import LibraryCore
import MARC

extension DeskFacts {
  static let briefColumns =
    "record.title, record.author, publisher, year, class_mark, material"

  static func brief(_ row: Row, from index: Int) -> RecordBrief {
    RecordBrief(
      title: row[index], author: row[index + 1], publisher: row[index + 2], year: row[index + 3],
      classMark: row[index + 4], material: Material(rawValue: row[index + 5]) ?? .other)
  }

  /// The record in its current version; nil when there is none, or one in the form of a later version of the program.
  func storedRecord(_ id: EntityID) throws -> StoredRecord? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT version, record.status, \(DeskFacts.briefColumns) FROM record WHERE id = ?
          """),
      arguments: [id.rawValue])
    guard let row else { return nil }
    let version = OpID(rawValue: row[0])
    guard let op = try OpReading.op(version, in: db), case .recordSaved(let saved) = op.body,
      let record = try? Record(storage: saved.marc)
    else { return nil }
    return StoredRecord(
      id: id, version: version, savedAt: op.moment,
      status: RecordStatus(rawValue: row[1]) ?? .active, record: record,
      brief: DeskFacts.brief(row, from: 2), copies: try DeskFacts.copies(of: id, db).total,
      mergedInto: try keeper(of: id))
  }

  /// The bytes of a version of a record or an authority record, if the op wrote one.
  func recordBytes(_ version: OpID) throws -> (record: EntityID, marc: [UInt8])? {
    guard let op = try OpReading.op(version, in: db) else { return nil }
    switch op.body {
    case .recordSaved(let saved), .authoritySaved(let saved): return (op.entity, saved.marc)
    default: return nil
    }
  }

  /// How many copies the library has of a record, and how many of them could be lent now.
  static func copies(of record: EntityID, _ db: Database) throws -> (total: Int, present: Int) {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT count(*), coalesce(sum(item.status = 'available' AND item.sent_to IS NULL
              AND loan.id IS NULL AND NOT EXISTS (SELECT 1 FROM hold
                WHERE hold.copy = item.id AND hold.status IN ('shelf', 'transfer'))), 0)
          FROM item LEFT JOIN loan ON loan.item = item.id AND loan.status = 'open'
          WHERE item.record = ? AND item.status NOT IN ('removed', 'withdrawn')
          """),
      arguments: [record.rawValue])
    return (row?[0] ?? 0, row?[1] ?? 0)
  }

  /// Copies in any state but taken back: a record that has one stays.
  func itemsKeeping(_ record: EntityID) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(
        sql: "SELECT count(*) FROM item WHERE record = ? AND status <> 'removed'"),
      arguments: [record.rawValue]) ?? 0
  }
}
