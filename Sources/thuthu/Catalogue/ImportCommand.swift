import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Takes records in from files.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: .say(vi: "Nhập biểu ghi từ tệp.", en: "Take records in from files."),
    discussion: .say(
      vi: "«thuthu import tệp…» nhập các tệp thành một đợt; «list» và «undo» xem và huỷ các đợt.",
      en:
        "“thuthu import file…” takes the files in as one batch; “list” and “undo” show batches and take them back."
    ),
    subcommands: [
      ImportFilesCommand.self, ImportListCommand.self, ImportReceivedCommand.self,
      ImportUndoCommand.self, ImportCloseCommand.self,
    ],
    defaultSubcommand: ImportFilesCommand.self)
}

/// Takes files in as one batch.
struct ImportFilesCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "files",
    abstract: .say(vi: "Nhập các tệp thành một đợt.", en: "Take files in as one batch."))

  /// No more faults than these fill a screen; all of them go to `--json` and `--faults`.
  private static let faultsShownMaximum = 20

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("file", vi: "Các tệp biểu ghi.", en: "Files of records."))
  var files: [String]

  @Option(
    help: .say(
      "format", vi: "auto, iso2709, marcxml, json, jsonl hoặc line.",
      en: "auto, iso2709, marcxml, json, jsonl or line."))
  var format: FormatName = .auto

  @Option(
    help: .say(
      "rule", vi: "Khi nào là biểu ghi đã có: auto, control, isbn hoặc none.",
      en: "When a record counts as known: auto, control, isbn or none."))
  var match: ImportOptions.Match = .controlNumberOrISBN

  @Option(
    name: .customLong("on-match"),
    help: .say(
      "action", vi: "Làm gì với biểu ghi đã có: skip, replace hoặc add.",
      en: "What to do with a known record: skip, replace or add."))
  var onMatch: ImportOptions.OnMatch = .skip

  @Option(
    help: .say(
      "fields", vi: "Trường nào là bản tài liệu: all, 852, 952 hoặc none.",
      en: "Which fields are copies: all, 852, 952 or none."))
  var copies: ImportOptions.Copies = .all

  @OptionGroup var texts: TextOptions

  @Flag(
    help: .say(
      vi: "Đưa chữ về dạng dựng sẵn (NFC).", en: "Bring texts to their composed form (NFC)."))
  var nfc = false

  @Flag(
    name: .customLong("dry-run"),
    help: .say(vi: "Chỉ đọc và đếm, không ghi.", en: "Read and count; write nothing."))
  var dryRun = false

  @Option(
    help: .say(
      "batch", vi: "Nhập tiếp một đợt bị ngắt.", en: "Go on with a batch that was broken off."))
  var resume: EntityID?

  @Option(help: .say("file", vi: "Ghi mọi lỗi vào tệp này.", en: "Write all faults to this file."))
  var faults: String?

  func run(in session: LibrarySession) throws -> ExitStatus {
    let options = ImportOptions(
      format: format.format, match: match, onMatch: onMatch, copies: copies,
      mending: texts.mending(composes: nfc))
    let bar = ProgressLine(isQuiet: session.isJSON)
    let progress = { (progress: ImportProgress) -> Bool in
      bar.show(
        progress.bytes, of: progress.bytesTotal,
        session.words.say(
          vi: "\(progress.records) biểu ghi", en: "\(progress.records) records"))
      return true
    }
    defer { bar.end() }
    let report: ImportReport
    if dryRun {
      report = try session.desk.previewImport(files, options, progress: progress)
    } else {
      switch try session.desk.importRecords(
        files, options, resuming: resume, progress: progress)
      {
      case .refused(let reasons):
        bar.end()
        session.output.answer(reasons, isJSON: session.isJSON, session.words)
        return .refused
      case .imported(let imported): report = imported
      }
    }
    bar.end()
    return try tell(report, session)
  }

  private func tell(_ report: ImportReport, _ session: LibrarySession) throws -> ExitStatus {
    let told = ImportTelling(report: report, isPreview: dryRun, session: session)
    if session.isJSON {
      try told.writeJSON()
    } else {
      try told.writeText(faultsMaximum: ImportFilesCommand.faultsShownMaximum)
    }
    if let faults { try told.writeFaults(to: faults) }
    return try told.status()
  }
}
