import MARC
import Terminal

/// The rows of a record that are on screen: only these are laid out, however long the record is.
struct EditorWindow {
  /// The line and its row that stand at the top.
  private(set) var top = (line: 0, row: 0)
  /// What stands at the front of the row at the top, where only a part of its text is laid out.
  private var topSpot: EditingPlace.Spot?
  private var size = Size(rows: 1, columns: 1)
  /// The column that the cursor keeps while it goes up and down.
  private var wantedColumn: Int?

  /// Lays a line out as far as the screen reaches from the cursor in it.
  private func layout(
    _ line: Int, _ session: EditingSession, cursor: EditingPlace.Spot? = nil
  ) -> FieldLayout {
    let columns = size.columns
    return line == 0
      ? FieldLayout(session.current.leader, columns: columns)
      : FieldLayout(
        session.fields[line - 1], columns: columns, reach: size.rows * columns, cursor: cursor)
  }

  /// The cursor went elsewhere than up or down.
  mutating func forgetColumn() { wantedColumn = nil }

  // MARK: - Up and down

  /// Where the cursor comes to stand so many rows further down, or up.
  mutating func place(rows: Int, from session: EditingSession) -> EditingPlace {
    let start = session.place
    var layout = layout(start.line, session, cursor: start.spot)
    let point = layout.point(of: start.spot)
    let column = wantedColumn ?? point.column
    wantedColumn = column
    var (line, row) = (start.line, point.row)
    for _ in 0..<abs(rows) {
      if rows > 0 {
        if row + 1 < layout.rows.count {
          row += 1
        } else if line + 1 < session.lineCount {
          (line, row) = (line + 1, 0)
          layout = self.layout(line, session)
        }
      } else if row > 0 {
        row -= 1
      } else if line > 0 {
        line -= 1
        layout = self.layout(line, session)
        row = layout.rows.count - 1
      }
    }
    let spot = layout.spot(row: row, column: column)
    return EditingPlace(line: line, spot ?? .text(0, offset: 0))
  }

  /// The columns in which lines are laid out.
  var columns: Int { size.columns }

  var pageRows: Int { max(1, size.rows - 1) }

  // MARK: - Drawing

  /// Draws the lines round the cursor; `mark` gives the sign in front of a line and its role.
  mutating func draw(
    _ session: EditingSession, into surface: inout Surface,
    mark: (Int) -> (sign: String, role: Role)?
  ) {
    size = Size(rows: surface.size.rows, columns: max(12, surface.size.columns - 1))
    let place = session.place
    let cursorLayout = layout(place.line, session, cursor: place.spot)
    let cursor = cursorLayout.point(of: place.spot)
    findTop(cursorLayout, cursor, session)
    showCursor(line: place.line, row: cursor.row, session)
    var (line, skipped) = top
    var row = 0
    while row < size.rows, line < session.lineCount {
      let layout = line == place.line ? cursorLayout : layout(line, session)
      if row == 0 { topSpot = layout.isCut ? layout.firstSpot(row: skipped) : nil }
      if skipped == 0, let mark = mark(line) {
        surface.write(mark.sign, at: Point(row: row, column: 0), role: mark.role)
      }
      for part in min(skipped, layout.rows.count - 1)..<layout.rows.count where row < size.rows {
        layout.draw(row: part, into: &surface, at: Point(row: row, column: 1))
        if line == place.line, part == cursor.row {
          surface.cursor = Point(row: row, column: cursor.column + 1)
        }
        row += 1
      }
      skipped = 0
      line += 1
    }
  }

  /// Finds the row at the top again, which has another number when another part of a long text is laid out.
  private mutating func findTop(
    _ cursorLayout: FieldLayout, _ cursor: Point, _ session: EditingSession
  ) {
    guard let spot = topSpot, top.line < session.lineCount else { return }
    if top.line == session.place.line {
      top.row = cursorLayout.row(of: spot) ?? max(0, cursor.row - size.rows / 2)
    } else {
      let layout = layout(top.line, session)
      top.row = layout.row(of: spot) ?? layout.rows.count - 1
    }
  }

  /// Moves the top no further than needed for the cursor's row to be on screen.
  private mutating func showCursor(line: Int, row: Int, _ session: EditingSession) {
    if top.line >= session.lineCount { top = (line, row) }
    if (line, row) < top {
      top = (line, row)
      return
    }
    // The rows from the cursor upwards, until the screen is full.
    var highest = (line: line, row: row)
    var room = size.rows - 1
    while room > 0, highest > top {
      if highest.row > 0 {
        let step = min(room, highest.row)
        highest.row -= step
        room -= step
      } else {
        highest.line -= 1
        highest.row = layout(highest.line, session).rows.count - 1
        room -= 1
      }
    }
    if highest > top { top = highest }
  }
}
