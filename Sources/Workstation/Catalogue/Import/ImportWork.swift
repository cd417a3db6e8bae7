import LibraryCore
import LibraryStore
import MARC

/// What the jobs of an import tell their screen.
enum ImportNews: Sendable {
  case reading(ImportProgress)
  case previewed(ImportPreview)
  case imported(Result<ImportOutcome, any Error>)
  /// The answer of the job that only makes a running one stale.
  case stopped
}

/// What an import would do, and what the file looks like.
struct ImportPreview: Sendable {
  var report: Result<ImportReport, any Error>
  var sample: ImportSample?
}

/// The format of a file and the first titles in it.
struct ImportSample: Sendable {
  static let titlesMaximum = 5
  /// A file of something else is not searched to its end for titles.
  private static let stepsMaximum = 50

  var format: RecordFormat
  var titles: [String]

  /// Nil for a file that cannot be read; the preview says why.
  init?(path: String, format: RecordFormat?) {
    guard let source = try? FileSource(path: path),
      let reader = try? RecordReader(source, as: format)
    else { return nil }
    self.format = reader.format
    titles = []
    for _ in 0..<ImportSample.stepsMaximum where titles.count < ImportSample.titlesMaximum {
      guard let step = try? reader.next() else { return }
      guard let record = step.record else { continue }
      let entry = CatalogueEntry(record)
      titles.append([entry.title, entry.author].compactMap { $0 }.joined(separator: " / "))
    }
  }
}
