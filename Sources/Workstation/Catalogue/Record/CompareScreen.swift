import MARC
import Terminal

/// Two records side by side: versions of one, or one and another.
///
/// Scans wait until it is closed.
final class CompareScreen: Screen {
  /// A record and what it is called here.
  struct Side: Sendable {
    var name: String
    var record: Record
  }

  let context = "compare"
  let isQuestion = true
  let isOverlay = false
  private let workplace: Workplace
  private let names: (left: String, right: String)
  private let difference: RecordDifference
  private var showsAll = true
  private var top = 0
  private var pageRows = 1
  private var rows: [SideBySide.Row] = []
  private var laidOutColumns = 0
  /// The text where two columns have no room.
  private lazy var page = TextView(DifferencePage.paragraphs(difference, words))

  init(workplace: Workplace, left: Side, right: Side) {
    self.workplace = workplace
    names = (left.name, right.name)
    difference = RecordDifference(from: left.record, to: right.record)
  }

  private var words: Wording { workplace.wording }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .command(.cancel): return [.close(nil)]
    case .command(.compareChanges):
      showsAll.toggle()
      laidOutColumns = 0
      page.setText(
        showsAll
          ? DifferencePage.paragraphs(difference, words)
          : DifferencePage.changes(difference, words))
    case .command(.listUp): top -= 1
    case .command(.listDown): top += 1
    case .command(.listPageUp): top -= pageRows
    case .command(.listPageDown): top += pageRows
    case .command(.listFirst): top = 0
    case .command(.listLast): top = rows.count
    default: break
    }
    _ = page.update(event)
    return []
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(
      words.say(vi: "SO SÁNH \(names.left) → ", en: "COMPARE \(names.left) → ") + names.right,
      into: &surface)
    let columns = surface.size.columns
    pageRows = max(1, surface.size.rows - 2)
    guard !difference.isEmpty, (columns - 3) / 2 >= SideBySide.sideMinimum else {
      page.draw(
        into: &surface,
        in: Rect(row: 1, column: 1, rows: pageRows + 1, columns: max(0, columns - 2)))
      return
    }
    if laidOutColumns != columns {
      rows = SideBySide.rows(difference, columns: columns).filter { showsAll || !$0.isSame }
      laidOutColumns = columns
    }
    top = max(0, min(top, rows.count - pageRows))
    drawSides(into: &surface, columns: columns)
  }

  private func drawSides(into surface: inout Surface, columns: Int) {
    let side = (columns - 3) / 2
    surface.write(names.left, at: Point(row: 1, column: 0), role: .heading, width: side)
    surface.write(names.right, at: Point(row: 1, column: side + 3), role: .heading, width: side)
    for (row, both) in rows[top...].prefix(pageRows).enumerated() {
      surface.write(both.left, at: Point(row: row + 2, column: 0), width: side)
      surface.write(both.sign, at: Point(row: row + 2, column: side + 1), role: .heading)
      surface.write(both.right, at: Point(row: row + 2, column: side + 3), width: side)
    }
  }
}
