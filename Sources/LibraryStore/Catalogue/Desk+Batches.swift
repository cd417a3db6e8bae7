import GRDB
public import LibraryCore

extension Desk {
  /// The batches of the library, newest first; records made one are no batch to list.
  public func batches(limit: Int = 100) throws -> [Batch] {
    try consider { facts in
      try Row.fetchAll(
        facts.db,
        sql: "SELECT \(DeskFacts.batchColumns) FROM batch WHERE kind <> ? ORDER BY id DESC LIMIT ?",
        arguments: [Batch.merge, limit]
      ).map { try facts.batch($0) }
    }
  }

  public func batch(_ id: EntityID) throws -> Batch? {
    try consider { try $0.batch(id) }
  }

  /// What was found wrong with a batch, in the order of its files.
  public func importFaults(
    of batch: EntityID, limit: Int = 100, offset: Int = 0
  ) throws -> [ImportFault] {
    try consider { try ImportNotes.faults(of: batch, limit: limit, offset: offset, $0.db) }
  }

  /// The texts that an import changed, as they were received, in the order of its files.
  public func textsMended(
    by batch: EntityID, limit: Int = 100, offset: Int = 0
  ) throws -> [TextsMended] {
    try consider { facts in
      try Row.fetchAll(
        facts.db,
        sql: """
          SELECT \(OpReading.columns) FROM op WHERE entity = ? AND kind = ?
          ORDER BY id LIMIT ? OFFSET ?
          """,
        arguments: [batch.rawValue, Int(OpKind.textsMended.rawValue), limit, offset]
      ).compactMap { row in
        if case .textsMended(let texts) = try OpReading.op(row).body { texts } else { nil }
      }
    }
  }

  /// Closes a batch that was broken off, as it is.
  public func closeBatch(_ id: EntityID) throws -> BatchOutcome {
    try act { transaction in
      guard transaction.staff.may(.importRecords) else {
        return .refused([.noPermission(.importRecords)])
      }
      guard let batch = try transaction.facts.batch(id) else { return .unknown(id.description) }
      guard batch.status == .open else { return .refused([.batchNotOpen(id)]) }
      return .closed(
        batch.counts, op: try transaction.append(.batchClosed(batch.counts), on: id))
    }
  }
}

extension DeskFacts {
  static let batchColumns =
    """
    id, kind, source, opened_at, status, records, replaced, items, skipped, faults, decoded,
    repaired, composed
    """

  func batch(_ id: EntityID) throws -> Batch? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(DeskFacts.batchColumns) FROM batch WHERE id = ?"),
      arguments: [id.rawValue]
    ).map { try batch($0) }
  }

  /// A batch still open counts what its files have brought so far.
  func batch(_ row: Row) throws -> Batch {
    var batch = Batch(
      id: EntityID(rawValue: row[0]), kind: row[1], source: row[2],
      openedAt: Moment(milliseconds: row[3]), status: Batch.Status(rawValue: row[4]) ?? .open,
      counts: BatchCounts(
        records: row[5], replaced: row[6], items: row[7], skipped: row[8], faults: row[9],
        decoded: row[10], repaired: row[11], composed: row[12]))
    if batch.status == .open {
      batch.counts = try ImportNotes.files(of: batch.id, db).map(\.counts)
        .reduce(BatchCounts(), +)
    }
    return batch
  }
}
