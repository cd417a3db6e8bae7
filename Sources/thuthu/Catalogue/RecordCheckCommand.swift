import ArgumentParser
import LibraryCore
import LibraryStore
import MARC
import Workstation

/// What is to be said of a record of the library, and the mends that are certain.
struct RecordCheckCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: .say(
      vi: "Kiểm tra biểu ghi theo khổ mẫu và các số $0 theo tiêu đề chuẩn.",
      en: "Check a record against the format, and its $0 against the authorities."),
    discussion: ValidationOptions.signs)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: ValidationOptions

  @Flag(
    help: .say(
      vi: "Sửa những chỗ sửa được chắc chắn (+) rồi lưu.",
      en: "Mend what is certain (+) and save the record."))
  var mend = false

  @Argument(help: .say("record", vi: "Số biểu ghi.", en: "The record's number."))
  var record: EntityID

  func run(in session: LibrarySession) throws -> ExitStatus {
    guard let stored = try session.desk.record(record) else {
      session.answer(
        .unknown("record", record.description), session.words.lines(.unknown("\(record)"), ""))
      return .refused
    }
    var report = ValidationReport(
      SchemaTables.forCommands, options.least, session.output, isJSON: session.isJSON,
      words: session.words)
    var editable = stored.record.editable
    if mend {
      var count = report.validation.mend(&editable)
      for mend in try session.desk.linkProblems(in: editable).compactMap(\.mend)
      where mend.apply(to: &editable) {
        count += 1
      }
      let outcome = try session.desk.saveRecord(editable.record, id: record)
      let status = session.answer(
        outcome, .record, outcome.version,
        done: session.words.say(
          vi: "Đã sửa \(count) chỗ trong biểu ghi \(record)",
          en: "Mended \(counted(count, "thing")) in record \(record)"))
      guard status == .done else { return status }
    }
    report.tell(
      editable, number: record.rawValue, further: try session.desk.linkProblems(in: editable))
    report.finish()
    return report.errorCount > 0 ? .badInput : .done
  }
}
