import LibraryCore
import LibraryStore
import Terminal

/// The result of a stocktake: totals in copies and đồng, what is missing, and what was met and has to be seen to.
final class StocktakeReportScreen: Screen {
  enum List {
    case missing
    case findings
  }

  private struct Answer: Sendable {
    var report: Result<StocktakeReport?, any Error>
  }

  let context = "stocktakeReport"
  private let workplace: Workplace
  private let id: EntityID
  private var report: StocktakeReport?
  private var list = List.missing
  private var table = Table(columns: [])

  init(workplace: Workplace, stocktake: EntityID) {
    self.workplace = workplace
    id = stocktake
  }

  private var words: Wording { workplace.wording }

  func disabledReason(for command: CommandID) -> String? {
    workplace.missingRightOrUse(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared:
      guard report == nil else { return [] }
      let (desk, id) = (workplace.desk, id)
      return [.job(name: "report") { Answer(report: Result { try desk.report(of: id) }) }]
    case .message(let answer as Answer): return show(answer)
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    case .command(.cancel): return [.close(nil)]
    case .command(.inventoryNextList):
      list = list == .missing ? .findings : .missing
      table.setCount(lines.count)
      table.select(0)
    default:
      if case .opened(let row) = table.update(event) { return open(lines[row]) }
    }
    return []
  }

  private func show(_ answer: Answer) -> [Effect] {
    switch answer.report {
    case .success(let report): self.report = report
    case .failure(let error): return workplace.bad(workplace.describe(error))
    }
    table.setCount(lines.count)
    return []
  }

  private var lines: [StocktakeLine] {
    list == .missing ? report?.missingItems ?? [] : report?.findings ?? []
  }

  /// The story of one copy.
  private func open(_ line: StocktakeLine) -> [Effect] {
    var effects: [Effect] = []
    let page = workplace.attempt(&effects) {
      try ExplanationPage.make(workplace, .item(line.barcode))
    }
    return effects + ((page ?? nil).map { [.push($0)] } ?? [.bell])
  }
}

// MARK: - Drawing

extension StocktakeReportScreen {
  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "KẾT QUẢ KIỂM KÊ", en: "STOCKTAKE REPORT"), into: &surface)
    let columns = surface.size.columns
    guard let report else {
      surface.write(
        words.say(vi: "Đang tính…", en: "Counting…"), at: Point(row: 2, column: 1), role: .muted)
      return
    }
    let scope = report.stocktake.scope
    surface.write(scope.name, at: Point(row: 1, column: 1), role: .heading)
    surface.write(
      words.scope(scope), at: Point(row: 1, column: 3 + DisplayWidth.of(scope.name)), role: .muted)
    drawTotals(report, into: &surface, from: 2)
    surface.drawHorizontalLine(at: Point(row: 6, column: 0), length: columns)
    drawListNames(report, into: &surface, row: 6)
    table.columns = tableColumns
    table.emptyText =
      list == .missing
      ? words.say(vi: "Không thiếu bản nào", en: "Nothing is missing")
      : words.say(vi: "Không có bản nào cần xử lý", en: "Nothing has to be seen to")
    table.draw(
      into: &surface,
      in: Rect(row: 7, column: 0, rows: max(0, surface.size.rows - 7), columns: columns)
    ) { range in range.map { row(lines[$0]) } }
  }

  private func drawTotals(_ report: StocktakeReport, into surface: inout Surface, from row: Int) {
    let totals: [(String, StocktakeTotal, Role)] = [
      (words.say(vi: "Trên sổ", en: "On the books"), report.onTheBooks, .text),
      (words.say(vi: "Đang mượn", en: "On loan"), report.onLoan, .text),
      (words.say(vi: "Thấy trên giá", en: "Found"), report.found, .text),
      (
        words.say(vi: "Thiếu", en: "Missing"), report.missing,
        report.missing.copies > 0 ? .warning : .good
      ),
    ]
    for (index, (name, total, role)) in totals.enumerated() {
      surface.write(name, at: Point(row: row + index, column: 1), role: .fieldLabel)
      surface.write(words.total(total), at: Point(row: row + index, column: 16), role: role)
    }
  }

  private func drawListNames(
    _ report: StocktakeReport, into surface: inout Surface, row: Int
  ) {
    let names: [(List, String)] = [
      (.missing, words.say(vi: "Thiếu", en: "Missing") + " \(report.missingItems.count)"),
      (.findings, words.say(vi: "Cần xử lý", en: "To see to") + " \(report.findings.count)"),
    ]
    var column = 1
    for (list, name) in names {
      let isShown = list == self.list
      column +=
        surface.write(
          isShown ? "[\(name)]" : " \(name) ", at: Point(row: row, column: column),
          role: isShown ? .heading : .muted) + 1
    }
  }

  private var tableColumns: [TableColumn] {
    let last =
      list == .missing
      ? TableColumn(words.fieldName("price"), width: .fixed(11), alignment: .trailing)
      : TableColumn(words.say(vi: "Kết quả", en: "Finding"), width: .fixed(14))
    return [
      TableColumn(words.say(vi: "ĐKCB", en: "Barcode"), width: .fixed(12)),
      TableColumn(words.say(vi: "Nhan đề", en: "Title"), width: .flexible()),
      TableColumn(words.fieldName("location"), width: .fixed(6)),
      TableColumn(words.fieldName("callNumber"), width: .fixed(15)), last,
    ]
  }

  private func row(_ line: StocktakeLine) -> TableRow {
    let last =
      line.finding.map(words.finding) ?? line.price.map(words.money) ?? ""
    return TableRow([
      line.barcode, line.title, line.location ?? "", line.callNumber ?? "", last,
    ])
  }
}
