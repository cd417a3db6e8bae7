import LibraryCore
import LibraryStore

/// The stretch of a drawer that was read, with the titles before and behind it a step away.
///
/// It grows at the end that a person walks to and gives up what is far behind, so that it stays small in any drawer.
struct DrawerWindow {
  static let pageRows = 100
  private static let rowsMaximum = 600

  private(set) var rows: [FiledTitle] = []
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
    var rows: [FiledTitle]
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
  static func read(_ walk: DrawerWalk, in drawer: Drawer, _ desk: Desk) throws -> Part {
    let rows = try desk.filed(in: drawer, walk, limit: pageRows)
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
      let above = try desk.filed(in: drawer, before, limit: pageRows)
      return Part(
        kind: .whole(selecting: above.count), rows: above + rows,
        isAtFront: above.count < pageRows, isAtEnd: isShort)
    }
  }
}
