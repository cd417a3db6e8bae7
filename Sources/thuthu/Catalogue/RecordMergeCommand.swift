import ArgumentParser
import LibraryCore
import LibraryStore
import MARC
import Workstation

/// Makes one record of several.
struct RecordMergeCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: .say(vi: "Gộp các biểu ghi thành một.", en: "Merge records into one."),
    discussion: .say(
      vi:
        "Biểu ghi đầu (A) ở lại; bản và lượt mượn của các biểu ghi kia chuyển sang nó, còn chúng rời mục lục và trỏ tới nó. Một lần hoàn tác là tách lại như cũ.",
      en:
        "The first record (A) stays; copies and loans of the others go over to it, and they leave the catalogue and point to it. One undo parts them again."
    ))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("record", vi: "Biểu ghi ở lại.", en: "The record that stays."))
  var keeper: EntityID

  @Argument(help: .say("record", vi: "Các biểu ghi gộp vào.", en: "The records that go into it."))
  var others: [EntityID]

  @Option(
    help: .say(
      "tag=choice",
      vi: "Lấy trường nào: A, B, both hay none, cho một nhãn hay một nhóm: 245=B, 6XX=both.",
      en: "Which fields to take: A, B, both or none, for a tag or a group: 245=B, 6XX=both."))
  var keep: [FieldChoice] = []

  @Flag(
    name: .customLong("dry-run"),
    help: .say(vi: "Chỉ cho xem, không ghi.", en: "Only show; write nothing."))
  var dryRun = false

  func run(in session: LibrarySession) throws -> ExitStatus {
    guard let first = try session.desk.record(keeper), first.status == .active else {
      return session.answer(.unknown(keeper.description), .record, done: "")
    }
    var merged = first.record
    var seen = [first.version]
    for other in others {
      guard let stored = try session.desk.record(other), stored.status == .active else {
        return session.answer(.unknown(other.description), .record, done: "")
      }
      var merge = RecordMerge(merged, stored.record)
      for choice in keep { merge.choose(choice.choice, for: choice.pattern) }
      merged = merge.record
      seen.append(stored.version)
    }
    if !session.isJSON {
      for line in session.words.changes(RecordDifference(from: first.record, to: merged)) {
        session.output.line(line)
      }
    }
    if dryRun {
      if session.isJSON {
        session.output.line(["outcome": "wouldMerge", "marc": .raw(Array(merged.json.utf8))])
      }
      return .done
    }
    return answer(
      try session.desk.mergeRecords(keeper, others, into: merged, seen: seen), session)
  }

  private func answer(_ outcome: MergeOutcome, _ session: LibrarySession) -> ExitStatus {
    switch outcome {
    case .merged(let into, let copies, let op):
      session.answer(
        [
          "outcome": "merged", "record": .entity(into), "copies": .count(copies), "op": .op(op),
        ],
        session.words.say(
          vi: "Đã gộp vào biểu ghi \(into), \(copies) bản chuyển sang; hoàn tác: thuthu undo \(op)",
          en:
            "Merged into record \(into), \(counted(copies, "copy", "copies")) went over; undo: thuthu undo \(op)"
        ))
      return .done
    case .refused(let reasons):
      session.output.answer(reasons, isJSON: session.isJSON, session.words)
      return .refused
    case .unknown(let record): return session.answer(.unknown(record), .record, done: "")
    }
  }
}

/// `245=B`: which record the fields of some tags are taken from.
struct FieldChoice: ExpressibleByArgument {
  let pattern: TagPattern
  let choice: RecordMerge.Choice

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let pattern = TagPattern(parts[0]),
      let choice = RecordMerge.Choice.allCases.first(where: {
        $0.rawValue.lowercased() == parts[1].lowercased()
      })
    else { return nil }
    (self.pattern, self.choice) = (pattern, choice)
  }
}

extension Wording {
  /// The fields that differ, one a line, behind - and +.
  func changes(_ difference: RecordDifference) -> [String] {
    difference.lines.flatMap { line -> [String] in
      switch line {
      case .same: []
      case .removed(let field): ["- " + field.line]
      case .added(let field): ["+ " + field.line]
      case .changed(let old, let new): ["- " + old.line, "+ " + new.line]
      }
    }
  }
}

extension MARC.Field {
  /// The field on one line: tag, indicators, subfields.
  fileprivate var line: String {
    guard !isControl else { return "\(tag)    \(text)" }
    let indicators = [indicator1, indicator2].map { $0 == .blank ? "#" : $0.description }
    return "\(tag) \(indicators.joined()) "
      + subfields.map { "$\($0.code)\($0.text)" }.joined(separator: " ")
  }
}
