/// What a person or an administrator may choose about the terminal.
public struct TerminalOptions: Sendable {
  /// How long a lone Escape waits for the rest of a sequence, in milliseconds.
  public var escapeTimeout: UInt64 = 25
  /// Draws without colours; `NO_COLOR` in the environment does the same.
  public var forcesMono = false
  /// Draws lines with `+`, `-` and `|`, whatever the terminal says it can do.
  public var forcesPlainLines = false
  /// Leaves XON and XOFF to the serial line and gives up Ctrl+S and Ctrl+Q.
  public var keepsFlowControl = false
  public var letters = LetterChoice.auto
  /// What is shown for a letter that cannot be; without one it is a question mark.
  public var standIn: StandIn = { _, _ in nil }
  public var consoleFont = ConsoleFontChoice.auto
  /// The fonts to load on a Linux console; none leaves it as it is.
  public var consoleFonts: @Sendable () -> ConsoleFonts? = { nil }

  public init() {}

  /// How many colours to use on a terminal that has so many.
  func colorDepth(of colors: Int, _ environment: (String) -> String?) -> ColorDepth {
    let isColorUnwanted = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    return ColorDepth(terminalColors: colors, forcesMono: forcesMono || isColorUnwanted)
  }

  /// With which letters to write on this terminal.
  func lettering(
    on console: ConsoleFontOutcome, _ environment: (String) -> String?
  ) -> Lettering {
    Lettering(letters: shownLetters(on: console, environment), standIn: standIn)
  }

  private func shownLetters(
    on console: ConsoleFontOutcome, _ environment: (String) -> String?
  ) -> Set<Unicode.Scalar>? {
    switch letters {
    case .plain: return Lettering.ascii
    case .marked: return nil
    case .auto: break
    }
    switch console {
    case .loaded(let size):
      return consoleFonts().map { Set($0[size].letters.keys) }
    case .kept(let state), .failed(_, .some(let state)):
      return state.letters.union(Lettering.ascii)
    case .failed(_, nil): return nil
    case .noConsole:
      let isSevenBit = LineCharset(environment: environment)
        .isSevenBit(terminal: environment("TERM") ?? "")
      return isSevenBit ? Lettering.ascii : nil
    }
  }
}
