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

  public init() {}
}

/// The terminal while the screen is on it: opened once, given back on every way out.
final class TerminalSession {
  let colorDepth: ColorDepth
  let drawsPlainLines: Bool
  /// Readable when a signal has come.
  let signalDescriptor: Int32
  private let pasteBegin: String?
  private let pasteEnd: String?
  private var isOpen = true

  init(_ options: TerminalOptions) throws(TerminalError) {
    let isUTF8 = ct_use_utf8_locale()
    signalDescriptor = ct_signals_open()
    guard signalDescriptor >= 0 else { throw .noSignals }
    ct_crash_guard_open()
    let opening = ct_screen_open(options.keepsFlowControl)
    guard opening == CT_OPENED else {
      ct_crash_guard_close()
      ct_signals_close()
      throw opening == CT_NOT_A_TERMINAL
        ? .notATerminal : .unknownTerminal(Self.environment("TERM") ?? "")
    }
    ct_errors_capture()
    let isColorUnwanted = Self.environment("NO_COLOR").map { !$0.isEmpty } ?? false
    colorDepth = ColorDepth(
      terminalColors: Int(ct_colors()), forcesMono: options.forcesMono || isColorUnwanted)
    drawsPlainLines = options.forcesPlainLines || !isUTF8 || Self.capability("acsc") == nil
    pasteBegin = Self.capability("BE")
    pasteEnd = Self.capability("BD")
    let leaving = ["BD", "rmkx", "sgr0", "cnorm", "rmcup"].compactMap(Self.capability)
    ct_crash_guard_say_on_leaving(leaving.map(Self.withoutDelays).joined() + "\r\n")
    if let pasteBegin { send(pasteBegin) }
  }

  deinit { close() }

  /// Gives the terminal back; what was written to standard error in the meantime follows.
  func close() {
    guard isOpen else { return }
    isOpen = false
    if let end = flashEnd { endFlash(at: end) }
    if let pasteEnd { send(pasteEnd) }
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

  /// Stops the process as Ctrl+Z does elsewhere and comes back when it is continued.
  func suspend() {
    if let pasteEnd { send(pasteEnd) }
    ct_screen_suspend()
    ct_stop_process()
  }

  /// Takes the terminal over again after somebody else had it.
  func resume() {
    ct_screen_resume()
    if let pasteBegin { send(pasteBegin) }
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
