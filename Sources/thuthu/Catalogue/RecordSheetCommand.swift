import ArgumentParser
import LibraryCore
import LibraryStore
import MARC
import Workstation

/// A record as a plain sheet, and changes to its lines.
struct RecordSheetCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet",
    abstract: .say(
      vi: "Phiếu đơn giản của biểu ghi: xem, hoặc sửa từng dòng.",
      en: "The simple sheet of a record: show it, or change its lines."))

  @OptionGroup var global: GlobalOptions

  @Option(
    name: .customLong("set"),
    help: .say(
      "line=text", vi: "Sửa một dòng, như year=2026; ghi nhiều lần được.",
      en: "Change a line, as in year=2026; may be given several times."))
  var changes: [String] = []

  @Argument(help: .say("record", vi: "Số biểu ghi.", en: "The record's number."))
  var record: EntityID

  func run(in session: LibrarySession) throws -> ExitStatus {
    guard let stored = try session.desk.record(record) else {
      session.answer(
        .unknown("record", record.description), session.words.lines(.unknown("\(record)"), ""))
      return .refused
    }
    var sheet = SimpleSheet(stored.record.editable)
    guard !changes.isEmpty else {
      let lines = SimpleSheet.Line.allCases.filter { !sheet.text($0).isEmpty }
      session.answer(
        .object(lines.map { JSONValue.Member(key: $0.rawValue, value: .text(sheet.text($0))) }),
        lines.map { "\(session.words.sheetLine($0)): \(sheet.text($0))" })
      return .done
    }
    for change in changes {
      let parts = change.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let line = SimpleSheet.Line(rawValue: String(parts[0])) else {
        let known = SimpleSheet.Line.allCases.map(\.rawValue).joined(separator: ", ")
        throw CommandFault.badInput(
          .say(
            vi: "không có dòng «\(change)»; có: \(known)",
            en: "there is no line “\(change)”; there are: \(known)"))
      }
      sheet.texts[line] = String(parts[1])
    }
    var editable = stored.record.editable
    sheet.write(
      into: &editable, deweyEdition: try session.desk.houseConfiguration().deweyEdition)
    let outcome = try session.desk.saveRecord(editable.record, id: record)
    return session.answer(
      outcome, .record, outcome.version,
      done: session.words.say(vi: "Đã lưu biểu ghi \(record)", en: "Saved record \(record)"))
  }
}
