import GRDB
public import LibraryCore
import MARC

extension Desk {
  /// What a change of a heading would do; nothing is written.
  public func previewHeadingChange(_ renaming: HeadingRenaming) throws -> HeadingChangeOutcome {
    try consider { facts in
      if let refused = facts.refusal(of: renaming) { return refused }
      guard let plan = try HeadingPlan(renaming, facts) else { return .unknown(renaming.from) }
      var report = plan.report
      for record in plan.records {
        guard let known = try facts.storedRecord(record),
          let changed = plan.change.applied(to: known.record)
        else { continue }
        report.records += 1
        report.note(known, changed)
      }
      report.authorities = try plan.authorityOps(facts).count
      return .changed(report)
    }
  }

  /// Changes a heading in every record that has it and in its authority record, as one batch that is taken back as a whole.
  ///
  /// Two headings become one where the new one is used already. A change of many records is written in parts, so that other
  /// desks can work meanwhile; `progress` hears how many records are done and may stop it.
  public func changeHeading(
    _ renaming: HeadingRenaming, progress: (Int) -> Bool = { _ in true }
  ) throws -> HeadingChangeOutcome {
    var run: HeadingRun?
    while true {
      let outcome: HeadingChangeOutcome? = try act { transaction in
        if let refused = transaction.facts.refusal(of: renaming) { return refused }
        if run == nil {
          guard let plan = try HeadingPlan(renaming, transaction.facts) else {
            return .unknown(renaming.from)
          }
          run = HeadingRun(plan)
        }
        guard var attempt = run else { return nil }
        let isDone = try attempt.takeNext(&transaction)
        run = attempt
        return isDone ? .changed(attempt.report) : nil
      }
      if let outcome { return outcome }
      guard let run, progress(run.report.records) else {
        return run.map { .stopped($0.report) } ?? .unknown(renaming.from)
      }
      LibraryFile.letOthersWrite()
    }
  }
}

extension DeskFacts {
  fileprivate func refusal(of renaming: HeadingRenaming) -> HeadingChangeOutcome? {
    guard staff.may(.editRecord) else { return .refused([.noPermission(.editRecord)]) }
    let subfields = renaming.kind.subfields(typed: renaming.to)
    guard CatalogueHeading(renaming.kind, subfields.map(\.text).joined(separator: " ")) != nil
    else { return .refused([.invalidValue(field: "heading", typed: renaming.to)]) }
    return nil
  }
}

/// A change at work: the authority records and the first records, then part by part.
private struct HeadingRun {
  private static let recordsMaximum = 500

  private let plan: HeadingPlan
  private var change: HeadingChange
  private(set) var report: HeadingChangeReport
  private var next = 0

  init(_ plan: HeadingPlan) {
    self.plan = plan
    change = plan.change
    report = plan.report
  }

  /// Writes the next part; true when all is done.
  mutating func takeNext(_ transaction: inout DeskTransaction) throws -> Bool {
    let batch = try opened(&transaction)
    if next == 0 { try changeAuthorities(batch, &transaction) }
    let end = min(next + HeadingRun.recordsMaximum, plan.records.count)
    for id in plan.records[next..<end] {
      // What others saved meanwhile is changed as it is now.
      guard let known = try transaction.facts.storedRecord(id), known.status == .active,
        let changed = change.applied(to: known.record)
      else { continue }
      try transaction.append(
        .recordSaved(RecordSaved(marc: changed.storageBytes, batch: batch)), on: id)
      report.records += 1
      report.note(known, changed)
    }
    next = end
    guard next == plan.records.count else { return false }
    report.op = try transaction.append(
      .batchClosed(BatchCounts(replaced: report.records)), on: batch)
    return true
  }

  private mutating func opened(_ transaction: inout DeskTransaction) throws -> EntityID {
    if let batch = report.batch { return batch }
    let batch = transaction.journal.newEntity()
    let from = plan.report.replaced.map(\.text).joined(separator: "; ")
    try transaction.append(
      .batchOpened(kind: Batch.headings, source: "\(from) → \(report.to)"), on: batch)
    report.batch = batch
    return batch
  }

  private mutating func changeAuthorities(
    _ batch: EntityID, _ transaction: inout DeskTransaction
  ) throws {
    for (id, record) in try plan.authorityOps(transaction.facts) {
      let entity = id ?? transaction.journal.newEntity()
      if let record {
        try transaction.append(
          .authoritySaved(RecordSaved(marc: record.storageBytes, batch: batch)), on: entity)
        if id == nil {
          change.link?.to =
            AuthorityLink(
              record, id: entity, library: transaction.configuration.libraryCode
            ).text
        }
      } else {
        try transaction.append(
          .authorityStatusSet(AuthorityStatusSet(status: .removed, batch: batch)), on: entity)
      }
      report.authorities += 1
    }
  }
}

extension HeadingChangeReport {
  /// Keeps the first fields that differ, as examples.
  fileprivate mutating func note(_ known: StoredRecord, _ changed: MARC.Record) {
    guard examples.count < HeadingChangeReport.examplesMaximum else { return }
    for (before, after) in zip(known.record.fields, changed.fields) where before != after {
      examples.append(
        Example(record: known.id, title: known.brief.title, before: before, after: after))
      return
    }
  }
}
