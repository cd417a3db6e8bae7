/// Wrapped text to read and scroll through.
public struct TextView: Sendable {
  public enum Response: Equatable, Sendable {
    case ignored
    case moved
  }

  public private(set) var paragraphs: [StyledText]
  public private(set) var top = 0
  private var lines: [[StyledText.Span]] = []
  private var wrappedColumns = 0
  private var pageRows = 1

  public init(_ paragraphs: [StyledText]) { self.paragraphs = paragraphs }

  /// Replaces the text and goes to its start.
  public mutating func setText(_ paragraphs: [StyledText]) {
    self.paragraphs = paragraphs
    wrappedColumns = 0
    top = 0
  }

  public mutating func update(_ event: ScreenEvent) -> Response {
    guard case .command(let command) = event else { return .ignored }
    switch command {
    case .listUp: top -= 1
    case .listDown: top += 1
    case .listPageUp: top -= pageRows
    case .listPageDown: top += pageRows
    case .listFirst: top = 0
    case .listLast: top = lines.count
    default: return .ignored
    }
    keepInRange()
    return .moved
  }

  /// Draws the part on screen; `role` is that of the ground.
  public mutating func draw(into surface: inout Surface, in rect: Rect, role: Role = .text) {
    if wrappedColumns != rect.columns {
      lines = paragraphs.flatMap { $0.wrapped(columns: rect.columns) }
      wrappedColumns = rect.columns
    }
    pageRows = max(1, rect.rows)
    keepInRange()
    surface.fill(rect, role: role)
    for (row, line) in lines[top...].prefix(max(0, rect.rows)).enumerated() {
      // Text without a role of its own stands on the ground it is drawn on.
      let spans = line.map { StyledText.Span($0.text, $0.role == .text ? role : $0.role) }
      surface.write(
        spans, at: Point(row: rect.row + row, column: rect.column), width: rect.columns)
    }
  }

  /// Whether text goes on above or below what was drawn last.
  public var hasMoreAbove: Bool { top > 0 }
  public var hasMoreBelow: Bool { top + pageRows < lines.count }

  private mutating func keepInRange() { top = max(0, min(top, lines.count - pageRows)) }
}
