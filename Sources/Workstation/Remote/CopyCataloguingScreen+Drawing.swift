import LibraryCore
import MARC
import RemoteCatalogues
import Terminal

extension CopyCataloguingScreen {
  func draw(into surface: inout Surface) {
    workplace.drawTitle(
      words.say(vi: "BIÊN MỤC SAO CHÉP", en: "COPY CATALOGUING"), into: &surface)
    let (rows, columns) = (surface.size.rows, surface.size.columns)
    drawLine(into: &surface)
    surface.write(
      DisplayWidth.shortened(step, columns: max(0, columns - 2)), at: Point(row: 2, column: 1),
      role: .heading)
    let body = max(0, rows - 3)
    if showsAll {
      drawRecord(into: &surface, Rect(row: 3, column: 1, rows: body, columns: columns - 2))
      return
    }
    let listRows = min(max(4, candidates.count + 1), body / 2)
    drawCandidates(into: &surface, Rect(row: 3, column: 0, rows: listRows, columns: columns))
    let rest = Rect(
      row: 4 + listRows, column: 1, rows: max(0, body - listRows - 1), columns: columns - 2)
    candidates.isEmpty ? drawAnswers(into: &surface, rest) : drawRecord(into: &surface, rest)
  }

  private func drawLine(into surface: inout Surface) {
    let label = words.say(vi: "ISBN hay nhan đề", en: "ISBN or title")
    let used = surface.write(label, at: Point(row: 1, column: 1), role: .fieldLabel)
    let count =
      sitting.isEmpty
      ? ""
      : words.say(
        vi: "\(sitting.count) bản đã thêm", en: "\(counted(sitting.count, "copy", "copies")) added")
    let columns = surface.size.columns
    let start = columns - DisplayWidth.of(count) - 1
    line.draw(
      into: &surface, at: Point(row: 1, column: used + 3),
      width: max(10, start - used - 5), isFocused: true)
    surface.write(count, at: Point(row: 1, column: max(0, start)), role: .muted)
  }

  /// What comes next, and with which key.
  private var step: String {
    if isLooking { return words.say(vi: "Đang tìm trong nhà…", en: "Looking in the house…") }
    guard question != nil else {
      return words.say(
        vi: "Quét ISBN của sách (hoặc gõ nhan đề rồi Enter)",
        en: "Scan the book's ISBN (or type a title, then Enter)")
    }
    let others =
      waiting == 0
      ? "" : words.say(vi: " · còn chờ \(waiting) nơi", en: " · \(waiting) still to answer")
    guard !candidates.isEmpty else {
      return waiting > 0
        ? words.say(vi: "Đang hỏi các thư viện khác", en: "Asking other libraries") + others
        : words.say(
          vi:
            "Không có ở đâu. \(key(.copySheet)): nhập tay · \(key(.copyAsk)): hỏi lại · \(key(.copyKeep)): để dành",
          en:
            "Nobody has it. \(key(.copySheet)): by hand · \(key(.copyAsk)): ask again · \(key(.copyKeep)): keep"
        )
    }
    return words.say(
      vi: "Enter: lấy và thêm bản · \(key(.copyCompare)): so sánh · \(key(.copySheet)): nhập tay",
      en: "Enter: take it, add copies · \(key(.copyCompare)): compare · \(key(.copySheet)): by hand"
    )
      + others
  }

  private func key(_ command: CommandID) -> String {
    workplace.keyMap.keys(for: command, in: context).first?.label
      ?? words.say(vi: "bảng lệnh", en: "palette")
  }

  private func drawCandidates(into surface: inout Surface, _ rect: Rect) {
    table.columns = [
      TableColumn(words.say(vi: "Ở đâu", en: "Where"), width: .flexible(share: 2)),
      TableColumn(words.say(vi: "Nhan đề", en: "Title"), width: .flexible(share: 4)),
      TableColumn(
        words.say(vi: "Tác giả", en: "Author"),
        width: rect.columns < 70 ? .fixed(0) : .flexible(share: 2)),
      TableColumn(words.say(vi: "Năm", en: "Year"), width: .fixed(4)),
    ]
    table.emptyText = ""
    table.draw(into: &surface, in: rect) { range in
      range.map { row in
        let candidate = candidates[row]
        return TableRow([
          TableRow.Cell(place(candidate)), TableRow.Cell(candidate.entry.title),
          TableRow.Cell(candidate.entry.author ?? ""), TableRow.Cell(candidate.entry.year ?? ""),
        ])
      }
    }
  }

  private func place(_ candidate: CopyCandidate) -> String {
    switch candidate.source {
    case .own(_, let copies):
      words.say(vi: "ở đây, \(copies) bản", en: "here, \(counted(copies, "copy", "copies"))")
    case .pack(let name): words.say(vi: "gói \(name)", en: "pack \(name)")
    case .remote(let name): name
    }
  }

  private func drawRecord(into surface: inout Surface, _ rect: Rect) {
    guard let row = table.selected, candidates.indices.contains(row) else { return }
    var page = TextView(about(candidates[row]))
    page.draw(into: &surface, in: rect)
  }

  /// The record to read; beside one of the library's own, what would be different.
  private func about(_ candidate: CopyCandidate) -> [StyledText] {
    let own = candidates.first { $0.origin == nil }
    if showsAll, let own, candidate.origin != nil {
      return DifferencePage.paragraphs(
        RecordDifference(from: own.record, to: candidate.record), words)
    }
    return showsAll
      ? RecordSheet.marc(candidate.record)
      : RecordSheet.labelled(candidate.record, workplace.schema, workplace.isbnTable.ranges, words)
  }

  /// What each catalogue said, where none had the book.
  private func drawAnswers(into surface: inout Surface, _ rect: Rect) {
    var page = TextView(answers.map { StyledText(words.remoteAnswer($0), role: .muted) })
    page.draw(into: &surface, in: rect)
  }
}
