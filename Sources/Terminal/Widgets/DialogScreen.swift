/// A dialog as a screen of its own; it closes with a `Dialog.Answer`.
public final class DialogScreen: Screen {
  public let context: String
  public var isQuestion: Bool { true }
  private var dialog: Dialog
  private let keys: KeyMap

  public init(_ dialog: Dialog, keys: KeyMap, context: String = "dialog") {
    self.dialog = dialog
    self.keys = keys
    self.context = context
  }

  public func update(_ event: ScreenEvent) -> [Effect] {
    switch dialog.update(event) {
    case .waiting: []
    case .refused: [.bell]
    case .answered(let answer): [.close(answer)]
    }
  }

  public func draw(into surface: inout Surface) {
    dialog.draw(into: &surface, keys: keys, context: context)
  }
}
