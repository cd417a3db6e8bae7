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

  @OptionGroup var writing: WritingOptions

  @OptionGroup var mapping: MappingOption

  func run(in session: LibrarySession) throws -> ExitStatus {
    let file = try RecordFile(target, format, writing, mapping.profiles().table)
    let warnings = Output(to: STDERR_FILENO)
    defer { warnings.flush() }
    var count = 0
    try session.desk.eachRecord(matching: query, in: field, withCopies: format.isTable) {
      id, record in
      let faults = try file.write(record)
      for fault in faults {
        warnings.line(
          session.words.say(vi: "biểu ghi \(id): ", en: "record \(id): ")
            + session.words.fault(fault))
      }
      if !faults.contains(where: \.preventsWriting) { count += 1 }
      return true
    }
    try file.close()
    if let told = session.words.leftOut(file.refusedCount, to: writing.rest) {
      warnings.line(told)
    }
    if target != "-" {
      session.answer(
        [
          "outcome": "exported", "records": .count(count), "file": .text(target),
          "leftOut": .count(file.refusedCount),
        ],
        session.words.say(
          vi: "Đã xuất \(count) biểu ghi ra \(target)",
          en: "Wrote \(counted(count, "record")) to \(target)"))
    }
    return file.refusedCount == 0 ? .done : .badInput
  }
}
