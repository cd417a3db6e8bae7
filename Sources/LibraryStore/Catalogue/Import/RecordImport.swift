import GRDB
import LibraryCore
import MARC
import VietnameseText

/// An import at work: writes what is read ahead in small whole chunks.
///
/// Between two chunks other desks come to write, so a desk on the same file waits no longer than one chunk takes.
struct RecordImport {
  /// How long a chunk may hold the write lock, and how many records it takes at least and at most.
  private static let chunkDuration = Duration.milliseconds(100)
  private static let chunkRecordsMinimum = 200
  private static let chunkRecordsMaximum = 500

  private let desk: Desk
  private let options: ImportOptions
  private let files: ImportFiles
  private let matching: RecordMatching
  private let values: SubfieldValues?
  private var notes: [ImportNotes.File]
  private(set) var report: ImportReport
  private var pending: [ImportedRecord] = []
  /// What the last chunk left out.
  private var rejects: [ImportReject] = []

  init(_ desk: Desk, _ files: ImportFiles, _ options: ImportOptions) {
    self.desk = desk
    self.options = options
    self.files = files
    matching = RecordMatching(options: options)
    values = SubfieldValues(options)
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
    if let values, try !values.read(desk, progress: { _ in progress(state) }) {
      report.isComplete = false
      return
    }
    let rejected = RejectLog()
    defer { report.rejects = rejected.rejects }
    let reading = ImportReadAhead(files, options, behind: notes.map(\.steps))
    defer { reading.stop() }
    var isAtEnd = false
    while !isAtEnd || !pending.isEmpty {
      while !isAtEnd, pending.count < RecordImport.chunkRecordsMaximum {
        let part = try reading.next()
        isAtEnd = part.isEmpty
        pending += part
      }
      guard !pending.isEmpty else { break }
      try writeChunk()
      if options.keepsRejects { rejected.rejects += rejects }
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

  private mutating func writeChunk() throws {
    let (before, chunk) = (self, pending)
    var taken = 0
    self = try desk.act { transaction in
      var attempt = before
      attempt.rejects = []
      try transaction.journal.expect(chunk.reduce(0) { $0 + 1 + $1.copies.count })
      let started = ContinuousClock.now
      var faults: [ImportFault] = []
      for found in chunk {
        faults += try attempt.take(found, &transaction)
        taken += 1
        let isLong = started.duration(to: .now) > RecordImport.chunkDuration
        if taken >= RecordImport.chunkRecordsMinimum, isLong { break }
      }
      try attempt.note(chunk.prefix(taken), faults, &transaction)
      return attempt
    }
    pending.removeFirst(taken)
    LibraryFile.letOthersWrite()
  }

  /// Takes one record in and says what was wrong with it.
  private mutating func take(
    _ found: ImportedRecord, _ transaction: inout DeskTransaction
  ) throws -> [ImportFault] {
    let (file, read) = (found.step.file, found.step.read)
    var faults = ImportFault.all(of: read, after: found.mended, file: file)
    if let record = found.record {
      faults += try take(record, found, &transaction)
    } else if read.isHeldBack || read.record?.foreignDialect != nil {
      report.files[file].counts.skipped += 1
    } else if let other = read.record {
      report.files[file].counts.skipped += 1
      rejects.append(ImportReject(found.place, .notATitle))
      faults.append(.notATitle(other, file: file, number: read.number, offset: read.offset))
    } else if read.number > 0 || !read.diagnostics.isEmpty {
      rejects.append(ImportReject(found.place, .unreadable))
    }
    for fault in faults { report.add(fault) }
    return faults
  }

  private mutating func take(
    _ record: MARC.Record, _ found: ImportedRecord, _ transaction: inout DeskTransaction
  ) throws -> [ImportFault] {
    let file = found.step.file
    let finding = try matching.find(found.keys, values, transaction.facts)
    let (decision, reason) = try decide(found.place, finding, transaction.db)
    switch decision {
    case .skip:
      report.files[file].counts.skipped += 1
      rejects.append(ImportReject(found.place, reason ?? .decided, record: finding.record))
      return []
    case .add:
      let id = transaction.journal.newEntity()
      let saved = RecordSaved(marc: record.storageBytes, batch: try opened(&transaction))
      try transaction.append(saved, found.entry, on: id)
      values?.add(record, id)
      report.files[file].counts.records += 1
      try keepReceivedTexts(found, &transaction)
      return try addCopies(found, to: id, &transaction)
    case .replace(let known): return try save(record, found, on: known, &transaction)
    case .merge(let known):
      let current = try RecordRow.fetch(known, transaction.db).flatMap {
        try transaction.facts.recordBytes($0.version)
      }.flatMap { try? MARC.Record(storage: $0.marc) }
      let merged = current.map { options.fields.merged($0, with: record) } ?? record
      return try save(merged, found, on: known, &transaction)
    }
  }

  /// What is done with a record, and why where it is left out; a record that is gone meanwhile is not written to.
  private func decide(
    _ place: ImportPlace, _ finding: ImportFinding, _ db: Database
  ) throws -> (ImportDecision, ImportReject.Reason?) {
    guard let chosen = options.decisions[place] else { return options.decision(on: finding) }
    switch chosen {
    case .add, .skip: return (chosen, nil)
    case .replace(let record), .merge(let record):
      let isThere = try RecordRow.fetch(record, db)?.status == .active
      return isThere ? (chosen, nil) : (.skip, .unsure)
    }
  }

  /// Saves a new version of a known record, unless it says nothing new, and adds its copies.
  private mutating func save(
    _ record: MARC.Record, _ found: ImportedRecord, on known: EntityID,
    _ transaction: inout DeskTransaction
  ) throws -> [ImportFault] {
    let file = found.step.file
    let saved = RecordSaved(marc: record.storageBytes, batch: try opened(&transaction))
    let current = try RecordRow.fetch(known, transaction.db).flatMap {
      try transaction.facts.recordBytes($0.version)
    }
    if current?.marc == saved.marc {
      report.files[file].counts.skipped += 1
    } else {
      let entry = record == found.record ? found.entry : CatalogueEntry(record)
      try transaction.append(saved, entry, on: known)
      values?.add(record, known)
      report.files[file].counts.replaced += 1
      try keepReceivedTexts(found, &transaction)
    }
    return try addCopies(found, to: known, &transaction)
  }

  /// Counts what was mended, and keeps the texts that are others now as they were received.
  private mutating func keepReceivedTexts(
    _ found: ImportedRecord, _ transaction: inout DeskTransaction
  ) throws {
    guard let changes = found.mended?.changes else { return }
    let (file, batch) = (found.step.file, try opened(&transaction))
    report.files[file].counts.add(changes.map(\.mended))
    let texts = changes.filter(\.mended.hasOtherText).map {
      TextsMended.Field(name: $0.tag.text, received: $0.received, $0.mended)
    }
    guard !texts.isEmpty else { return }
    let name = ImportFiles.name(of: files.paths[file])
    try transaction.append(
      .textsMended(TextsMended(file: name, place: found.step.read.number, fields: texts)), on: batch
    )
  }

  private mutating func addCopies(
    _ found: ImportedRecord, to record: EntityID, _ transaction: inout DeskTransaction
  ) throws -> [ImportFault] {
    let batch = try opened(&transaction)
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
        guard try transaction.facts.sharing(barcode).isEmpty else {
          faults.append(
            .barcodeIsCard(barcode.text, file: found.step.file, record: found.step.read.number))
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
    let names = files.paths.map { ImportFiles.name(of: $0) }
    try transaction.append(
      .batchOpened(kind: Batch.records, source: names.joined(separator: ", ")), on: batch)
    report.batch = batch
    return batch
  }

  /// Notes how far the import has come, in the transaction that brought it there.
  private mutating func note(
    _ taken: ArraySlice<ImportedRecord>, _ faults: [ImportFault],
    _ transaction: inout DeskTransaction
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

/// The records that an import has left out so far.
private final class RejectLog {
  var rejects: [ImportReject] = []
}

extension ImportedRecord {
  fileprivate var place: ImportPlace { ImportPlace(file: step.file, step: step.number) }
}
