public import LibraryCore
public import MARC

extension Desk {
  /// A record in its current version, also one that was removed.
  public func record(_ id: EntityID) throws -> StoredRecord? {
    try consider { try $0.storedRecord(id) }
  }

  /// A record as it was in an earlier version.
  public func record(version: OpID) throws -> Record? {
    try consider { facts in
      try facts.recordBytes(version).flatMap { try? Record(storage: $0.marc) }
    }
  }

  /// All that happened to a record of the catalogue or an authority record, newest first.
  public func recordHistory(_ id: EntityID, limit: Int = 1000) throws -> [RecordVersion] {
    try consider { facts in
      let current =
        try RecordRow.fetch(id, facts.db)?.version ?? AuthorityRow.fetch(id, facts.db)?.version
      return try OpReading.history(of: id, limit: limit, in: facts.db).compactMap { op in
        let change: RecordVersion.Change
        switch op.body {
        case .recordSaved(let saved), .authoritySaved(let saved):
          change = .saved(batch: saved.batch)
        case .recordStatusSet(let status): change = status == .removed ? .removed : .putBack
        case .recordMerged(let merged):
          change = merged.keeper.map { .merged(into: $0) } ?? .putBack
        case .authorityStatusSet(let set): change = set.status == .removed ? .removed : .putBack
        default: return nil
        }
        return RecordVersion(
          op: op.id, moment: op.moment, staff: op.actor, change: change, undoes: op.undoes,
          isCurrent: op.id == current)
      }
    }
  }
}
