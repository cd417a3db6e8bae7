import Glibc
import Terminal

/// A bar on standard error that shows how far a long task is; nothing where no person looks.
final class ProgressLine {
  private static let barColumns = 30

  private let isShown: Bool
  private var lastShown = 0.0
  private var letters = TerminalText(.asked)

  init(isQuiet: Bool = false) { isShown = !isQuiet && isatty(STDERR_FILENO) == 1 }

  /// Shows `done` of `total` and a few words, at most ten times a second.
  func show(_ done: Int, of total: Int, _ words: @autoclosure () -> String) {
    guard isShown else { return }
    let now = ProgressLine.seconds
    guard now - lastShown > 0.1 else { return }
    lastShown = now
    let share = total > 0 ? min(1, Double(done) / Double(total)) : 0
    let filled = Int(share * Double(ProgressLine.barColumns))
    let bar =
      String(repeating: "█", count: filled)
      + String(repeating: "░", count: ProgressLine.barColumns - filled)
    let line = DisplayWidth.shortened(
      "\(bar) \(Int(share * 100))% \(words())", columns: TextTable.screenColumns - 1)
    write("\r" + line + "\u{1B}[K")
  }

  /// Takes the bar away.
  func end() {
    guard isShown, lastShown > 0 else { return }
    write("\r\u{1B}[K")
  }

  private func write(_ text: String) {
    let bytes = Array(letters.shown(text).utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  private static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
