import GRDB
public import LibraryCore
public import MARC
import VietnameseText

extension Desk {
  /// Takes one record in that came from elsewhere, as a batch of its own in one transaction.
  ///
  /// The op that is answered closes the batch: taking it back takes the record out again. `source` is what the list of
  /// batches shows, such as the catalogue it came from.
  public func takeIn(_ record: MARC.Record, from source: String) throws -> SaveOutcome {
    try act { transaction in
      guard transaction.staff.may(.importRecords) else {
        return .refused([.noPermission(.importRecords)])
      }
      let batch = transaction.journal.newEntity()
      let id = transaction.journal.newEntity()
      try transaction.append(.batchOpened(kind: Batch.records, source: source.nfc), on: batch)
      try transaction.append(
        .recordSaved(RecordSaved(marc: record.storageBytes, batch: batch)), on: id)
      let op = try transaction.append(.batchClosed(BatchCounts(records: 1)), on: batch)
      return .saved(id: id, op: op)
    }
  }

  /// The records of the library that bear a book number, the oldest first.
  public func records(_ isbn: ISBN) throws -> [EntityID] {
    try consider { facts in
      try Int64.fetchAll(
        facts.db.cachedStatement(
          sql: """
            SELECT record FROM record_key JOIN record ON record.id = record
            WHERE key = ? AND status = 'active' ORDER BY record
            """),
        arguments: [CatalogueKey.isbn(isbn).text]
      ).map { EntityID(rawValue: $0) }
    }
  }
}
