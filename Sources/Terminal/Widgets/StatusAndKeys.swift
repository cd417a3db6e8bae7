/// The two rows below every screen: what just happened, and the keys that matter now; a long status takes more than one.
public final class StatusAndKeys: Chrome {
  public let rows = 2
  /// The language of the key bar.
  public var language: Language {
    didSet { bar = KeyBar(registry: registry, keys: keys, language: language) }
  }
  /// The key map that the key bar shows.
  public var keys: KeyMap {
    didSet { bar = KeyBar(registry: registry, keys: keys, language: language) }
  }
  private let registry: CommandRegistry
  private var bar: KeyBar
  /// What stands at the right of the status row whatever happens: desk, person, clock.
  private let trailing: () -> String

  public init(
    registry: CommandRegistry, keys: KeyMap, language: Language,
    trailing: @escaping () -> String = { "" }
  ) {
    self.registry = registry
    self.keys = keys
    self.language = language
    self.trailing = trailing
    bar = KeyBar(registry: registry, keys: keys, language: language)
  }

  public func rows(for state: ChromeState, columns: Int) -> Int {
    1 + line(state).rows(width: columns)
  }

  public func draw(_ state: ChromeState, into surface: inout Surface) {
    let width = surface.size.columns
    let rows = max(1, surface.size.rows - 1)
    line(state).draw(into: &surface, at: Point(row: 0, column: 0), width: width, rows: rows)
    bar.draw(
      into: &surface, at: Point(row: rows, column: 0), width: width, context: state.context,
      disabledReason: state.disabledReason)
  }

  private func line(_ state: ChromeState) -> StatusLine {
    let waiting =
      state.waitingScans == 0
      ? "" : WidgetWording.waitingScans(state.waitingScans)[language] + "  "
    var line = StatusLine(trailing: waiting + (state.isBusy ? "* " : "") + trailing())
    if let status = state.status {
      line.text = status.text
      line.role = status.role
    } else if !state.pendingKeys.isEmpty {
      line.text = waysOn(from: KeySequence(state.pendingKeys), in: state.context)
    }
    return line
  }

  /// The keys pressed so far and what may follow: `Ctrl+X … Ctrl+C Quit`.
  private func waysOn(from sequence: KeySequence, in context: String) -> String {
    guard case .prefix(let continuations) = keys.meaning(of: sequence, in: context) else {
      return sequence.label
    }
    let ways = continuations.map { "\($0.keys.label) \(bar.label(of: $0.command))" }
    return "\(sequence.label) … \(ways.joined(separator: "  "))"
  }
}
