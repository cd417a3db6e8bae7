import Glibc
import Terminal

/// Rows for people: columns aligned, one of them giving way so that a line fits the screen.
struct TextTable {
  struct Column {
    var heading: String
    var isNumber = false
    /// Shortened when the table is wider than the screen.
    var givesWay = false
  }

  var columns: [Column]
  var rows: [[String]] = []

  /// What the giving column keeps in any case.
  private static let columnsMinimum = 12

  init(_ columns: [Column]) { self.columns = columns }

  func lines(width: Int = TextTable.screenColumns) -> [String] {
    let widths = widths(fitting: width)
    return ([columns.map(\.heading)] + rows).map { cells in
      let padded = zip(columns.indices, cells).map { index, cell in
        pad(cell, to: widths[index], isNumber: columns[index].isNumber)
      }
      return trimmedEnd(padded.joined(separator: "  "))
    }
  }

  private func widths(fitting width: Int) -> [Int] {
    var widths = columns.indices.map { index in
      ([columns[index].heading] + rows.map { $0[index] }).map { DisplayWidth.of($0) }.max() ?? 0
    }
    var excess = widths.reduce(0, +) + 2 * (columns.count - 1) - width
    let giving = columns.indices.filter { columns[$0].givesWay }
    while excess > 0, let widest = giving.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > TextTable.columnsMinimum
    {
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func pad(_ cell: String, to width: Int, isNumber: Bool) -> String {
    let shown = DisplayWidth.shortened(cell, columns: width)
    let blanks = String(repeating: " ", count: max(0, width - DisplayWidth.of(shown)))
    return isNumber ? blanks + shown : shown + blanks
  }

  private func trimmedEnd(_ line: String) -> String {
    var line = line
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }

  /// The width of the terminal that standard output goes to; 80 for a file or a pipe.
  static var screenColumns: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
