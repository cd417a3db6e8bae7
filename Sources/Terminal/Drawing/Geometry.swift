public struct Size: Equatable, Sendable {
  public var rows: Int
  public var columns: Int
  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}

public struct Point: Equatable, Sendable {
  public var row: Int
  public var column: Int
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// Rows and columns of a screen; it may be empty or reach beyond the edges.
public struct Rect: Equatable, Sendable {
  public var row: Int
  public var column: Int
  public var rows: Int
  public var columns: Int
  public init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = rows
    self.columns = columns
  }

  public init(_ size: Size) {
    self.init(row: 0, column: 0, rows: size.rows, columns: size.columns)
  }

  public var size: Size { Size(rows: rows, columns: columns) }
  public var endRow: Int { row + rows }
  public var endColumn: Int { column + columns }
  public var isEmpty: Bool { rows <= 0 || columns <= 0 }

  public func contains(_ point: Point) -> Bool {
    point.row >= row && point.row < endRow && point.column >= column && point.column < endColumn
  }

  public func intersection(_ other: Rect) -> Rect {
    let top = max(row, other.row)
    let left = max(column, other.column)
    return Rect(
      row: top, column: left,
      rows: max(0, min(endRow, other.endRow) - top),
      columns: max(0, min(endColumn, other.endColumn) - left))
  }

  /// The same rectangle without `margin` cells on every side; empty when nothing is left.
  public func inset(by margin: Int) -> Rect {
    Rect(
      row: row + margin, column: column + margin,
      rows: max(0, rows - 2 * margin), columns: max(0, columns - 2 * margin))
  }
}
