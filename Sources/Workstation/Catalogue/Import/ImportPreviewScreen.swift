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
  private let mappings: MappingFiles
  var form: Form
  var phase = Phase.reading(nil)
  var preview: ImportPreview?
  var page = TextView([])
  /// Whether somebody said what a column of a table of patrons is; until then its heading says it.
  var isMapped = false
  private var isAsking = false
  /// What was decided for single records; another way of taking the file in forgets it.
  private var decisions: [ImportPlace: ImportDecision] = [:]

  init(workplace: Workplace, path: String, resuming: EntityID?) {
    self.workplace = workplace
    self.path = path
    self.resuming = resuming
    mappings = MappingFiles(workplace.appearance.places)
    form = Form([], language: workplace.language)
    form = Form(recordItems, language: workplace.language)
  }

  /// The choices of an import of records.
  var recordItems: [Form.Item] {
    ImportPreviewScreen.items(
      words, profiles: (try? workplace.desk.namedTexts(.importProfile)) ?? [],
      mappings: mappings.names)
  }

  var words: Wording { workplace.wording }

  private var isImporting: Bool { if case .importing = phase { true } else { false } }

  func disabledReason(for command: CommandID) -> String? {
    switch (command, phase) {
    case (.importRun, .reading), (.importStage, .reading):
      words.say(vi: "Đang đọc tệp, xin chờ", en: "The file is being read, please wait")
    case (.importRun, .importing), (.importStage, .importing):
      words.say(vi: "Đang nhập", en: "The import is running")
    case (.importStage, .previewed) where preview?.content != nil:
      words.say(
        vi: "Bảng không có biểu ghi để xem từng cái", en: "A table has no records to look at")
    default: workplace.missingRight(for: command)
    }
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return preview == nil && !isImporting ? readAhead() : []
    case .message(let news as ImportNews): return hear(news)
    case .returned(let value as StagedDecisions):
      decisions = value.decisions
      return run()
    case .returned(let value): return resume(value)
    case .command(.cancel): return cancel()
    case .command(.importRun): return run()
    case .command(.importStage): return stage()
    case .command(.listPageUp), .command(.listPageDown):
      _ = page.update(event)
      return []
    default: break
    }
    guard !isImporting else { return [] }
    switch form.update(event) {
    case .edited(let id):
      decisions = [:]
      if id.hasPrefix(ImportPreviewScreen.columnPrefix) { isMapped = true }
      return readAhead()
    case .refused: return [.bell]
    case .ignored, .moved, .saved: return []
    }
  }

  /// How the person wants it done.
  private var choices: ImportChoices {
    func text(_ id: String) -> String { form[id]?.text ?? "" }
    let mending = TextMending(
      encoding: EncodingChoice(name: text("encoding")) ?? .automatic,
      composes: !text("text").isEmpty, repairs: text("text") == "repair")
    var options = ImportOptions(
      format: RecordFormat(rawValue: text("format")),
      match: ImportOptions.Match(rawValue: text("match")) ?? .controlNumberOrISBN,
      onMatch: ImportOptions.OnMatch(rawValue: text("onMatch")) ?? .skip,
      copies: ImportOptions.Copies(rawValue: text("copies")) ?? .all, mending: mending,
      leniency: text("faults") == "strict" ? .strict : .lenient, profiles: mappingProfiles)
    if let written = try? workplace.desk.namedText(.importProfile, text("profile")),
      let profile = try? ImportProfile(parsing: written)
    {
      options.follow(profile)
    }
    options.decisions = decisions
    options.keepsRejects = true
    return ImportChoices(
      options: options, table: TablePreview.Content(rawValue: text("format")),
      patronMapping: patronMapping, changesKnownPatrons: text("known") == "change",
      sharesNumbers: text("shared") == "yes")
  }

  /// Shows the records one by one, to decide for each.
  private func stage() -> [Effect] {
    guard case .records? = preview else { return [.bell] }
    return [
      .push(StagingScreen(workplace: workplace, path: path, options: choices.options))
    ]
  }

  /// The profile chosen; a faulty one of the person's own gives way to the program's.
  private var mappingProfiles: MappingProfiles {
    let chosen = form["map"]?.text ?? ""
    return (try? mappings.profiles(choosing: chosen.isEmpty ? nil : chosen)) ?? MappingProfiles()
  }

  // MARK: - Reading

  /// Reads the file through; a newer question makes the older one stop.
  private func readAhead() -> [Effect] {
    phase = .reading(nil)
    preview = nil
    let (desk, path, choices) = (workplace.desk, path, choices)
    return [
      .longJob(name: "import") { ticket in
        ImportNews.previewed(
          ImportPreview(desk, path, choices) { progress in
            ticket.report(ImportNews.reading(progress))
            return !ticket.isStale
          })
      }
    ]
  }

  private func hear(_ news: ImportNews) -> [Effect] {
    switch (news, phase) {
    case (.reading(let progress), .reading): phase = .reading(progress)
    case (.reading(let progress), .importing): phase = .importing(progress)
    case (.previewed(let preview), .reading): show(preview)
    case (.imported(let outcome), _): return finish(outcome)
    case (.patronsImported(let outcome), _): return finish(outcome)
    default: break
    }
    return []
  }

  private func show(_ preview: ImportPreview) {
    phase = .previewed
    self.preview = preview
    layOut(preview)
    page.setText(text(of: preview))
  }

  // MARK: - Importing

  private func run() -> [Effect] {
    let isDecided = decisions.values.contains { $0 != .skip }
    guard let preview, preview.hasContent || isDecided else {
      return workplace.bad(
        words.say(vi: "Không có gì để nhập", en: "There is nothing to take in"))
    }
    phase = .importing(nil)
    let (path, choices, resuming) = (path, choices, resuming)
    let desk = workplace.desk.sharingNumbers(choices.sharesNumbers)
    let (options, content) = (choices.options, preview.content)
    return [
      .longJob(name: "import") { ticket in
        func goesOn(_ progress: ImportProgress) -> Bool {
          ticket.report(ImportNews.reading(progress))
          return !ticket.isStale
        }
        switch content {
        case .copies:
          return ImportNews.imported(
            Result { try desk.importItems(path, options.mending, progress: goesOn) })
        case .patrons:
          return ImportNews.patronsImported(
            Result {
              try desk.importPatrons(
                from: .file(path), mapping: choices.patronMapping,
                changesKnown: choices.changesKnownPatrons,
                options.mending,
                progress: { done, total in
                  goesOn(ImportProgress(records: done, bytes: done, bytesTotal: total))
                })
            })
        case nil:
          return ImportNews.imported(
            Result {
              try desk.importRecords([path], options, resuming: resuming, progress: goesOn)
            })
        }
      }
    ]
  }

  private func finish(_ outcome: Result<ImportOutcome, any Error>) -> [Effect] {
    switch outcome {
    case .success(.imported(let report)):
      let options = choices.options
      let screen: any Screen =
        report.rejects.isEmpty
        ? BatchPage.screen(workplace, report, path: path)
        : ImportedScreen(workplace: workplace, report: report, path: path, options: options)
      return [.replace(screen)] + workplace.good(words.batchCounts(report.counts))
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
              isOfPatrons
                ? words.say(
                  vi: "Những gì đã nhập vẫn giữ, thành một đợt; huỷ cả đợt sau cũng được.",
                  en: "What was taken in stays, as a batch that can be taken back later.")
                : words.say(
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
