import ArgumentParser
import LibraryCore
import LibraryStore

/// Adds the copies of a table as one batch.
struct ItemImportCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: .say(
      vi: "Nhập bản tài liệu theo bảng CSV, dòng đầu là tên cột.",
      en: "Add the copies of a CSV table whose first line names the columns."))

  private static let faultsShownMaximum = 20

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("file", vi: "Tệp CSV.", en: "The CSV file."))
  var file: String

  @OptionGroup var texts: TextOptions

  @OptionGroup var shared: OneNumberOption

  @Flag(
    name: .customLong("dry-run"),
    help: .say(vi: "Chỉ đọc và đếm, không ghi.", en: "Read and count; write nothing."))
  var dryRun = false

  func run(in session: LibrarySession) throws -> ExitStatus {
    let bar = ProgressLine(isQuiet: session.isJSON)
    let desk = shared.applied(to: session.desk)
    func show(_ progress: ImportProgress) -> Bool {
      bar.show(progress.bytes, of: progress.bytesTotal, "\(progress.records)")
      return true
    }
    let outcome =
      dryRun
      ? try desk.previewItems(file, texts.mending(), progress: show)
      : try desk.importItems(file, texts.mending(), progress: show)
    bar.end()
    switch outcome {
    case .refused(let reasons):
      session.output.answer(reasons, isJSON: session.isJSON, session.words)
      return .refused
    case .imported(let report):
      let told = ImportTelling(
        report: report, isPreview: dryRun, session: session, countsLines: true)
      if session.isJSON {
        try told.writeJSON()
      } else {
        try told.writeText(faultsMaximum: ItemImportCommand.faultsShownMaximum)
      }
      return try told.status()
    }
  }
}
