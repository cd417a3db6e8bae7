/// All keys and commands of a place, made from the commands and the key map in use.
public final class HelpScreen: Screen {
  public var context: String { "reader" }
  /// Scans wait until the person has read enough.
  public var isQuestion: Bool { true }
  public var isOverlay: Bool { false }
  private let language: Language
  private let title: String
  private var page: TextView

  public init(
    registry: CommandRegistry, keys: KeyMap, context: String, language: Language
  ) {
    self.language = language
    let place = registry.contexts[context]?.title[language] ?? context
    title = " \(registry[.help]?.label[language] ?? "") · \(place)"
    page = TextView(Self.text(registry: registry, keys: keys, context: context, language: language))
  }

  public func disabledReason(for command: CommandID) -> String? {
    command.waitsForPage ? WidgetWording.closeFirst[language] : nil
  }

  public func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .command(.cancel), .command(.help): return [.close(nil)]
    default:
      _ = page.update(event)
      return []
    }
  }

  public func draw(into surface: inout Surface) {
    let columns = surface.size.columns
    surface.fill(Rect(row: 0, column: 0, rows: 1, columns: columns), role: .title)
    surface.write(title, at: Point(row: 0, column: 0), role: .title)
    page.draw(
      into: &surface,
      in: Rect(row: 1, column: 1, rows: max(0, surface.size.rows - 1), columns: columns - 2))
  }

  private static let keyColumns = 22

  /// One heading for each context, nearest first, then a line for each command that has a key.
  ///
  /// Commands of the palette are listed without one too, so that nothing stays unknown.
  public static func text(
    registry: CommandRegistry, keys: KeyMap, context: String, language: Language
  ) -> [StyledText] {
    var text: [StyledText] = []
    for (place, commands) in registry.groups(in: context) {
      let lines = commands.compactMap { command -> StyledText? in
        let names = keys.keys(for: command.id, in: context).map(\.label)
        guard !names.isEmpty || !command.flags.contains(.notInPalette) else { return nil }
        return line(keys: names.joined(separator: ", "), summary: command.summary[language])
      }
      guard !lines.isEmpty else { continue }
      text += [StyledText(place.title[language], role: .heading)] + lines + [""]
    }
    return text
  }

  private static func line(keys: String, summary: String) -> StyledText {
    let columns = DisplayWidth.of(keys)
    let padding = String(repeating: " ", count: max(1, keyColumns - 2 - columns))
    return StyledText(
      [
        StyledText.Span("  "), StyledText.Span(keys, .dialogKey),
        StyledText.Span(padding + summary),
      ],
      hangingIndent: keyColumns)
  }
}

extension CommandID {
  /// Whether a page that is read has to be closed before this can be done: all but moving about in it, help and the palette.
  public var waitsForPage: Bool {
    ![.help, .cancel, .redraw, .palette].contains(self) && !name.hasPrefix("list.")
  }
}
