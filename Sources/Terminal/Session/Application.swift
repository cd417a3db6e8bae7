/// A full-screen program: one thread that reads everything, updates everything and draws once.
///
/// ```swift
/// let application = Application(settings: settings) { theme.style(for: $0, depth: $1) }
/// let ending = try application.run(CirculationScreen())
/// ```
public final class Application {
  public enum Ending: Equatable, Sendable {
    /// A screen asked for it, or the last one closed.
    case quit
    /// The terminal went away or the system asked the program to end.
    ///
    /// `unanswered` are the scans that no screen had taken yet, since a question stood before them.
    case interrupted(unanswered: [String])
  }

  private let settings: ScreenSettings
  private let options: TerminalOptions
  private let opened: (ConsoleFontOutcome) -> Void
  private let style: (Role, ColorDepth) -> Style

  /// Styles are asked for once and again after `Effect.repaint`, so that a theme can be changed.
  ///
  /// `opened` hears what became of the console's font, before the first screen appears.
  public init(
    settings: ScreenSettings, options: TerminalOptions = TerminalOptions(),
    opened: @escaping (ConsoleFontOutcome) -> Void = { _ in },
    style: @escaping (Role, ColorDepth) -> Style
  ) {
    self.settings = settings
    self.options = options
    self.opened = opened
    self.style = style
  }

  /// Opens the terminal, runs until the end and gives the terminal back.
  ///
  /// Jobs that were started are finished before this returns.
  public func run(_ first: @autoclosure () -> any Screen) throws(TerminalError) -> Ending {
    let session = try TerminalSession(options)
    opened(session.consoleFont)
    let loop = ApplicationLoop(
      first(), session: session, settings: settings, options: options, style: style)
    let ending = loop.run()
    session.close()
    loop.finishJobs()
    return ending
  }
}
