/// A list with columns over any number of rows; only those on screen are ever asked for.
///
/// The table knows how many rows there are and which one is selected, not what is in them: `draw`
/// is given a source that answers for a small range. Every operation takes the same time for ten
/// rows and for a million.
public struct Table: Sendable {
  public enum Response: Equatable, Sendable {
    case ignored
    case moved
    /// The person opened this row.
    case opened(Int)
  }

  public var columns: [TableColumn]
  /// What stands there when there are no rows.
  public var emptyText: String
  public private(set) var count: Int
  /// The first row on screen.
  public private(set) var top = 0
  private var place = 0
  /// Rows on screen when it was last drawn: the length of a page.
  private var pageRows = 1

  public init(columns: [TableColumn], count: Int = 0, emptyText: String = "") {
    self.columns = columns
    self.emptyText = emptyText
    self.count = max(0, count)
  }

  /// The row the next command is about, or nil when there are none.
  public var selected: Int? { count == 0 ? nil : place }

  /// The rows on screen when it was last drawn.
  public var visibleRows: Range<Int> { top..<max(top, min(count, top + pageRows)) }

  /// Tells the table of a new number of rows; the selection stays as near as it can.
  public mutating func setCount(_ count: Int) {
    self.count = max(0, count)
    select(place)
  }

  /// Tells the table that rows came in above those it has, or went where there are fewer than none.
  ///
  /// The same rows stay on screen, and the same one selected.
  public mutating func insert(above rows: Int, count: Int) {
    self.count = max(0, count)
    top += rows
    select(place + rows)
  }

  public mutating func select(_ row: Int) {
    place = max(0, min(row, count - 1))
    showSelected()
  }

  public mutating func update(_ event: ScreenEvent) -> Response {
    guard case .command(let command) = event else { return .ignored }
    switch command {
    case .listUp: return move(by: -1)
    case .listDown: return move(by: 1)
    case .listPageUp: return move(by: -pageRows)
    case .listPageDown: return move(by: pageRows)
    case .listFirst: return move(by: -count)
    case .listLast: return move(by: count)
    case .listOpen: return selected.map(Response.opened) ?? .ignored
    default: return .ignored
    }
  }

  private mutating func move(by rows: Int) -> Response {
    if abs(rows) == pageRows, pageRows > 1 {
      top = max(0, min(top + rows, count - pageRows))
    }
    select(place + rows)
    return .moved
  }

  private mutating func showSelected() {
    if place < top { top = place }
    if place >= top + pageRows { top = place - pageRows + 1 }
    top = max(0, min(top, count - pageRows))
  }
}

// MARK: - Drawing

extension Table {
  /// Draws header and rows, and remembers how long a page is.
  ///
  /// `rows` is asked once for the range on screen; rows it does not have yet stay empty.
  public mutating func draw(
    into surface: inout Surface, in rect: Rect, isFocused: Bool = true,
    rows: (Range<Int>) -> [TableRow]
  ) {
    let hasHeader = columns.contains { !$0.title.isEmpty }
    pageRows = max(1, rect.rows - (hasHeader ? 1 : 0))
    showSelected()
    surface.inside(rect) { part in
      part.fill(role: .list)
      guard !part.bounds.isEmpty else { return }
      let layout = TableColumn.layout(columns, width: part.size.columns - 1)
      if hasHeader { drawHeader(into: &part, layout: layout) }
      let first = hasHeader ? 1 : 0
      if count == 0 {
        part.write(emptyText, at: Point(row: first, column: 0), role: .muted)
      }
      for (offset, row) in rows(visibleRows).prefix(visibleRows.count).enumerated() {
        let isSelected = isFocused && top + offset == place
        draw(row, at: first + offset, isSelected: isSelected, into: &part, layout: layout)
      }
      drawThumb(into: &part, from: first)
    }
  }

  private func drawHeader(into part: inout Surface, layout: [(start: Int, width: Int)]) {
    part.fill(
      Rect(row: 0, column: 0, rows: 1, columns: part.size.columns), role: .listHeader)
    for (column, place) in zip(columns, layout) {
      write(column.title, role: .listHeader, column: column, place: place, row: 0, into: &part)
    }
  }

  private func draw(
    _ row: TableRow, at line: Int, isSelected: Bool, into part: inout Surface,
    layout: [(start: Int, width: Int)]
  ) {
    // By the row's own number, so that scrolling moves stripes instead of redrawing them.
    let stripe: Role = (top + line).isMultiple(of: 2) ? .list : .listAlternate
    let role = isSelected ? .listSelected : row.role ?? stripe
    part.fill(Rect(row: line, column: 0, rows: 1, columns: part.size.columns), role: role)
    for ((column, place), cell) in zip(zip(columns, layout), row.cells) {
      write(
        cell.text, role: isSelected ? role : cell.role ?? role, column: column, place: place,
        row: line, into: &part)
    }
  }

  private func write(
    _ text: String, role: Role, column: TableColumn, place: (start: Int, width: Int), row: Int,
    into part: inout Surface
  ) {
    let text = DisplayWidth.shortened(text, columns: place.width, ellipsis: part.ellipsis)
    let indent = column.alignment == .trailing ? place.width - DisplayWidth.of(text) : 0
    part.write(
      text, at: Point(row: row, column: place.start + max(0, indent)), role: role,
      width: place.width)
  }

  /// One cell at the right edge shows where in the whole list the screen is.
  private func drawThumb(into part: inout Surface, from first: Int) {
    guard count > pageRows, pageRows > 1 else { return }
    let row = first + top * (pageRows - 1) / max(1, count - pageRows)
    part.fill(
      Rect(row: row, column: part.size.columns - 1, rows: 1, columns: 1), role: .scrollbar)
  }
}
