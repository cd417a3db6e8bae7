public import LibraryCore

extension Desk {
  /// Takes a record out of the catalogue, unless copies hang on it; its versions stay in the log.
  public func removeRecord(_ id: EntityID) throws -> SaveOutcome {
    try setRecordStatus(id, .removed)
  }

  /// Removes a record or puts it back into the catalogue.
  public func setRecordStatus(_ id: EntityID, _ status: RecordStatus) throws -> SaveOutcome {
    try act { transaction in
      guard transaction.staff.may(.editRecord) else {
        return .refused([.noPermission(.editRecord)])
      }
      guard let row = try RecordRow.fetch(id, transaction.db) else {
        return .unknown(id.description)
      }
      guard row.status != status else { return .unchanged(id: id) }
      if status == .removed {
        let items = try transaction.facts.itemsKeeping(id)
        guard items == 0 else { return .refused([.recordInUse(items: items)]) }
      }
      return .saved(id: id, op: try transaction.append(.recordStatusSet(status), on: id))
    }
  }
}
