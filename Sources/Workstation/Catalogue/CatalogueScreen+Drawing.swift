import LibraryCore
import LibraryStore
import Terminal

extension CatalogueScreen {
  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "TRA CỨU", en: "CATALOGUE"), into: &surface)
    let (rows, columns) = (surface.size.rows, surface.size.columns)
    drawLine(into: &surface, row: 1)
    drawResults(
      into: &surface, Rect(row: 2, column: 0, rows: max(0, rows - 3), columns: columns))
    drawPreview(into: &surface, row: rows - 1)
  }

  private func drawLine(into surface: inout Surface, row: Int) {
    let columns = surface.size.columns
    let label = words.searchField(field)
    let used = surface.write(label, at: Point(row: row, column: 1), role: .fieldLabel)
    let count = total
    let countColumns = DisplayWidth.of(count)
    let start = used + 3
    line.draw(
      into: &surface, at: Point(row: row, column: start),
      width: max(10, columns - start - countColumns - 3), isFocused: true)
    surface.write(
      count, at: Point(row: row, column: columns - countColumns - 1), role: .muted)
  }

  /// How many titles there are, as far as they were counted.
  private var total: String {
    guard let page = results.page, results.query != nil else { return "" }
    let titles = words.titles(page.total)
    return order == .relevance ? titles : "\(titles), \(words.sorted(order))"
  }

  private func drawResults(into surface: inout Surface, _ rect: Rect) {
    let isNarrow = rect.columns < 60
    table.columns = [
      TableColumn(words.say(vi: "Nhan đề", en: "Title"), width: .flexible(share: 5)),
      TableColumn(
        words.say(vi: "Tác giả", en: "Author"),
        width: isNarrow ? .fixed(0) : .flexible(share: 2)),
      TableColumn(words.say(vi: "Năm", en: "Year"), width: .fixed(4)),
      TableColumn(words.say(vi: "Phân loại", en: "Class"), width: .fixed(isNarrow ? 0 : 10)),
      TableColumn(words.say(vi: "Còn", en: "In"), width: .fixed(6), alignment: .trailing),
    ]
    table.emptyText = emptyText
    table.draw(into: &surface, in: rect) { range in range.map { row(results.hits[$0]) } }
  }

  private var emptyText: String {
    if results.query == nil {
      return words.say(
        vi: "Gõ vài chữ của nhan đề, tác giả, chủ đề: có dấu hay không đều được",
        en: "Type words of a title, author or subject, with or without marks")
    }
    return results.isWaiting
      ? words.say(vi: "Đang tìm…", en: "Searching…")
      : words.say(vi: "Không có tài liệu nào", en: "Nothing found")
  }

  private func row(_ hit: TitleHit) -> TableRow {
    TableRow([
      TableRow.Cell(hit.title), TableRow.Cell(hit.author ?? ""), TableRow.Cell(hit.year ?? ""),
      TableRow.Cell(hit.classMark ?? ""), CatalogueScreen.copies(of: hit),
    ])
  }

  /// How many copies there are, and how many of them are in the house.
  static func copies(of hit: TitleHit) -> TableRow.Cell {
    let isOut = hit.copies > 0 && hit.copiesIn == 0
    return TableRow.Cell(
      hit.copies == 0 ? "–" : "\(hit.copiesIn)/\(hit.copies)", role: isOut ? .warning : nil)
  }

  /// The selected title on one line, with what the columns cut off.
  private func drawPreview(into surface: inout Surface, row: Int) {
    guard let selected = table.selected, results.hits.indices.contains(selected) else { return }
    let hit = results.hits[selected]
    let title = [hit.title, hit.author].compactMap { $0 }.joined(separator: " / ")
    let imprint = [hit.publisher, hit.year].compactMap { $0 }.joined(separator: ", ")
    let text = [title, imprint].filter { !$0.isEmpty }.joined(separator: ". – ")
    surface.write(
      DisplayWidth.shortened(text, columns: max(0, surface.size.columns - 2)),
      at: Point(row: row, column: 1), role: .muted)
  }
}
