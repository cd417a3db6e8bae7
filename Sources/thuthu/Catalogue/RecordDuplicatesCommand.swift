import ArgumentParser
import LibraryCore
import LibraryStore
import MARC
import Workstation

/// Finds the records that may be the same as one, or all pairs of a library.
struct RecordDuplicatesCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates",
    abstract: .say(
      vi: "Tìm biểu ghi nghi trùng, với điểm và lý do.",
      en: "Find suspected duplicates, with scores and reasons."),
    discussion: .say(
      vi:
        "Của một biểu ghi, của các biểu ghi trong một tệp, hay (khi không nói gì) mọi cặp trong thư viện.",
      en: "Of one record, of the records of a file, or (with neither) all pairs of the library."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("record", vi: "Số biểu ghi.", en: "The record's number."))
  var record: EntityID?

  @Option(
    help: .say(
      "file", vi: "Tìm cho từng biểu ghi trong tệp này; - là đầu vào chuẩn.",
      en: "Look for each record of this file; - is standard input."))
  var file: String?

  @Option(help: .say("n", vi: "Nhiều nhất bao nhiêu.", en: "No more than these."))
  var limit = 100

  func validate() throws {
    guard record == nil || file == nil else {
      throw ValidationError(
        .say(vi: "chỉ một trong biểu ghi và --file", en: "a record or --file, not both"))
    }
    guard limit > 0 else {
      throw ValidationError(.say(vi: "--limit phải lớn hơn 0", en: "--limit must be above 0"))
    }
  }

  func run(in session: LibrarySession) throws -> ExitStatus {
    if let file { return try find(in: file, session) }
    guard let record else { return try findAll(session) }
    guard let stored = try session.desk.record(record), stored.status == .active else {
      return session.answer(.unknown(record.description), .record, done: "")
    }
    let found = try session.desk.duplicates(of: stored.record, id: record, limit: limit)
    for candidate in found {
      session.answer(JSONValue(candidate), session.words.candidate(candidate))
    }
    if found.isEmpty, !session.isJSON { session.output.line(session.words.noDuplicates) }
    return .done
  }

  private func find(in file: String, _ session: LibrarySession) throws -> ExitStatus {
    let source: FileSource = try file == "-" ? FileSource(descriptor: 0) : FileSource(path: file)
    let reader = try RecordReader(source)
    var status = ExitStatus.done
    while let read = try reader.next() {
      guard let marc = read.record else {
        for fault in read.diagnostics where !session.isJSON {
          session.output.line(session.words.fault(fault))
        }
        status = .badInput
        continue
      }
      for candidate in try session.desk.duplicates(of: marc, limit: limit) {
        let place: JSONValue = ["number": .count(read.number)]
        session.answer(
          place.adding(JSONValue(candidate)),
          "\(read.number): " + session.words.candidate(candidate))
      }
    }
    return status
  }

  private func findAll(_ session: LibrarySession) throws -> ExitStatus {
    let bar = ProgressLine(isQuiet: session.isJSON)
    defer { bar.end() }
    var walk = DuplicateWalk()
    let pairs = try session.desk.duplicatePairs(&walk, limit: limit) { keys in
      bar.show(0, of: 0, session.words.say(vi: "\(keys) khoá", en: counted(keys, "key")))
      return true
    }
    bar.end()
    for pair in pairs.prefix(limit) {
      session.answer(JSONValue(pair), session.words.pair(pair))
    }
    if !session.isJSON {
      session.output.line(
        pairs.isEmpty
          ? session.words.noDuplicates
          : session.words.pairs(
            min(pairs.count, limit), isAll: walk.isAtEnd && pairs.count <= limit))
    }
    return .done
  }
}

/// Records what a cataloguer says of two records.
struct RecordVerdictCommand: LibraryCommand {
  /// What is said; `none` takes it back.
  enum Saying: String, CaseIterable, ExpressibleByArgument {
    case same
    case different
    case none
  }

  static let configuration = CommandConfiguration(
    commandName: "verdict",
    abstract: .say(
      vi: "Ghi nhận hai biểu ghi là một hay khác nhau, trên mọi quy tắc.",
      en: "Say for good that two records are the same or different, whatever the rules say."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("record", vi: "Một biểu ghi.", en: "One record."))
  var one: EntityID

  @Argument(help: .say("record", vi: "Biểu ghi kia.", en: "The other one."))
  var other: EntityID

  @Argument(
    help: .say("verdict", vi: "same, different hoặc none.", en: "same, different or none."))
  var saying: Saying

  func run(in session: LibrarySession) throws -> ExitStatus {
    let verdict = DuplicateVerdict(rawValue: saying.rawValue)
    let done = session.words.duplicateVerdict(verdict)
    return session.answer(
      try session.desk.judgeDuplicates(one, other, verdict), .record,
      done: done.isEmpty
        ? session.words.say(vi: "Thôi ghi nhận", en: "The verdict is dropped")
        : "\(one) – \(other): \(done)")
  }
}

extension JSONValue {
  fileprivate init(_ judgement: DuplicateJudgement, _ verdict: DuplicateVerdict?) {
    self = [
      "score": .count(judgement.score), "same": .bool(judgement.isSame),
      "reasons": .list(judgement.reasons.map { .text($0.code) }),
      "verdict": .optional(verdict?.rawValue),
    ]
  }

  fileprivate init(title candidate: DuplicateCandidate) {
    self = [
      "record": .entity(candidate.id), "title": .text(candidate.brief.title),
      "author": .optional(candidate.brief.author), "year": .optional(candidate.brief.year),
      "copies": .count(candidate.copies),
    ]
  }

  init(_ candidate: DuplicateCandidate) {
    self = JSONValue(title: candidate).adding(
      JSONValue(candidate.judgement, candidate.verdict))
  }

  fileprivate init(_ pair: DuplicatePair) {
    let both: JSONValue = [
      "first": JSONValue(title: pair.first), "second": JSONValue(title: pair.second),
    ]
    self = both.adding(JSONValue(pair.judgement, pair.verdict))
  }
}

extension Wording {
  fileprivate var noDuplicates: String {
    say(vi: "Không có biểu ghi nào nghi trùng", en: "No duplicates are suspected")
  }

  fileprivate func pairs(_ count: Int, isAll: Bool) -> String {
    isAll
      ? say(vi: "\(count) cặp nghi trùng", en: counted(count, "suspected pair"))
      : say(
        vi: "\(count) cặp đầu; thêm --limit để xem nữa",
        en: "the first \(counted(count, "pair")); --limit shows more")
  }

  func candidate(_ candidate: DuplicateCandidate) -> String {
    "\(candidate.judgement.score)  \(briefLine(candidate))\n    \(why(candidate))"
  }

  fileprivate func pair(_ pair: DuplicatePair) -> String {
    "\(pair.judgement.score)  \(briefLine(pair.first))\n    \(briefLine(pair.second))\n    "
      + why(pair.first)
  }

  private func why(_ candidate: DuplicateCandidate) -> String {
    let verdict = duplicateVerdict(candidate.verdict)
    return duplicateReasons(candidate.judgement) + (verdict.isEmpty ? "" : " – \(verdict)")
  }
}
