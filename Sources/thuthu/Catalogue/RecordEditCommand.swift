import ArgumentParser
import Foundation
import LibraryCore
import LibraryStore
import MARC
import Workstation

/// Edits a record as lines of text, in the person's own editor or from standard input.
struct RecordEditCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: .say(
      vi: "Sửa biểu ghi dạng dòng (=245  10$aNhan đề).",
      en: "Edit a record as lines (=245  10$aTitle)."),
    discussion: .say(
      vi:
        "Dòng không đổi giữ nguyên từng byte. Dòng sai thì không lưu gì, và tệp đang sửa vẫn còn.",
      en: "Lines that stay keep every byte. With a wrong line nothing is saved, and the file stays."
    ))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("record", vi: "Số biểu ghi.", en: "The record's number."))
  var record: EntityID

  @Flag(
    help: .say(
      vi: "Mở $VISUAL hay $EDITOR; không có thì đọc các dòng từ đầu vào chuẩn.",
      en: "Open $VISUAL or $EDITOR; otherwise the lines are read from standard input."))
  var text = false

  @Option(
    help: .say(
      "file", vi: "Sửa tiếp tệp này, còn lại từ lần trước.",
      en: "Go on with this file, left from the last time."))
  var from: String?

  @Flag(
    name: .customLong("dry-run"),
    help: .say(vi: "Chỉ cho xem thay đổi, không ghi.", en: "Only show the changes; write nothing."))
  var dryRun = false

  func run(in session: LibrarySession) throws -> ExitStatus {
    guard let stored = try session.desk.record(record), stored.status == .active else {
      return session.answer(.unknown(record.description), .record, done: "")
    }
    let file = text ? try editedFile(stored) : from
    let bytes = try read(file)
    guard let content = String(validating: bytes, as: UTF8.self) else {
      throw CommandFault.badInput(kept(.say(vi: "không phải UTF-8", en: "not UTF-8"), file))
    }
    let lines = content.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.last == "\r" ? String(line.dropLast()) : String(line)
    }
    switch FlatText.read(lines, over: stored.record.editable) {
    case .failure(let faults):
      for fault in faults.all {
        session.answer(
          [
            "outcome": "badLine", "line": .count(fault.line), "column": .count(fault.column),
            "message": .text(session.words.flatFault(fault)),
          ], session.words.flatFault(fault))
      }
      throw CommandFault.badInput(kept(.say(vi: "chưa lưu gì", en: "nothing was saved"), file))
    case .success(let edited):
      return try take(edited.record, over: stored, file, session)
    }
  }

  private func take(
    _ edited: Record, over stored: StoredRecord, _ file: String?, _ session: LibrarySession
  ) throws -> ExitStatus {
    let difference = RecordDifference(from: stored.record, to: edited)
    if !session.isJSON || dryRun { _ = session.tell(difference) }
    if dryRun { return .done }
    guard try session.desk.record(record)?.version == stored.version else {
      throw CommandFault.badInput(
        kept(
          .say(
            vi: "trong lúc sửa, biểu ghi đã được người khác lưu",
            en: "somebody else saved this record meanwhile"), file))
    }
    let outcome = try session.desk.saveRecord(edited, id: record)
    let status = session.answer(
      outcome, .record,
      done: session.words.say(vi: "Đã lưu biểu ghi \(record)", en: "Saved record \(record)"))
    if status == .done, text, let file { try? FileManager.default.removeItem(atPath: file) }
    return status
  }

  /// The sentence with where the edited lines lie, so that nothing typed is lost.
  private func kept(_ reason: String, _ file: String?) -> String {
    guard let file else { return reason }
    return .say(
      vi: "\(reason); bản đang sửa còn ở \(file): sửa tiếp bằng --text --from \(file)",
      en: "\(reason); the edited lines are in \(file): go on with --text --from \(file)")
  }

  private func read(_ file: String?) throws -> [UInt8] {
    let source: FileSource = try file.map { try FileSource(path: $0) } ?? FileSource(descriptor: 0)
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try piece.withUnsafeMutableBytes { try source.read(into: $0) }
      guard count > 0 else { return bytes }
      bytes += piece[..<count]
    }
  }

  /// Has the lines edited in the person's editor and says in which file.
  private func editedFile(_ stored: StoredRecord) throws -> String {
    let environment = ProcessInfo.processInfo.environment
    let editor =
      [environment["VISUAL"], environment["EDITOR"], "editor"]
      .compactMap { $0 }.first { !$0.isEmpty } ?? "editor"
    let path = from ?? NSTemporaryDirectory() + "thuthu-\(record)-\(UUID().uuidString).mrk"
    if from == nil {
      let text = FlatText.lines(of: stored.record.editable).joined(separator: "\n") + "\n"
      let isWritten = FileManager.default.createFile(
        atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
      guard isWritten else {
        throw CommandFault.machine(.say(vi: "không ghi được \(path)", en: "cannot write \(path)"))
      }
    }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", editor + " \"$1\"", "sh", path]
    do { try process.run() } catch {
      throw CommandFault.machine(
        kept(.say(vi: "không mở được \(editor)", en: "cannot open \(editor)"), path))
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw CommandFault.machine(
        kept(
          .say(
            vi: "\(editor) kết thúc với mã \(process.terminationStatus)",
            en: "\(editor) ended with status \(process.terminationStatus)"), path))
    }
    return path
  }
}
