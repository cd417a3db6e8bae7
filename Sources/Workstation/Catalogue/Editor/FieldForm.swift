import MARC
import Terminal
import VietnameseText

/// One field taken apart for editing: tag, indicators, and a row for every subfield.
///
/// What is not touched goes back as the bytes it came with: `edited` gives the very same field where nothing changed, and the
/// very same subfield where that one did not.
struct FieldForm {
  /// Where the person types.
  enum Focus: Equatable {
    case tag
    case indicators
    case code(Int)
    case text(Int)
  }

  struct Row {
    var code: InputField
    var text: InputField
    /// The subfield as it came; nil for one that was added here.
    let origin: Subfield?

    init(_ origin: Subfield?, code: String, text: String) {
      self.origin = origin
      self.code = InputField(.code, text: code, maximumLength: 1)
      self.text = InputField(.text, text: text, maximumLength: FieldForm.textMaximum)
    }
  }

  /// Why what stands in the form is no field.
  enum Fault: Error, Equatable {
    case tag(String)
    /// Fields of plain data and fields of subfields do not turn into each other.
    case tagOfOtherKind(String)
    case indicators(String)
    case code(row: Int)
  }

  static let textMaximum = 90_000

  let origin: MARC.Field
  /// How words are typed; nil leaves every key as it is.
  let keyboard: Keyboard?
  var tag: InputField
  var indicators: InputField
  var rows: [Row]
  var focus: Focus

  init(_ field: MARC.Field, keyboard: Keyboard? = nil) {
    origin = field
    self.keyboard = keyboard
    tag = InputField(.code, text: field.tag.text, maximumLength: Tag.bytesMaximum)
    indicators = InputField(.code, text: field.shownIndicators, maximumLength: 2)
    rows =
      field.isControl
      ? [Row(nil, code: "", text: field.text)]
      : field.subfields.map {
        Row($0, code: $0.code == .missing ? "" : $0.code.shown, text: $0.text)
      }
    focus = rows.isEmpty ? .tag : .text(0)
  }

  var isControl: Bool { origin.isControl }

  // MARK: - The field as it stands

  func edited() -> Result<MARC.Field, Fault> {
    guard let tag = Tag(tag.text), tag == origin.tag || tag.isWellFormed else {
      return .failure(.tag(tag.text))
    }
    guard tag.isControl == origin.tag.isControl else { return .failure(.tagOfOtherKind(tag.text)) }
    if isControl { return .success(control(tag)) }
    guard let codes = editedIndicators else { return .failure(.indicators(indicators.text)) }
    var subfields: [Subfield] = []
    for (place, row) in rows.enumerated() {
      switch subfield(row) {
      case .kept(let subfield): subfields.append(subfield)
      case .empty: continue
      case .noCode: return .failure(.code(row: place))
      }
    }
    var field = MARC.Field(tag, codes.0, codes.1, subfields)
    if subfields == Array(origin.subfields), origin.indicator1 == codes.0,
      origin.indicator2 == codes.1
    {
      field = origin
      field.tag = tag
    }
    return .success(field)
  }

  private func control(_ tag: Tag) -> MARC.Field {
    var field = origin
    field.tag = tag
    let text = rows.first?.text.text ?? ""
    return text == origin.text ? field : MARC.Field(control: tag, text.nfc)
  }

  /// Both indicators; nil where they are no two signs of ASCII.
  private var editedIndicators: (Code, Code)? {
    if indicators.text == origin.shownIndicators { return (origin.indicator1, origin.indicator2) }
    var codes: [Code] = []
    for character in indicators.text {
      guard let code = Code(character == "#" ? " " : character) else { return nil }
      codes.append(code)
    }
    guard codes.count <= 2 else { return nil }
    codes += Array(repeating: .blank, count: 2 - codes.count)
    return (codes[0], codes[1])
  }

  private enum EditedSubfield {
    case kept(Subfield)
    /// A row that was added and left empty.
    case empty
    case noCode
  }

  private func subfield(_ row: Row) -> EditedSubfield {
    let (code, text) = (row.code.text, row.text.text)
    if let origin = row.origin {
      let shown = origin.code == .missing ? "" : origin.code.shown
      if code == shown, text == origin.text { return .kept(origin) }
      if code == shown { return .kept(Subfield(origin.code, text.nfc)) }
    } else if code.isEmpty, text.isEmpty {
      return .empty
    }
    guard let character = code.first, let typed = Code(character == "#" ? " " : character) else {
      return .noCode
    }
    return .kept(Subfield(typed, text.nfc))
  }

  // MARK: - Moving about

  /// The row that has the focus.
  var row: Int? {
    switch focus {
    case .code(let row), .text(let row): row
    case .tag, .indicators: nil
    }
  }

  /// The places a person passes with Tab: a code only where there is none yet.
  private var stops: [Focus] {
    var stops: [Focus] = isControl ? [.tag] : [.tag, .indicators]
    for (place, row) in rows.enumerated() {
      if !isControl, row.code.isEmpty { stops.append(.code(place)) }
      stops.append(.text(place))
    }
    return stops
  }

  mutating func moveFocus(by distance: Int) {
    if case .code(let row) = focus, !rows[row].code.isEmpty, distance > 0 {
      focus = .text(row)
      return
    }
    let stops = stops
    let place = stops.firstIndex(of: focus) ?? row.flatMap { stops.firstIndex(of: .text($0)) } ?? 0
    focus = stops[(place + distance + stops.count) % stops.count]
  }

  mutating func update(_ event: ScreenEvent) -> InputField.Response {
    switch focus {
    case .tag: return tag.update(event)
    case .indicators: return indicators.update(event)
    case .code(let row): return updateCode(of: row, event)
    case .text(let row):
      if case .command(.fieldLeft) = event, rows[row].text.cursor == 0, !isControl {
        focus = .code(row)
        return .moved
      }
      prepareTyping(in: row)
      return rows[row].text.update(event)
    }
  }

  /// A code is one sign: typing replaces it and goes on to the text.
  private mutating func updateCode(of row: Int, _ event: ScreenEvent) -> InputField.Response {
    switch event {
    case .command(.fieldRight):
      focus = .text(row)
      return .moved
    case .input(.text(let typed)):
      guard let first = typed.first, Code(first) != nil, first != " " else { return .refused }
      rows[row].code.setText(String(first))
      focus = .text(row)
      prepareTyping(in: row)
      let rest = String(typed.dropFirst())
      if !rest.isEmpty { _ = rows[row].text.update(.input(.text(rest))) }
      return .edited
    case .input(.scan), .input(.paste): return .refused
    default: return rows[row].code.update(event)
    }
  }
}

/// Changing the rows.
extension FieldForm {
  mutating func addRow() {
    let place = row.map { $0 + 1 } ?? rows.count
    rows.insert(Row(nil, code: "", text: ""), at: place)
    focus = .code(place)
  }

  mutating func deleteRow() -> Bool {
    guard let row else { return false }
    rows.remove(at: row)
    focus = rows.isEmpty ? .tag : .text(min(row, rows.count - 1))
    return true
  }

  mutating func moveRow(by distance: Int) -> Bool {
    guard let row, rows.indices.contains(row + distance) else { return false }
    rows.swapAt(row, row + distance)
    focus = .text(row + distance)
    return true
  }

  /// Cuts the text at the cursor; the second part becomes a subfield with a code to be typed.
  mutating func splitRow() -> Bool {
    guard case .text(let row) = focus, !isControl else { return false }
    let text = rows[row].text
    guard text.cursor > 0, text.cursor < text.text.count else { return false }
    let tail = String(text.text.dropFirst(text.cursor)).trimmingBlanks
    rows[row].text.setText(String(text.text.prefix(text.cursor)).trimmingBlanks)
    rows.insert(Row(nil, code: "", text: tail), at: row + 1)
    focus = .code(row + 1)
    return true
  }

  /// Appends the next subfield to this one, with a blank between them.
  mutating func joinRows() -> Bool {
    guard let row, rows.indices.contains(row + 1), !isControl else { return false }
    let parts = [rows[row].text.text, rows[row + 1].text.text].filter { !$0.isEmpty }
    rows[row].text.setText(parts.joined(separator: " "))
    rows.remove(at: row + 1)
    focus = .text(row)
    return true
  }
}

extension String {
  /// Without the blanks at both ends.
  fileprivate var trimmingBlanks: String {
    let front = drop { $0 == " " }
    guard let last = front.lastIndex(where: { $0 != " " }) else { return "" }
    return String(front[...last])
  }
}
