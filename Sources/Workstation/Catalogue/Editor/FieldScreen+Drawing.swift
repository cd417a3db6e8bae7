import MARC
import Terminal

extension FieldScreen {
  private static let nameColumns = 20

  func draw(into surface: inout Surface) {
    workplace.drawTitle(title, into: &surface)
    let rows = surface.size.rows
    let notes = notes
    let noteRows = min(max(1, notes.count), max(1, rows / 4))
    drawHead(into: &surface, row: 2)
    drawRows(into: &surface, from: 4, to: rows - noteRows - 1)
    var page = TextView(notes)
    page.draw(
      into: &surface,
      in: Rect(
        row: rows - noteRows, column: 1, rows: noteRows, columns: max(0, surface.size.columns - 2)))
  }

  /// What is to be said of the field as it stands; what stopped it from being taken over comes first.
  private var notes: [StyledText] {
    if let fault { return [StyledText("! " + fault, role: .error)] }
    switch form.edited() {
    case .failure(let fault): return [StyledText("? " + words.fieldFault(fault), role: .warning)]
    case .success(let field):
      guard !isLeader else { return [StyledText(leaderNote, role: .muted)] }
      return RecordValidation(workplace.schema).problems(in: field, at: 0, under: .newBook).map {
        words.problemLine($0)
      }
    }
  }

  private var leaderNote: String {
    words.say(
      vi:
        "\(form.rows.first?.text.text.count ?? 0)/\(Leader.length) ký tự; vị trí 5 tình trạng, 6 loại, 7 cấp",
      en:
        "\(form.rows.first?.text.text.count ?? 0)/\(Leader.length) characters; 5 status, 6 type, 7 level"
    )
  }

  private func drawHead(into surface: inout Surface, row: Int) {
    guard !isLeader else { return }
    var column = 1
    column += surface.write(
      words.say(vi: "Nhãn ", en: "Tag "), at: Point(row: row, column: column), role: .fieldLabel)
    form.tag.draw(
      into: &surface, at: Point(row: row, column: column), width: 5, isFocused: form.focus == .tag)
    guard !form.isControl else { return }
    column += 7
    column += surface.write(
      words.say(vi: "Chỉ thị (# trống) ", en: "Indicators (# blank) "),
      at: Point(row: row, column: column), role: .fieldLabel)
    form.indicators.draw(
      into: &surface, at: Point(row: row, column: column), width: 3,
      isFocused: form.focus == .indicators)
  }

  /// The rows that fit, among them the one that has the focus.
  private func drawRows(into surface: inout Surface, from start: Int, to end: Int) {
    let room = max(1, end - start)
    let first = max(0, (form.row ?? 0) - room + 1)
    for (offset, place) in (first..<min(form.rows.count, first + room)).enumerated() {
      draw(form.rows[place], place, into: &surface, row: start + offset)
    }
  }

  private func draw(
    _ row: FieldForm.Row, _ place: Int, into surface: inout Surface, row line: Int
  ) {
    let columns = surface.size.columns
    guard !form.isControl else {
      row.text.draw(
        into: &surface, at: Point(row: line, column: 1), width: max(1, columns - 2),
        isFocused: form.focus == .text(place))
      return
    }
    surface.write("$", at: Point(row: line, column: 1), role: .recordSubfield)
    row.code.draw(
      into: &surface, at: Point(row: line, column: 2), width: 2,
      isFocused: form.focus == .code(place))
    surface.write(
      label(of: row) ?? "", at: Point(row: line, column: 5), role: .fieldLabel,
      width: FieldScreen.nameColumns - 1)
    let start = min(5 + FieldScreen.nameColumns, columns / 2)
    row.text.draw(
      into: &surface, at: Point(row: line, column: start), width: max(1, columns - start - 1),
      isFocused: form.focus == .text(place))
  }
}

extension FieldScreen {
  /// What people call the subfield on a row.
  private func label(of row: FieldForm.Row) -> String? {
    guard let tag = Tag(form.tag.text), let code = row.code.text.first.flatMap({ Code($0) }) else {
      return nil
    }
    return workplace.schema.label(of: code, of: tag, in: .bibliographic).map(words.say)
  }
}

extension Wording {
  /// Why what was typed is no field.
  func fieldFault(_ fault: FieldForm.Fault) -> String {
    switch fault {
    case .tag(let text):
      say(
        vi: "nhãn «\(text)» phải là ba chữ số hay chữ hoa",
        en: "tag “\(text)” must be three digits or capitals")
    case .tagOfOtherKind(let text):
      say(
        vi: "trường này không đổi sang nhãn \(text) được: nhãn 00X không có trường con",
        en: "this field cannot become \(text): tags 00X have no subfields")
    case .indicators(let text):
      say(vi: "chỉ thị «\(text)» không hợp lệ", en: "indicators “\(text)” are not valid")
    case .code(let row):
      say(vi: "dòng \(row + 1) chưa có mã trường con", en: "row \(row + 1) has no subfield code")
    }
  }
}
