import LibraryCore
import LibraryStore
import MARC
import Terminal

/// What a merge screen hands back: the merge, and the record that stays.
struct RecordsMerged: Sendable {
  let into: EntityID
  let op: OpID
}

/// Two records side by side, with a choice for each field; the left one stays.
final class MergeScreen: Screen {
  let context = "merge"
  let workplace: Workplace
  private(set) var left: StoredRecord
  private(set) var right: StoredRecord
  private var merge: RecordMerge
  private var table = Table(columns: [])
  private var isAsking = false

  init(workplace: Workplace, left: StoredRecord, right: StoredRecord) {
    self.workplace = workplace
    (self.left, self.right) = (left, right)
    merge = RecordMerge(left.record, right.record)
    table.setCount(merge.rows.count)
  }

  /// The screen for two records of the library; nil where one is not in the catalogue.
  static func open(
    _ workplace: Workplace, keeping left: EntityID, _ right: EntityID
  ) throws -> MergeScreen? {
    guard let one = try workplace.desk.record(left), one.status == .active,
      let other = try workplace.desk.record(right), other.status == .active
    else { return nil }
    return MergeScreen(workplace: workplace, left: one, right: other)
  }

  private var words: Wording { workplace.wording }

  func disabledReason(for command: CommandID) -> String? { workplace.missingRight(for: command) }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .returned(let value):
      let wasAsking = isAsking
      isAsking = false
      return wasAsking && value.isYes ? run() : []
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    case .command(.cancel): return [.close(nil)]
    case .command(.mergeLeft): return choose(.left)
    case .command(.mergeRight): return choose(.right)
    case .command(.mergeBoth): return choose(.both)
    case .command(.mergeNeither): return choose(.neither)
    case .command(.mergeSwap): return swapSides()
    case .command(.mergeRun): return ask()
    default: break
    }
    guard case .opened = table.update(event) else { return [] }
    return [.push(preview)]
  }

  // MARK: - Choosing

  /// A side without a field cannot be taken.
  private func choose(_ choice: RecordMerge.Choice) -> [Effect] {
    guard let place = table.selected else { return [.bell] }
    let row = merge.rows[place]
    switch choice {
    case .left where row.left == nil, .right where row.right == nil: return [.bell]
    case .both where row.left == nil || row.right == nil || row.isSame: return [.bell]
    default: break
    }
    merge.choose(choice, at: place)
    table.select(min(place + 1, merge.rows.count - 1))
    return []
  }

  private func swapSides() -> [Effect] {
    (left, right) = (right, left)
    merge = RecordMerge(left.record, right.record)
    table.setCount(merge.rows.count)
    table.select(0)
    return []
  }

  private var changes: [StyledText] {
    DifferencePage.changes(RecordDifference(from: left.record, to: merge.record), words)
  }

  /// The record as it would be.
  private var preview: any Screen {
    TextScreen(
      workplace: workplace, title: words.say(vi: "BIỂU GHI SAU KHI GỘP", en: "THE MERGED RECORD"),
      paragraphs: DifferencePage.paragraphs(
        RecordDifference(from: left.record, to: merge.record), words))
  }

  private func ask() -> [Effect] {
    isAsking = true
    let copies = words.say(
      vi:
        "\(right.copies) bản của #\(right.id) cùng lượt mượn chuyển sang #\(left.id); #\(right.id) bị bỏ khỏi mục lục và trỏ tới #\(left.id). Hoàn tác được.",
      en:
        "\(counted(right.copies, "copy", "copies")) of #\(right.id) go over to #\(left.id) with their loans; #\(right.id) leaves the catalogue and points to #\(left.id). It can be undone."
    )
    return [
      .push(
        workplace.question(
          words.say(vi: "Gộp hai biểu ghi?", en: "Merge the records?"),
          [StyledText(left.brief.title, role: .heading), StyledText(copies)] + changes,
          yes: words.say(vi: "Gộp", en: "Merge")))
    ]
  }

  private func run() -> [Effect] {
    var effects: [Effect] = []
    let outcome = workplace.attempt(&effects) {
      try workplace.desk.mergeRecords(
        left.id, [right.id], into: merge.record, seen: [left.version, right.version])
    }
    switch outcome {
    case .merged(let into, let copies, let op)?:
      return effects + [.close(RecordsMerged(into: into, op: op))]
        + workplace.good(words.merged(right.id, into: into, copies: copies))
    case .refused(let reasons)?: return effects + workplace.refused(reasons)
    case .unknown(let record)?:
      return effects
        + workplace.bad(
          words.say(vi: "Không còn biểu ghi \(record)", en: "Record \(record) is gone"))
    case nil: return effects
    }
  }

  // MARK: - Drawing

  private static let detailRows = 5

  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "GỘP HAI BIỂU GHI", en: "MERGE TWO RECORDS"), into: &surface)
    let (rows, columns) = (surface.size.rows, surface.size.columns)
    table.columns = [
      TableColumn("", width: .fixed(3)),
      TableColumn(
        words.say(vi: "Giữ: #\(left.id)", en: "Stays: #\(left.id)"), width: .flexible()),
      TableColumn("", width: .fixed(2)),
      TableColumn(
        words.say(vi: "Gộp vào: #\(right.id)", en: "Goes: #\(right.id)"), width: .flexible()),
    ]
    let detail = MergeScreen.detailRows
    table.draw(
      into: &surface, in: Rect(row: 1, column: 0, rows: max(0, rows - 1 - detail), columns: columns)
    ) { range in range.map { row(merge.rows[$0]) } }
    drawDetail(into: &surface, from: rows - detail + 1)
  }

  /// Both fields of the selected row in full.
  private func drawDetail(into surface: inout Surface, from top: Int) {
    guard let place = table.selected else { return }
    let row = merge.rows[place]
    let lines = [row.left, row.right].compactMap { $0.map { RecordSheet.marc($0) } }
    var text = TextView(lines)
    text.draw(
      into: &surface,
      in: Rect(
        row: top, column: 1, rows: MergeScreen.detailRows - 1,
        columns: max(0, surface.size.columns - 2)))
  }

  private func row(_ row: RecordMerge.Row) -> TableRow {
    func cell(_ field: MARC.Field?, isTaken: Bool) -> TableRow.Cell {
      let text = field.map { field in RecordSheet.marc(field).spans.map(\.text).joined() } ?? ""
      return TableRow.Cell(String(text.dropFirst(4)), role: isTaken ? nil : .muted)
    }
    let takesLeft = row.choice == .left || row.choice == .both
    let takesRight = row.choice == .right || row.choice == .both
    return TableRow([
      TableRow.Cell(row.tag.text), cell(row.left, isTaken: takesLeft),
      TableRow.Cell(row.isSame && row.choice == .left ? "=" : row.choice.sign),
      cell(row.right, isTaken: takesRight || row.isSame),
    ])
  }
}

extension RecordMerge.Choice {
  /// Tells the choice also where there are no colours.
  fileprivate var sign: String {
    switch self {
    case .left: "◄"
    case .right: "►"
    case .both: "◄►"
    case .neither: "×"
    }
  }
}

extension Wording {
  func merged(_ record: EntityID, into keeper: EntityID, copies: Int) -> String {
    say(
      vi: "Đã gộp #\(record) vào #\(keeper), \(copies) bản chuyển sang",
      en: "Merged #\(record) into #\(keeper), \(counted(copies, "copy", "copies")) went over")
  }
}
