import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Takes the barcodes of a file, one per line, as scans.
struct StocktakeLoadCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: .say(
      vi: "Nạp tệp mã vạch, mỗi dòng một mã.", en: "Take a file of barcodes, one per line."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("file", vi: "Tệp mã vạch.", en: "The file of barcodes."))
  var file: String

  @Option(
    help: .say(
      "id", vi: "Số đợt kiểm kê; không cần khi chỉ một đợt đang mở.",
      en: "The stocktake; not needed while only one is open."))
  var stocktake: EntityID?

  @Option(help: .say("text", vi: "Giá đã quét.", en: "The shelf the scans come from."))
  var shelf: String?

  func run(in session: LibrarySession) throws -> ExitStatus {
    let load = try session.desk.loadShelf(
      file: file, stocktake: try session.stocktake(stocktake), shelf: shelf)
    session.answer(JSONValue(load), session.words.lines(load))
    if !load.refusals.isEmpty { return .refused }
    return load.faultCount > 0 ? .badInput : .done
  }
}

extension JSONValue {
  init(_ load: ShelfLoad) {
    let findings = Finding.allCases.compactMap { finding in
      load.findings[finding].map { Member(key: finding.rawValue, value: .count($0)) }
    }
    self = [
      "outcome": load.refusals.isEmpty ? "loaded" : "refused", "lines": .count(load.lines),
      "findings": .object(findings), "faultCount": .count(load.faultCount),
      "faults": .list(
        load.faults.map { ["line": .count($0.line), "code": .text($0.fault.code)] }),
      "reasons": .list(load.refusals.map { JSONValue($0) }),
    ]
  }
}

extension LabelFault {
  /// The code in answers; never renamed.
  fileprivate var code: String {
    switch self {
    case .empty: "empty"
    case .tooLong: "tooLong"
    case .controlCharacter: "controlCharacter"
    case .notOnALabel: "notOnALabel"
    }
  }
}

extension Wording {
  private static let faultsShownMaximum = 20

  fileprivate func lines(_ load: ShelfLoad) -> [String] {
    let findings = Finding.allCases.compactMap { finding in
      load.findings[finding].map { "  \(self.finding(finding)): \($0)" }
    }
    let faults = load.faults.prefix(Wording.faultsShownMaximum).map {
      "  " + say(vi: "dòng \($0.line): ", en: "line \($0.line): ") + labelFault($0.fault)
    }
    let rest = load.faultCount - faults.count
    let more = rest > 0 ? [say(vi: "  … và \(rest) dòng nữa", en: "  … and \(rest) more")] : []
    return [say(vi: "Đã đọc \(load.lines) dòng", en: "Read \(counted(load.lines, "line"))")]
      + findings
      + faults + more + lines(load.refusals)
  }
}
