/// One row with the keys that matter here, made from commands and key map.
///
/// Commands that cannot run just now are left out. When there is no room for all, the nearest
/// context goes first, but help always stays.
public struct KeyBar: Sendable {
  public struct Entry: Equatable, Sendable {
    public let command: CommandID
    public let key: String
    public let label: String
    /// Its place on the keyboard.
    fileprivate let rank: Int

    fileprivate var columns: Int { DisplayWidth.of(key) + 1 + DisplayWidth.of(label) }
  }

  private let registry: CommandRegistry
  private let keys: KeyMap
  private let language: Language
  private var candidatesByContext: [String: [Entry]] = [:]
  private static let gap = 2

  public init(registry: CommandRegistry, keys: KeyMap, language: Language) {
    self.registry = registry
    self.keys = keys
    self.language = language
  }

  /// What is shown in `width` columns, in the order of the keyboard.
  public mutating func entries(
    in context: String, width: Int, disabledReason: (CommandID) -> String? = { _ in nil }
  ) -> [Entry] {
    var chosen: [Entry] = []
    var used = 0
    for entry in candidates(in: context) {
      let columns = entry.columns + (chosen.isEmpty ? 0 : Self.gap)
      guard used + columns <= width, disabledReason(entry.command) == nil else { continue }
      used += columns
      chosen.append(entry)
    }
    return chosen.sorted { $0.rank < $1.rank }
  }

  public mutating func draw(
    into surface: inout Surface, at point: Point, width: Int, context: String,
    disabledReason: (CommandID) -> String? = { _ in nil }
  ) {
    surface.fill(
      Rect(row: point.row, column: point.column, rows: 1, columns: width), role: .keyBar)
    var column = point.column
    for entry in entries(in: context, width: width, disabledReason: disabledReason) {
      column += surface.write(
        entry.key, at: Point(row: point.row, column: column), role: .keyBarKey)
      column += surface.write(
        " " + entry.label, at: Point(row: point.row, column: column), role: .keyBar)
      column += Self.gap
    }
  }

  /// The command's short words.
  func label(of command: CommandID) -> String {
    registry[command]?.label[language] ?? command.name
  }

  /// All that might be shown in a context, what must not give way first; found once.
  private mutating func candidates(in context: String) -> [Entry] {
    if let known = candidatesByContext[context] { return known }
    var commands = registry.groups(in: context).flatMap(\.commands)
      .filter { $0.flags.contains(.keyBar) }
    if registry.contexts[context]?.isQuestion == true {
      // A question is answered before anything else is done.
      commands.removeAll { $0.contexts == [KeyContext.global] && $0.id != .help }
    }
    if let help = commands.firstIndex(where: { $0.id == .help }) {
      commands.insert(commands.remove(at: help), at: 0)
    }
    var entries: [Entry] = []
    for command in commands {
      guard let key = keys.keys(for: command.id, in: context).first else { continue }
      entries.append(
        Entry(
          command: command.id, key: key.label, label: command.label[language],
          rank: Self.rank(of: key, place: entries.count)))
    }
    if registry.contexts[context]?.isPage == true,
      let key = keys.keys(for: .cancel, in: context).first
    {
      entries.insert(
        Entry(
          command: .cancel, key: key.label, label: WidgetWording.close[language],
          rank: Self.rank(of: key, place: 0)), at: 0)
    }
    candidatesByContext[context] = entries
    return entries
  }

  /// Function keys by number, then the others, nearest first.
  private static func rank(of keys: KeySequence, place: Int) -> Int {
    if keys.keys.count == 1, case .function(let number) = keys.keys[0].code,
      keys.keys[0].modifiers.isEmpty
    {
      return number
    }
    return 100 + place
  }
}
