import ArgumentParser
import Glibc
import MARC
import Workstation

/// What is to be said of the records of a file, without a library.
struct MARCCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: .say(
      vi: "Kiểm tra các biểu ghi trong tệp theo khổ mẫu.",
      en: "Check the records of a file against the format."),
    discussion: ValidationOptions.signs)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: ValidationOptions

  @Option(
    help: .say(
      "format", vi: RecordFormat.choices(orAuto: true), en: RecordFormat.choices(orAuto: true)))
  var from: FormatName = .auto

  @Argument(
    help: .say("file", vi: "Tệp; - là đầu vào chuẩn.", en: "The file; - is standard input."))
  var file: String

  func run() throws {
    let source: FileSource =
      try file == "-" ? FileSource(descriptor: STDIN_FILENO) : FileSource(path: file)
    let reader = try RecordReader(source, as: from.format)
    let output = Output()
    defer { output.flush() }
    var report = ValidationReport(
      SchemaTables.forCommands, options.least, output, isJSON: global.json)
    while let read = try reader.next() {
      for diagnostic in read.diagnostics where diagnostic.severity == .error && !global.json {
        output.line(Speech.words.fault(diagnostic))
      }
      guard let record = read.record else {
        report.errorCount += 1
        continue
      }
      report.tell(record.editable, number: Int64(read.number))
    }
    report.finish()
    if report.errorCount > 0 { throw ExitStatus.badInput }
  }
}

/// From which severity on problems are told.
struct ValidationOptions: ParsableArguments {
  @Option(
    help: .say(
      "severity", vi: "Từ mức này trở lên: advice, warning, error.",
      en: "From this on: advice, warning, error."))
  var least: ProblemSeverity = .advice

  static let signs = String.say(
    vi:
      "! là lỗi (trạng thái 3), ? là cảnh báo, · là chỗ nên xem; + là chỗ sửa được chắc chắn.",
    en: "! is an error (status 3), ? a warning, · advice; + can be mended for certain.")
}

/// The severities by the names that commands take.
enum ProblemSeverity: String, ExpressibleByArgument, CaseIterable {
  case advice
  case warning
  case error

  var severity: RecordProblem.Severity {
    switch self {
    case .advice: .advice
    case .warning: .warning
    case .error: .error
    }
  }
}
