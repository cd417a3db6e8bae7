extension Field {
  /// Draws the field on one row; text that is too long shows the part round the cursor.
  ///
  /// Long text moves by half the width at a time, so that typing at the edge stays cheap.
  public func draw(into surface: inout Surface, at point: Point, width: Int, isFocused: Bool) {
    let role: Role = error != nil ? .fieldError : isFocused ? .fieldFocus : .field
    let area = Rect(row: point.row, column: point.column, rows: 1, columns: width)
    surface.fill(area, role: role)
    surface.inside(area) { part in
      if let choice {
        drawChoice(choice, into: &part, role: role, isFocused: isFocused)
      } else if characters.isEmpty {
        part.write(
          placeholder, at: Point(row: 0, column: 0),
          role: isFocused ? .fieldFocusPlaceholder : .fieldPlaceholder)
        if isFocused { part.cursor = Point(row: 0, column: 0) }
      } else {
        drawText(into: &part, role: role, isFocused: isFocused)
      }
    }
  }

  private func drawChoice(
    _ choice: FieldChoice, into part: inout Surface, role: Role, isFocused: Bool
  ) {
    let text = DisplayWidth.shortened(
      choice.label, columns: max(0, part.size.columns - 4), ellipsis: part.ellipsis)
    part.write(isFocused ? "< \(text) >" : "  \(text)", at: Point(row: 0, column: 0), role: role)
    if isFocused { part.cursor = Point(row: 0, column: 2) }
  }

  private func drawText(into part: inout Surface, role: Role, isFocused: Bool) {
    let width = part.size.columns
    let dot: Character = part.drawsPlainLines ? "*" : "•"
    let characters = isSecret ? self.characters.map { _ in dot } : self.characters
    var starts = [0]
    for character in characters {
      starts.append(starts[starts.count - 1] + DisplayWidth.of(character))
    }
    let (total, place) = (starts[characters.count], starts[cursor])
    let offset = Self.offset(of: place, total: total, width: width, isFocused: isFocused)
    if let first = characters.indices.first(where: { starts[$0] >= offset }) {
      part.write(
        String(characters[first...]), at: Point(row: 0, column: starts[first] - offset), role: role)
    }
    if width >= 4 {
      if offset > 0 { part.write("<", at: Point(row: 0, column: 0), role: role) }
      if total - offset > width {
        part.write(">", at: Point(row: 0, column: width - 1), role: role)
      }
    }
    if isFocused { part.cursor = Point(row: 0, column: place - offset) }
  }

  /// The first column shown: the cursor and both signs for hidden text have a place.
  private static func offset(of place: Int, total: Int, width: Int, isFocused: Bool) -> Int {
    guard isFocused, total >= width, place > width - 2 else { return 0 }
    let step = max(1, width / 2)
    return (place - max(0, width - 2) + step - 1) / step * step
  }
}
