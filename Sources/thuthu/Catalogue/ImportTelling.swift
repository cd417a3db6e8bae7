import LibraryCore
import LibraryStore
import MARC
import Workstation

/// What an import came to, told file by file and fault by fault.
struct ImportTelling {
  let report: ImportReport
  let isPreview: Bool
  let session: LibrarySession
  /// Whether faults lie in lines of a table and not in records.
  var countsLines = false

  /// Bad input where a fault lost text or may have, or nothing was found to take in.
  func status() throws -> ExitStatus {
    var status = ExitStatus.done
    try forEachFault { if $0.severity == .error { status = .badInput } }
    return status
  }

  func writeJSON() throws {
    try forEachFault { fault in
      session.output.line(
        JSONValue(fault, file: report.files[fault.file].path).with("outcome", "fault"))
    }
    for file in report.files {
      session.output.line(
        JSONValue(file.counts).with("file", .text(file.path)).with("outcome", "file"))
    }
    session.output.line(
      JSONValue(report.counts).with("complete", .bool(report.isComplete))
        .with("batch", .entity(report.batch)).with("sharedNumbers", .count(report.sharedNumbers))
        .with("outcome", isPreview ? "previewed" : "imported"))
  }

  func writeText(faultsMaximum: Int) throws {
    let words = session.words
    for fault in report.faults.prefix(faultsMaximum) { session.output.line("  " + line(fault)) }
    let rest = report.counts.faults - faultsMaximum
    if rest > 0 {
      session.output.line(
        words.say(
          vi: "  … và \(rest) lỗi nữa (xem hết: --faults TỆP hoặc --json)",
          en: "  … and \(rest) more (all of them: --faults FILE or --json)"))
    }
    for file in report.files {
      session.output.line("\(file.path): \(words.batchCounts(file.counts))")
    }
    if report.files.count > 1 {
      session.output.line(
        words.say(vi: "Tổng cộng: ", en: "In all: ") + words.batchCounts(report.counts))
    }
    if let shared = words.sharedNumbers(report.sharedNumbers, option: "--share-number") {
      session.output.line(shared)
    }
    if let batch = report.batch {
      session.output.line(
        words.say(
          vi: "Đợt nhập \(batch); huỷ cả đợt: thuthu import undo \(batch)",
          en: "Batch \(batch); to take it back: thuthu import undo \(batch)"))
      if report.counts.decoded + report.counts.repaired > 0 {
        session.output.line(words.receivedTexts(batch))
      }
    } else if isPreview {
      session.output.line(words.say(vi: "Chưa ghi gì cả", en: "Nothing was written"))
    }
  }

  func writeFaults(to path: String) throws {
    let file = try OutputFile(path)
    var bytes: [UInt8] = []
    try forEachFault { fault in
      bytes += line(fault).utf8
      bytes.append(0x0A)
    }
    try file.write(&bytes)
    try file.close()
  }

  private func line(_ fault: ImportFault) -> String {
    session.words.importFault(
      fault, file: report.files.count > 1 ? report.files[fault.file].path : nil,
      countsLines: countsLines)
  }

  /// All faults, those kept with the batch where the report lists only the first.
  private func forEachFault(_ tell: (ImportFault) -> Void) throws {
    guard let batch = report.batch, report.counts.faults > report.faults.count else {
      for fault in report.faults { tell(fault) }
      return
    }
    var offset = 0
    while true {
      let faults = try session.desk.importFaults(of: batch, limit: 1000, offset: offset)
      for fault in faults { tell(fault) }
      offset += faults.count
      if faults.isEmpty { return }
    }
  }
}

extension JSONValue {
  init(_ counts: BatchCounts) {
    self = [
      "records": .count(counts.records), "replaced": .count(counts.replaced),
      "items": .count(counts.items), "skipped": .count(counts.skipped),
      "faults": .count(counts.faults), "decoded": .count(counts.decoded),
      "repaired": .count(counts.repaired), "composed": .count(counts.composed),
    ]
  }
}
