/// Fields with labels, filled one after the other and saved together.
public struct Form: Sendable {
  public struct Item: Sendable {
    public let id: String
    public var label: String
    public var field: Field
    public var isRequired: Bool
    /// How many columns the field takes; nil takes what there is.
    public var width: Int?
    /// One line of advice, shown while the field has the focus.
    public var hint: String
    /// What is wrong with the content, in words; nil when it is good.
    public var check: (@Sendable (Field) -> String?)?

    public init(
      _ id: String, label: String, field: Field = Field(), isRequired: Bool = false,
      width: Int? = nil, hint: String = "", check: (@Sendable (Field) -> String?)? = nil
    ) {
      self.id = id
      self.label = label
      self.field = field
      self.isRequired = isRequired
      self.width = width
      self.hint = hint
      self.check = check
    }
  }

  public enum Response: Equatable, Sendable {
    case ignored
    case moved
    /// The field with this id has new content.
    case edited(String)
    /// The text does not belong into the field, or something must be mended before saving.
    case refused
    /// Everything is in order and the person wants it saved; call `markSaved` once it is.
    case saved
  }

  public private(set) var items: [Item]
  public private(set) var focus = 0
  /// How many fields fit a page, which the one who draws knows.
  public var pageRows = 10
  private let language: Language
  private var savedTexts: [String]

  public init(_ items: [Item], language: Language) {
    self.items = items
    self.language = language
    savedTexts = items.map(\.field.text)
  }

  public subscript(id: String) -> Field? { items.first { $0.id == id }?.field }

  /// Whether the field that has the focus is for a code, so that a scan belongs into it.
  public var takesScans: Bool { items.indices.contains(focus) && items[focus].field.kind == .code }

  /// The content by field id.
  public var texts: [String: String] {
    Dictionary(items.map { ($0.id, $0.field.text) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether anything differs from what was there at first or saved last.
  public var isDirty: Bool { items.map(\.field.text) != savedTexts }

  /// The fields that differ from what was there at first or saved last: what others changed meanwhile stays.
  public var changedIDs: Set<String> {
    Set(zip(items, savedTexts).filter { $0.field.text != $1 }.map(\.0.id))
  }

  public mutating func markSaved() { savedTexts = items.map(\.field.text) }

  public mutating func setText(_ text: String, for id: String) {
    guard let index = items.firstIndex(where: { $0.id == id }) else { return }
    items[index].field.setText(text)
  }

  /// Shows what stands for an empty field, and the hint that explains it.
  public mutating func propose(_ placeholder: String, hint: String, for id: String) {
    guard let index = items.firstIndex(where: { $0.id == id }) else { return }
    items[index].field.placeholder = placeholder
    items[index].hint = hint
  }

  /// Shows what is wrong with a field, for faults that only the caller can find.
  public mutating func setError(_ error: String?, for id: String) {
    guard let index = items.firstIndex(where: { $0.id == id }) else { return }
    items[index].field.error = error
    if error != nil { focus = index }
  }

  public mutating func update(_ event: ScreenEvent) -> Response {
    guard items.indices.contains(focus) else { return .ignored }
    switch event {
    case .command(.formNext): return moveFocus(by: 1)
    case .command(.formPrevious): return moveFocus(by: -1)
    case .command(.formPageUp): return turnPage(by: -1)
    case .command(.formPageDown): return turnPage(by: 1)
    case .command(.formSave): return validate() ? .saved : .refused
    default: break
    }
    let id = items[focus].id
    switch items[focus].field.update(event) {
    case .ignored: return .ignored
    case .moved: return .moved
    case .refused: return .refused
    case .edited:
      if case .input(.scan) = event { _ = moveFocus(by: 1) }
      return .edited(id)
    }
  }

  private mutating func moveFocus(by distance: Int) -> Response {
    focus = (focus + distance + items.count) % items.count
    return .moved
  }

  /// To the first field of the next or the former page; on the last page to its end, on the first to its start.
  private mutating func turnPage(by distance: Int) -> Response {
    let page = focus / max(1, pageRows) + distance
    focus = max(0, min(items.count - 1, page * max(1, pageRows)))
    return .moved
  }

  /// Marks every fault and goes to the first one.
  private mutating func validate() -> Bool {
    for index in items.indices { items[index].field.error = fault(of: items[index]) }
    guard let first = items.firstIndex(where: { $0.field.error != nil }) else { return true }
    focus = first
    return false
  }

  private func fault(of item: Item) -> String? {
    if item.field.text.allSatisfy({ $0 == " " }) {
      return item.isRequired ? WidgetWording.required[language] : nil
    }
    if item.field.kind == .date, item.field.date == nil { return WidgetWording.badDate[language] }
    return item.check?(item.field)
  }
}

// MARK: - Drawing

extension Form {
  /// Draws the fields one to a row, and the fault or hint of the focused one on the last row.
  ///
  /// A form longer than the rectangle shows the page that has the focus.
  public func draw(into surface: inout Surface, in rect: Rect, isFocused: Bool = true) {
    surface.fill(rect, role: .text)
    guard rect.rows > 0, items.indices.contains(focus) else { return }
    let pageRows = max(1, rect.rows - 1)
    let labelColumns = min(
      rect.columns / 2, items.map { DisplayWidth.of($0.label) + 2 }.max() ?? 0)
    let first = focus / pageRows * pageRows
    surface.inside(rect) { part in
      for (row, index) in (first..<min(items.count, first + pageRows)).enumerated() {
        draw(
          items[index], row: row, labelColumns: labelColumns,
          isFocused: isFocused && index == focus, into: &part)
      }
      if rect.rows > 1 { drawNote(into: &part, pageRows: pageRows, first: first) }
    }
  }

  private func draw(
    _ item: Item, row: Int, labelColumns: Int, isFocused: Bool, into part: inout Surface
  ) {
    let label = item.label + (item.isRequired ? "*" : "")
    part.write(
      DisplayWidth.shortened(label, columns: labelColumns - 1, ellipsis: part.ellipsis),
      at: Point(row: row, column: 0), role: .fieldLabel)
    let room = max(0, part.size.columns - labelColumns)
    item.field.draw(
      into: &part, at: Point(row: row, column: labelColumns),
      width: min(room, item.width ?? room), isFocused: isFocused)
  }

  private func drawNote(into part: inout Surface, pageRows: Int, first: Int) {
    let row = part.size.rows - 1
    let item = items[focus]
    let more = items.count > pageRows ? "\(focus + 1)/\(items.count)" : ""
    let room = part.size.columns - DisplayWidth.of(more) - 1
    part.write(
      item.field.error ?? item.hint, at: Point(row: row, column: 0),
      role: item.field.error == nil ? .muted : .error, width: max(0, room))
    part.write(more, at: Point(row: row, column: room + 1), role: .muted)
  }
}
