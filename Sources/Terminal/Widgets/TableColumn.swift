/// One column of a table.
public struct TableColumn: Equatable, Sendable {
  public enum Width: Equatable, Sendable {
    case fixed(Int)
    /// Takes its share of what the fixed columns leave, at least `minimum`.
    case flexible(share: Int = 1, minimum: Int = 4)
  }

  public enum Alignment: Sendable {
    case leading
    case trailing
  }

  public var title: String
  public var width: Width
  public var alignment: Alignment

  public init(_ title: String, width: Width = .flexible(), alignment: Alignment = .leading) {
    self.title = title
    self.width = width
    self.alignment = alignment
  }

  static let gap = 1

  /// Where each column begins and how wide it is; columns that find no place are zero wide.
  static func layout(_ columns: [TableColumn], width: Int) -> [(start: Int, width: Int)] {
    let gaps = max(0, columns.count - 1) * gap
    var shares = 0
    var rest = width - gaps
    for column in columns {
      switch column.width {
      case .fixed(let width): rest -= width
      case .flexible(let share, let minimum):
        shares += share
        rest -= minimum
      }
    }
    rest = max(0, rest)
    var start = 0
    return columns.map { column in
      var wanted: Int
      switch column.width {
      case .fixed(let width): wanted = width
      case .flexible(let share, let minimum):
        let part = shares > 0 ? rest * share / shares : 0
        wanted = minimum + part
        // What rounding leaves goes to the columns that come later.
        rest -= part
        shares -= share
      }
      wanted = max(0, min(wanted, width - start))
      defer { start += wanted + gap }
      return (start, wanted)
    }
  }
}

/// One row of a table, as its source gives it when the row is drawn.
public struct TableRow: Equatable, Sendable {
  public struct Cell: Equatable, Sendable, ExpressibleByStringLiteral {
    public var text: String
    /// Nil takes the role of the row.
    public var role: Role?

    public init(_ text: String, role: Role? = nil) {
      self.text = text
      self.role = role
    }

    public init(stringLiteral text: String) { self.init(text) }
  }

  public var cells: [Cell]
  /// Nil takes the list's own roles, striped by row.
  public var role: Role?

  public init(_ cells: [Cell], role: Role? = nil) {
    self.cells = cells
    self.role = role
  }

  public init(_ texts: [String], role: Role? = nil) {
    self.init(texts.map { Cell($0) }, role: role)
  }
}
