import LibraryCore
import LibraryStore
import Terminal

extension RecordScreen {
  func draw(into surface: inout Surface) {
    workplace.drawTitle(title, into: &surface)
    let (rows, columns) = (surface.size.rows, surface.size.columns)
    let listRows = copies.isEmpty ? 1 : min(copies.count + 1, max(3, rows / 3))
    let textRows = max(0, rows - 2 - listRows)
    page.draw(into: &surface, in: Rect(row: 1, column: 1, rows: textRows, columns: columns - 2))
    drawHeading(into: &surface, row: 1 + textRows)
    drawCopies(
      into: &surface, Rect(row: 2 + textRows, column: 0, rows: listRows, columns: columns))
  }

  private var title: String {
    let name = words.say(vi: "BIỂU GHI", en: "RECORD")
    let place = trail.records.count > 1 ? " \(trail.place + 1)/\(trail.records.count)" : ""
    let isRemoved = stored?.status == .removed
    if let keeper = stored?.mergedInto {
      return name + place
        + words.say(vi: " – ĐÃ GỘP VÀO #\(keeper)", en: " – MERGED INTO #\(keeper)")
    }
    return name + place + (isRemoved ? words.say(vi: " – ĐÃ BỎ", en: " – REMOVED") : "")
  }

  /// The line between text and copies: how many there are, and whether the text goes on.
  private func drawHeading(into surface: inout Surface, row: Int) {
    surface.drawHorizontalLine(at: Point(row: row, column: 0), length: surface.size.columns)
    let present = copies.count { $0.isOnShelf && $0.item.sentTo == nil }
    let about =
      copies.isEmpty
      ? words.say(vi: "Chưa có bản nào", en: "No copies")
      : words.say(
        vi: "\(copies.count) bản, \(present) trong kho",
        en: "\(counted(copies.count, "copy", "copies")), \(present) in")
    surface.write(" \(about) ", at: Point(row: row, column: 2), role: .heading)
    var arrows: [String] = []
    if page.hasMoreAbove { arrows.append("PgUp ↑") }
    if page.hasMoreBelow { arrows.append("PgDn ↓") }
    guard !arrows.isEmpty else { return }
    let text = " " + arrows.joined(separator: "  ") + " "
    surface.write(
      text, at: Point(row: row, column: surface.size.columns - DisplayWidth.of(text) - 2),
      role: .muted)
  }

  private func drawCopies(into surface: inout Surface, _ rect: Rect) {
    guard !copies.isEmpty else {
      let key = workplace.keyMap.keys(for: .copyAdd, in: context).first?.label ?? ""
      surface.write(
        words.say(vi: "Thêm bản: \(key)", en: "Add copies: \(key)"),
        at: Point(row: rect.row, column: 1), role: .muted)
      return
    }
    table.columns = [
      TableColumn(words.say(vi: "Số ĐKCB", en: "Barcode"), width: .fixed(12)),
      TableColumn(words.say(vi: "Kho", en: "Location"), width: .flexible(share: 2)),
      TableColumn(words.say(vi: "Ký hiệu", en: "Call number"), width: .flexible(share: 3)),
      TableColumn(words.say(vi: "Loại", en: "Type"), width: .fixed(6)),
      TableColumn(words.say(vi: "Tình trạng", en: "Status"), width: .flexible(share: 4)),
      TableColumn(words.say(vi: "Hạn trả", en: "Due"), width: .fixed(11)),
    ]
    table.draw(into: &surface, in: rect) { range in range.map { row(copies[$0]) } }
  }

  private func row(_ facts: ItemFacts) -> TableRow {
    let item = facts.item
    let isOverdue = facts.loan?.due.isPast(at: workplace.desk.now) ?? false
    return TableRow([
      TableRow.Cell(item.barcode.text),
      TableRow.Cell(item.location.map { workplace.termName(.location, $0) } ?? ""),
      TableRow.Cell(item.callNumber ?? ""),
      TableRow.Cell(workplace.termName(.itemType, item.type)),
      TableRow.Cell(status(facts)),
      TableRow.Cell(
        facts.loan.map { words.shortDue($0.due) } ?? "", role: isOverdue ? .overdue : nil),
    ])
  }

  /// Who has the copy, or what it is recorded as.
  private func status(_ facts: ItemFacts) -> String {
    guard let loan = facts.loan else { return words.shortCopyState(facts) }
    let recorded = words.itemStatus(facts.item.status)
    return facts.item.status == .available ? loan.patronName : "\(loan.patronName), \(recorded)"
  }
}
