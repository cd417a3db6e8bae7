import LibraryCore
import MARC

/// An import at work: reads ahead outside of any transaction, then writes small whole chunks.
///
/// Between two chunks other desks come to write, so a desk on the same file waits no longer than one chunk takes.
struct RecordImport {
  /// How long a chunk may hold the write lock, and how many records it takes at most.
  private static let chunkDuration = Duration.milliseconds(50)
  private static let chunkRecordsMaximum = 500
  private static let chunkBytesMaximum = 8 << 20

  private struct Found {
    var step: ImportFiles.Step
    var keys = RecordMatching.Keys()
    var copies: [ImportedCopy] = []
  }

  private let desk: Desk
  private let options: ImportOptions
  private let files: ImportFiles
  private let matching: RecordMatching
  private var notes: [ImportNotes.File]
  private(set) var report: ImportReport
  private var pending: [Found] = []

  init(_ desk: Desk, _ files: ImportFiles, _ options: ImportOptions) {
    self.desk = desk
    self.options = options
    self.files = files
    matching = RecordMatching(rule: options.match)
    notes = zip(files.paths, files.sizes).map { ImportNotes.File(path: $0, size: $1) }
    report = ImportReport(files: files.paths.map { ImportFileReport(path: $0) })
  }

  /// Goes on with a batch that was broken off, behind what it has taken already.
  mutating func goOn(with batch: EntityID, _ known: [ImportNotes.File]) throws {
    for (index, file) in known.enumerated() {
      guard index < notes.count, notes[index].size == file.size else {
        throw StoreFault.input(path: file.path, reason: "not the file this import began with")
      }
      notes[index] = file
      notes[index].path = files.paths[index]
      report.files[index].counts = file.counts
    }
    report.batch = batch
  }

  /// Reads and writes until the files end or `progress` says no.
  mutating func run(_ progress: (ImportProgress) -> Bool) throws {
    while try readAhead() {
      while !pending.isEmpty { try writeChunk() }
      guard progress(state) else {
        report.isComplete = false
        return
      }
    }
    try close()
  }

  private var state: ImportProgress {
    let file = notes.lastIndex { $0.steps > 0 } ?? 0
    let counts = report.counts
    return ImportProgress(
      records: counts.records + counts.replaced + counts.skipped,
      bytes: files.bytes(before: notes[file].bytes, in: file), bytesTotal: files.bytesTotal)
  }

  // MARK: - Reading

  /// Fills `pending`; false at the end of the files.
  private mutating func readAhead() throws -> Bool {
    var bytes = 0
    while pending.count < RecordImport.chunkRecordsMaximum, bytes < RecordImport.chunkBytesMaximum,
      let step = try files.next()
    {
      guard step.number >= notes[step.file].steps else { continue }
      bytes += step.read.record?.storageBytes.count ?? 0
      pending.append(prepared(step))
    }
    return !pending.isEmpty
  }

  private func prepared(_ step: ImportFiles.Step) -> Found {
    guard let record = step.read.record, Material.isTitle(record) else { return Found(step: step) }
    return Found(
      step: step, keys: matching.keys(of: record),
      copies: ImportedCopy.all(of: record, options, file: step.file, number: step.read.number))
  }

  // MARK: - Writing

  private mutating func writeChunk() throws {
    let (before, chunk) = (self, pending)
    var taken = 0
    self = try desk.act { transaction in
      var attempt = before
      let started = ContinuousClock.now
      var faults: [ImportFault] = []
      for found in chunk {
        faults += try attempt.take(found, &transaction)
        taken += 1
        if taken % 16 == 0, started.duration(to: .now) > RecordImport.chunkDuration { break }
      }
      try attempt.note(chunk.prefix(taken), faults, &transaction)
      return attempt
    }
    pending.removeFirst(taken)
    LibraryFile.letOthersWrite()
  }

  /// Takes one record in and says what was wrong with it.
  private mutating func take(
    _ found: Found, _ transaction: inout DeskTransaction
  ) throws -> [ImportFault] {
    let (file, read) = (found.step.file, found.step.read)
    var faults = read.diagnostics.map { ImportFault(file: file, $0) }
    if let record = read.record {
      if Material.isTitle(record) {
        faults += try take(record, found, &transaction)
      } else {
        report.files[file].counts.skipped += 1
        faults.append(
          .notATitle(record, file: file, number: read.number, offset: read.offset))
      }
    }
    for fault in faults { report.add(fault) }
    return faults
  }

  private mutating func take(
    _ record: Record, _ found: Found, _ transaction: inout DeskTransaction
  ) throws -> [ImportFault] {
    let file = found.step.file
    let known = try matching.find(found.keys, transaction.db)
    if known != nil, options.onMatch == .skip {
      report.files[file].counts.skipped += 1
      return []
    }
    let batch = try opened(&transaction)
    let marc = (options.composesTexts ? record.composed : record).storageBytes
    if let known, options.onMatch == .replace {
      let current = try RecordRow.fetch(known, transaction.db).flatMap {
        try transaction.facts.recordBytes($0.version)
      }
      if current?.marc == marc {
        report.files[file].counts.skipped += 1
      } else {
        try transaction.append(.recordSaved(RecordSaved(marc: marc, batch: batch)), on: known)
        report.files[file].counts.replaced += 1
      }
      return try addCopies(found, to: known, batch, &transaction)
    }
    let id = transaction.journal.newEntity()
    try transaction.append(.recordSaved(RecordSaved(marc: marc, batch: batch)), on: id)
    report.files[file].counts.records += 1
    return try addCopies(found, to: id, batch, &transaction)
  }

  private mutating func addCopies(
    _ found: Found, to record: EntityID, _ batch: EntityID, _ transaction: inout DeskTransaction
  ) throws -> [ImportFault] {
    var faults: [ImportFault] = []
    for copy in found.copies {
      switch copy {
      case .fault(let fault): faults.append(fault)
      case .copy(let barcode, let changes):
        if let holder = try ImportedCopy.holder(of: barcode, transaction.db) {
          if holder == record { continue }
          faults.append(
            .barcodeTaken(
              barcode.text, file: found.step.file, record: found.step.read.number, tag: nil))
          continue
        }
        let origin = [
          ItemField.record.set(record.description), ItemField.batch.set(batch.description),
        ]
        try transaction.append(.itemSaved(origin + changes), on: transaction.journal.newEntity())
        report.files[found.step.file].counts.items += 1
      }
    }
    return faults
  }

  /// The batch, opened with the first thing that is written.
  private mutating func opened(_ transaction: inout DeskTransaction) throws -> EntityID {
    if let batch = report.batch { return batch }
    let batch = transaction.journal.newEntity()
    let names = files.paths.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    try transaction.append(
      .batchOpened(kind: Batch.records, source: names.joined(separator: ", ")), on: batch)
    report.batch = batch
    return batch
  }

  /// Notes how far the import has come, in the transaction that brought it there.
  private mutating func note(
    _ taken: ArraySlice<Found>, _ faults: [ImportFault], _ transaction: inout DeskTransaction
  ) throws {
    for found in taken {
      notes[found.step.file].steps = found.step.number + 1
      notes[found.step.file].bytes = found.step.read.offset
    }
    guard let batch = report.batch else { return }
    for file in Set(taken.map(\.step.file)).sorted() {
      notes[file].counts = report.files[file].counts
      try ImportNotes.save(notes[file], number: file, of: batch, transaction.db)
    }
    try ImportNotes.add(faults, to: batch, transaction.db)
  }

  private func close() throws {
    guard let batch = report.batch else { return }
    _ = try desk.act { transaction in
      try transaction.append(.batchClosed(report.counts), on: batch)
    }
  }
}
