import CVirtualTerminal
import Glibc

/// A program on a pseudo-terminal, seen through a terminal emulator.
///
/// ```swift
/// let terminal = try VirtualTerminal("thuthu", ["--library", folder])
/// try terminal.send("B00001\r")
/// #expect(terminal.lines[0].contains("Truyện Kiều"))
/// ```
///
/// `send`, `resize` and `settle` return when the program says by its idle beacon that it has read
/// every byte, drawn everything and has no job running: no test needs a pause.
final class VirtualTerminal {
  enum Failure: Error, CustomStringConvertible {
    case notStarted(String)
    case gone(status: Int, screen: String)
    case noRest(screen: String)

    var description: String {
      switch self {
      case .notStarted(let path): "could not start \(path)"
      case .gone(let status, let screen): "the program ended with \(status):\n\(screen)"
      case .noRest(let screen): "the program never came to rest:\n\(screen)"
      }
    }
  }

  struct Cell: Equatable {
    /// A blank where nothing was ever written.
    var text: String
    /// Palette numbers; -1 is the terminal's own colour.
    var foreground: Int
    var background: Int
    var isBold: Bool
    var isUnderlined: Bool
    var isReversed: Bool
  }

  private let terminal: OpaquePointer
  private var sent = 0
  /// Longer than any healthy program needs, even on a machine that is busy with other things.
  private let patience: Int32

  /// Starts a program: one of the package's own by its name, or any by its path.
  init(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:],
    rows: Int = 24, columns: Int = 80, patienceSeconds: Int = 30
  ) throws {
    let path = program.contains("/") ? program : Self.builtProgram(program)
    var variables = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin",
      "HOME": "/nonexistent", "TZ": "Asia/Ho_Chi_Minh", "THUTHU_IDLE_BEACON": "1",
    ]
    variables.merge(environment) { _, given in given }
    let started = CStrings.with([path] + arguments) { arguments in
      CStrings.with(variables.map { "\($0)=\($1)" }) { environment in
        cvt_spawn(path, arguments, environment, Int32(rows), Int32(columns))
      }
    }
    guard let started else { throw Failure.notStarted(path) }
    terminal = started
    patience = Int32(patienceSeconds * 1_000)
  }

  deinit { cvt_free(terminal) }

  // MARK: Doing

  /// Types text and waits until the program has come to rest.
  func send(_ text: String) throws {
    try write(text)
    try settle()
  }

  /// Types text and does not wait.
  func write(_ text: String) throws { try write(bytes: Array(text.utf8)) }

  /// Sends one byte, whole letter or not, and does not wait.
  func write(byte: UInt8) throws { try write(bytes: [byte]) }

  private func write(bytes: [UInt8]) throws {
    sent += bytes.count
    guard cvt_write(terminal, bytes, bytes.count) else { throw gone() }
  }

  func resize(rows: Int, columns: Int) throws {
    changeSize(rows: rows, columns: columns)
    try settle()
  }

  /// Changes the size and does not wait.
  func changeSize(rows: Int, columns: Int) {
    cvt_resize(terminal, Int32(rows), Int32(columns))
  }

  /// Waits until the program has read all that was sent, knows the size and sleeps.
  func settle() throws {
    try wait { terminal in
      let beacon = cvt_last_beacon(terminal.terminal)
      return beacon.count > 0 && beacon.consumed == terminal.sent
        && (Int(beacon.rows), Int(beacon.columns)) == terminal.size
    }
  }

  /// Waits until `condition` holds, for what comes by itself and for programs without a beacon.
  ///
  /// It is asked whenever something was drawn, and after every `step` milliseconds of silence.
  func wait(step: Int32 = 100, until condition: (VirtualTerminal) -> Bool) throws {
    var waited: Int32 = 0
    while !condition(self) {
      switch cvt_pump(terminal, step) {
      case 0: waited += step
      case 1: continue
      default:
        if condition(self) { return }
        throw gone()
      }
      if waited >= patience { throw Failure.noRest(screen: text) }
    }
  }

  func signal(_ number: Int32) { cvt_signal(terminal, number) }

  /// Closes the terminal under the program's feet.
  func hangUp() { cvt_hang_up(terminal) }

  /// The exit status, or 1000 and the number of the signal that ended it.
  func waitForEnd() throws -> Int {
    let status = Int(cvt_wait(terminal, patience))
    if status < 0 { throw Failure.noRest(screen: text) }
    return status
  }

  // MARK: Seeing

  /// The screen, one string a row, blanks at the end left out.
  var lines: [String] {
    let (rows, columns) = size
    return (0..<rows).map { row in
      var line = ""
      for column in 0..<columns {
        guard let cell = rawCell(row, column), !Self.isSecondHalf(cell) else { continue }
        line += cell.scalars.0 == 0 ? " " : Self.text(of: cell)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  var text: String { lines.joined(separator: "\n") }

  /// Nil outside the screen and for the second half of a wide letter.
  func cell(row: Int, column: Int) -> Cell? {
    guard let cell = rawCell(row, column), !Self.isSecondHalf(cell) else { return nil }
    return Cell(
      text: cell.scalars.0 == 0 ? " " : Self.text(of: cell), foreground: Int(cell.foreground),
      background: Int(cell.background), isBold: cell.bold, isUnderlined: cell.underline,
      isReversed: cell.reverse)
  }

  var size: (rows: Int, columns: Int) {
    var rows: Int32 = 0
    var columns: Int32 = 0
    cvt_size(terminal, &rows, &columns)
    return (Int(rows), Int(columns))
  }

  /// Where the cursor stands, nil when it is hidden.
  var cursor: (row: Int, column: Int)? {
    var row: Int32 = 0
    var column: Int32 = 0
    var isVisible = false
    cvt_cursor(terminal, &row, &column, &isVisible)
    return isVisible ? (Int(row), Int(column)) : nil
  }

  var process: Int32 { cvt_process(terminal) }
  var bells: Int { Int(cvt_bells(terminal)) }
  /// How many bytes came that a line of seven bits could not carry.
  var bytesBeyondASCII: Int { Int(cvt_beyond_ascii(terminal)) }
  var bytesReceived: Int { Int(cvt_received(terminal)) }
  var isOnAlternateScreen: Bool { cvt_is_on_alternate_screen(terminal) }
  /// Whether the line was put back as a shell expects it.
  var isLineCooked: Bool { cvt_is_line_cooked(terminal) }
  /// Whether the program was stopped, as Ctrl+Z does it, and not yet continued.
  var isStopped: Bool { cvt_is_stopped(terminal) }
  /// How often the program has gone to sleep.
  var rests: Int { Int(cvt_last_beacon(terminal).count) }

  // MARK: Hands

  private func gone() -> Failure {
    Failure.gone(status: Int(cvt_wait(terminal, patience)), screen: text)
  }

  private func rawCell(_ row: Int, _ column: Int) -> cvt_cell? {
    var cell = cvt_cell()
    return cvt_cell_at(terminal, Int32(row), Int32(column), &cell) ? cell : nil
  }

  private static func isSecondHalf(_ cell: cvt_cell) -> Bool { cell.scalars.0 == .max }

  private static func text(of cell: cvt_cell) -> String {
    var text = String.UnicodeScalarView()
    withUnsafeBytes(of: cell.scalars) { bytes in
      for value in bytes.bindMemory(to: UInt32.self).prefix(while: { $0 != 0 }) {
        if let scalar = Unicode.Scalar(value) { text.append(scalar) }
      }
    }
    return String(text)
  }

  /// A program of this package, which was built beside the tests.
  static func builtProgram(_ name: String) -> String {
    var path = [CChar](repeating: 0, count: 4_096)
    let length = readlink("/proc/self/exe", &path, path.count - 1)
    let tests = String(
      decoding: path.prefix(max(0, length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let slash = tests.lastIndex(of: "/") else { return name }
    return tests[...slash] + name
  }
}
