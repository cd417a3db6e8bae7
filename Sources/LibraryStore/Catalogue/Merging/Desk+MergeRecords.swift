import GRDB
public import LibraryCore
public import MARC

extension Desk {
  /// Makes one record of several: `keeper` becomes `record`, the copies of the others go over to it with their loans, and the
  /// others leave the catalogue and point to it.
  ///
  /// All is written together as one group, which one undo takes back. `seen` are the versions the choice was made on: where
  /// another desk saved one meanwhile, nothing is done and its op named.
  public func mergeRecords(
    _ keeper: EntityID, _ others: [EntityID], into record: MARC.Record, seen: [OpID]
  ) throws -> MergeOutcome {
    try act { transaction in
      if let answer = try transaction.facts.answer(toMerging: [keeper] + others, seen: seen) {
        return answer
      }
      let batch = transaction.journal.newEntity()
      let names = others.map(\.description).joined(separator: ", ")
      try transaction.append(
        .batchOpened(kind: Batch.merge, source: "\(keeper) ← \(names)"), on: batch)
      let current = try RecordRow.fetch(keeper, transaction.db).flatMap {
        try transaction.facts.recordBytes($0.version)
      }
      var counts = BatchCounts(records: others.count)
      if current?.marc != record.storageBytes {
        let saved = RecordSaved(marc: record.storageBytes, batch: batch)
        try transaction.append(.recordSaved(saved), on: keeper)
        counts.replaced = 1
      }
      for other in others {
        for item in try transaction.facts.itemsHeld(by: other) {
          let moved = OpBody.itemSaved([ItemField.record.set(keeper.description)])
          try transaction.append(moved, on: item)
          counts.items += 1
        }
        try transaction.append(.recordMerged(RecordMerged(into: keeper)), on: other)
      }
      let op = try transaction.append(.batchClosed(counts), on: batch)
      return .merged(into: keeper, copies: counts.items, op: op)
    }
  }
}

extension DeskFacts {
  /// What stands against the merge; nil if nothing does.
  fileprivate func answer(toMerging records: [EntityID], seen: [OpID]) throws -> MergeOutcome? {
    let missing = [Permission.editRecord, .editItem].filter { !staff.may($0) }
    guard missing.isEmpty else { return .refused(missing.map { .noPermission($0) }) }
    var newer: [OpID] = []
    for (place, id) in records.enumerated() {
      guard let row = try RecordRow.fetch(id, db), row.status == .active,
        records.firstIndex(of: id) == place
      else { return .unknown(id.description) }
      if !seen.contains(row.version) { newer.append(row.version) }
    }
    return newer.isEmpty ? nil : .refused([.laterActions(newer)])
  }

  /// The copies of a record in any state but taken back.
  fileprivate func itemsHeld(by record: EntityID) throws -> [EntityID] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: "SELECT id FROM item WHERE record = ? AND status <> 'removed' ORDER BY id"),
      arguments: [record.rawValue]
    ).map { EntityID(rawValue: $0) }
  }

  /// The record this one became part of.
  func keeper(of record: EntityID) throws -> EntityID? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT keeper FROM record_merge WHERE record = ?"),
      arguments: [record.rawValue]
    ).map { EntityID(rawValue: $0) }
  }
}

extension Fold {
  /// Takes the record out of the catalogue with a pointer to where it went, or makes it one of its own again.
  static func recordMerged(
    _ merged: RecordMerged, _ op: Op, _ db: Database, _ tally: HeadingTally
  ) throws {
    try recordStatus(merged.keeper == nil ? .active : .removed, op, db, tally)
    guard let keeper = merged.keeper else { return }
    try db.execute(
      sql: "INSERT OR REPLACE INTO record_merge (record, keeper) VALUES (?, ?)",
      arguments: [op.entity.rawValue, keeper.rawValue])
  }
}
