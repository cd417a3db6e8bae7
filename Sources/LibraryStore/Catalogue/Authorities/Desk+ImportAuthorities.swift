public import LibraryCore
import MARC

extension Desk {
  /// Takes the authority records of files in as one batch, some at a time.
  ///
  /// A record counts as known by its number, or else by its heading written the same; it is then skipped, replaced or added as
  /// the options say. Records of other kinds are left out and named. `progress` may stop the import by answering false: what
  /// was taken in stays a batch that can be taken back.
  public func importAuthorities(
    _ paths: [String], _ options: ImportOptions = ImportOptions(),
    progress: (ImportProgress) -> Bool = { _ in true }
  ) throws -> ImportOutcome {
    let mayImport = try consider { $0.staff.may(.importRecords) }
    guard mayImport else { return .refused([.noPermission(.importRecords)]) }
    let files = try ImportFiles(paths, options)
    var run = AuthorityImport(files, options)
    while try act({ transaction in
      var attempt = run
      let goesOn = try attempt.takeNext(&transaction)
      run = attempt
      return goesOn
    }) {
      guard progress(run.progress) else {
        run.report.isComplete = false
        return .imported(run.report)
      }
      LibraryFile.letOthersWrite()
    }
    return .imported(run.report)
  }
}

/// An import of authority records at work.
private struct AuthorityImport {
  private static let recordsMaximum = 500

  private let files: ImportFiles
  private let options: ImportOptions
  private var reading: ImportReading
  private var bytes = 0
  var report: ImportReport

  init(_ files: ImportFiles, _ options: ImportOptions) {
    self.files = files
    self.options = options
    reading = ImportReading(files)
    report = ImportReport(files: files.paths.map { ImportFileReport(path: $0) })
  }

  var progress: ImportProgress {
    let counts = report.counts
    return ImportProgress(
      records: counts.records + counts.replaced + counts.skipped, bytes: bytes,
      bytesTotal: files.bytesTotal)
  }

  /// Takes some records in; false at the end of the files, where the batch is closed.
  mutating func takeNext(_ transaction: inout DeskTransaction) throws -> Bool {
    for _ in 0..<AuthorityImport.recordsMaximum {
      guard let step = try reading.next() else {
        if let batch = report.batch {
          try transaction.append(.batchClosed(report.counts), on: batch)
        }
        return false
      }
      bytes = files.bytes(before: step.read.offset, in: step.file)
      try take(step, &transaction)
    }
    return true
  }

  private mutating func take(
    _ step: ImportReading.Step, _ transaction: inout DeskTransaction
  ) throws {
    let (file, read) = (step.file, step.read)
    for diagnostic in read.diagnostics { report.add(ImportFault(file: file, diagnostic)) }
    guard let record = read.record else { return }
    let entry = AuthorityEntry(record)
    guard Material.isAuthority(record), !entry.text.isEmpty else {
      report.files[file].counts.skipped += 1
      report.add(
        .notAnAuthority(record, file: file, number: read.number, offset: read.offset))
      return
    }
    let known = options.onMatch == .add ? nil : try known(entry, transaction)
    if let known {
      let current = try AuthorityRow.fetch(known, transaction.db).flatMap {
        try transaction.facts.recordBytes($0.version)?.marc
      }
      guard options.onMatch == .replace, current != record.storageBytes else {
        report.files[file].counts.skipped += 1
        return
      }
    }
    let batch = try opened(&transaction)
    try transaction.append(
      .authoritySaved(RecordSaved(marc: record.storageBytes, batch: batch)),
      on: known ?? transaction.journal.newEntity())
    if known == nil {
      report.files[file].counts.records += 1
    } else {
      report.files[file].counts.replaced += 1
    }
  }

  private func known(
    _ entry: AuthorityEntry, _ transaction: DeskTransaction
  ) throws -> EntityID? {
    let links = HeadingLinks(transaction.db)
    if let numbered = try links.authority(numbered: entry.numbers) { return numbered }
    guard let kind = entry.kind else { return nil }
    return try links.forms(of: entry.text, kind).first {
      $0.relation == .established && $0.text == entry.text
    }?.authority
  }

  /// The batch, opened with the first record that is written.
  private mutating func opened(_ transaction: inout DeskTransaction) throws -> EntityID {
    if let batch = report.batch { return batch }
    let batch = transaction.journal.newEntity()
    let names = files.paths.map { ImportFiles.name(of: $0) }
    try transaction.append(
      .batchOpened(kind: Batch.authorities, source: names.joined(separator: ", ")), on: batch)
    report.batch = batch
    return batch
  }
}
