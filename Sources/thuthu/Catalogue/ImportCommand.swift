import ArgumentParser
import LibraryCore
import LibraryStore
import MARC
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
      ImportUndoCommand.self, ImportCloseCommand.self, ImportProfileCommand.self,
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
      "format", vi: RecordFormat.choices(orAuto: true), en: RecordFormat.choices(orAuto: true)))
  var format: FormatName = .auto

  @Option(
    help: .say(
      "rule", vi: "Khi nào là biểu ghi đã có: auto, control, isbn, same (dò trùng) hoặc none.",
      en: "When a record counts as known: auto, control, isbn, same (as duplicates) or none."))
  var match: ImportOptions.Match = .controlNumberOrISBN

  @Option(
    name: .customLong("on-match"),
    help: .say(
      "action", vi: "Làm gì với biểu ghi đã có: skip, replace, merge (gộp từng trường) hoặc add.",
      en: "What to do with a known record: skip, replace, merge (field by field) or add."))
  var onMatch: ImportOptions.OnMatch = .skip

  @Option(
    name: .customLong("on-several"),
    help: .say(
      "action", vi: "Làm gì khi nhiều biểu ghi giống như nhau: skip, best hoặc add.",
      en: "What to do when several records are as likely: skip, best or add."))
  var onSeveral: ImportOptions.OnSeveral = .skip

  @Option(
    help: .say(
      "name", vi: "Theo hồ sơ nhập này, của thư viện hay trong một tệp.",
      en: "Follow this import profile, one of the library's or a file."))
  var profile: String?

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

  @OptionGroup var mapping: MappingOption

  @OptionGroup var strictness: StrictOption

  @OptionGroup var shared: OneNumberOption

  @Flag(
    name: .customLong("dry-run"),
    help: .say(vi: "Chỉ đọc và đếm, không ghi.", en: "Read and count; write nothing."))
  var dryRun = false

  @Flag(
    help: .say(
      vi: "Cùng --dry-run: liệt kê từng biểu ghi, nhận ra là gì, sẽ làm gì.",
      en: "With --dry-run: list each record, what it is taken for and what would be done."))
  var each = false

  @Option(
    help: .say(
      "file", vi: "Ghi những biểu ghi không nhập vào tệp này, y nguyên, kèm tệp lý do.",
      en: "Write the records left out to this file as they came, with a file of reasons."))
  var rejected: String?

  @Option(
    help: .say(
      "batch", vi: "Nhập tiếp một đợt bị ngắt.", en: "Go on with a batch that was broken off."))
  var resume: EntityID?

  @Option(help: .say("file", vi: "Ghi mọi lỗi vào tệp này.", en: "Write all faults to this file."))
  var faults: String?

  func run(in session: LibrarySession) throws -> ExitStatus {
    let options = try options(session)
    let bar = ProgressLine(isQuiet: session.isJSON)
    let progress = { (progress: ImportProgress) -> Bool in
      bar.show(
        progress.bytes, of: progress.bytesTotal,
        session.words.say(
          vi: "\(progress.records) biểu ghi", en: counted(progress.records, "record")))
      return true
    }
    defer { bar.end() }
    let desk = shared.applied(to: session.desk)
    let report: ImportReport
    if dryRun {
      if each { try listEach(options, session) }
      report = try desk.previewImport(files, options, progress: progress)
    } else {
      switch try desk.importRecords(
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
    let status = try tell(report, session)
    if let rejected, !dryRun {
      let count = try RejectedRecords(files, options, report.rejects).write(to: rejected)
      session.answer(
        ["outcome": "rejected", "file": .text(rejected), "records": .count(count)],
        session.words.say(
          vi: "Đã ghi \(count) biểu ghi bỏ lại vào \(rejected)",
          en: "Wrote \(counted(count, "record")) left out to \(rejected)"))
    }
    return status
  }

  func validate() throws {
    guard !each || dryRun else {
      throw ValidationError(.say(vi: "--each đi cùng --dry-run", en: "--each goes with --dry-run"))
    }
  }

  private func options(_ session: LibrarySession) throws -> ImportOptions {
    var options = ImportOptions(
      format: format.format, match: match, onMatch: onMatch, copies: copies,
      mending: texts.mending(composes: nfc), leniency: strictness.leniency,
      profiles: try mapping.profiles())
    options.onSeveral = onSeveral
    options.keepsRejects = rejected != nil
    if let profile { options.follow(try ImportProfile.named(profile, session)) }
    return options
  }

  private func listEach(_ options: ImportOptions, _ session: LibrarySession) throws {
    for record in try session.desk.stageImport(files, options, limit: .max) {
      session.answer(JSONValue(record), session.words.staged(record))
    }
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
