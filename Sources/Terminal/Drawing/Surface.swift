import Glibc

/// A rectangle of character cells that screens draw into: tests read it as text, the terminal diffs it.
///
/// Everything is clipped: drawing outside the surface, or outside the part named by `inside`, is
/// allowed and leaves no trace.
public struct Surface: Sendable {
  /// The size of the part being drawn: the whole surface, or the rectangle given to `inside`.
  public private(set) var size: Size

  /// Whether lines are drawn with `+`, `-` and `|`, for terminals that have nothing better.
  public let drawsPlainLines: Bool

  private let fullSize: Size
  private var cells: [Cell]
  private var origin = Point(row: 0, column: 0)
  private var clip: Rect
  private var cursorPlace: Point?

  public init(size: Size, drawsPlainLines: Bool = false) {
    let size = Size(rows: max(0, size.rows), columns: max(0, size.columns))
    self.size = size
    self.drawsPlainLines = drawsPlainLines
    fullSize = size
    clip = Rect(size)
    cells = Array(repeating: Cell(" ", role: .text), count: size.rows * size.columns)
  }

  /// The part being drawn, in its own coordinates.
  public var bounds: Rect { Rect(size) }

  /// Where the terminal's cursor stands, or nil when it is hidden; a place outside hides it.
  public var cursor: Point? {
    get {
      cursorPlace.map { Point(row: $0.row - origin.row, column: $0.column - origin.column) }
    }
    set {
      cursorPlace = newValue.map {
        Point(row: $0.row + origin.row, column: $0.column + origin.column)
      }
      if let place = cursorPlace, !clip.contains(place) { cursorPlace = nil }
    }
  }

  /// Draws in a part of the surface, in coordinates that begin at its corner.
  public mutating func inside<Result>(
    _ rect: Rect, _ draw: (inout Surface) throws -> Result
  ) rethrows -> Result {
    let (outerSize, outerOrigin, outerClip) = (size, origin, clip)
    defer { (size, origin, clip) = (outerSize, outerOrigin, outerClip) }
    let part = absolute(rect)
    size = Size(rows: max(0, rect.rows), columns: max(0, rect.columns))
    origin = Point(row: part.row, column: part.column)
    clip = part.intersection(clip)
    return try draw(&self)
  }

  /// The cell at a place, or nil outside.
  public func cell(at point: Point) -> Cell? {
    let row = point.row + origin.row
    let column = point.column + origin.column
    guard clip.contains(Point(row: row, column: column)) else { return nil }
    return cells[row * fullSize.columns + column]
  }

  /// The part being drawn as text, one string a row, blanks at the end left out.
  public var lines: [String] {
    (0..<size.rows).map { row in
      var line = ""
      var blanks = 0
      for column in 0..<size.columns {
        guard let cell = cell(at: Point(row: row, column: column)) else { continue }
        if cell.isBlank {
          blanks += 1
        } else if !cell.isContinuation {
          line += String(repeating: " ", count: blanks) + cell.text
          blanks = 0
        }
      }
      return line
    }
  }

  /// Makes everything blank again, as a new surface is.
  mutating func erase() {
    cells.withUnsafeMutableBufferPointer { $0.update(repeating: Cell(" ", role: .text)) }
    cursorPlace = nil
  }

  func absolute(_ rect: Rect) -> Rect {
    Rect(
      row: rect.row + origin.row, column: rect.column + origin.column,
      rows: rect.rows, columns: rect.columns)
  }
}

// MARK: - Cells

extension Surface {
  /// The cells of a row of the whole surface, whatever part is being drawn.
  func withRow<Result>(_ row: Int, _ body: (UnsafeBufferPointer<Cell>) -> Result) -> Result {
    cells.withUnsafeBufferPointer {
      let start = row * fullSize.columns
      return body(UnsafeBufferPointer(rebasing: $0[start..<start + fullSize.columns]))
    }
  }

  /// From the first to the last column in which a row differs from another surface's.
  func changedColumns(row: Int, from other: Surface) -> Range<Int>? {
    withRow(row) { cells in
      other.withRow(row) { before in
        guard let start = cells.baseAddress, let startBefore = before.baseAddress,
          memcmp(start, startBefore, cells.count * MemoryLayout<Cell>.stride) != 0,
          let first = cells.indices.first(where: { cells[$0] != before[$0] }),
          let last = cells.indices.last(where: { cells[$0] != before[$0] })
        else { return nil }
        return first..<last + 1
      }
    }
  }

  /// Sets every cell of a rectangle to one letter.
  public mutating func fill(_ rect: Rect, role: Role, with letter: Unicode.Scalar = " ") {
    let area = absolute(rect).intersection(clip)
    guard !area.isEmpty else { return }
    let cell = Cell(DisplayWidth.shown(letter) == 1 ? letter : " ", role: role)
    for row in area.row..<area.endRow {
      freeEdges(row: row, from: area.column, to: area.endColumn)
      let start = row * fullSize.columns
      cells.withUnsafeMutableBufferPointer {
        $0[start + area.column..<start + area.endColumn].update(repeating: cell)
      }
    }
  }

  /// Fills all of the part being drawn.
  public mutating func fill(role: Role, with letter: Unicode.Scalar = " ") {
    fill(bounds, role: role, with: letter)
  }

  /// Changes the role of a rectangle and leaves its letters.
  public mutating func paint(_ rect: Rect, role: Role) {
    let area = absolute(rect).intersection(clip)
    guard !area.isEmpty else { return }
    for row in area.row..<area.endRow {
      let start = row * fullSize.columns
      for index in start + area.column..<start + area.endColumn { cells[index].role = role }
    }
  }

  /// Writes text on one row and returns the columns it took, up to the edge.
  ///
  /// What does not fit into `width` columns or beyond the edge is left out; half of a wide letter
  /// becomes a blank. Control characters show as a replacement sign.
  @discardableResult
  public mutating func write(
    _ text: String, at point: Point, role: Role = .text, width limit: Int = .max
  ) -> Int {
    let row = point.row + origin.row
    let start = point.column + origin.column
    let isVisibleRow = row >= clip.row && row < clip.endRow
    var used = 0
    var last: Int?
    for scalar in text.unicodeScalars {
      let shown = DisplayWidth.shown(scalar)
      let width = shown ?? 1
      if width == 0 && used > 0 {
        if let last { cells[last].add(mark: scalar) }
        continue
      }
      let columns = max(1, width)
      guard columns <= limit - used, start + used < clip.endColumn else { break }
      if isVisibleRow {
        var cell = Cell(
          width == 0 ? " " : shown == nil ? replacement : scalar, role: role, isWide: columns == 2)
        if width == 0 { cell.add(mark: scalar) }
        last = put(cell, row: row, column: start + used)
      }
      used += columns
    }
    return used
  }

  private var replacement: Unicode.Scalar { drawsPlainLines ? "?" : "\u{FFFD}" }

  /// Sets one cell, or two for a wide letter, and returns the place where marks may follow.
  private mutating func put(_ cell: Cell, row: Int, column: Int) -> Int? {
    let end = column + (cell.isWide ? 2 : 1)
    let visible = max(column, clip.column)..<max(column, clip.column, min(end, clip.endColumn))
    guard !visible.isEmpty else { return nil }
    freeEdges(row: row, from: visible.lowerBound, to: visible.upperBound)
    let index = row * fullSize.columns + visible.lowerBound
    guard visible.count == end - column else {
      cells[index] = Cell(" ", role: cell.role)
      return nil
    }
    cells[index] = cell
    if cell.isWide { cells[index + 1] = Cell(continuationIn: cell.role) }
    return index
  }

  /// Blanks the halves that stay outside when a range of columns cuts through wide letters.
  private mutating func freeEdges(row: Int, from column: Int, to end: Int) {
    let start = row * fullSize.columns
    if column > 0, cells[start + column].isContinuation {
      cells[start + column - 1] = Cell(" ", role: cells[start + column - 1].role)
    }
    if end < fullSize.columns, cells[start + end].isContinuation {
      cells[start + end] = Cell(" ", role: cells[start + end].role)
    }
  }
}
