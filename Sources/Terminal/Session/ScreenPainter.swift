import CTerminal

/// Brings a surface onto the terminal: only what differs from what ncurses already has.
final class ScreenPainter {
  private let depth: ColorDepth
  private let style: (Role, ColorDepth) -> Style
  /// What is sent instead of letters that the terminal has none for.
  var lettering: Lettering
  /// What ncurses was told last; nil when everything has to be told again.
  private var shown: Surface?
  /// By role number, worked out at first use.
  private var looks: [Look?] = []

  private struct Look {
    let attributes: UInt8
    let colorPair: Int32
  }

  init(
    depth: ColorDepth, lettering: Lettering, style: @escaping (Role, ColorDepth) -> Style
  ) {
    self.depth = depth
    self.lettering = lettering
    self.style = style
  }

  /// Forgets the styles and what the terminal shows, after a new theme or when others wrote on it.
  func forget() {
    shown = nil
    looks = []
  }

  /// Shows a surface and gives back another of the same size to draw the next frame into.
  func paint(_ surface: inout Surface) {
    for row in 0..<surface.size.rows { paintRow(row, of: surface) }
    if let cursor = surface.cursor {
      ct_cursor_show(Int32(cursor.row), Int32(cursor.column))
    } else {
      ct_cursor_hide()
    }
    ct_refresh()
    var other = shown ?? Surface(size: surface.size, drawsPlainLines: surface.drawsPlainLines)
    swap(&surface, &other)
    shown = other
  }

  /// Tells ncurses one stretch of the row, from the first cell that changed to the last.
  private func paintRow(_ row: Int, of surface: Surface) {
    var stretch = 0..<surface.size.columns
    if let shown {
      guard let changed = surface.changedColumns(row: row, from: shown) else { return }
      stretch = changed
    }
    surface.withRow(row) { cells in
      // A wide letter is told by its first half, and telling it undoes what stood there before.
      let first = stretch.lowerBound
      let start = first > 0 && cells[first].isContinuation ? first - 1 : first
      for column in start..<stretch.upperBound where !cells[column].isContinuation {
        put(cells[column], row: row, column: column)
      }
    }
  }

  private func put(_ cell: Surface.Cell, row: Int, column: Int) {
    guard let scalar = lettering.replacement(for: cell) else {
      return send(cell, row: row, column: column)
    }
    send(Surface.Cell(scalar, role: cell.role), row: row, column: column)
    // What stands for a wide letter leaves its second column empty.
    if cell.isWide { send(Surface.Cell(" ", role: cell.role), row: row, column: column + 1) }
  }

  private func send(_ cell: Surface.Cell, row: Int, column: Int) {
    let look = look(of: cell.role)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Surface.Cell.marksMaximum + 1) {
      scalars in
      var count = 0
      while count <= Surface.Cell.marksMaximum, let scalar = cell.scalar(count) {
        scalars[count] = scalar.value
        count += 1
      }
      ct_put(
        Int32(row), Int32(column), scalars.baseAddress, Int32(count), look.attributes,
        look.colorPair)
    }
  }

  private func look(of role: Role) -> Look {
    let index = Int(role.index)
    while looks.count <= index { looks.append(nil) }
    if let look = looks[index] { return look }
    let style = style(role, depth)
    let look = Look(
      attributes: style.attributes.rawValue,
      colorPair: ct_color_pair(Int32(style.foreground), Int32(style.background)))
    looks[index] = look
    return look
  }
}
