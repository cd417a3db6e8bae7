/// What just happened on the left and where things stand on the right; a long text takes more rows than one.
public struct StatusLine: Equatable, Sendable {
  public var text: String
  public var role: Role
  public var trailing: String

  /// The most rows a long text takes; only what goes beyond them is cut.
  public static let rowsMaximum = 3

  public init(_ text: String = "", role: Role = .status, trailing: String = "") {
    self.text = text
    self.role = role
    self.trailing = trailing
  }

  /// How many rows of that width the text takes.
  public func rows(width: Int) -> Int {
    min(StatusLine.rowsMaximum, lines(width: width).count)
  }

  /// Draws on `rows` rows from `point` on; what does not fit is cut with an ellipsis.
  public func draw(into surface: inout Surface, at point: Point, width: Int, rows: Int = 1) {
    let area = Rect(row: point.row, column: point.column, rows: rows, columns: width)
    surface.fill(area, role: role)
    surface.inside(area) { part in
      let end = DisplayWidth.shortened(trailing, columns: width / 2, ellipsis: part.ellipsis)
      part.write(end, at: Point(row: 0, column: width - DisplayWidth.of(end)), role: role)
      let lines = lines(width: width)
      for (row, line) in lines.prefix(rows).enumerated() {
        // The last row begins all that is left, so that a cut shows.
        let isLast = row == rows - 1 && lines.count > rows
        let text = isLast ? lines[row...].joined(separator: " ") : line
        part.write(
          DisplayWidth.shortened(
            text, columns: row == 0 ? room(width: width) : width, ellipsis: part.ellipsis),
          at: Point(row: row, column: 0), role: role)
      }
    }
  }

  /// What the text has of the first row.
  private func room(width: Int) -> Int {
    let end = min(DisplayWidth.of(trailing), width / 2)
    return max(0, end == 0 ? width : width - end - 1)
  }

  /// The text broken between words, the first row beside what stands on the right.
  private func lines(width: Int) -> [String] {
    let room = room(width: width)
    guard DisplayWidth.of(text) > room else { return [text] }
    let first = StyledText(text).wrapped(columns: room)[0].map(\.text).joined()
    let rest = text.dropFirst(first.count).drop { $0 == " " }
    return [first]
      + StyledText(String(rest)).wrapped(columns: width).map { $0.map(\.text).joined() }
  }
}
