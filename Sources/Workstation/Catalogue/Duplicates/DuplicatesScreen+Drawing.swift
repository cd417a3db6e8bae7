import LibraryCore
import Terminal

extension DuplicatesScreen {
  /// The lines below the list: both records and the reasons.
  private static let detailRows = 4

  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "BIỂU GHI NGHI TRÙNG", en: "DUPLICATES"), into: &surface)
    let (rows, columns) = (surface.size.rows, surface.size.columns)
    drawList(
      into: &surface,
      in: Rect(
        row: 1, column: 0, rows: max(0, rows - 1 - DuplicatesScreen.detailRows), columns: columns))
    drawDetail(into: &surface, from: rows - DuplicatesScreen.detailRows)
  }

  private func drawDetail(into surface: inout Surface, from row: Int) {
    let columns = max(0, surface.size.columns - 2)
    func line(_ offset: Int, _ text: String, _ role: Role) {
      surface.write(
        DisplayWidth.shortened(text, columns: columns), at: Point(row: row + offset, column: 1),
        role: role)
    }
    line(0, state, .muted)
    guard let pair = selected else { return }
    line(1, words.briefLine(pair.first), .text)
    line(2, words.briefLine(pair.second), .text)
    let verdict = words.duplicateVerdict(pair.verdict)
    line(
      3, words.duplicateReasons(pair.judgement) + (verdict.isEmpty ? "" : " – \(verdict)"), .muted)
  }
}
