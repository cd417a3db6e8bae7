/// Finds a command by a few letters of its name, with or without tones, in either language.
///
/// Enter runs what is selected, but a dangerous command only its own key or that of `dialog.yes`.
public struct CommandPalette: Sendable {
  public enum Response: Equatable, Sendable {
    case ignored
    case changed
    case run(CommandID)
    /// Cannot be run, and why.
    case refused(String)
  }

  private struct Entry: Sendable {
    let command: Command
    let keys: String
    let disabledReason: String?
    /// Folded words to search in and what a match in them is worth.
    let texts: [(scalars: [Unicode.Scalar], bonus: Int)]
  }

  private let entries: [Entry]
  private let fold: @Sendable (String) -> String
  private let language: Language
  private let confirmKeys: String
  private var field: Field
  private var table: Table
  private var matches: [Int] = []

  /// Offers the commands of `context`, the one of the screen that the command will run in.
  ///
  /// `fold` takes case and diacritics away, from names and typed letters alike; `disabledReason` is
  /// the answer of that screen.
  public init(
    registry: CommandRegistry, keys: KeyMap, context: String, language: Language,
    fold: @escaping @Sendable (String) -> String, disabledReason: (CommandID) -> String?
  ) {
    self.fold = fold
    self.language = language
    confirmKeys = keys.keys(for: .dialogYes, in: "palette").first?.label ?? ""
    entries = registry.groups(in: context).flatMap(\.commands)
      .filter { !$0.flags.contains(.notInPalette) }
      .map { command in
        Entry(
          command: command, keys: keys.keys(for: command.id, in: context).first?.label ?? "",
          disabledReason: disabledReason(command.id),
          texts: Self.texts(of: command, language: language, fold: fold))
      }
    field = Field(.text, maximumLength: 60)
    table = Table(
      columns: [
        TableColumn("", width: .flexible(share: 2)), TableColumn("", width: .flexible(share: 5)),
        TableColumn("", width: .fixed(14), alignment: .trailing),
      ], emptyText: WidgetWording.noCommand[language])
    search()
  }

  /// The commands found, the best one first.
  public var found: [CommandID] { matches.map { entries[$0].command.id } }

  public mutating func update(_ event: ScreenEvent) -> Response {
    switch event {
    case .command(.listOpen): return run(isConfirmed: false)
    case .command(.dialogYes): return run(isConfirmed: true)
    default: break
    }
    if table.update(event) == .moved { return .changed }
    switch field.update(event) {
    case .ignored, .refused: return .ignored
    case .moved: return .changed
    case .edited:
      search()
      return .changed
    }
  }

  private func run(isConfirmed: Bool) -> Response {
    guard let selected = table.selected else {
      return .refused(WidgetWording.noCommand[language])
    }
    let entry = entries[matches[selected]]
    if let reason = entry.disabledReason { return .refused(reason) }
    guard entry.command.danger == .harmless || isConfirmed else {
      return .refused("\(WidgetWording.needsAnswerKey[language]) \(confirmKeys)")
    }
    return .run(entry.command.id)
  }

  private mutating func search() {
    let match = FuzzyMatch(query: fold(field.text))
    if match.isEmpty {
      matches = Array(entries.indices)
    } else {
      let scored = entries.indices.compactMap { index -> (index: Int, score: Int)? in
        let scores = entries[index].texts.compactMap { text in
          match.score(in: text.scalars).map { $0 * 4 + text.bonus - text.scalars.count / 8 }
        }
        return scores.max().map { (index, $0) }
      }
      matches = scored.sorted { ($1.score, $0.index) < ($0.score, $1.index) }.map(\.index)
    }
    table.setCount(matches.count)
    table.select(0)
  }

  private static func texts(
    of command: Command, language: Language, fold: (String) -> String
  ) -> [(scalars: [Unicode.Scalar], bonus: Int)] {
    let names = Language.allCases.flatMap { other in
      let own = other == language ? 2 : 0
      return [(command.label[other], 8 + own), (command.summary[other], own)]
    }
    return (names + [(command.id.name, 0)]).map { (Array(fold($0.0).unicodeScalars), $0.1) }
  }
}

// MARK: - Drawing

extension CommandPalette {
  private static let rowsMaximum = 24
  private static let columnsMaximum = 104

  /// Draws a box at the top: the typed letters, the commands found, why one cannot run.
  public mutating func draw(into surface: inout Surface) {
    let columns = min(Self.columnsMaximum, surface.size.columns)
    let box = Rect(
      row: 0, column: (surface.size.columns - columns) / 2,
      rows: min(Self.rowsMaximum, surface.size.rows), columns: columns)
    let inner = max(0, columns - 4)
    surface.cursor = nil
    surface.inside(box) { part in
      part.fill(role: .dialog)
      part.drawBox(part.bounds, role: .dialog)
      field.draw(into: &part, at: Point(row: 1, column: 2), width: inner, isFocused: true)
      let list = Rect(row: 2, column: 2, rows: max(0, part.size.rows - 4), columns: inner)
      let (entries, matches, language) = (entries, matches, language)
      table.draw(into: &part, in: list) { range in
        range.map { Self.row(entries[matches[$0]], in: language) }
      }
      if let selected = table.selected, let reason = entries[matches[selected]].disabledReason {
        part.write(
          reason, at: Point(row: part.size.rows - 2, column: 2), role: .warning, width: inner)
      }
    }
  }

  private static func row(_ entry: Entry, in language: Language) -> TableRow {
    TableRow(
      [entry.command.label[language], entry.command.summary[language], entry.keys],
      role: entry.disabledReason == nil ? nil : .muted)
  }
}
