import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Shows the result of a stocktake.
struct StocktakeReportCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: .say(vi: "Kết quả kiểm kê.", en: "The result of a stocktake."))

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: .say(
      "id", vi: "Số đợt kiểm kê; không cần khi chỉ một đợt đang mở.",
      en: "The stocktake; not needed while only one is open."))
  var stocktake: EntityID?

  func run(in session: LibrarySession) throws -> ExitStatus {
    let id = try session.stocktake(stocktake)
    guard let report = try session.desk.report(of: id) else {
      session.answer(
        .unknown("stocktake", id.description), session.words.lines(.unknown("\(id)"), ""))
      return .refused
    }
    guard session.isJSON else {
      for line in session.words.report(report) { session.output.line(line) }
      return .done
    }
    for line in report.missingItems {
      session.output.line(JSONValue(line).with("outcome", "missing"))
    }
    for line in report.findings { session.output.line(JSONValue(line).with("outcome", "finding")) }
    session.output.line(
      JSONValue(report.stocktake).adding([
        "onTheBooks": JSONValue(report.onTheBooks), "onLoan": JSONValue(report.onLoan),
        "foundTotal": JSONValue(report.found), "missingTotal": JSONValue(report.missing),
      ]).with("outcome", "reported"))
    return .done
  }
}

extension JSONValue {
  fileprivate init(_ total: StocktakeTotal) {
    self = ["copies": .count(total.copies), "price": .money(total.price)]
  }

  fileprivate init(_ line: StocktakeLine) {
    self = [
      "finding": .optional(line.finding?.rawValue), "barcode": .text(line.barcode),
      "title": .text(line.title), "callNumber": .optional(line.callNumber),
      "location": .optional(line.location), "price": .money(line.price),
      "shelf": .optional(line.shelf), "op": .op(line.op),
    ]
  }
}

extension Wording {
  fileprivate func report(_ report: StocktakeReport) -> [String] {
    let totals = [
      (say(vi: "Theo sổ", en: "On the books"), report.onTheBooks),
      (say(vi: "Đang mượn", en: "On loan"), report.onLoan),
      (say(vi: "Đã thấy", en: "Found"), report.found),
      (say(vi: "Thiếu", en: "Missing"), report.missing),
    ]
    var table = TextTable([
      TextTable.Column(heading: ""),
      TextTable.Column(heading: say(vi: "Số bản", en: "Copies"), isNumber: true),
      TextTable.Column(heading: say(vi: "Trị giá", en: "Value"), isNumber: true),
    ])
    table.rows = totals.map { [$0.0, "\($0.1.copies)", money($0.1.price)] }
    return [stocktake(report.stocktake), ""] + table.lines()
      + section(say(vi: "THIẾU", en: "MISSING"), report.missingItems)
      + section(say(vi: "CẦN XEM LẠI", en: "TO BE SEEN TO"), report.findings)
  }

  private func section(_ heading: String, _ lines: [StocktakeLine]) -> [String] {
    guard !lines.isEmpty else { return [] }
    var table = TextTable([
      TextTable.Column(heading: fieldName("barcode")),
      TextTable.Column(heading: fieldName("callNumber")),
      TextTable.Column(heading: say(vi: "Nhan đề", en: "Title"), givesWay: true),
      TextTable.Column(heading: fieldName("price"), isNumber: true),
      TextTable.Column(heading: say(vi: "Nhận xét", en: "Finding")),
    ])
    table.rows = lines.map { line in
      [
        line.barcode, line.callNumber ?? "", line.title, line.price.map { money($0) } ?? "",
        line.finding.map { finding($0) } ?? "",
      ]
    }
    return ["", heading] + table.lines()
  }
}
