import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Files of Koha's offline circulation, both ways.
struct KocCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "koc",
    abstract: .say(
      vi: "Tệp .koc của Koha: mượn trả khi mất mạng.",
      en: "Koha's offline circulation files (.koc)."),
    subcommands: [Import.self, Export.self])

  struct Import: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: .say(
        vi: "Ghi mượn, trả, thu tiền từ tệp .koc; đọc lại tệp cũ không ghi hai lần.",
        en: "Take loans, returns and payments from a .koc file; a file taken again changes nothing."
      ))

    @OptionGroup var global: GlobalOptions

    @Argument(
      help: .say(
        "file", vi: "Tệp .koc; - là đầu vào chuẩn.", en: "The .koc file; - is standard input."))
    var file: String

    @Flag(
      help: .say(
        vi: "Ghi lại cả những việc đã ghi từ trước rồi bị hoàn tác.",
        en: "Take again what was taken before and undone since."))
    var again = false

    func run(in session: LibrarySession) throws -> ExitStatus {
      let koc = KocFile(reading: try InputFile.contents(of: file))
      let report = try session.desk.takeKoc(
        koc, reason: session.words.kocReason, again: again)
      let words = session.words
      for fault in report.faults {
        session.answer(.kocFault(fault, words), words.kocFault(fault))
      }
      for line in report.lines { session.answer(JSONValue(line), words.kocLine(line)) }
      if !session.isJSON {
        session.output.line(words.kocSum(report))
        if let undo = words.kocUndo(report) { session.output.line(undo) }
      }
      if !report.faults.isEmpty { return .badInput }
      return report.lines.contains { $0.outcome.needsAttention } ? .refused : .done
    }
  }

  struct Export: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: .say(
        vi: "Ghi mượn, trả, thu tiền của một khoảng ngày ra tệp .koc cho Koha.",
        en: "Write the loans, returns and payments of some days as a .koc file for Koha."))

    @OptionGroup var global: GlobalOptions

    @Option(help: .say("day", vi: "Từ ngày; mặc định hôm nay.", en: "From; by default today."))
    var from: CalendarDay?

    @Option(
      help: .say("day", vi: "Đến hết ngày; mặc định hôm nay.", en: "Until; by default today."))
    var to: CalendarDay?

    @Option(
      name: [.customShort("o"), .customLong("output")],
      help: .say(
        "file", vi: "Tệp ra; mặc định là đầu ra chuẩn.",
        en: "The file to write; by default standard output."))
    var target = "-"

    func run(in session: LibrarySession) throws -> ExitStatus {
      let today = session.desk.today
      let koc = try session.desk.koc(from: from ?? today, to: to ?? today)
      let file = try OutputFile(target)
      var bytes = Array(koc.text.utf8)
      try file.write(&bytes)
      try file.close()
      if target != "-" {
        session.answer(
          ["outcome": "exported", "transactions": .count(koc.transactions.count)],
          session.words.say(
            vi: "Đã ghi \(koc.transactions.count) việc ra \(target)",
            en: "Wrote \(counted(koc.transactions.count, "transaction")) to \(target)"))
      }
      return .done
    }
  }
}

extension JSONValue {
  static func kocFault(_ fault: KocFault, _ words: Wording) -> JSONValue {
    ["outcome": "error", "line": .count(fault.line), "message": .text(words.kocFault(fault))]
  }

  init(_ line: KocReport.Line) {
    let transaction = line.transaction
    let verb: JSONValue =
      switch transaction.verb {
      case .issue(let card, let barcode):
        ["do": "issue", "patron": .text(card), "item": .text(barcode)]
      case .giveBack(let barcode): ["do": "return", "item": .text(barcode)]
      case .payment(let card, let amount):
        ["do": "payment", "patron": .text(card), "amount": .money(amount)]
      }
    self = [
      "line": .count(transaction.line), "at": .moment(transaction.at),
      "outcome": .text(line.outcome.code.rawValue), "transaction": verb,
      "reasons": line.outcome.reasons, "op": .op(line.outcome.op),
      "endedLoan": line.outcome.endedLoan.map { JSONValue($0) } ?? .null,
    ]
  }
}

extension KocOutcome {
  fileprivate var reasons: JSONValue {
    if case .refused(let reasons) = self { .list(reasons.map { JSONValue($0) }) } else { .null }
  }
}
