import LibraryCore
import Terminal

extension StocktakeScreen {
  func draw(into surface: inout Surface) {
    catchUp()
    let columns = surface.size.columns
    workplace.drawTitle(title, into: &surface)
    drawPlace(into: &surface, row: 1)
    drawCounts(into: &surface, row: 2)
    surface.write(">", at: Point(row: 3, column: 1), role: .fieldLabel)
    line.placeholder = words.say(vi: "quét mã từng bản", en: "scan copy by copy")
    line.draw(
      into: &surface, at: Point(row: 3, column: 3), width: max(10, columns / 2), isFocused: true)
    drawAnswer(into: &surface, from: 4)
    surface.drawHorizontalLine(at: Point(row: 8, column: 0), length: columns)
    surface.write(
      words.say(vi: " Vừa quét ", en: " Latest "), at: Point(row: 8, column: 2), role: .heading)
    drawLatest(
      into: &surface,
      Rect(row: 9, column: 0, rows: max(0, surface.size.rows - 9), columns: columns))
  }

  private var title: String {
    words.say(vi: "KIỂM KÊ", en: "STOCKTAKE") + " – " + (stocktake?.scope.name ?? "")
  }

  private func drawPlace(into surface: inout Surface, row: Int) {
    guard let stocktake else { return }
    var parts = [
      words.scope(stocktake.scope),
      words.say(vi: "mở ", en: "opened ") + words.day(stocktake.openedAt.day),
    ]
    if let closed = stocktake.closedAt {
      parts.append(words.say(vi: "đã đóng ", en: "closed ") + words.day(closed.day))
    }
    let column = surface.write(
      parts.joined(separator: " · "), at: Point(row: row, column: 1), role: .muted)
    var rest = shelf.isEmpty ? "" : words.say(vi: "Giá: \(shelf)", en: "Shelf: \(shelf)")
    if let loadedLines {
      rest = words.say(
        vi: "Đang nạp tệp: \(loadedLines) dòng", en: "Loading: \(counted(loadedLines, "line"))")
    }
    surface.write(rest, at: Point(row: row, column: column + 4), role: .heading)
  }

  /// The figures people wait for first; what is zero and no news is left out.
  private func drawCounts(into surface: inout Surface, row: Int) {
    guard let counts = stocktake?.counts else { return }
    var column = 1
    func put(_ text: String, _ role: Role) {
      column += surface.write(text, at: Point(row: row, column: column), role: role) + 2
    }
    let seen = words.say(vi: "Đã thấy", en: "Seen")
    put(words.say(vi: "Trên sổ", en: "Books") + " \(counts.expected)", .text)
    put("\(seen) \(counts.found)", counts.found > 0 ? .good : .text)
    put(words.say(vi: "Đang mượn", en: "On loan") + " \(counts.onLoan)", .text)
    put(
      words.say(vi: "Chưa thấy", en: "Missing") + " \(counts.missing)",
      counts.missing > 0 ? .warning : .good)
    let others: [Finding] = [
      .outOfOrder, .elsewhere, .wasLost, .withdrawn, .unknown,
    ]
    for finding in others where counts[finding] > 0 {
      put("\(words.finding(finding)) \(counts[finding])", .warning)
    }
  }

  private func drawAnswer(into surface: inout Surface, from row: Int) {
    guard let answer else { return }
    surface.fill(
      Rect(row: row, column: 0, rows: 1, columns: surface.size.columns), role: answer.role)
    surface.write(answer.headline, at: Point(row: row, column: 1), role: answer.role)
    for (index, text) in answer.lines.prefix(3).enumerated() {
      surface.write(
        text, at: Point(row: row + 1 + index, column: 1), role: index == 0 ? .heading : .text)
    }
  }

  private func drawLatest(into surface: inout Surface, _ rect: Rect) {
    table.columns = [
      TableColumn(words.say(vi: "Giờ", en: "Time"), width: .fixed(5)),
      TableColumn(words.say(vi: "ĐKCB", en: "Barcode"), width: .fixed(12)),
      TableColumn(words.say(vi: "Kết quả", en: "Finding"), width: .fixed(16)),
      TableColumn(words.say(vi: "Nhan đề", en: "Title"), width: .flexible(share: 3)),
      TableColumn(words.say(vi: "Giá", en: "Shelf"), width: .flexible(share: 1)),
    ]
    table.emptyText = words.say(vi: "Chưa quét bản nào", en: "Nothing scanned yet")
    table.draw(into: &surface, in: rect) { range in range.map { row(latest[$0]) } }
  }

  private func row(_ sighting: Sighting) -> TableRow {
    let role: Role? =
      switch sighting.finding?.tone {
      case _ where sighting.isUndone: .muted
      case .good: nil
      case .notice: .warning
      case .bad, nil: .error
      }
    return TableRow(
      [
        sighting.time, sighting.barcode, (sighting.isUndone ? "× " : "") + sighting.note,
        sighting.title, sighting.shelf,
      ], role: role)
  }
}
