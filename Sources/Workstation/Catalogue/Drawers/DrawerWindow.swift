import LibraryCore
import LibraryStore
import Terminal

/// The stretch of a drawer that was read, with the rows before and behind it a step away.
///
/// It grows at the end that a person walks to and gives up what is far behind, so that it stays small in any drawer.
struct DrawerWindow<Row: Filed> {
  private static var pageRows: Int { 100 }
  private static var rowsMaximum: Int { 600 }

  /// How rows are read: from where, and no more than so many.
  typealias Reading = @Sendable (DrawerWalk, Int) throws -> [Row]

  private(set) var rows: [Row] = []
  private var isAtFront = false
  private var isAtEnd = false

  /// A part of the drawer on its way from a worker to the screen.
  struct Part: Sendable {
    enum Kind: Sendable {
      /// A new window, with the row to stand on.
      case whole(selecting: Int)
      case before
      case behind
    }

    var kind: Kind
    var rows: [Row]
    var isAtFront = false
    var isAtEnd = false
  }

  /// Takes a part in; the answer is how many rows came in above, fewer than none where some went.
  mutating func take(_ part: Part) -> Int {
    switch part.kind {
    case .whole:
      rows = part.rows
      isAtFront = part.isAtFront
      isAtEnd = part.isAtEnd
      return 0
    case .before:
      rows = part.rows + rows
      isAtFront = part.isAtFront
      if rows.count > DrawerWindow.rowsMaximum {
        rows.removeLast(rows.count - DrawerWindow.rowsMaximum)
        isAtEnd = false
      }
      return part.rows.count
    case .behind:
      rows += part.rows
      isAtEnd = part.isAtEnd
      let extra = rows.count - DrawerWindow.rowsMaximum
      guard extra > 0 else { return 0 }
      rows.removeFirst(extra)
      isAtFront = false
      return -extra
    }
  }

  /// Where to read on when the selected row comes near an end of what is there.
  func needed(near row: Int) -> DrawerWalk? {
    let margin = DrawerWindow.pageRows / 4
    if !isAtEnd, row + margin >= rows.count, let last = rows.last { return .behind(last.place) }
    if !isAtFront, row < margin, let first = rows.first { return .backFrom(first.place) }
    return nil
  }

  var showsFront: Bool { isAtFront }
  var showsEnd: Bool { isAtEnd }

  // MARK: - Reading

  /// Reads next to the window, or a new one around the place that a walk begins at.
  static func read(_ walk: DrawerWalk, _ reading: Reading) throws -> Part {
    let rows = try reading(walk, pageRows)
    let isShort = rows.count < pageRows
    switch walk {
    case .behind: return Part(kind: .behind, rows: rows, isAtEnd: isShort)
    case .backFrom: return Part(kind: .before, rows: rows, isAtFront: isShort)
    case .fromBeginning:
      return Part(kind: .whole(selecting: 0), rows: rows, isAtFront: true, isAtEnd: isShort)
    case .backFromEnd:
      return Part(
        kind: .whole(selecting: rows.count - 1), rows: rows, isAtFront: isShort, isAtEnd: true)
    case .from, .at:
      let before: DrawerWalk = rows.first.map { .backFrom($0.place) } ?? .backFromEnd
      let above = try reading(before, pageRows)
      return Part(
        kind: .whole(selecting: above.count), rows: above + rows,
        isAtFront: above.count < pageRows, isAtEnd: isShort)
    }
  }
}

/// A drawer on the screen: the rows around the selection, which are read on as a person walks.
struct DrawerList<Row: Filed> {
  private(set) var window = DrawerWindow<Row>()
  var table = Table(columns: [])
  /// Whether rows are on their way.
  private(set) var isReading = false

  /// What a worker read.
  struct Answer: Sendable {
    var part: Result<DrawerWindow<Row>.Part, any Error>
  }

  var rows: [Row] { window.rows }
  var selected: Row? { table.selected.map { window.rows[$0] } }

  /// Reads from a place; one job at a time has the name, so that a newer one makes the older one's rows stale.
  mutating func read(_ walk: DrawerWalk, _ reading: @escaping DrawerWindow<Row>.Reading) -> Effect {
    isReading = true
    return .job(name: "read") { Answer(part: Result { try DrawerWindow.read(walk, reading) }) }
  }

  /// Where a line of typed text opens the drawer.
  static func opening(_ typed: String) -> DrawerWalk {
    typed.contains { $0 != " " } ? .from(typed) : .fromBeginning
  }

  /// Where to read on, when the selection comes near the end of the rows that are there.
  var needed: DrawerWalk? {
    guard !isReading, let row = table.selected else { return nil }
    return window.needed(near: row)
  }

  mutating func take(_ answer: Answer) throws {
    isReading = false
    let part = try answer.part.get()
    let above = window.take(part)
    guard case .whole(let row) = part.kind else {
      table.insert(above: above, count: window.rows.count)
      return
    }
    table.setCount(window.rows.count)
    // First to the end, so that the row stands on top of the screen with those behind it in sight.
    table.select(window.rows.count)
    table.select(row)
  }
}
