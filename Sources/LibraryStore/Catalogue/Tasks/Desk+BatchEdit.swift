import GRDB
public import LibraryCore
import MARC

extension Desk {
  /// Says what tasks would do to the chosen records; nothing is written.
  public func previewBatchEdit(
    _ tasks: TaskList, of choice: RecordChoice, progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws -> BatchEditReport {
    var report = BatchEditReport(tasks: tasks.tasks.count)
    let chosen = try records(choice)
    for part in chosen.parts {
      for edit in try consider({ try $0.edits(part, tasks) }) {
        report.count(edit.result, edit.record, from: edit.before)
      }
      guard progress(report.looked, chosen.ids.count) else {
        report.isComplete = false
        break
      }
    }
    return report
  }

  /// Does tasks to the chosen records as one batch under `name`, which is taken back as a whole.
  ///
  /// Records are edited some at a time, so that other desks write meanwhile; what another desk saves between reading and writing
  /// is edited as it then is. Where `progress` says no, what was done so far stays in the batch, which is closed.
  public func batchEdit(
    _ tasks: TaskList, name: String, of choice: RecordChoice,
    progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws -> BatchEditOutcome {
    let refusals = try consider { facts in
      facts.staff.may(.editRecord) ? [] : [Refusal.noPermission(.editRecord)]
    }
    guard refusals.isEmpty else { return .refused(refusals) }
    var report = BatchEditReport(tasks: tasks.tasks.count)
    let chosen = try records(choice)
    for part in chosen.parts {
      let edits = try consider { try $0.edits(part, tasks) }
      let before = report
      report = try act { transaction in
        var attempt = before
        for edit in edits {
          try attempt.write(edit, tasks, name, &transaction)
        }
        return attempt
      }
      LibraryFile.letOthersWrite()
      guard progress(report.looked, chosen.ids.count) else {
        report.isComplete = false
        break
      }
    }
    if let batch = report.batch {
      let counts = BatchCounts(replaced: report.changed, skipped: report.givenUp.count)
      _ = try act { try $0.append(.batchClosed(counts), on: batch) }
    }
    return .edited(report)
  }

  private func records(_ choice: RecordChoice) throws -> ChosenRecords {
    switch choice {
    case .records(let ids): return ChosenRecords(ids: ids)
    case .found(let words, let field):
      return ChosenRecords(ids: try consider { try $0.recordNumbers(matching: words, in: field) })
    case .all:
      return ChosenRecords(
        ids: try consider { facts in
          try Int64.fetchAll(
            facts.db, sql: "SELECT id FROM record WHERE status = 'active' ORDER BY id"
          ).map { EntityID(rawValue: $0) }
        })
    }
  }
}

/// The numbers of the chosen records, cut into parts for one transaction each.
private struct ChosenRecords {
  private static let partRecords = 200

  let ids: [EntityID]

  var parts: [ArraySlice<EntityID>] {
    stride(from: 0, to: ids.count, by: ChosenRecords.partRecords).map {
      ids[$0..<min($0 + ChosenRecords.partRecords, ids.count)]
    }
  }
}

/// One record with what the tasks make of it.
private struct RecordEdit {
  let record: EntityID
  let version: OpID
  let before: MARC.Record
  let result: TaskList.Result
}

extension DeskFacts {
  fileprivate func edits(
    _ records: ArraySlice<EntityID>, _ tasks: TaskList
  ) throws -> [RecordEdit] {
    try records.compactMap { try edit($0, tasks) }
  }

  /// Nil for a record that is not in the catalogue any more or cannot be read.
  fileprivate func edit(_ id: EntityID, _ tasks: TaskList) throws -> RecordEdit? {
    guard let row = try RecordRow.fetch(id, db), row.status == .active,
      let saved = try recordBytes(row.version), let record = try? MARC.Record(storage: saved.marc)
    else { return nil }
    return RecordEdit(
      record: id, version: row.version, before: record, result: tasks.applied(to: record))
  }
}

extension BatchEditReport {
  /// Writes what came of one record, working it out anew where another desk saved it meanwhile.
  fileprivate mutating func write(
    _ read: RecordEdit, _ tasks: TaskList, _ name: String, _ transaction: inout DeskTransaction
  ) throws {
    let row = try RecordRow.fetch(read.record, transaction.db)
    let isCurrent = row?.version == read.version && row?.status == .active
    guard let edit = isCurrent ? read : try transaction.facts.edit(read.record, tasks) else {
      return
    }
    count(edit.result, edit.record, from: edit.before)
    let marc = edit.result.record.storageBytes
    guard marc != edit.before.storageBytes else { return }
    let opened = try batch ?? transaction.openBatch(Batch.edit, name)
    batch = opened
    let entry = CatalogueEntry(edit.result.record)
    try transaction.append(RecordSaved(marc: marc, batch: opened), entry, on: edit.record)
  }
}

extension DeskTransaction {
  fileprivate mutating func openBatch(_ kind: String, _ source: String) throws -> EntityID {
    let batch = journal.newEntity()
    try append(.batchOpened(kind: kind, source: source), on: batch)
    return batch
  }
}
