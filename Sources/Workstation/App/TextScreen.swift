import Terminal

/// A page to read and scroll: explanations, reports, details.
///
/// Scans wait until it is closed.
final class TextScreen: Screen {
  let context = "reader"
  let isQuestion = true
  let isOverlay = false
  private let workplace: Workplace
  private let title: String
  private var page: TextView

  init(workplace: Workplace, title: String, paragraphs: [StyledText]) {
    self.workplace = workplace
    self.title = title
    page = TextView(paragraphs)
  }

  func disabledReason(for command: CommandID) -> String? {
    command == .explain ? nil : workplace.waitsForPage(command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .command(.cancel), .command(.explain): return [.close(nil)]
    default:
      _ = page.update(event)
      return []
    }
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(title, into: &surface)
    page.draw(
      into: &surface,
      in: Rect(
        row: 2, column: 2, rows: max(0, surface.size.rows - 2),
        columns: max(0, surface.size.columns - 4)))
  }
}
