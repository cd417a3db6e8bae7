import CTerminal
import Glibc

/// Why no screen could be opened.
public enum TerminalError: Error, Equatable {
  /// Standard input or output is a file or a pipe.
  case notATerminal
  /// `TERM` names a terminal that terminfo does not know, or that cannot place its cursor.
  case unknownTerminal(String)
  /// The system gave no pipe for signals.
  case noSignals
}

/// The terminal while the screen is on it: opened once, given back on every way out.
final class TerminalSession {
  let colorDepth: ColorDepth
  /// What became of the font, where the terminal is a Linux console.
  private(set) var consoleFont: ConsoleFontOutcome
  /// What is shown of a text; it may differ after somebody else had the terminal.
  private(set) var lettering: Lettering
  private let options: TerminalOptions
  private let hasLineDrawing: Bool
  /// Readable when a signal has come.
  let signalDescriptor: Int32
  private let pasteBegin: String?
  private let pasteEnd: String?
  private var isOpen = true

  init(_ options: TerminalOptions) throws(TerminalError) {
    let isUTF8 = ct_use_utf8_locale()
    self.options = options
    signalDescriptor = ct_signals_open()
    guard signalDescriptor >= 0 else { throw .noSignals }
    ct_crash_guard_open()
    // Before the screen: another font is another number of rows and columns.
    consoleFont = LinuxConsole.loadFont(options.consoleFont, options.consoleFonts())
    lettering = options.lettering(on: consoleFont, Self.environment)
    let opening = ct_screen_open(options.keepsFlowControl)
    guard opening == CT_OPENED else {
      ct_console_give_back()
      ct_crash_guard_close()
      ct_signals_close()
      throw opening == CT_NOT_A_TERMINAL
        ? .notATerminal : .unknownTerminal(Self.environment("TERM") ?? "")
    }
    ct_errors_capture()
    colorDepth = options.colorDepth(of: Int(ct_colors()), Self.environment)
    hasLineDrawing = isUTF8 && Self.capability("acsc") != nil
    pasteBegin = Self.capability("BE")
    pasteEnd = Self.capability("BD")
    var names = ["BD", "rmkx", "sgr0", "cnorm", "rmcup"]
    if ct_console_has_our_font() { names.append("clear") }
    let leaving = names.compactMap(Self.capability)
    let isOtherCharset = consoleFont != .noConsole && ct_console_use_utf8_keyboard()
    consoleCharset = isOtherCharset ? Self.defaultCharset : nil
    let charset = consoleCharset ?? ""
    ct_crash_guard_say_on_leaving(
      leaving.map(Self.withoutDelays).joined() + charset + "\r\n")
    beginModes()
  }

  deinit { close() }

  /// Gives the terminal back; what was written to standard error in the meantime follows.
  func close() {
    guard isOpen else { return }
    isOpen = false
    if let end = flashEnd { endFlash(at: end) }
    endModes()
    ct_screen_close()
    ct_crash_guard_close()
    ct_signals_close()
    ct_errors_release()
  }

  var size: Size {
    var rows: Int32 = 0
    var columns: Int32 = 0
    ct_screen_size(&rows, &columns)
    return Size(rows: Int(rows), columns: Int(columns))
  }

  /// The decoder for what this terminal sends.
  func makeDecoder(_ options: TerminalOptions) -> InputDecoder {
    let sequences = KeySequences { name in Self.capability(name).map { Array($0.utf8) } }
    let erase = ct_erase_character()
    return InputDecoder(
      sequences: sequences, erase: erase == 0 ? 0x7F : erase, escapeTimeout: options.escapeTimeout)
  }

  /// Whether lines are drawn with `+`, `-` and `|`.
  var drawsPlainLines: Bool {
    options.forcesPlainLines || !hasLineDrawing || !lettering.drawsFrames
  }

  /// Stops the process as Ctrl+Z does elsewhere and comes back when it is continued.
  func suspend() {
    endModes()
    ct_screen_suspend()
    ct_stop_process()
  }

  /// Takes the terminal over again after somebody else had it.
  func resume() {
    consoleFont = LinuxConsole.loadFont(options.consoleFont, options.consoleFonts())
    lettering = options.lettering(on: consoleFont, Self.environment)
    ct_screen_resume()
    if consoleCharset != nil { _ = ct_console_use_utf8_keyboard() }
    beginModes()
  }

  // MARK: Modes

  /// What a console that was not in UTF-8 is told at the end; nil everywhere else.
  private let consoleCharset: String?
  private static let utf8Charset = "\u{1B}%G"
  private static let defaultCharset = "\u{1B}%@"

  private func beginModes() {
    if consoleFont != .noConsole { send(Self.utf8Charset) }
    if let pasteBegin { send(pasteBegin) }
  }

  private func endModes() {
    if let pasteEnd { send(pasteEnd) }
    if let consoleCharset { send(consoleCharset) }
  }

  // MARK: Flash

  /// When an inverted screen is to be put right again.
  private(set) var flashEnd: Moment?

  /// Inverts the screen, without the sleep that terminfo asks for in between.
  func beginFlash() {
    guard let flash = Self.capability("flash"), flashEnd == nil else { return }
    guard let pause = flash.firstIndex(of: "$") else { return send(flash) }
    send(String(flash[..<pause]))
    flashEnd = Moment.now.advanced(milliseconds: Self.flashMilliseconds)
  }

  func endFlash(at now: Moment) {
    guard let end = flashEnd, end <= now else { return }
    flashEnd = nil
    guard let flash = Self.capability("flash"), let pause = flash.firstIndex(of: ">") else {
      return
    }
    send(String(flash[flash.index(after: pause)...]))
  }

  private static let flashMilliseconds: UInt64 = 100

  // MARK: Terminfo and bytes

  /// Sends bytes past ncurses, between two frames.
  func send(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      guard written > 0 else { return }
      rest = rest.dropFirst(written)
    }
  }

  private static func capability(_ name: String) -> String? {
    ct_capability(name).map { String(cString: $0) }
  }

  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// A capability without terminfo's `$<5>`, which asks for time that nobody has in a crash.
  private static func withoutDelays(_ capability: String) -> String {
    var result = ""
    var rest = Substring(capability)
    while let start = rest.firstIndex(of: "$"), rest[start...].hasPrefix("$<"),
      let end = rest[start...].firstIndex(of: ">")
    {
      result += rest[..<start]
      rest = rest[end...].dropFirst()
    }
    return result + rest
  }
}
