import ArgumentParser
import LibraryCore
import LibraryStore
import MARC
import Workstation

/// Shows what differs between two records, two versions, or a record and its version before.
struct RecordDiffCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: .say(
      vi: "So sánh hai biểu ghi hay hai phiên bản.", en: "Compare two records or two versions."),
    discussion: .say(
      vi:
        "12 là bản hiện dùng của biểu ghi 12, 12@345 là phiên bản 345 của nó. Chỉ một số: so với bản ngay trước.",
      en:
        "12 is the current version of record 12, 12@345 its version 345. One alone: with the version before."
    ))

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: .say("record", vi: "Biểu ghi, hay biểu ghi@phiên bản.", en: "Record or record@version."))
  var first: RecordReference

  @Argument(help: .say("other", vi: "Cái để so với.", en: "What it is compared with."))
  var second: RecordReference?

  func run(in session: LibrarySession) throws -> ExitStatus {
    guard let new = try first.record(at: session.desk) else { return session.unknown(first) }
    let old: Record
    if let second {
      guard let record = try second.record(at: session.desk) else { return session.unknown(second) }
      // `diff A B` shows what B has against A, as the order says.
      return session.tell(RecordDifference(from: new, to: record))
    } else if let before = try before(session.desk) {
      old = before
    } else {
      session.answer(["outcome": "onlyVersion"], session.words.onlyVersion)
      return .done
    }
    return session.tell(RecordDifference(from: old, to: new))
  }

  /// The version before the one that is named.
  private func before(_ desk: Desk) throws -> Record? {
    let saves = try desk.recordHistory(first.record).filter { version in
      if case .saved = version.change { true } else { false }
    }
    let named = try first.version ?? desk.record(first.record)?.version
    guard let place = saves.firstIndex(where: { $0.op == named }), place + 1 < saves.count else {
      return nil
    }
    return try desk.record(version: saves[place + 1].op)
  }
}

extension LibrarySession {
  func unknown(_ reference: RecordReference) -> ExitStatus {
    answer(.unknown("record", reference.name), words.lines(.unknown(reference.name), ""))
    return .refused
  }

  /// Every line that differs, old before new; nothing at all where nothing does.
  func tell(_ difference: RecordDifference) -> ExitStatus {
    if let leaders = difference.leaders {
      tell("LDR", "=LDR  " + leaders.old.text, "=LDR  " + leaders.new.text)
    }
    for line in difference.lines {
      switch line {
      case .same: continue
      case .removed(let field): tell(field.tag.text, field.line, nil)
      case .added(let field): tell(field.tag.text, nil, field.line)
      case .changed(let old, let new): tell(new.tag.text, old.line, new.line)
      }
    }
    if difference.isEmpty, !isJSON {
      output.line(words.say(vi: "Không có gì khác nhau", en: "Nothing differs"))
    }
    return .done
  }

  private func tell(_ tag: String, _ old: String?, _ new: String?) {
    let change = old == nil ? "added" : new == nil ? "removed" : "changed"
    answer(
      ["field": .text(tag), "change": .text(change), "old": .optional(old), "new": .optional(new)],
      [old.map { "- " + $0 }, new.map { "+ " + $0 }].compactMap { $0 }.joined(separator: "\n"))
  }
}

extension Wording {
  fileprivate var onlyVersion: String {
    say(vi: "Chỉ có một phiên bản", en: "There is only one version")
  }
}
