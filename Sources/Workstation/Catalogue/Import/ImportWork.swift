import LibraryCore
import LibraryStore
import MARC
import VietnameseText

/// What the jobs of an import tell their screen.
enum ImportNews: Sendable {
  case reading(ImportProgress)
  case previewed(ImportPreview)
  case imported(Result<ImportOutcome, any Error>)
  case patronsImported(Result<PatronImportOutcome, any Error>)
  /// The answer of the job that only makes a running one stale.
  case stopped
}

/// What a person chose for an import.
struct ImportChoices: Sendable {
  var options = ImportOptions()
  /// What a table is about; nil finds out whether the file is one at all.
  var table: TablePreview.Content?
  /// What the columns of a table of patrons are, and whether those who are there already are changed.
  var patronMapping = PatronMapping.guessed
  var changesKnownPatrons = false
  /// Whether cards and copies are taken even where the other side has the number.
  var sharesNumbers = false
}

/// What an import would do, and what the file looks like.
enum ImportPreview: Sendable {
  case records(Result<ImportReport, any Error>, ImportSample?)
  case table(Result<TablePreview, any Error>)
  /// A table of copies, and what an import of it would do.
  case copies(TablePreview, Result<ImportOutcome, any Error>)
  /// A table of patrons, and what would become of each row.
  case patrons(TablePreview, Result<PatronImportOutcome, any Error>)

  /// Reads a file through as records, or as the table it is or is said to be.
  init(
    _ desk: Desk, _ path: String, _ choices: ImportChoices,
    progress: (ImportProgress) -> Bool
  ) {
    if let content = choices.table {
      let table = Result { try TablePreview(path: path, choices.options.mending, as: content) }
      self = ImportPreview(table, desk, path, choices, progress: progress)
      return
    }
    if choices.options.format == nil, !ImportSample.mayBeRecords(path),
      let table = try? TablePreview(path: path, choices.options.mending), table.content != nil,
      !table.makesTitles(choices.options.profiles.table)
    {
      self = ImportPreview(.success(table), desk, path, choices, progress: progress)
      return
    }
    let desk = desk.sharingNumbers(choices.sharesNumbers)
    let report = Result { try desk.previewImport([path], choices.options, progress: progress) }
    self = .records(report, ImportSample(path: path, choices.options))
  }

  private init(
    _ table: Result<TablePreview, any Error>, _ desk: Desk, _ path: String,
    _ choices: ImportChoices, progress: (ImportProgress) -> Bool
  ) {
    guard case .success(let read) = table, let content = read.content else {
      self = .table(table)
      return
    }
    let desk = desk.sharingNumbers(choices.sharesNumbers)
    guard content == .patrons else {
      self = .copies(
        read,
        Result { try desk.previewItems(path, choices.options.mending, progress: progress) })
      return
    }
    self = .patrons(
      read,
      Result {
        try desk.previewPatrons(
          from: .file(path), mapping: choices.patronMapping,
          changesKnown: choices.changesKnownPatrons,
          choices.options.mending,
          progress: { done, total in
            progress(ImportProgress(records: done, bytes: done, bytesTotal: total))
          })
      })
  }

  /// What a table turned out to be about.
  var content: TablePreview.Content? {
    switch self {
    case .copies: .copies
    case .patrons: .patrons
    case .records, .table: nil
    }
  }

  /// Whether there is something to take in.
  var hasContent: Bool {
    switch self {
    case .records(.success(let report), _):
      report.counts.records + report.counts.replaced + report.counts.items > 0
    case .copies(_, .success(.imported(let report))): report.counts.items > 0
    case .patrons(_, .success(.imported(let report))): report.enrolled + report.changed > 0
    case .records, .table, .copies, .patrons: false
    }
  }
}

/// The format of a file, the first titles in it, and what its texts could be in.
struct ImportSample: Sendable {
  static let titlesMaximum = 5
  /// So many steps tell what the texts are in; a file of something else is not read to its end.
  private static let stepsMaximum = 300

  var format: RecordFormat
  var titles: [String] = []
  var survey = EncodingSurvey()

  /// Nil for a file that cannot be read; the preview says why.
  init?(path: String, _ options: ImportOptions) {
    guard let source = try? FileSource(path: path),
      let reader = try? RecordReader(
        source, as: options.format, profiles: options.profiles, keepsReceivedTexts: true)
    else { return nil }
    format = reader.format
    for _ in 0..<ImportSample.stepsMaximum {
      guard let step = try? reader.next() else { return }
      guard let record = step.record else { continue }
      survey.take(step.receivedTexts)
      guard titles.count < ImportSample.titlesMaximum else { continue }
      let entry = CatalogueEntry(step.mended(options.mending)?.record ?? record)
      titles.append([entry.title, entry.author].compactMap { $0 }.joined(separator: " / "))
    }
  }

  /// Whether the file begins as one of the formats of records does.
  static func mayBeRecords(_ path: String) -> Bool {
    guard let source = try? FileSource(path: path) else { return true }
    var bytes = [UInt8](repeating: 0, count: RecordFormat.detectionLength)
    let count = bytes.withUnsafeMutableBytes { (try? source.read(into: $0)) ?? 0 }
    return RecordFormat.detect(bytes.prefix(count)) != nil
  }
}
