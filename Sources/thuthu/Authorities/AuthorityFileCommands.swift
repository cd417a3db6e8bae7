import ArgumentParser
import Glibc
import LibraryCore
import LibraryStore
import MARC
import Workstation

/// Takes authority records in from files.
struct AuthorityImportCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: .say(
      vi: "Nhập biểu ghi chuẩn từ tệp thành một đợt.",
      en: "Take authority records in from files as one batch."))

  private static let faultsShownMaximum = 20

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("file", vi: "Các tệp biểu ghi chuẩn.", en: "Files of authority records."))
  var files: [String]

  @Option(
    name: .customLong("on-match"),
    help: .say(
      "action", vi: "Làm gì với tiêu đề đã có: skip, replace hoặc add.",
      en: "What to do with a known record: skip, replace or add."))
  var onMatch: ImportOptions.OnMatch = .skip

  func run(in session: LibrarySession) throws -> ExitStatus {
    let bar = ProgressLine(isQuiet: session.isJSON)
    defer { bar.end() }
    let outcome = try session.desk.importAuthorities(files, ImportOptions(onMatch: onMatch)) {
      bar.show(
        $0.bytes, of: $0.bytesTotal,
        session.words.say(vi: "\($0.records) biểu ghi", en: counted($0.records, "record")))
      return true
    }
    bar.end()
    switch outcome {
    case .refused(let reasons):
      session.output.answer(reasons, isJSON: session.isJSON, session.words)
      return .refused
    case .imported(let report):
      let told = ImportTelling(report: report, isPreview: false, session: session)
      if session.isJSON {
        try told.writeJSON()
      } else {
        try told.writeText(faultsMaximum: AuthorityImportCommand.faultsShownMaximum)
      }
      return try told.status()
    }
  }
}

/// Writes authority records to a file or to standard output.
struct AuthorityExportCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: .say(vi: "Xuất biểu ghi chuẩn.", en: "Write authority records."))

  @OptionGroup var global: GlobalOptions

  @Option(help: .say("format", vi: RecordFormat.choices(), en: RecordFormat.choices()))
  var format: RecordFormat = .iso2709

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: .say(
      "file", vi: "Tệp ra; mặc định là đầu ra chuẩn.",
      en: "The file to write; by default standard output."))
  var target = "-"

  func run(in session: LibrarySession) throws -> ExitStatus {
    let file = try OutputFile(target)
    let warnings = Output(to: STDERR_FILENO)
    defer { warnings.flush() }
    var writer = RecordWriter(format)
    var bytes: [UInt8] = []
    var count = 0
    writer.begin(&bytes)
    try session.desk.eachAuthority { id, record in
      count += 1
      for fault in writer.append(record, to: &bytes) {
        warnings.line("\(id): " + session.words.fault(fault))
      }
      try file.write(&bytes, keeping: OutputFile.pieceBytes)
      return true
    }
    writer.finish(&bytes)
    try file.write(&bytes)
    try file.close()
    if target != "-" {
      session.answer(
        ["outcome": "exported", "records": .count(count), "file": .text(target)],
        session.words.say(
          vi: "Đã xuất \(count) biểu ghi ra \(target)",
          en: "Wrote \(counted(count, "record")) to \(target)"))
    }
    return .done
  }
}
