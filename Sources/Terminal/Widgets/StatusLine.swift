/// One row with what just happened on the left and where things stand on the right.
public struct StatusLine: Equatable, Sendable {
  public var text: String
  public var role: Role
  public var trailing: String

  public init(_ text: String = "", role: Role = .status, trailing: String = "") {
    self.text = text
    self.role = role
    self.trailing = trailing
  }

  public func draw(into surface: inout Surface, at point: Point, width: Int) {
    let area = Rect(row: point.row, column: point.column, rows: 1, columns: width)
    surface.fill(area, role: role)
    surface.inside(area) { part in
      let end = DisplayWidth.shortened(trailing, columns: width / 2, ellipsis: part.ellipsis)
      let start = width - DisplayWidth.of(end)
      let room = max(0, end.isEmpty ? width : start - 1)
      part.write(
        DisplayWidth.shortened(text, columns: room, ellipsis: part.ellipsis),
        at: Point(row: 0, column: 0), role: role)
      part.write(end, at: Point(row: 0, column: start), role: role)
    }
  }
}
