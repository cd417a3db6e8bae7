/// The command palette as a screen: it closes and runs the command on the screen below.
///
/// Scans wait until it is gone, as with every question.
public final class PaletteScreen: Screen {
  public var context: String { "palette" }
  public var isQuestion: Bool { true }
  private var palette: CommandPalette

  public init(_ palette: CommandPalette) { self.palette = palette }

  public func update(_ event: ScreenEvent) -> [Effect] {
    if case .command(.cancel) = event { return [.close(nil)] }
    switch palette.update(event) {
    case .ignored, .changed: return []
    case .run(let command): return [.close(nil), .run(command)]
    case .refused(let reason): return [.bell, .status(reason, .statusWarning)]
    }
  }

  public func draw(into surface: inout Surface) { palette.draw(into: &surface) }
}
