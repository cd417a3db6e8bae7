import MARC
import Terminal
import VietnameseText

extension EditorScreen {
  func draw(into surface: inout Surface) {
    workplace.drawTitle(title, into: &surface)
    let (rows, columns) = (surface.size.rows, surface.size.columns)
    let notes = notes
    let noteRows = min(max(1, rows / 5), max(1, notes.count))
    let textRows = max(0, rows - 2 - noteRows)
    surface.inside(Rect(row: 1, column: 0, rows: textRows, columns: columns)) { part in
      window.draw(session, into: &part) { sign(ofLine: $0) }
    }
    drawHeading(into: &surface, row: 1 + textRows)
    var page = TextView(notes)
    page.draw(
      into: &surface,
      in: Rect(row: 2 + textRows, column: 1, rows: noteRows, columns: max(0, columns - 2)))
  }

  private var title: String {
    let name =
      switch (subject.id, subject.isAuthority) {
      case (let id?, false): words.say(vi: "BIÊN MỤC \(id)", en: "EDIT RECORD \(id)")
      case (nil, false): words.say(vi: "BIÊN MỤC – biểu ghi mới", en: "NEW RECORD")
      case (let id?, true): words.say(vi: "TIÊU ĐỀ CHUẨN \(id)", en: "EDIT AUTHORITY \(id)")
      case (nil, true): words.say(vi: "TIÊU ĐỀ CHUẨN – mới", en: "NEW AUTHORITY")
      }
    return isChanged ? name + words.say(vi: " – chưa lưu", en: " – not saved") : name
  }

  /// The sign before a line: the mark of fields to be cut or copied, or the worst that is to be said of it.
  private func sign(ofLine line: Int) -> (sign: String, role: Role)? {
    if isMarked(line) { return ("*", .listSelected) }
    guard
      let worst = problems.filter({ $0.line == line && ($0.place != nil || $0.isOfLeader) })
        .map(\.severity).max()
    else { return nil }
    return (worst.sign, worst.role)
  }

  /// Where the cursor stands, by name, and how much is to be said of the record.
  private func drawHeading(into surface: inout Surface, row: Int) {
    surface.drawHorizontalLine(at: Point(row: row, column: 0), length: surface.size.columns)
    var about = [StyledText.Span(" \(placeName) ", .heading)]
    if recorder != nil {
      about.append(
        StyledText.Span(words.say(vi: " ĐANG GHI LỆNH ", en: " RECORDING "), .statusWarning))
    }
    let counts = [RecordProblem.Severity.error, .warning].map { severity in
      (severity, problems.count { $0.severity == severity })
    }
    for (severity, count) in counts where count > 0 {
      about.append(StyledText.Span(" \(words.problemCount(severity, count)) ", severity.role))
    }
    var column = 2
    for span in about {
      column += surface.write(
        span.text, at: Point(row: row, column: column), role: span.role,
        width: max(0, surface.size.columns - column - 1))
    }
  }

  /// The name of what the cursor stands on.
  var placeName: String {
    guard let field = session.field else {
      return words.say(vi: "Đầu biểu", en: "Leader") + fixedPosition
    }
    // A field in another script is called by the one that it stands for.
    let tag = definition(of: field)?.tag ?? field.tag
    let label = workplace.schema.label(of: tag, in: kind).map { " " + words.say($0) } ?? ""
    let name = field.tag.text + (tag == field.tag ? "" : " → \(tag.text)") + label
    switch session.place.spot {
    case .tag: return name
    case .indicator(let number):
      return name + words.say(vi: " – chỉ thị \(number + 1)", en: " – indicator \(number + 1)")
    case .code(let number), .text(let number, _):
      guard !field.isControl else { return name + fixedPosition }
      guard let code = field.subfields.dropFirst(number).first(where: { _ in true })?.code else {
        return name
      }
      let part = workplace.schema.label(of: code, of: tag, in: kind)
      return "\(name) – $\(code.shown)" + (part.map { " " + words.say($0) } ?? "")
    }
  }

  /// The number of the position under the cursor, with its name where the format has one.
  private var fixedPosition: String {
    guard case .text(_, let offset) = session.place.spot else { return "" }
    guard let position = fixedPositions.first(where: { $0.range.contains(offset) }) else {
      return words.say(vi: ", vị trí \(offset)", en: ", position \(offset)")
    }
    return " \(position.label) – \(words.say(position.name))"
  }

  /// What is to be said of the line under the cursor, and of the record as a whole.
  private var notes: [StyledText] {
    let line = session.place.line
    let key = workplace.keyMap.keys(for: .editorMend, in: context).first?.label ?? ""
    return suggestionLines + duplicateLines + partnerLines
      + problems.filter { $0.line == line || $0.place == nil }.map { problem in
        var note = words.problemLine(problem)
        if problem.mend != nil {
          note.spans.append(
            StyledText.Span(words.say(vi: "  \(key) để sửa", en: "  \(key) mends it"), .muted))
        }
        return note
      }
  }

  /// Everything that is to be said of the record, on a page.
  func problemsPage() -> any Screen {
    let lines = currentProblems().map { problem in
      let tag = problem.place.map { session.fields[$0].tag.text + ": " } ?? ""
      return words.problemLine(problem, about: tag)
    }
    return TextScreen(
      workplace: workplace,
      title: words.say(vi: "KIỂM TRA BIỂU GHI", en: "RECORD CHECK"),
      paragraphs: lines.isEmpty
        ? [StyledText(words.say(vi: "Không thấy lỗi nào", en: "No faults were found"))] : lines)
  }
}

extension RecordProblem {
  /// The line of the editor that it speaks of.
  var line: Int { place.map { $0 + 1 } ?? 0 }
}

extension Wording {
  fileprivate func problemCount(_ severity: RecordProblem.Severity, _ count: Int) -> String {
    severity == .error
      ? say(vi: "\(count) lỗi", en: counted(count, "error"))
      : say(vi: "\(count) cảnh báo", en: counted(count, "warning"))
  }
}
