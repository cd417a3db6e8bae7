import LibraryCore
import LibraryStore
import Terminal

/// All stocktakes, the newest first; Enter goes on with an open one and shows the result of a closed one.
final class StocktakesScreen: Screen {
  let context = "stocktakes"
  private let workplace: Workplace
  private var stocktakes: [Stocktake] = []
  private var table = Table(columns: [])

  init(workplace: Workplace) { self.workplace = workplace }

  private var words: Wording { workplace.wording }

  func disabledReason(for command: CommandID) -> String? {
    workplace.missingRightOrUse(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return read()
    case .returned(let value):
      guard let opened = value as? SavedThing else { return read() }
      return read() + [.push(StocktakeScreen(workplace: workplace, stocktake: opened.id))]
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    case .command(.cancel): return [.close(nil)]
    case .command(.inventoryNew): return [.push(StocktakeForm.screen(workplace))]
    case .command(.inventoryReport):
      return selected.map { [.push(report(of: $0))] } ?? [.bell]
    default:
      guard case .opened = table.update(event), let selected else { return [] }
      return [
        .push(
          selected.isClosed
            ? report(of: selected)
            : StocktakeScreen(workplace: workplace, stocktake: selected.id))
      ]
    }
  }

  private var selected: Stocktake? { table.selected.map { stocktakes[$0] } }

  private func report(of stocktake: Stocktake) -> any Screen {
    StocktakeReportScreen(workplace: workplace, stocktake: stocktake.id)
  }

  private func read() -> [Effect] {
    var effects: [Effect] = []
    if let read = workplace.attempt(&effects, workplace.desk.stocktakes) { stocktakes = read }
    table.setCount(stocktakes.count)
    return effects
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "KIỂM KÊ KHO", en: "STOCKTAKES"), into: &surface)
    table.columns = [
      TableColumn(words.say(vi: "Đợt", en: "Name"), width: .flexible(share: 3)),
      TableColumn(words.say(vi: "Phạm vi", en: "Scope"), width: .flexible(share: 2)),
      TableColumn(words.say(vi: "Mở", en: "Opened"), width: .fixed(10)),
      TableColumn(words.say(vi: "Đóng", en: "Closed"), width: .fixed(10)),
      TableColumn(words.say(vi: "Trên sổ", en: "Books"), width: .fixed(7), alignment: .trailing),
      TableColumn(words.say(vi: "Đã thấy", en: "Found"), width: .fixed(7), alignment: .trailing),
      TableColumn(words.say(vi: "Thiếu", en: "Missing"), width: .fixed(7), alignment: .trailing),
    ]
    table.emptyText = words.say(
      vi: "Chưa có đợt kiểm kê nào", en: "There has been no stocktake yet")
    table.draw(
      into: &surface,
      in: Rect(
        row: 1, column: 0, rows: max(0, surface.size.rows - 1), columns: surface.size.columns)
    ) { range in range.map { row(stocktakes[$0]) } }
  }

  private func row(_ stocktake: Stocktake) -> TableRow {
    let counts = stocktake.counts
    return TableRow(
      [
        stocktake.scope.name, words.scope(stocktake.scope), words.day(stocktake.openedAt.day),
        stocktake.closedAt.map { words.day($0.day) } ?? words.say(vi: "đang quét", en: "open"),
        "\(counts.expected)", "\(counts.found)", "\(counts.missing)",
      ], role: stocktake.isClosed ? .muted : nil)
  }
}
