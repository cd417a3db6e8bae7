import Terminal

/// Lines of text to be edited, each on one row that moves sideways with the cursor.
struct TextArea {
  private(set) var lines: [String]
  private let original: [String]
  private(set) var line = 0
  /// The cursor's line, in a field that knows how letters are typed and deleted.
  private var field: InputField
  private let keyboard: Keyboard
  private var top = 0
  private var pageRows = 1

  private static let lineMaximum = 100_000

  init(_ lines: [String], keyboard: Keyboard) {
    self.lines = lines.isEmpty ? [""] : lines
    original = self.lines
    self.keyboard = keyboard
    field = TextArea.field(self.lines[0], keyboard)
  }

  var isChanged: Bool { lines != original }
  /// The cursor's place in its line, in letters.
  var column: Int { field.cursor }

  private static func field(_ text: String, _ keyboard: Keyboard) -> InputField {
    keyboard.searching(InputField(.text, text: text, maximumLength: lineMaximum))
  }

  mutating func go(toLine number: Int, column: Int = 0) {
    line = min(max(0, number), lines.count - 1)
    field = TextArea.field(lines[line], keyboard)
    _ = field.update(.command(.fieldHome))
    for _ in 0..<min(column, lines[line].count) { _ = field.update(.command(.fieldRight)) }
  }

  mutating func update(_ event: ScreenEvent) -> InputField.Response {
    switch event {
    case .command(let command): return perform(command, event)
    case .input(.paste(let text)): return paste(text)
    default: return type(event)
    }
  }

  private mutating func type(_ event: ScreenEvent) -> InputField.Response {
    let response = field.update(event)
    lines[line] = field.text
    return response
  }

  private mutating func perform(_ command: CommandID, _ event: ScreenEvent) -> InputField.Response {
    let column = field.cursor
    switch command {
    case .listUp: return move(to: line - 1)
    case .listDown: return move(to: line + 1)
    case .listPageUp: return move(to: max(0, line - pageRows))
    case .listPageDown: return move(to: min(lines.count - 1, line + pageRows))
    case .editorFirst: return move(to: 0)
    case .editorLast: return move(to: lines.count - 1)
    case .editorNewLine: return breakLine(at: column)
    case .editorCut:
      lines.remove(at: line)
      if lines.isEmpty { lines = [""] }
      go(toLine: line)
      return .edited
    case .fieldLeft where column == 0 && line > 0:
      go(toLine: line - 1, column: .max)
      return .moved
    case .fieldRight where column == lines[line].count && line + 1 < lines.count:
      go(toLine: line + 1)
      return .moved
    case .fieldDeleteBack where column == 0:
      guard line > 0 else { return .refused }
      return join(line - 1)
    case .fieldDeleteForward where column == lines[line].count:
      guard line + 1 < lines.count else { return .refused }
      return join(line)
    default: return type(event)
    }
  }

  private mutating func move(to number: Int) -> InputField.Response {
    guard lines.indices.contains(number), number != line else { return .refused }
    go(toLine: number, column: field.cursor)
    return .moved
  }

  private mutating func breakLine(at column: Int) -> InputField.Response {
    let text = lines[line]
    lines[line] = String(text.prefix(column))
    lines.insert(String(text.dropFirst(column)), at: line + 1)
    go(toLine: line + 1)
    return .edited
  }

  private mutating func join(_ number: Int) -> InputField.Response {
    let column = lines[number].count
    lines[number] += lines.remove(at: number + 1)
    go(toLine: number, column: column)
    return .edited
  }

  /// Pasted lines stay lines.
  private mutating func paste(_ text: String) -> InputField.Response {
    let pasted = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, part) in pasted.enumerated() {
      if number > 0 { _ = breakLine(at: field.cursor) }
      guard !part.isEmpty else { continue }
      guard type(.input(.paste(String(part)))) == .edited else { return .refused }
    }
    return .edited
  }

  // MARK: - Drawing

  mutating func draw(into surface: inout Surface) {
    pageRows = max(1, surface.size.rows)
    if line < top { top = line }
    if line >= top + pageRows { top = line - pageRows + 1 }
    for row in 0..<min(pageRows, lines.count - top) {
      let number = top + row
      if number == line {
        field.draw(
          into: &surface, at: Point(row: row, column: 0), width: surface.size.columns,
          isFocused: true)
      } else {
        surface.write(
          DisplayWidth.shortened(lines[number], columns: surface.size.columns, ellipsis: ">"),
          at: Point(row: row, column: 0))
      }
    }
  }
}
