import GRDB
import LibraryCore
import MARC

/// The index of the keys by which records are compared, kept beside the other indexes of a record.
enum DuplicateIndex {
  static func add(_ entry: CatalogueEntry, _ record: EntityID, _ db: Database) throws {
    guard !entry.duplicateWords.isEmpty else { return }
    try db.cachedStatement(sql: "INSERT INTO record_duplicate (rowid, words) VALUES (?, ?)")
      .execute(arguments: [record.rawValue, entry.duplicateWords])
  }

  static func remove(_ entry: CatalogueEntry, _ record: EntityID, _ db: Database) throws {
    guard !entry.duplicateWords.isEmpty else { return }
    try db.cachedStatement(
      sql: "INSERT INTO record_duplicate (record_duplicate, rowid, words) VALUES ('delete', ?, ?)"
    ).execute(arguments: [record.rawValue, entry.duplicateWords])
  }

  static func replace(
    _ old: CatalogueEntry?, _ new: CatalogueEntry?, _ record: EntityID, _ db: Database
  ) throws {
    guard old?.duplicateWords != new?.duplicateWords else { return }
    if let old { try remove(old, record, db) }
    if let new { try add(new, record, db) }
  }

  /// Writes all keys again from the records.
  @Sendable static func rebuild(_ db: Database) throws {
    try db.execute(sql: "INSERT INTO record_duplicate (record_duplicate) VALUES ('delete-all')")
    let records = try Row.fetchCursor(
      db, sql: "SELECT id, version FROM record WHERE status = 'active' ORDER BY id")
    while let row = try records.next() {
      guard let entry = try RecordIndex.entry(of: OpID(rawValue: row[1]), db) else { continue }
      try add(entry, EntityID(rawValue: row[0]), db)
    }
  }

  /// The records that have the key, no more than `limit`.
  static func records(_ key: String, limit: Int, _ db: Database) throws -> [EntityID] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: "SELECT rowid FROM record_duplicate WHERE record_duplicate MATCH ? LIMIT ?"),
      arguments: [key, limit]
    ).map { EntityID(rawValue: $0) }
  }
}

/// Reads the profiles of records, each from its bytes once as long as there is room to keep it.
struct DuplicateProfiles {
  private static let keptMaximum = 20_000

  private var known: [EntityID: DuplicateProfile] = [:]

  /// The profile of a record in the catalogue.
  mutating func profile(_ id: EntityID, _ db: Database) throws -> DuplicateProfile? {
    if let profile = known[id] { return profile }
    guard let row = try RecordRow.fetch(id, db), row.status == .active,
      let op = try OpReading.op(row.version, in: db), case .recordSaved(let saved) = op.body,
      let record = try? Record(storage: saved.marc)
    else { return nil }
    let profile = DuplicateProfile(record)
    if known.count >= DuplicateProfiles.keptMaximum { known.removeAll(keepingCapacity: true) }
    known[id] = profile
    return profile
  }

  /// The members of the bucket under a key; nil where more profiles share it than say something.
  ///
  /// Reading stops as soon as there are too many.
  mutating func bucket(_ key: String, _ db: Database) throws -> DuplicateBucket? {
    var members: [(id: EntityID, profile: DuplicateProfile)] = []
    var profiles: Set<DuplicateProfile> = []
    for id in try DuplicateIndex.records(key, limit: Int(Int32.max), db) {
      guard let profile = try profile(id, db) else { continue }
      members.append((id, profile))
      profiles.insert(profile)
      if profiles.count > DuplicateKey.profilesMaximum { return nil }
    }
    return DuplicateBucket(members)
  }
}
