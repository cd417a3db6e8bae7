import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Enrols the patrons of a table.
struct PatronImportCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: .say(
      vi: "Cấp thẻ theo bảng CSV, dòng đầu là tên cột.",
      en: "Enrol the patrons of a CSV table whose first line names the columns."))

  private static let faultsShownMaximum = 20

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("file", vi: "Tệp CSV.", en: "The CSV file."))
  var file: String

  @Flag(
    name: .customLong("update"),
    help: .say(
      vi: "Sửa cả những bạn đọc đã có theo số thẻ.",
      en: "Change patrons who are there already, by their card."))
  var updates = false

  @OptionGroup var texts: TextOptions

  @OptionGroup var addressOption: AddressOption

  func run(in session: LibrarySession) throws -> ExitStatus {
    let bar = ProgressLine(isQuiet: session.isJSON)
    let today = session.desk.today
    var addresses = 0
    let outcome = try session.desk.importPatrons(
      csv: file, changesKnown: updates, texts.mending(),
      prepare: { draft in
        guard addressOption.currentAddress else { return }
        for case .addressBroughtUp in addressOption.settle(&draft, on: today) { addresses += 1 }
      },
      progress: { done, total in
        bar.show(done, of: total, "\(done)")
        return true
      })
    bar.end()
    switch outcome {
    case .unreadable(let fault):
      throw CommandFault.badInput("\(file): \(session.words.tableFault(fault))")
    case .noNames(let headings):
      let columns = headings.joined(separator: ", ")
      throw CommandFault.badInput(
        session.words.say(
          vi: "\(file): không có cột họ tên; các cột: \(columns)",
          en: "\(file): no column has names; the columns are: \(columns)"))
    case .refused(let reasons):
      session.output.answer(reasons, isJSON: session.isJSON, session.words)
      return .refused
    case .imported(let report):
      tell(report, addresses: addresses, session)
      return report.faultCount > 0 ? .badInput : .done
    }
  }

  private func tell(_ report: PatronImport, addresses: Int, _ session: LibrarySession) {
    let words = session.words
    let shown =
      session.isJSON
      ? report.faults : Array(report.faults.prefix(PatronImportCommand.faultsShownMaximum))
    for fault in shown {
      session.answer(
        [
          "outcome": "fault", "line": .count(fault.line),
          "reasons": .list(fault.reasons.map { JSONValue($0) }),
        ],
        words.say(vi: "  dòng \(fault.line): ", en: "  line \(fault.line): ")
          + fault.reasons.map { words.refusal($0) }.joined(separator: "; "))
    }
    let rest = report.faultCount - shown.count
    if rest > 0, !session.isJSON {
      session.output.line(words.say(vi: "  … và \(rest) dòng nữa", en: "  … and \(rest) more"))
    }
    session.answer(
      JSONValue(report).adding(["addressesBroughtUp": .count(addresses)]),
      words.summary(report, addresses: addresses))
  }
}

extension JSONValue {
  fileprivate init(_ report: PatronImport) {
    self = [
      "outcome": "imported", "rows": .count(report.rows), "enrolled": .count(report.enrolled),
      "changed": .count(report.changed), "left": .count(report.left),
      "faults": .count(report.faultCount), "phonesRenumbered": .count(report.renumbered),
      "decoded": .count(report.counts.decoded),
      "repaired": .count(report.counts.repaired), "composed": .count(report.counts.composed),
      "texts": .entity(report.texts),
      "unknownColumns": .list(report.unknownHeadings.map { .text($0) }),
    ]
  }
}

extension Wording {
  fileprivate func summary(_ report: PatronImport, addresses: Int) -> [String] {
    let columns = report.unknownHeadings.joined(separator: ", ")
    return [patronCounts(report)]
      + (addresses == 0
        ? []
        : [
          say(
            vi: "Ghi theo xã nay \(addresses) địa chỉ cũ",
            en: "\(addresses) addresses brought up to date")
        ])
      + (columns.isEmpty
        ? [] : [say(vi: "Không dùng các cột: \(columns)", en: "Columns not used: \(columns)")])
      + [textCounts(report.counts)].compactMap { $0 }
      + (report.texts.map { [receivedTexts($0)] } ?? [])
  }

  /// Why a file is no table.
  func tableFault(_ fault: SeparatedValues.Fault) -> String {
    switch fault {
    case .empty: say(vi: "tệp trống", en: "the file is empty")
    case .notText(let line):
      say(vi: "dòng \(line) không phải chữ UTF-8", en: "line \(line) is not UTF-8 text")
    case .openQuote(let line):
      say(
        vi: "dấu nháy mở ở dòng \(line) không đóng", en: "a quote opened on line \(line) never ends"
      )
    }
  }
}
