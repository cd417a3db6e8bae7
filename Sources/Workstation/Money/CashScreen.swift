import LibraryCore
import LibraryStore
import Terminal

/// The shifts at the drawers of the last months, the newest first; the open one is counted and closed from here.
final class CashScreen: Screen {
  let context = "cash"
  private let workplace: Workplace
  private var shifts: [CashShift] = []
  private var table = Table(columns: [])
  /// What is taken back if the answer is yes.
  private var undoing: OpID?

  /// How far back the list goes; older shifts are found with `thuthu cash list`.
  private static let days = 92

  init(workplace: Workplace) { self.workplace = workplace }

  private var words: Wording { workplace.wording }

  func disabledReason(for command: CommandID) -> String? {
    if [.cashMove, .cashClose].contains(command), open == nil {
      return words.say(vi: "Không có ca nào đang mở", en: "No shift is open")
    }
    return command == .undo ? nil : workplace.missingRightOrUse(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return read()
    case .returned(let value):
      guard let op = undoing else { return read() }
      undoing = nil
      return workplace.undo(op, answered: value) + read()
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    case .command(.cancel): return [.close(nil)]
    case .command(.undo): return undo()
    case .command(.cashStart): return [.push(CashForm.open(workplace))]
    case .command(.cashMove): return open.map { [.push(CashForm.move(workplace, $0))] } ?? [.bell]
    case .command(.cashClose):
      return open.map { [.push(CashForm.close(workplace, $0))] } ?? [.bell]
    default:
      guard case .opened(let row) = table.update(event) else { return [] }
      return [.push(ShiftScreen(workplace: workplace, shifts[row]))]
    }
  }

  /// The open shift that is selected, or else the acting person's own.
  private var open: CashShift? {
    let selected = table.selected.flatMap { shifts.indices.contains($0) ? shifts[$0] : nil }
    if let selected, selected.closed == nil { return selected }
    return shifts.first { $0.closed == nil && $0.openedBy == workplace.staff.login }
      ?? shifts.first { $0.closed == nil }
  }

  private func read() -> [Effect] {
    var effects: [Effect] = []
    let today = workplace.desk.today
    let read = workplace.attempt(&effects) {
      try workplace.desk.cashShifts(from: today.adding(days: -CashScreen.days), to: today)
    }
    shifts = read ?? shifts
    table.setCount(shifts.count)
    return effects
  }

  /// Asks before the last thing done in the selected shift is taken back, whoever did it and wherever.
  private func undo() -> [Effect] {
    guard let row = table.selected, shifts.indices.contains(row) else {
      return workplace.refused([.nothingToUndo])
    }
    let (op, effects) = workplace.askToUndo(.shift(shifts[row].id))
    undoing = op
    return effects
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "SỔ THU TIỀN", en: "DRAWERS"), into: &surface)
    table.columns = [
      TableColumn(words.say(vi: "Ngăn", en: "Drawer"), width: .fixed(8)),
      TableColumn(words.say(vi: "Mở lúc", en: "Opened"), width: .fixed(16)),
      TableColumn(words.say(vi: "Ai", en: "By"), width: .flexible()),
      TableColumn(
        words.say(vi: "Phải có", en: "Expected"), width: .fixed(13), alignment: .trailing),
      TableColumn(
        words.say(vi: "Đếm được", en: "Counted"), width: .fixed(13), alignment: .trailing),
      TableColumn(words.say(vi: "Chênh lệch", en: "Difference"), width: .fixed(18)),
    ]
    table.emptyText = words.say(
      vi: "Chưa mở ca nào; tiền thu ghi vào ngăn thường dùng", en: "No shift was opened yet")
    table.draw(
      into: &surface,
      in: Rect(
        row: 1, column: 0, rows: max(0, surface.size.rows - 1), columns: surface.size.columns)
    ) { range in range.map { row(shifts[$0]) } }
  }

  private func row(_ shift: CashShift) -> TableRow {
    let difference = shift.difference
    return TableRow(
      [
        shift.drawer, words.moment(shift.openedAt), shift.openedBy, words.money(shift.expected),
        shift.closed.map { words.money($0.counted) } ?? "",
        difference.map(words.cashDifference) ?? words.say(vi: "đang mở", en: "open"),
      ], role: difference == nil ? .heading : difference == .zero ? nil : .warning)
  }
}
