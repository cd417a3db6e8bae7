/// One full-screen page or dialog on the stack: events in, effects out, drawn on demand.
///
/// A screen never touches the terminal; it changes its own state in `update` and paints it in `draw`.
public protocol Screen: AnyObject {
  /// The key context whose bindings apply while this screen is on top, for example `circulation`.
  var context: String { get }
  /// A dialog that waits for a person's answer: scans do not reach it, they wait until it is gone.
  var isQuestion: Bool { get }
  /// Whether a question takes a scan now, as a form does whose focus is on a field for a code; only what is scanned after it was
  /// seen.
  var takesScans: Bool { get }
  /// A dialog that leaves the screens below it visible; they are drawn first.
  var isOverlay: Bool { get }
  func update(_ event: ScreenEvent) -> [Effect]
  func draw(into surface: inout Surface)
  /// Why a command cannot run just now, in a sentence for the person; nil when it can.
  func disabledReason(for command: CommandID) -> String?
}

extension Screen {
  public var isQuestion: Bool { false }
  public var takesScans: Bool { !isQuestion }
  public var isOverlay: Bool { isQuestion }
  public func disabledReason(for command: CommandID) -> String? { nil }
}

public enum ScreenEvent: Sendable {
  /// A key that the key map bound to a command.
  case command(CommandID)
  /// Text, scans, pastes and keys that no binding took.
  case input(InputEvent)
  /// So many graphemes typed last were the front of a scan that goes elsewhere: take them back.
  case takeBack(Int)
  /// The result of a job this screen started; stale ones are dropped before they get here.
  case message(any Sendable)
  /// The screen above closed and handed this back.
  case returned((any Sendable)?)
  /// First event of a new screen, and again after each resize.
  case appeared(Size)
}

/// The stable name of a command, for example `circulation.checkout`.
public struct CommandID: Hashable, Sendable, CustomStringConvertible {
  public let name: String
  public init(_ name: String) { self.name = name }
  public var description: String { name }
}

/// What a screen asks the program to do after an update.
public enum Effect {
  case push(any Screen)
  case replace(any Screen)
  /// Closes this screen and hands the value to the one below.
  case close((any Sendable)?)
  /// Closes every screen above the first one and hands the value to it.
  case home((any Sendable)?)
  case quit
  case bell
  /// Inverts the screen for a moment, where the terminal can.
  case flash
  /// Shows one line in the status bar.
  case status(String, Role)
  /// Runs on a worker thread; the value comes back as `.message` if the screen still stands.
  ///
  /// A newer job with the same name makes the older one's answer stale, but both are run, one after
  /// the other.
  case job(name: String, @Sendable () -> any Sendable)
  /// A job that tells of its progress and stops early when nobody waits for it any more.
  case longJob(name: String, @Sendable (JobTicket) -> any Sendable)
  /// Runs a command as if its key had been pressed (palette, key bar).
  case run(CommandID)
  /// Draws everything anew.
  case repaint
}
