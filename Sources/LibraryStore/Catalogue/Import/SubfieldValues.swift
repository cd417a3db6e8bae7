import GRDB
import LibraryCore
import MARC

/// Which records have which text in the subfields of a profile that no index knows, read once before an import.
///
/// Only hashes of the texts are kept, and what is found by one is compared before it counts.
final class SubfieldValues {
  private static let recordsAtOnce = 500

  private let parts: [MatchSubfield]
  private var places: [Int: [EntityID]] = [:]

  /// Nil where the profile asks for no such subfield.
  init?(_ options: ImportOptions) {
    parts = options.points.compactMap {
      if case .subfield(let part) = $0.match { part } else { nil }
    }
    if parts.isEmpty { return nil }
  }

  /// Reads all records of the library, some at a time; false where `progress` said no.
  func read(_ desk: Desk, progress: (Int) -> Bool) throws -> Bool {
    var last: Int64 = 0
    var count = 0
    while true {
      let part = try desk.consider { facts in
        try Row.fetchAll(
          facts.db.cachedStatement(
            sql: """
              SELECT id, version FROM record WHERE status = 'active' AND id > ? ORDER BY id LIMIT ?
              """),
          arguments: [last, SubfieldValues.recordsAtOnce]
        ).compactMap { row -> (EntityID, MARC.Record)? in
          last = row[0]
          let saved = try facts.recordBytes(OpID(rawValue: row[1]))
          return saved.flatMap { try? MARC.Record(storage: $0.marc) }.map {
            (EntityID(rawValue: row[0]), $0)
          }
        }
      }
      for (id, record) in part { add(record, id) }
      count += part.count
      guard !part.isEmpty else { return true }
      guard progress(count) else { return false }
    }
  }

  /// Takes a record in, as one that the import itself brought.
  func add(_ record: MARC.Record, _ id: EntityID) {
    for part in parts {
      for text in part.values(of: record) {
        places[SubfieldValues.hash(part, text), default: []].append(id)
      }
    }
  }

  /// The records whose current version has the text.
  func records(_ part: MatchSubfield, _ text: String, _ db: Database) throws -> [EntityID] {
    try (places[SubfieldValues.hash(part, text)] ?? []).filter { id in
      guard let row = try RecordRow.fetch(id, db), row.status == .active,
        let op = try OpReading.op(row.version, in: db), case .recordSaved(let saved) = op.body,
        let record = try? MARC.Record(storage: saved.marc)
      else { return false }
      return part.values(of: record).contains(text)
    }
  }

  private static func hash(_ part: MatchSubfield, _ text: String) -> Int {
    var hasher = Hasher()
    hasher.combine(part)
    hasher.combine(text)
    return hasher.finalize()
  }
}
