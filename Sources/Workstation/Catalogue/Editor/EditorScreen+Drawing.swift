import MARC
import Terminal
import VietnameseText

extension EditorScreen {
  func draw(into surface: inout Surface) {
    workplace.drawTitle(title, into: &surface)
    let (rows, columns) = (surface.size.rows, surface.size.columns)
    let paneRows = max(3, rows / 4)
    let listRows = max(0, rows - 2 - paneRows)
    drawFields(into: &surface, Rect(row: 1, column: 0, rows: listRows, columns: columns))
    drawHeading(into: &surface, row: 1 + listRows)
    drawSelected(
      into: &surface, Rect(row: 2 + listRows, column: 1, rows: paneRows, columns: columns - 2))
  }

  private var title: String {
    let name =
      subject.id.map { words.say(vi: "BIÊN MỤC \($0)", en: "EDIT RECORD \($0)") }
      ?? words.say(vi: "BIÊN MỤC – biểu ghi mới", en: "NEW RECORD")
    return editing.isChanged ? name + words.say(vi: " – chưa lưu", en: " – not saved") : name
  }

  private func drawFields(into surface: inout Surface, _ rect: Rect) {
    table.columns = [
      TableColumn("", width: .fixed(1)),
      TableColumn(words.say(vi: "Nhãn", en: "Tag"), width: .fixed(4)),
      TableColumn(words.say(vi: "CT", en: "Ind"), width: .fixed(3)),
      TableColumn(words.say(vi: "Nội dung", en: "Content"), width: .flexible()),
    ]
    table.draw(into: &surface, in: rect) { range in range.map { row($0) } }
  }

  private func row(_ row: Int) -> TableRow {
    guard row > 0 else {
      return TableRow([sign(of: nil), "LDR", "", editing.current.leader.text])
    }
    let field = editing.current.fields[row - 1]
    let text =
      field.isControl
      ? field.text
      : field.subfields.map { "$\($0.shownCode) \($0.text)" }.joined(separator: " ")
    return TableRow([
      TableRow.Cell(sign(of: row - 1)), TableRow.Cell(field.tag.text, role: .recordTag),
      TableRow.Cell(field.shownIndicators, role: .recordIndicator), TableRow.Cell(text.nfc),
    ])
  }

  /// The worst that is to be said of a field; nil speaks of the leader.
  private func sign(of place: Int?) -> String {
    let worst = problems.filter { problem in
      place == nil ? problem.isOfLeader : problem.place == place
    }.map(\.severity).max()
    return worst?.sign ?? ""
  }

  private func drawHeading(into surface: inout Surface, row: Int) {
    surface.drawHorizontalLine(at: Point(row: row, column: 0), length: surface.size.columns)
    let errors = problems.count { $0.severity == .error }
    let warnings = problems.count { $0.severity == .warning }
    var about: [StyledText.Span] = []
    if let name = selectedName { about.append(StyledText.Span(" \(name) ", .heading)) }
    if errors > 0 {
      about.append(
        StyledText.Span(words.say(vi: " \(errors) lỗi ", en: " \(errors) errors "), .error))
    }
    if warnings > 0 {
      about.append(
        StyledText.Span(
          words.say(vi: " \(warnings) cảnh báo ", en: " \(warnings) warnings "), .warning))
    }
    var column = 2
    for span in about {
      column += surface.write(span.text, at: Point(row: row, column: column), role: span.role)
    }
  }

  private var selectedName: String? {
    guard let place else { return words.say(vi: "Đầu biểu", en: "Leader") }
    let kind = RecordKind(leader: editing.current.leader)
    return workplace.schema.label(of: editing.current.fields[place].tag, in: kind).map(words.say)
  }

  /// The selected field as a whole, and what is to be said of it and of the record.
  private func drawSelected(into surface: inout Surface, _ rect: Rect) {
    var lines: [StyledText] = []
    if let place {
      lines.append(RecordSheet.marc(editing.current.fields[place]))
    }
    lines += problems.filter { $0.place == place || $0.place == nil }
      .map { words.problemLine($0) }
    var page = TextView(lines)
    page.draw(into: &surface, in: rect)
  }

  /// Everything that is to be said of the record, on a page.
  func problemsPage() -> any Screen {
    let lines = problems.map { problem in
      let tag = problem.place.map { editing.current.fields[$0].tag.text + ": " } ?? ""
      return words.problemLine(problem, about: tag)
    }
    return TextScreen(
      workplace: workplace,
      title: words.say(vi: "KIỂM TRA BIỂU GHI", en: "RECORD CHECK"),
      paragraphs: lines.isEmpty
        ? [StyledText(words.say(vi: "Không thấy lỗi nào", en: "No faults were found"))] : lines)
  }
}
