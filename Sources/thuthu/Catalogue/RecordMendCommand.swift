import ArgumentParser
import LibraryCore
import LibraryStore
import MARC
import VietnameseText
import Workstation

/// Mends the texts of one record: encoding, marks in the wrong order, look-alikes, composition.
struct RecordMendCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "mend",
    abstract: .say(
      vi: "Sửa chữ của một biểu ghi: bảng mã cũ, dấu sai thứ tự, Ð giả Đ, chữ tổ hợp.",
      en: "Mend the texts of a record: old encodings, misplaced marks, look-alikes, composition."),
    discussion: .say(
      vi: "Biểu ghi sửa rồi là một phiên bản mới; bản cũ còn trong lịch sử.",
      en: "The mended record is a new version; the old one stays in its history."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("record", vi: "Số biểu ghi.", en: "The record's number."))
  var record: EntityID

  @Option(
    help: .say("encoding", vi: EncodingChoice.choices, en: EncodingChoice.choices))
  var encoding: EncodingChoice = .automatic

  @Flag(
    name: .customLong("dry-run"),
    help: .say(vi: "Chỉ cho xem, không ghi.", en: "Only show; write nothing."))
  var dryRun = false

  func run(in session: LibrarySession) throws -> ExitStatus {
    guard let stored = try session.desk.record(record), stored.status == .active else {
      return session.answer(.unknown(record.description), .record, done: "")
    }
    var mending = TextMending.whole
    mending.encoding = encoding
    guard let mended = stored.record.mended(mending) else {
      return session.answer(.unchanged(id: record), .record, done: "")
    }
    for change in mended.changes { session.answer(JSONValue(change), session.words.line(change)) }
    if dryRun { return .done }
    return session.answer(
      try session.desk.saveRecord(mended.record, id: record), .record,
      done: session.words.say(vi: "Đã sửa biểu ghi \(record)", en: "Mended record \(record)"))
  }
}

extension JSONValue {
  fileprivate init(_ change: MendedRecord.Change) {
    self = [
      "outcome": "mended", "field": .text(change.tag.text),
      "received": .text(change.shownReceived), "text": .text(change.shownMeant),
      "encoding": .optional(change.mended.encoding?.rawValue),
      "confidence": .share(change.mended.confidence), "repaired": .count(change.mended.repairs),
      "composed": .bool(change.mended.isComposed),
    ]
  }
}

extension Wording {
  fileprivate func line(_ change: MendedRecord.Change) -> String {
    let encoding = change.mended.encoding.map { "  ← \(self.encoding($0))" } ?? ""
    return change.shownReceived == change.shownMeant
      ? "\(change.tag): \(change.shownMeant)" + say(vi: "  ← dựng sẵn", en: "  ← composed")
      : "\(change.tag): \(change.shownReceived) → \(change.shownMeant)" + encoding
  }
}
