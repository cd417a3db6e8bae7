import Terminal
import Testing

struct SmallScreenTests {
  @Test("every widget can be drawn on any screen, however small")
  func draws() {
    let registry = sampleRegistry()
    let keys = shippedKeys()
    let screens: [any Screen] = [
      HelpScreen(registry: registry, keys: keys, context: "desk", language: .english),
      PaletteScreen(
        CommandPalette(
          registry: registry, keys: keys, context: "desk", language: .english,
          fold: { $0.lowercased() }, disabledReason: { _ in "not now" })),
      DialogScreen(
        Dialog(
          title: "Erase?", message: ["All of it."], choices: [Dialog.Choice(.cancel, label: "No")],
          isDanger: true, asksReason: true, language: .english), keys: keys),
    ]
    let form = Form([Form.Item("a", label: "Name", isRequired: true)], language: .english)
    for rows in 0...6 {
      for columns in 0...12 {
        var surface = Surface(size: Size(rows: rows, columns: columns))
        for screen in screens {
          _ = screen.update(.appeared(surface.size))
          screen.draw(into: &surface)
          _ = screen.update(.command(.listPageDown))
          screen.draw(into: &surface)
        }
        form.draw(into: &surface, in: surface.bounds)
        StatusLine("Lent", trailing: "Desk").draw(
          into: &surface, at: Point(row: 0, column: 0), width: columns)
        ProgressBar(label: "Import", done: 1, total: 3).draw(
          into: &surface, at: Point(row: 0, column: 0), width: columns)
        #expect(surface.lines.allSatisfy { DisplayWidth.of($0) <= columns })
      }
    }
  }
}
