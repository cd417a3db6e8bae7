public import LibraryCore
public import MARC

/// What an import would make of one record.
public struct StagedResult: Sendable {
  /// The record as the file has it, with its texts mended.
  public let incoming: MARC.Record
  /// The record of the library it goes to; nil where it is new.
  public let current: MARC.Record?
  /// What would stand in the library; nil where it is left out.
  public let result: MARC.Record?
}

extension Desk {
  /// Says for each record of the files what an import would do with it; nothing is written.
  ///
  /// No more than `limit` records are listed; the rest of the files is then not read and follows the rules.
  /// A record that stands in the files before is named; it is in the library by the time this one is taken in.
  public func stageImport(
    _ paths: [String], _ options: ImportOptions, limit: Int,
    progress: (ImportProgress) -> Bool = { _ in true }
  ) throws -> [StagedRecord] {
    let files = try ImportFiles(paths, options)
    var state = ImportProgress(bytesTotal: files.bytesTotal)
    let values = SubfieldValues(options)
    if let values, try !values.read(self, progress: { _ in progress(state) }) { return [] }
    let matching = RecordMatching(options: options)
    var reading = ImportReading(files)
    var staged: [StagedRecord] = []
    var repeats = FileRepeats()
    while staged.count < limit {
      var chunk: [ImportReading.Step] = []
      while chunk.count < min(500, limit - staged.count), let step = try reading.next() {
        chunk.append(step)
      }
      guard let last = chunk.last else { break }
      staged += try consider { facts in
        try chunk.compactMap { try facts.staged($0, options, matching, values, &repeats) }
      }
      state.records = staged.count
      state.bytes = files.bytes(before: last.read.offset, in: last.file)
      guard progress(state) else { break }
    }
    return staged
  }

  /// What would become of the record at a place, with both records it is made of; nil where there is none.
  public func stagedResult(
    _ paths: [String], _ options: ImportOptions, at place: ImportPlace, _ decision: ImportDecision
  ) throws -> StagedResult? {
    let files = try ImportFiles(paths, options)
    guard files.paths.indices.contains(place.file) else { return nil }
    let reader = try openedReader(files, place.file)
    for _ in 0..<place.step where try reader.next() == nil { return nil }
    guard let step = try reader.next(), let read = step.record else { return nil }
    let incoming = step.mended(options.mending)?.record ?? read
    switch decision {
    case .skip: return StagedResult(incoming: incoming, current: nil, result: nil)
    case .add: return StagedResult(incoming: incoming, current: nil, result: incoming)
    case .replace(let id):
      return StagedResult(incoming: incoming, current: try record(id)?.record, result: incoming)
    case .merge(let id):
      let current = try record(id)?.record
      return StagedResult(
        incoming: incoming, current: current,
        result: current.map { options.fields.merged($0, with: incoming) } ?? incoming)
    }
  }

  private func openedReader(_ files: ImportFiles, _ file: Int) throws -> RecordReader {
    do {
      return try files.reader(file)
    } catch {
      throw StoreFault.input(path: files.paths[file], reason: "\(error.number)")
    }
  }
}

extension DeskFacts {
  fileprivate func staged(
    _ step: ImportReading.Step, _ options: ImportOptions, _ matching: RecordMatching,
    _ values: SubfieldValues?, _ repeats: inout FileRepeats
  ) throws -> StagedRecord? {
    let (place, read) = (ImportPlace(file: step.file, step: step.number), step.read)
    guard let record = read.record else {
      guard read.number > 0 || !read.diagnostics.isEmpty else { return nil }
      return StagedRecord(
        place: place, title: "", author: nil, finding: nil, decision: .skip, reject: .unreadable,
        faults: read.diagnostics.count)
    }
    let mended = read.mended(options.mending)?.record ?? record
    let entry = CatalogueEntry(mended)
    guard Material.isTitle(mended) else {
      return StagedRecord(
        place: place, title: entry.title, author: entry.author, finding: nil, decision: .skip,
        reject: .notATitle, faults: read.diagnostics.count)
    }
    let finding = try matching.find(matching.keys(of: mended), values, self)
    let (decision, reject) = options.decision(on: finding)
    return StagedRecord(
      place: place, title: entry.title, author: entry.author, finding: finding,
      repeats: repeats.place(before: place, mended), decision: options.decisions[place] ?? decision,
      reject: options.decisions[place] == nil ? reject : nil, faults: read.diagnostics.count)
  }
}
