/// A dialog as a screen of its own; it closes with a `Dialog.Answer`.
public final class DialogScreen: Screen {
  public let context: String
  public var isQuestion: Bool { true }
  private var dialog: Dialog
  private let keys: KeyMap
  private let answers: Set<CommandID>
  private let glance: (CommandID) -> [Effect]

  /// `answers` are the commands that some question of the context takes; those that this one does not offer are off.
  ///
  /// `glance` opens what the dialog lets one look at; the question waits below it, and so do scans.
  public init(
    _ dialog: Dialog, keys: KeyMap, context: String = "dialog", answers: Set<CommandID> = [],
    glance: @escaping (CommandID) -> [Effect] = { _ in [] }
  ) {
    self.dialog = dialog
    self.keys = keys
    self.context = context
    self.answers = answers
    self.glance = glance
  }

  public func update(_ event: ScreenEvent) -> [Effect] {
    switch dialog.update(event) {
    case .waiting: []
    case .refused: [.bell]
    case .answered(let answer): [.close(answer)]
    case .glance(let command): glance(command)
    }
  }

  public func disabledReason(for command: CommandID) -> String? {
    guard answers.contains(command), !dialog.choices.contains(where: { $0.command == command })
    else { return nil }
    return WidgetWording.notOffered[dialog.language]
  }

  public func draw(into surface: inout Surface) {
    dialog.draw(into: &surface, keys: keys, context: context)
  }
}
