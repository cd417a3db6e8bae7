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

  private static let rowsShownMaximum = 20

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("file", vi: "Tệp CSV.", en: "The CSV file."))
  var file: String

  @Flag(
    name: .customLong("update"),
    help: .say(
      vi: "Sửa cả những bạn đọc đã có theo số thẻ.",
      en: "Change patrons who are there already, by their card."))
  var updates = false

  @Option(
    name: .customLong("map"),
    help: .say(
      "heading=field",
      vi: "Cột này là trường nào: «Họ và tên học sinh=name»; «=-» thì bỏ cột; nhắc lại được.",
      en: "Which field a column is: “Pupil=name”; “=-” leaves it out; may be repeated."))
  var mapping: [PatronMapping.Wish] = []

  @Flag(
    help: .say(
      vi: "Chỉ cho xem mỗi dòng sẽ thành gì, không ghi gì.",
      en: "Only show what would become of each row; nothing is written."))
  var dryRun = false

  @OptionGroup var texts: TextOptions

  @OptionGroup var addressOption: AddressOption

  @OptionGroup var shared: OneNumberOption
  func run(in session: LibrarySession) throws -> ExitStatus {
    let bar = ProgressLine(isQuiet: session.isJSON)
    let taking = PatronTableImport(
      mapping: mapping, updates: updates, bringsAddressesUp: addressOption.currentAddress,
      mending: texts.mending(), isPreview: dryRun)
    let (outcome, addresses) = try taking.run(
      .file(file), at: shared.applied(to: session.desk)
    ) { done, total in
      bar.show(done, of: total, "\(done)")
      return true
    }
    bar.end()
    switch outcome {
    case .unreadable, .badMapping, .noNames:
      let fault = session.words.patronTableFault(outcome) { "--map \"\($0)=name\"" } ?? ""
      throw CommandFault.badInput("\(file): \(fault)")
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
      session.isJSON || dryRun
      ? report.told : Array(report.told.prefix(PatronImportCommand.rowsShownMaximum))
    for row in shown {
      session.answer(
        JSONValue(row, report.columns, isPreview: dryRun),
        "  " + words.patronRow(row, report.columns))
    }
    let rest = report.told.count - shown.count
    if rest > 0 {
      session.output.line(words.say(vi: "  … và \(rest) dòng nữa", en: "  … and \(rest) more"))
    }
    session.answer(
      JSONValue(report, isPreview: dryRun).adding(["addressesBroughtUp": .count(addresses)]),
      words.summary(report, addresses: addresses))
  }
}

extension JSONValue {
  init(_ report: PatronImport, isPreview: Bool) {
    self = [
      "outcome": .text(isPreview ? "previewed" : "imported"), "batch": .entity(report.batch),
      "op": .op(report.op), "rows": .count(report.rows), "enrolled": .count(report.enrolled),
      "changed": .count(report.changed), "left": .count(report.left),
      "twins": .count(report.twins), "alike": .count(report.alike),
      "faults": .count(report.faultCount), "phonesRenumbered": .count(report.renumbered),
      "withoutGuardian": .count(report.withoutGuardian),
      "sharedNumbers": .count(report.sharedNumbers),
      "decoded": .count(report.counts.decoded),
      "repaired": .count(report.counts.repaired), "composed": .count(report.counts.composed),
      "texts": .entity(report.texts),
      "unknownColumns": .list(report.unknownHeadings.map { .text($0) }),
      "columns": .list(
        zip(report.columns.headings, report.columns.targets).map { heading, target in
          ["heading": .text(heading), "field": .optional(target?.name)]
        }),
    ]
  }

  /// A row by what becomes of it.
  init(_ row: PatronRow, _ columns: PatronColumns, isPreview: Bool) {
    let place: JSONValue = [
      "line": .count(row.line), "name": .optional(row.name), "card": .optional(row.card),
    ]
    let outcome: String
    let data: JSONValue
    switch row.outcome {
    case .enrolled(let alike):
      outcome = isPreview ? "wouldEnrol" : "enrolled"
      data = ["alike": alike.map(JSONValue.person) ?? .null]
    case .changed(let patron, let changes):
      outcome = isPreview ? "wouldChange" : "changed"
      data = ["patron": JSONValue(patron), "changes": .list(changes.map { JSONValue($0) })]
    case .left(let patron): (outcome, data) = ("left", ["patron": JSONValue(patron)])
    case .twin(let other): (outcome, data) = ("twin", ["of": JSONValue.person(other)])
    case .faulty(let reasons):
      outcome = "fault"
      data = [
        "reasons": .list(reasons.map { JSONValue($0) }),
        "columns": .list(reasons.map { .optional(columns.heading(of: $0)) }),
      ]
    }
    self = place.with("outcome", .text(outcome)).adding(data)
      .adding(.notices(row.notices))
  }

  private static func person(_ person: PatronRow.Person) -> JSONValue {
    switch person {
    case .patron(let patron): JSONValue(patron)
    case .row(let line): ["line": .count(line)]
    }
  }

  fileprivate init(_ change: PatronRow.Change) {
    self = [
      "field": .text(change.field.key), "from": .optional(change.from), "to": .optional(change.to),
    ]
  }
}

extension Wording {
  fileprivate func summary(_ report: PatronImport, addresses: Int) -> [String] {
    let unknown = report.unknownHeadings
    return [patronCounts(report)]
      + (addresses == 0
        ? []
        : [
          say(
            vi: "Ghi theo xã nay \(addresses) địa chỉ cũ",
            en: "\(counted(addresses, "address", "addresses")) brought up to date")
        ])
      + [sharedCards(report.sharedNumbers, option: "--share-number")].compactMap(\.self)
      + (unknown.isEmpty ? [] : [unusedColumns(unknown)])
      + (report.batch.map { batch in
        [
          say(
            vi: "Đợt \(batch); «thuthu undo» lấy lại cả bảng",
            en: "Batch \(batch); “thuthu undo” takes the whole table back")
        ]
      } ?? [])
      + [textCounts(report.counts)].compactMap { $0 }
      + (report.texts.map { [receivedTexts($0)] } ?? [])
  }

  /// Why a table of patrons cannot be taken at all; nil where it can.
  ///
  /// `asking` spells how a column is said to hold the names.
  func patronTableFault(_ outcome: PatronImportOutcome, asking: (String) -> String) -> String? {
    switch outcome {
    case .unreadable(let fault): return tableFault(fault)
    case .badMapping(let fault): return patronMappingFault(fault)
    case .noNames(let headings):
      let columns = headings.joined(separator: ", ")
      let wish = asking(headings.first ?? "")
      return say(
        vi: "không có cột họ tên; các cột: \(columns). Cho biết cột nào: \(wish)",
        en: "no column has names; the columns are: \(columns). Say which it is: \(wish)")
    case .imported, .refused: return nil
    }
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
