/// Lines and boxes, plain where the terminal has no line drawing.
extension Surface {
  public mutating func drawBox(_ rect: Rect, role: Role = .border) {
    guard rect.rows >= 1, rect.columns >= 1 else { return }
    let (right, bottom) = (rect.endColumn - 1, rect.endRow - 1)
    drawHorizontalLine(
      at: Point(row: rect.row, column: rect.column), length: rect.columns, role: role)
    drawHorizontalLine(
      at: Point(row: bottom, column: rect.column), length: rect.columns, role: role)
    drawVerticalLine(at: Point(row: rect.row, column: rect.column), length: rect.rows, role: role)
    drawVerticalLine(at: Point(row: rect.row, column: right), length: rect.rows, role: role)
    guard rect.rows >= 2, rect.columns >= 2 else { return }
    for (row, column, corner) in [
      (rect.row, rect.column, "┌"), (rect.row, right, "┐"),
      (bottom, rect.column, "└"), (bottom, right, "┘"),
    ] {
      write(drawsPlainLines ? "+" : corner, at: Point(row: row, column: column), role: role)
    }
  }

  public mutating func drawHorizontalLine(at point: Point, length: Int, role: Role = .border) {
    fill(
      Rect(row: point.row, column: point.column, rows: 1, columns: length), role: role,
      with: drawsPlainLines ? "-" : "─")
  }

  public mutating func drawVerticalLine(at point: Point, length: Int, role: Role = .border) {
    fill(
      Rect(row: point.row, column: point.column, rows: length, columns: 1), role: role,
      with: drawsPlainLines ? "|" : "│")
  }
}
