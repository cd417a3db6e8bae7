import LibraryCore
import LibraryStore
import MARC
import Terminal
import VietnameseText

/// What an import of a file would do, how it is to be done, and the import itself.
///
/// Nothing is written before a person says so. Scans wait until it is closed.
final class ImportPreviewScreen: Screen {
  enum Phase {
    case reading(ImportProgress?)
    case previewed
    case importing(ImportProgress?)
  }

  let context = "importPreview"
  let isQuestion = true
  let isOverlay = false
  let workplace: Workplace
  let path: String
  let resuming: EntityID?
  var form: Form
  var phase = Phase.reading(nil)
  var report: ImportReport?
  var page = TextView([])
  private var isAsking = false

  init(workplace: Workplace, path: String, resuming: EntityID?) {
    self.workplace = workplace
    self.path = path
    self.resuming = resuming
    form = Form(
      ImportPreviewScreen.items(workplace.wording), language: workplace.language)
  }

  var words: Wording { workplace.wording }

  private var isImporting: Bool { if case .importing = phase { true } else { false } }

  func disabledReason(for command: CommandID) -> String? {
    switch (command, phase) {
    case (.importRun, .reading):
      words.say(vi: "Đang đọc tệp, xin chờ", en: "The file is being read, please wait")
    case (.importRun, .importing): words.say(vi: "Đang nhập", en: "The import is running")
    default: workplace.missingRight(for: command)
    }
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return report == nil && !isImporting ? preview() : []
    case .message(let news as ImportNews): return hear(news)
    case .returned(let value): return resume(value)
    case .command(.cancel): return cancel()
    case .command(.importRun): return run()
    case .command(.listPageUp), .command(.listPageDown):
      _ = page.update(event)
      return []
    default: break
    }
    guard !isImporting else { return [] }
    switch form.update(event) {
    case .edited: return preview()
    case .refused: return [.bell]
    case .ignored, .moved, .saved: return []
    }
  }

  /// How the person wants it done.
  private var options: ImportOptions {
    ImportOptions(
      format: form["format"].flatMap { RecordFormat(rawValue: $0.text) },
      match: form["match"].flatMap { ImportOptions.Match(rawValue: $0.text) }
        ?? .controlNumberOrISBN,
      onMatch: form["onMatch"].flatMap { ImportOptions.OnMatch(rawValue: $0.text) } ?? .skip,
      copies: form["copies"].flatMap { ImportOptions.Copies(rawValue: $0.text) } ?? .all,
      mending: TextMending(composes: form["text"]?.text == "nfc"))
  }

  // MARK: - Reading

  /// Reads the file through; a newer question makes the older one stop.
  private func preview() -> [Effect] {
    phase = .reading(nil)
    report = nil
    let (desk, path, options) = (workplace.desk, path, options)
    return [
      .longJob(name: "import") { ticket in
        let report = Result {
          try desk.previewImport([path], options) { progress in
            ticket.report(ImportNews.reading(progress))
            return !ticket.isStale
          }
        }
        return ImportNews.previewed(
          ImportPreview(report: report, sample: ImportSample(path: path, format: options.format)))
      }
    ]
  }

  private func hear(_ news: ImportNews) -> [Effect] {
    switch (news, phase) {
    case (.reading(let progress), .reading): phase = .reading(progress)
    case (.reading(let progress), .importing): phase = .importing(progress)
    case (.previewed(let preview), .reading): show(preview)
    case (.imported(let outcome), _): return finish(outcome)
    default: break
    }
    return []
  }

  private func show(_ preview: ImportPreview) {
    phase = .previewed
    report = try? preview.report.get()
    page.setText(text(of: preview))
  }

  // MARK: - Importing

  private func run() -> [Effect] {
    guard let report, report.counts.records + report.counts.replaced + report.counts.items > 0
    else {
      return workplace.bad(
        words.say(vi: "Không có gì để nhập", en: "There is nothing to take in"))
    }
    phase = .importing(nil)
    let (desk, path, options, resuming) = (workplace.desk, path, options, resuming)
    return [
      .longJob(name: "import") { ticket in
        ImportNews.imported(
          Result {
            try desk.importRecords([path], options, resuming: resuming) { progress in
              ticket.report(ImportNews.reading(progress))
              return !ticket.isStale
            }
          })
      }
    ]
  }

  private func finish(_ outcome: Result<ImportOutcome, any Error>) -> [Effect] {
    switch outcome {
    case .success(.imported(let report)):
      return [
        .replace(BatchPage.screen(workplace, report, path: path))
      ] + workplace.good(words.batchCounts(report.counts))
    case .success(.refused(let reasons)):
      phase = .previewed
      return workplace.refused(reasons)
    case .failure(let error):
      phase = .previewed
      return workplace.bad(workplace.describe(error))
    }
  }

  // MARK: - Leaving

  private func cancel() -> [Effect] {
    guard isImporting else { return [.close(nil)] }
    isAsking = true
    return [
      .push(
        workplace.question(
          words.say(vi: "Dừng nhập?", en: "Stop the import?"),
          [
            StyledText(
              words.say(
                vi:
                  "Những gì đã nhập vẫn giữ trong một đợt dở dang: nhập tiếp hay huỷ cả đợt sau cũng được.",
                en:
                  "What was taken in stays in an open batch, to be gone on with or taken back later."
              ))
          ], yes: words.say(vi: "Dừng", en: "Stop")))
    ]
  }

  private func resume(_ value: (any Sendable)?) -> [Effect] {
    defer { isAsking = false }
    guard isAsking, value.isYes, isImporting else { return [] }
    // The job of this screen stops at its next group of records once the screen is gone.
    return [.replace(BatchesScreen(workplace: workplace))]
      + workplace.good(words.say(vi: "Đã dừng nhập", en: "The import was stopped"))
  }
}
