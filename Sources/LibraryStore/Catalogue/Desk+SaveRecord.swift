public import LibraryCore
public import MARC

extension Desk {
  /// Saves a record as the new version of `id`, or as a new record where `id` is nil.
  ///
  /// The bytes are kept as they are given; what is shown and searched is made from them.
  public func saveRecord(_ record: Record, id: EntityID? = nil) throws -> SaveOutcome {
    try act { transaction in
      try transaction.save(record.storageBytes, on: id, typed: id?.description ?? "")
    }
  }

  /// Makes an earlier version of a record the current one again, as a new version.
  public func restoreRecord(_ version: OpID) throws -> SaveOutcome {
    try act { transaction in
      guard let earlier = try transaction.facts.recordBytes(version) else {
        return .unknown(version.description)
      }
      return try transaction.save(earlier.marc, on: earlier.record, typed: version.description)
    }
  }
}

extension DeskTransaction {
  fileprivate mutating func save(
    _ marc: [UInt8], on known: EntityID?, typed: String
  ) throws -> SaveOutcome {
    guard staff.may(.editRecord) else { return .refused([.noPermission(.editRecord)]) }
    if let known {
      guard let row = try RecordRow.fetch(known, db), row.status == .active else {
        return .unknown(typed)
      }
      if try facts.recordBytes(row.version)?.marc == marc { return .unchanged(id: known) }
    }
    let id = known ?? journal.newEntity()
    return .saved(id: id, op: try append(.recordSaved(RecordSaved(marc: marc)), on: id))
  }
}
