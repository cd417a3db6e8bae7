/// The two rows below every screen: what just happened, and the keys that matter now.
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

  public func draw(_ state: ChromeState, into surface: inout Surface) {
    let width = surface.size.columns
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
    line.draw(into: &surface, at: Point(row: 0, column: 0), width: width)
    bar.draw(
      into: &surface, at: Point(row: 1, column: 0), width: width, context: state.context,
      disabledReason: state.disabledReason)
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
