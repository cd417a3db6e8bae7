import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Holds the tables against the journal.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: .say(
      vi: "Đối chiếu sổ với nhật ký và kiểm mọi điều phải luôn đúng.",
      en: "Compare the tables with the journal and check every invariant."))

  @OptionGroup var global: GlobalOptions

  @Flag(
    name: .customLong("repair-index"),
    help: .say(
      vi: "Lập lại chỉ mục tìm kiếm từ các biểu ghi.",
      en: "Make the search index anew from the records."))
  var repairIndex = false

  func run() throws {
    let output = Output()
    let words = Speech.words
    try output.flushing {
      let file = try LibraryFile.openTelling(in: global.folder, isQuiet: global.json)
      if repairIndex { try file.repairIndex() }
      let bar = ProgressLine(isQuiet: global.json)
      let report = try file.check { progress in
        bar.show(progress.done, of: progress.total, words.checkStage(progress.stage))
        return true
      }
      bar.end()
      if global.json {
        for finding in report.findings { output.line(JSONValue(finding)) }
        output.line(JSONValue(report))
      } else {
        for line in words.lines(report) { output.line(line) }
      }
      if !report.isSound { throw ExitStatus.machine }
    }
  }
}

extension JSONValue {
  fileprivate init(_ report: CheckReport) {
    self = [
      "outcome": report.isSound ? "sound" : "unsound", "ops": .count(report.ops),
      "rows": .count(report.rows), "digest": .text(report.digest),
      "findings": .count(report.findingCount),
    ]
  }

  fileprivate init(_ finding: CheckFinding) {
    self = ["outcome": "finding", "code": .text(finding.code), "detail": .text(finding.detail)]
  }
}

extension CheckFinding {
  /// The code in answers; never renamed.
  fileprivate var code: String { String(String(describing: self).prefix { $0 != "(" }) }

  /// What the finding is about, in plain terms of the store.
  var detail: String {
    switch self {
    case .damaged(let detail): detail
    case .gap(let origin, let after, let found): "origin \(origin): \(after) → \(found)"
    case .chainBroken(let op), .timeNotGrowing(let op): "op \(op)"
    case .opNotFolded(let op, let detail): "op \(op): \(detail)"
    case .originDiffers(let origin, let column, let stored, let expected):
      "origin \(origin).\(column): \(stored) ≠ \(expected)"
    case .sideFileBehind: ""
    case .rowDiffers(let table, let key, let column, let stored, let folded):
      "\(table) \(key).\(column): \(stored ?? "NULL") ≠ \(folded ?? "NULL")"
    case .rowMissing(let table, let key), .rowUnfounded(let table, let key): "\(table) \(key)"
    case .indexDiffers(let index, let word, let thing, _): "\(index) «\(word)» \(thing)"
    case .indexDamaged(let index, let detail): "\(index): \(detail)"
    case .contradiction(let invariant, let key): "\(invariant.rawValue) \(key)"
    }
  }
}

extension Wording {
  fileprivate func checkStage(_ stage: CheckProgress.Stage) -> String {
    switch stage {
    case .file: say(vi: "tệp", en: "file")
    case .log: say(vi: "nhật ký", en: "journal")
    case .tables: say(vi: "các bảng", en: "tables")
    case .index: say(vi: "chỉ mục", en: "index")
    case .invariants: say(vi: "các điều phải luôn đúng", en: "invariants")
    }
  }

  fileprivate func lines(_ report: CheckReport) -> [String] {
    let findings = report.findings.map { "  • \(sentence($0))  \($0.detail)" }
    let rest = report.findingCount - findings.count
    let more = rest > 0 ? [say(vi: "  … và \(rest) điều nữa", en: "  … and \(rest) more")] : []
    let result =
      report.isSound
      ? say(
        vi: "Thư viện lành lặn: \(report.ops) việc, \(report.rows) dòng khớp nhật ký",
        en:
          "The library is sound: \(counted(report.ops, "action")), \(counted(report.rows, "row agrees", "rows agree")) with the journal"
      )
      : say(
        vi: "Thư viện KHÔNG lành lặn: \(report.findingCount) điều sai",
        en: "The library is NOT sound: \(counted(report.findingCount, "finding"))")
    return findings + more + [result]
  }

  private func sentence(_ finding: CheckFinding) -> String {
    switch finding {
    case .damaged: say(vi: "tệp bị hỏng:", en: "the file is damaged:")
    case .gap: say(vi: "nhật ký thiếu việc:", en: "the journal has a gap:")
    case .chainBroken: say(vi: "việc đã bị sửa sau khi ghi:", en: "an action was changed later:")
    case .timeNotGrowing: say(vi: "thời gian đi lùi:", en: "time goes back:")
    case .opNotFolded: say(vi: "việc không dựng lại được:", en: "an action cannot be folded:")
    case .originDiffers: say(vi: "bộ đếm sai:", en: "a counter is wrong:")
    case .sideFileBehind:
      say(
        vi: "tệp canh số việc (library.sqlite.inc) thiếu hoặc cũ",
        en: "the file that guards action numbers (library.sqlite.inc) is gone or old")
    case .rowDiffers: say(vi: "khác nhật ký:", en: "differs from the journal:")
    case .rowMissing: say(vi: "thiếu:", en: "is missing:")
    case .rowUnfounded: say(vi: "thừa, nhật ký không có:", en: "has no ground in the journal:")
    case .indexDiffers, .indexDamaged:
      say(
        vi: "chỉ mục sai (sửa bằng --repair-index):", en: "the index is wrong (--repair-index):")
    case .contradiction: say(vi: "mâu thuẫn:", en: "a contradiction:")
    }
  }
}
