import ArgumentParser
import Glibc
import LibraryCore
import LibraryStore
import MARC
import Workstation

/// Writes records to a file or to standard output.
struct ExportCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: .say(
      vi: "Xuất biểu ghi, tất cả hoặc những gì tìm thấy.",
      en: "Write records, all or those found."))

  @OptionGroup var global: GlobalOptions

  @Option(
    help: .say("words", vi: "Chỉ những biểu ghi tìm thấy.", en: "Only the records found."))
  var query: String?

  @Option(
    name: .customLong("in"),
    help: .say(
      "field", vi: "Tìm ở đâu: any, title, author, subject, isbn hoặc callno.",
      en: "Where to look: any, title, author, subject, isbn or callno."))
  var field: SearchField = .any

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
    try session.desk.eachRecord(matching: query, in: field) { id, record in
      count += 1
      for fault in writer.append(record, to: &bytes) {
        warnings.line(
          session.words.say(vi: "biểu ghi \(id): ", en: "record \(id): ")
            + session.words.fault(fault))
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
          vi: "Đã xuất \(count) biểu ghi ra \(target)", en: "Wrote \(count) records to \(target)"))
    }
    return .done
  }
}
