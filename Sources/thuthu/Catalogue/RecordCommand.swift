import ArgumentParser
import LibraryCore
import LibraryStore
import MARC
import Workstation

/// Catalogue work without the screen.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: .say(vi: "Biểu ghi.", en: "Records."),
    subcommands: [
      RecordNewCommand.self,
      RecordListCommand.self, RecordSaveCommand.self, RecordHistoryCommand.self,
      RecordDiffCommand.self, RecordEditCommand.self, RecordRemoveCommand.self,
      RecordRestoreCommand.self, RecordMendCommand.self, RecordMacroCommand.self,
      RecordCheckCommand.self,
      RecordDuplicatesCommand.self, RecordVerdictCommand.self,
      RecordMergeCommand.self, RecordBatchCommand.self, RecordTasksCommand.self,
      RecordSheetCommand.self, RecordTemplateCommand.self,
    ])
}

/// Saves the records of a file, each as a new record or one as the new version of a known one.
struct RecordSaveCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "save",
    abstract: .say(
      vi: "Lưu biểu ghi từ tệp (MARC-in-JSON, ISO 2709, MARCXML, dạng dòng).",
      en: "Save records from a file (MARC-in-JSON, ISO 2709, MARCXML, line form)."))

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: .say("file", vi: "Tệp; - là đầu vào chuẩn.", en: "The file; - is standard input."))
  var file: String

  @Option(
    help: .say(
      "record", vi: "Lưu thành phiên bản mới của biểu ghi này.",
      en: "Save as the new version of this record."))
  var record: EntityID?

  func run(in session: LibrarySession) throws -> ExitStatus {
    let source: FileSource =
      try file == "-" ? FileSource(descriptor: 0) : FileSource(path: file)
    let reader = try RecordReader(source)
    var status = ExitStatus.done
    while let read = try reader.next() {
      let faults: JSONValue = ["diagnostics": .list(read.diagnostics.map { JSONValue($0) })]
      guard let marc = read.record else {
        session.answer(
          JSONValue.object([.init(key: "outcome", value: "error")]).adding(faults),
          read.diagnostics.map { session.words.fault($0) })
        status = status.or(.badInput)
        continue
      }
      if record != nil, read.number > 1 {
        throw CommandFault.badInput(
          .say(
            vi: "\(file) có nhiều biểu ghi; chỉ biểu ghi đầu được lưu",
            en: "\(file) holds several records; only the first was saved"))
      }
      let outcome = try session.desk.saveRecord(marc, id: record)
      for diagnostic in read.diagnostics where !session.isJSON {
        session.output.line(session.words.fault(diagnostic))
      }
      status = status.or(
        session.answer(
          outcome, .record, outcome.version.adding(faults),
          done: session.words.say(
            vi: "Đã lưu biểu ghi \(outcome.id?.description ?? "")",
            en: "Saved record \(outcome.id?.description ?? "")")))
      if outcome.status == .done {
        let unlisted = try session.desk.unlistedKeywords(in: marc)
        if !unlisted.isEmpty {
          session.answer(
            ["outcome": "warning", "unlistedKeywords": .list(unlisted.map { JSONValue($0) })],
            session.words.unlistedKeywords(unlisted))
        }
      }
      if read.severity == .error { status = status.or(.badInput) }
    }
    return status
  }
}

/// Shows every version of a record.
struct RecordHistoryCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: .say(vi: "Các phiên bản của biểu ghi.", en: "The versions of a record."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("record", vi: "Số biểu ghi.", en: "The record's number."))
  var record: EntityID

  func run(in session: LibrarySession) throws -> ExitStatus {
    guard try session.desk.record(record) != nil else {
      session.answer(
        .unknown("record", record.description), session.words.lines(.unknown("\(record)"), ""))
      return .refused
    }
    let logins = try Dictionary(
      session.desk.houseConfiguration().staff.map { ($0.id, $0.login) }, uniquingKeysWith: { $1 })
    for version in try session.desk.recordHistory(record) {
      let staff = version.staff.flatMap { logins[$0] } ?? ""
      session.answer(
        JSONValue(version, staff: staff), session.words.version(version, staff: staff))
    }
    return .done
  }
}

/// Takes a record out of the catalogue.
struct RecordRemoveCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: .say(
      vi: "Bỏ biểu ghi khỏi mục lục; các phiên bản còn trong nhật ký.",
      en: "Take a record out of the catalogue; its versions stay in the journal."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("record", vi: "Số biểu ghi.", en: "The record's number."))
  var record: EntityID

  func run(in session: LibrarySession) throws -> ExitStatus {
    session.answer(
      try session.desk.removeRecord(record), .record,
      done: session.words.say(vi: "Đã bỏ biểu ghi \(record)", en: "Removed record \(record)"))
  }
}

/// Makes an earlier version of a record the current one again.
struct RecordRestoreCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: .say(
      vi: "Đưa một phiên bản cũ trở lại thành phiên bản mới.",
      en: "Make an earlier version the current one again."))

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: .say(
      "version", vi: "Số biểu ghi rồi số phiên bản, hay riêng số phiên bản, như history cho xem.",
      en: "The record and its version, or the version alone, as history shows it."))
  var numbers: [OpID]

  func validate() throws {
    guard (1...2).contains(numbers.count) else {
      throw ValidationError(
        .say(
          vi: "cần số phiên bản, hay số biểu ghi và số phiên bản",
          en: "a version is needed, or a record and its version"))
    }
  }

  func run(in session: LibrarySession) throws -> ExitStatus {
    let version = numbers[numbers.count - 1]
    if numbers.count == 2 {
      let record = EntityID(rawValue: numbers[0].rawValue)
      guard try session.desk.recordHistory(record).contains(where: { $0.op == version }) else {
        return session.answer(.unknown("\(record)@\(version)"), .record, done: "")
      }
    }
    return session.answer(
      try session.desk.restoreRecord(version), .record,
      done: session.words.say(
        vi: "Đã khôi phục phiên bản \(version)", en: "Restored version \(version)"))
  }
}

extension JSONValue {
  fileprivate init(_ version: RecordVersion, staff: String) {
    self = [
      "version": .op(version.op), "moment": .moment(version.moment), "staff": .text(staff),
      "change": .text(version.change.name), "batch": .entity(version.change.batch),
      "undoes": .op(version.undoes), "current": .bool(version.isCurrent),
    ]
  }
}

extension RecordVersion.Change {
  fileprivate var name: String {
    switch self {
    case .saved: "saved"
    case .removed: "removed"
    case .merged: "merged"
    case .putBack: "putBack"
    }
  }

  fileprivate var batch: EntityID? {
    if case .saved(let batch) = self { batch } else { nil }
  }
}

extension Wording {
  fileprivate func version(_ version: RecordVersion, staff: String) -> String {
    let change =
      switch version.change {
      case .saved(nil): say(vi: "lưu", en: "saved")
      case .saved(let batch?): say(vi: "nhập theo đợt \(batch)", en: "imported with batch \(batch)")
      case .removed: say(vi: "bỏ", en: "removed")
      case .merged(let keeper):
        say(vi: "gộp vào biểu ghi \(keeper)", en: "merged into record \(keeper)")
      case .putBack: say(vi: "đưa trở lại", en: "put back")
      }
    let undoes = version.undoes.map { say(vi: ", hoàn tác \($0)", en: ", undoing \($0)") } ?? ""
    return "\(version.op)  \(moment(version.moment))  \(staff)  \(change)\(undoes)"
      + (version.isCurrent ? say(vi: "  ← hiện hành", en: "  ← current") : "")
  }
}
