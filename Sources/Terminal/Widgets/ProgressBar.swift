/// How far a long job has come: words, a bar and a percentage on one row.
public struct ProgressBar: Equatable, Sendable {
  public var label: String
  public var done: Int
  public var total: Int

  public init(label: String, done: Int = 0, total: Int) {
    self.label = label
    self.done = done
    self.total = total
  }

  /// Whole percents, rounded down, so that 100 means done; an empty job is done.
  public var percent: Int {
    guard total > 0 else { return 100 }
    return Int(Double(max(0, min(done, total))) / Double(total) * 100)
  }

  public func draw(into surface: inout Surface, at point: Point, width: Int) {
    let figure = " \(String(repeating: " ", count: 3 - "\(percent)".count))\(percent)%"
    let labelColumns = min(DisplayWidth.of(label), width / 2)
    let barColumns = max(0, width - labelColumns - 1 - figure.count)
    let filled = barColumns * percent / 100
    let area = Rect(row: point.row, column: point.column, rows: 1, columns: width)
    surface.inside(area) { part in
      part.write(label, at: Point(row: 0, column: 0), width: labelColumns)
      let start = labelColumns + 1
      part.fill(Rect(row: 0, column: start, rows: 1, columns: barColumns), role: .progress)
      part.fill(
        Rect(row: 0, column: start, rows: 1, columns: filled), role: .progressDone,
        with: part.drawsPlainLines ? "#" : " ")
      part.write(figure, at: Point(row: 0, column: start + barColumns))
    }
  }
}
