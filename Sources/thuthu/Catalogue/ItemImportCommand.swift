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

  func run(in session: LibrarySession) throws -> ExitStatus {
    let bar = ProgressLine(isQuiet: session.isJSON)
    let outcome = try session.desk.importItems(file, texts.mending()) { progress in
      bar.show(progress.bytes, of: progress.bytesTotal, "\(progress.records)")
      return true
    }
    bar.end()
    switch outcome {
    case .refused(let reasons):
      session.output.answer(reasons, isJSON: session.isJSON, session.words)
      return .refused
    case .imported(let report):
      let told = ImportTelling(
        report: report, isPreview: false, session: session, countsLines: true)
      if session.isJSON {
        try told.writeJSON()
      } else {
        try told.writeText(faultsMaximum: ItemImportCommand.faultsShownMaximum)
      }
      return try told.status()
    }
  }
}
