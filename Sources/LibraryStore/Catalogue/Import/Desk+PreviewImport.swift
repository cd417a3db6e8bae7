public import LibraryCore
import MARC

extension Desk {
  /// Reads the files and says what an import of them would do; nothing is written.
  ///
  /// `progress` may stop the reading by answering false; the report then speaks of what was read.
  public func previewImport(
    _ paths: [String], _ options: ImportOptions = ImportOptions(),
    progress: (ImportProgress) -> Bool = { _ in true }
  ) throws -> ImportReport {
    let files = try ImportFiles(paths, options)
    var preview = ImportPreview(files, options)
    if let values = preview.values,
      try !values.read(self, progress: { _ in progress(preview.progress) })
    {
      preview.report.isComplete = false
      return preview.report
    }
    while let chunk = try preview.readAhead() {
      try consider { facts in
        for step in chunk { try preview.take(step, facts) }
      }
      guard progress(preview.progress) else {
        preview.report.isComplete = false
        break
      }
    }
    return preview.report
  }
}

private struct ImportPreview {
  private static let chunkRecords = 500

  private let files: ImportFiles
  private var reading: ImportReading
  private let options: ImportOptions
  private let matching: RecordMatching
  let values: SubfieldValues?
  /// What the files themselves brought before, by the hashes of keys and barcodes: a million of them fit in some megabytes.
  private var seen: Set<Int> = []
  private(set) var progress: ImportProgress
  var report: ImportReport

  init(_ files: ImportFiles, _ options: ImportOptions) {
    self.files = files
    reading = ImportReading(files)
    self.options = options
    matching = RecordMatching(options: options)
    values = SubfieldValues(options)
    progress = ImportProgress(bytesTotal: files.bytesTotal)
    report = ImportReport(files: files.paths.map { ImportFileReport(path: $0) })
  }

  mutating func readAhead() throws -> [ImportReading.Step]? {
    var chunk: [ImportReading.Step] = []
    while chunk.count < ImportPreview.chunkRecords, let step = try reading.next() {
      chunk.append(step)
    }
    guard let last = chunk.last else { return nil }
    progress.records += chunk.count { $0.read.record != nil }
    progress.bytes = files.bytes(before: last.read.offset, in: last.file)
    return chunk
  }

  mutating func take(_ step: ImportReading.Step, _ facts: DeskFacts) throws {
    let (file, read) = (step.file, step.read)
    let mended = read.mended(options.mending)
    for fault in ImportFault.all(of: read, after: mended, file: file) { report.add(fault) }
    guard let record = mended?.record ?? read.record, record.foreignDialect == nil else {
      if read.isHeldBack || read.record != nil { report.files[file].counts.skipped += 1 }
      return
    }
    guard Material.isTitle(record) else {
      report.files[file].counts.skipped += 1
      report.add(.notATitle(record, file: file, number: read.number, offset: read.offset))
      return
    }
    guard try count(record, in: file, facts) else { return }
    report.files[file].counts.add((mended?.changes ?? []).map(\.mended))
    for copy in ImportedCopy.all(of: record, options, file: file, number: read.number) {
      switch copy {
      case .fault(let fault): report.add(fault)
      case .copy(let barcode, _):
        let isNew = seen.insert(barcode.hashValue).inserted
        if try !isNew || ImportedCopy.holder(of: barcode, facts.db) != nil {
          report.add(
            .barcodeTaken(barcode.text, file: file, record: read.number, tag: nil))
        } else if try !facts.sharing(barcode).isEmpty {
          report.add(.barcodeIsCard(barcode.text, file: file, record: read.number))
        } else {
          report.files[file].counts.items += 1
        }
      }
    }
  }

  /// Counts the record as new, replacing or left out; false where its copies would be left out too.
  private mutating func count(
    _ record: Record, in file: Int, _ facts: DeskFacts
  ) throws -> Bool {
    let keys = matching.keys(of: record)
    let found = try matching.find(keys, values, facts)
    // A record that comes twice in the files is known when it comes again.
    let isKnown = isRepeated(keys) && found == .new
    let finding = isKnown ? .known(EntityID(rawValue: 0), score: 100) : found
    switch options.decision(on: finding).0 {
    case .skip:
      report.files[file].counts.skipped += 1
      return false
    case .replace, .merge: report.files[file].counts.replaced += 1
    case .add: report.files[file].counts.records += 1
    }
    return true
  }

  private mutating func isRepeated(_ keys: RecordMatching.Keys) -> Bool {
    var isRepeated = false
    for key in keys.keys {
      var hasher = Hasher()
      hasher.combine(key)
      hasher.combine(keys.title)
      if !seen.insert(hasher.finalize()).inserted { isRepeated = true }
    }
    return isRepeated
  }
}
