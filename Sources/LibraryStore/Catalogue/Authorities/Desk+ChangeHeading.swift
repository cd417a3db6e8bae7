import GRDB
public import LibraryCore
import MARC
import VietnameseText

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

/// What is to be changed where, as one moment of the library has it.
private struct HeadingPlan {
  let renaming: HeadingRenaming
  let change: HeadingChange
  let records: [EntityID]
  let report: HeadingChangeReport

  /// Nil where nothing has the heading, or it is written so already.
  init?(_ renaming: HeadingRenaming, _ facts: DeskFacts) throws {
    let (kind, from) = (renaming.kind, renaming.from.nfc.trimmed)
    let links = HeadingLinks(facts.db)
    let to = try HeadingPlan.subfields(renaming, facts)
    let text = HeadingPlan.text(of: to, kind)
    var replaced: [HeadingChangeReport.Replaced] = []
    if renaming.includesVariants {
      replaced = try links.variants(of: from, kind).map {
        HeadingChangeReport.Replaced(text: $0.text, uses: $1)
      }
    }
    if !replaced.contains(where: { $0.text == from }) {
      replaced.append(.init(text: from, uses: try links.uses(of: kind, from)))
    }
    replaced.removeAll { $0.text == text }
    replaced.sort { $0.uses == $1.uses ? $0.text < $1.text : $0.uses > $1.uses }
    let texts = Set(replaced.map(\.text))
    let isEstablished = try links.forms(of: from, kind).contains {
      $0.relation == .established && texts.contains($0.text)
    }
    guard !texts.isEmpty, isEstablished || replaced.contains(where: { $0.uses > 0 }) else {
      return nil
    }
    self.renaming = renaming
    change = HeadingChange(kind: kind, from: texts, to: to)
    records = try links.records(
      of: replaced.compactMap { CatalogueHeading(kind, $0.text) }, limit: .max)
    var report = HeadingChangeReport(to: text, replaced: replaced)
    report.alreadyUsed = try links.uses(of: kind, text)
    self.report = report
  }

  /// The subfields of the new heading: those of its authority record, or of the catalogue, or those typed.
  private static func subfields(
    _ renaming: HeadingRenaming, _ facts: DeskFacts
  ) throws -> [Subfield] {
    let kind = renaming.kind
    let typed = kind.subfields(typed: renaming.to)
    guard !renaming.to.trimmed.hasPrefix("$") else { return typed }
    let text = renaming.to.nfc.trimmed
    for authority in try HeadingLinks(facts.db).authorities(of: text, kind) {
      guard let record = try facts.storedAuthority(authority)?.record else { continue }
      for field in record.fields where field.tag.isInBlock(1) {
        guard let heading = Heading.inAuthority(field),
          CatalogueEntry.readable(heading.text) == text
        else { continue }
        let all = Array(field.subfields)
        return heading.withoutEndMarks(heading.places.map { all[$0] })
      }
    }
    return try facts.headingSubfields(kind, text) ?? typed
  }

  private static func text(of subfields: [Subfield], _ kind: HeadingKind) -> String {
    subfields.map(\.text.trimmed).joined(separator: " ")
  }

  /// The ops on authority records, in the order in which they are written; a nil entity is a record to be made.
  func authorityOps(_ facts: DeskFacts) throws -> [(id: EntityID?, record: MARC.Record?)] {
    let (kind, to) = (renaming.kind, report.to)
    guard kind.authorityKind != nil else { return [] }
    let links = HeadingLinks(facts.db)
    var old: [StoredAuthority] = []
    for text in change.from {
      for form in try links.forms(of: text, kind)
      where form.relation == .established && form.text == text {
        try facts.storedAuthority(form.authority).map { old.append($0) }
      }
    }
    old.sort { $0.id < $1.id }
    let new = try links.forms(of: to, kind).first {
      $0.relation == .established && $0.text == to
    }.flatMap { try facts.storedAuthority($0.authority) }
    let texts = renaming.keepsReference ? report.replaced.map(\.text) : []
    if let new {
      var merged = AuthorityChange.merged(new.record, with: old.map(\.record))
      merged = AuthorityChange.leading(texts, to: merged, kind)
      return (merged == new.record ? [] : [(new.id, merged)]) + old.map { ($0.id, nil) }
    }
    if let first = old.first {
      let inAuthority = HeadingChange(
        kind: kind.authorityKind ?? kind, from: change.from, to: change.to)
      var renamed = AuthorityChange.renamed(
        first.record, inAuthority, keeping: renaming.keepsReference)
      renamed = AuthorityChange.merged(renamed, with: old.dropFirst().map(\.record))
      renamed = AuthorityChange.leading(texts, to: renamed, kind)
      return [(first.id, renamed)] + old.dropFirst().map { ($0.id, nil) }
    }
    guard renaming.keepsReference, let made = AuthorityChange.new(kind, to, see: texts) else {
      return []
    }
    return [(nil, made)]
  }
}

/// A change at work: the authority records and the first records, then part by part.
private struct HeadingRun {
  private static let recordsMaximum = 500

  private let plan: HeadingPlan
  private(set) var report: HeadingChangeReport
  private var next = 0

  init(_ plan: HeadingPlan) {
    self.plan = plan
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
        let changed = plan.change.applied(to: known.record)
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
