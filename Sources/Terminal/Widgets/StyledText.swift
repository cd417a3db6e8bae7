/// A paragraph whose parts have roles of their own.
public struct StyledText: Equatable, Sendable {
  public struct Span: Equatable, Sendable {
    public var text: String
    public var role: Role

    public init(_ text: String, _ role: Role = .text) {
      self.text = text
      self.role = role
    }
  }

  public var spans: [Span]
  /// How far lines after the first one are indented.
  public var hangingIndent: Int

  public init(_ spans: [Span], hangingIndent: Int = 0) {
    self.spans = spans
    self.hangingIndent = hangingIndent
  }

  public init(_ text: String, role: Role = .text, hangingIndent: Int = 0) {
    self.init([Span(text, role)], hangingIndent: hangingIndent)
  }

  /// The paragraph as lines of at most `columns`, broken between words where that is possible.
  public func wrapped(columns: Int) -> [[Span]] {
    var wrapping = Wrapping(columns: max(1, columns), indent: min(hangingIndent, columns / 2))
    for span in spans {
      for piece in Self.pieces(of: span.text) { wrapping.add(piece, role: span.role) }
    }
    return wrapping.lines
  }

  /// Words, runs of blanks, and line ends, in order.
  private static func pieces(of text: String) -> [Substring] {
    var pieces: [Substring] = []
    var rest = text[...]
    while let first = rest.first {
      let kind = first.isNewline ? 0 : first == " " ? 1 : 2
      let end =
        kind == 0
        ? rest.index(after: rest.startIndex)
        : rest.firstIndex { ($0.isNewline ? 0 : $0 == " " ? 1 : 2) != kind } ?? rest.endIndex
      pieces.append(rest[..<end])
      rest = rest[end...]
    }
    return pieces
  }
}

extension StyledText: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self.init(text) }
}

private struct Wrapping {
  let columns: Int
  let indent: Int
  var lines: [[StyledText.Span]] = [[]]
  private var used = 0

  init(columns: Int, indent: Int) {
    self.columns = columns
    self.indent = max(0, indent)
  }

  mutating func add(_ piece: Substring, role: Role) {
    guard piece.first?.isNewline != true else { return startLine(indented: false) }
    let width = DisplayWidth.of(piece)
    if used + width <= columns { return append(piece, width: width, role: role) }
    guard piece.first != " " else { return startLine(indented: true) }
    if used > indent { startLine(indented: true) }
    var rest = piece
    while DisplayWidth.of(rest) > columns - used {
      let fitting = DisplayWidth.prefix(String(rest), columns: columns - used)
      let cut = max(1, fitting.count)
      append(rest.prefix(cut), width: DisplayWidth.of(rest.prefix(cut)), role: role)
      rest = rest.dropFirst(cut)
      if rest.isEmpty { return }
      startLine(indented: true)
    }
    append(rest, width: DisplayWidth.of(rest), role: role)
  }

  private mutating func append(_ text: Substring, width: Int, role: Role) {
    used += width
    let line = lines.endIndex - 1
    if let last = lines[line].indices.last, lines[line][last].role == role {
      lines[line][last].text += text
    } else {
      lines[line].append(StyledText.Span(String(text), role))
    }
  }

  private mutating func startLine(indented: Bool) {
    lines.append([])
    used = 0
    guard indented, indent > 0 else { return }
    append(Substring(String(repeating: " ", count: indent)), width: indent, role: .text)
  }
}

extension Surface {
  /// Writes one wrapped line and returns the columns it took.
  @discardableResult
  public mutating func write(_ spans: [StyledText.Span], at point: Point, width: Int) -> Int {
    var used = 0
    for span in spans where used < width {
      used += write(
        span.text, at: Point(row: point.row, column: point.column + used), role: span.role,
        width: width - used)
    }
    return used
  }

  /// The sign for text that goes on, as far as the terminal can show one.
  var ellipsis: String { drawsPlainLines ? ">" : "…" }
}
