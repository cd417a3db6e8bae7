/// A rectangle of character cells that screens draw into: tests read it as text, the terminal diffs it.
public struct Surface: Sendable {
  public struct Cell: Equatable, Sendable {
    /// One grapheme; empty in the second column of a wide one.
    public var text: String
    public var role: Role
  }

  public let size: Size
  public private(set) var cells: [Cell]
  /// Where the terminal's cursor stands, or nil when it is hidden.
  public var cursor: Point?

  public init(size: Size) {
    self.size = size
    cells = Array(repeating: Cell(text: " ", role: .text), count: size.rows * size.columns)
  }
}

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
}
