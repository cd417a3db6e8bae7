import GRDB
public import LibraryCore
public import MARC

extension Desk {
  /// Saves an authority record as the new version of `id`, or as a new one where `id` is nil.
  ///
  /// The bytes are kept as they are given. A record of another kind is refused.
  public func saveAuthority(_ record: MARC.Record, id: EntityID? = nil) throws -> SaveOutcome {
    try act { transaction in
      guard transaction.staff.may(.editRecord) else {
        return .refused([.noPermission(.editRecord)])
      }
      guard Material.isAuthority(record), AuthorityEntry(record).text != "" else {
        return .refused([.invalidValue(field: "heading", typed: record.leader.text)])
      }
      let saved = RecordSaved(marc: record.storageBytes)
      if let id {
        guard let row = try AuthorityRow.fetch(id, transaction.db), row.status == .active else {
          return .unknown(id.description)
        }
        if try transaction.facts.recordBytes(row.version)?.marc == saved.marc {
          return .unchanged(id: id)
        }
      }
      let entity = id ?? transaction.journal.newEntity()
      return .saved(id: entity, op: try transaction.append(.authoritySaved(saved), on: entity))
    }
  }

  /// Takes an authority record out of use or puts it back; the headings of the catalogue stay as they are.
  public func setAuthorityStatus(_ id: EntityID, _ status: RecordStatus) throws -> SaveOutcome {
    try act { transaction in
      guard transaction.staff.may(.editRecord) else {
        return .refused([.noPermission(.editRecord)])
      }
      guard let row = try AuthorityRow.fetch(id, transaction.db) else {
        return .unknown(id.description)
      }
      guard row.status != status else { return .unchanged(id: id) }
      let op = try transaction.append(
        .authorityStatusSet(AuthorityStatusSet(status: status)), on: id)
      return .saved(id: id, op: op)
    }
  }

  /// An authority record in its current version, also one that was removed.
  public func authority(_ id: EntityID) throws -> StoredAuthority? {
    try consider { try $0.storedAuthority(id) }
  }

  /// The authority records whose heading, or a form that leads to it, is `text`; the nearest first.
  public func authorities(of text: String, _ kind: HeadingKind) throws -> [StoredAuthority] {
    try consider { facts in
      try HeadingLinks(facts.db).authorities(of: text, kind).compactMap {
        try facts.storedAuthority($0)
      }
    }
  }

  /// Gives the authority records in use one by one, in the order of their numbers and of one moment of the library; `take` ends
  /// it by answering false.
  public func eachAuthority(_ take: (EntityID, MARC.Record) throws -> Bool) throws {
    try consider { facts in
      let rows = try Row.fetchCursor(
        facts.db, sql: "SELECT id, version FROM authority WHERE status = 'active' ORDER BY id")
      while let row = try rows.next() {
        guard let saved = try facts.recordBytes(OpID(rawValue: row[1])),
          let record = try? MARC.Record(storage: saved.marc)
        else { continue }
        guard try take(EntityID(rawValue: row[0]), record) else { return }
      }
    }
  }
}

extension DeskFacts {
  func storedAuthority(_ id: EntityID) throws -> StoredAuthority? {
    guard let row = try AuthorityRow.fetch(id, db), let op = try OpReading.op(row.version, in: db),
      case .authoritySaved(let saved) = op.body,
      let record = try? MARC.Record(storage: saved.marc)
    else { return nil }
    let entry = AuthorityEntry(record)
    return StoredAuthority(
      id: id, version: row.version, savedAt: op.moment, status: row.status, record: record,
      entry: entry, uses: try HeadingLinks(db).uses(of: entry, id))
  }
}
