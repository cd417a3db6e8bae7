import CTerminal
import Glibc

/// What the terminal can show and why: the answers somebody on the phone asks for first.
public struct TerminalReport: Equatable, Sendable {
  public enum LetterReason: Equatable, Sendable {
    /// An option asks for it.
    case asked
    /// The locale names this character set.
    case locale
    /// No locale says anything, and the terminal is of a kind that reads UTF-8, or of one that does not.
    case terminalKind
    /// The console's font decides.
    case font
  }

  /// The name in `TERM`; whether terminfo knows it.
  public var terminal: String
  public var isKnown: Bool
  /// The locale that counts for letters, as the environment has it; empty where there is none.
  public var locale: String
  public var charset: LineCharset
  /// Nil where no output goes to a terminal.
  public var size: Size?
  public var colors: Int
  public var colorDepth: ColorDepth
  public var drawsPlainLines: Bool
  /// Whether letters are shown without their marks in ASCII, and what decided.
  public var letters: Set<Unicode.Scalar>?
  public var letterReason: LetterReason
  public var console: ConsoleFontPlan
  /// The letters of `ConsoleFonts.neededLetters` that the terminal will not show as they are.
  public var missingLetters: [Unicode.Scalar]

  /// Whether text is written in ASCII alone.
  public var isPlain: Bool { letters == Lettering.ascii }

  /// Looks at the terminal of this process with these options in mind and changes nothing.
  ///
  /// While a screen is open this is what was found when it opened.
  public init(_ options: TerminalOptions) {
    let environment = TerminalSession.environment
    terminal = environment("TERM") ?? ""
    isKnown = ct_terminal_look_up() && ct_capability("cup") != nil
    locale = LineCharset.localeName(environment)
    charset = LineCharset(environment: environment)
    size = Self.windowSize()
    colors = isKnown ? Int(ct_colors()) : 0
    colorDepth = options.colorDepth(of: colors, environment)
    console = LinuxConsole.plan(options.consoleFont, options.consoleFonts())
    let lettering = options.lettering(on: console.expectedOutcome, environment)
    letters = lettering.letters
    let hasLineDrawing = isKnown && ct_capability("acsc") != nil
    drawsPlainLines = options.forcesPlainLines || !hasLineDrawing || !lettering.drawsFrames
    missingLetters = (options.consoleFonts()?.neededLetters ?? []).filter {
      !(lettering.letters?.contains($0) ?? true)
    }
    letterReason =
      if options.letters != .auto {
        .asked
      } else if console != .noConsole {
        .font
      } else {
        charset == .unsaid ? .terminalKind : .locale
      }
  }

  private static func windowSize() -> Size? {
    var window = winsize()
    for descriptor in [STDOUT_FILENO, STDIN_FILENO, STDERR_FILENO]
    where ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0 && window.ws_row > 0 {
      return Size(rows: Int(window.ws_row), columns: Int(window.ws_col))
    }
    return nil
  }
}

extension ConsoleFontPlan {
  /// What will come of it if the console's driver takes the first font.
  var expectedOutcome: ConsoleFontOutcome {
    switch self {
    case .noConsole: .noConsole
    case .keep(let state): .kept(state)
    case .impossible(let obstacle): .failed(obstacle, nil)
    case .load(let sizes, let state): sizes.first.map { .loaded($0) } ?? .kept(state)
    }
  }
}
