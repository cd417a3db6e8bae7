import LibraryCore
import LibraryStore
import Terminal

/// One shift: its figures, and every line that stands behind them.
final class ShiftScreen: Screen {
  let context = "shift"
  private let workplace: Workplace
  private var shift: CashShift
  private var lines: [Line] = []
  private var table = Table(columns: [])
  /// What is taken back if the answer is yes.
  private var undoing: OpID?

  private enum Line {
    case entry(AccountLine, PatronLine?)
    case move(CashMoveLine)

    var op: OpID {
      switch self {
      case .entry(let line, _): line.op
      case .move(let move): move.op
      }
    }
  }

  init(workplace: Workplace, _ shift: CashShift) {
    self.workplace = workplace
    self.shift = shift
  }

  private var words: Wording { workplace.wording }

  func disabledReason(for command: CommandID) -> String? {
    command == .undo ? nil : workplace.missingRightOrUse(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return read()
    case .returned(let value):
      guard let op = undoing else { return [] }
      undoing = nil
      return workplace.undo(op, answered: value) + read()
    case .command(.undo):
      let (op, effects) = workplace.askToUndo(.shift(shift.id))
      undoing = op
      return effects
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    case .command(.cancel): return [.close(nil)]
    default:
      guard case .opened(let row) = table.update(event) else { return [] }
      return open(lines[row])
    }
  }

  private func read() -> [Effect] {
    var effects: [Effect] = []
    shift = workplace.attempt(&effects) { try workplace.desk.cashShift(shift.id) ?? shift } ?? shift
    lines = workplace.attempt(&effects, readLines) ?? lines
    table.setCount(lines.count)
    return effects
  }

  /// What patrons brought and got, and what was put in and taken out, in the order it was written.
  private func readLines() throws -> [Line] {
    let entries = try workplace.desk.cashLines(of: shift.id).map { Line.entry($0.line, $0.patron) }
    let moves = try workplace.desk.cashMoves(of: shift.id).map { Line.move($0) }
    return (entries + moves).sorted { $0.op < $1.op }
  }

  private func open(_ line: Line) -> [Effect] {
    switch line {
    case .entry(let entry, let patron?):
      return [.push(AccountTable.page(workplace, entry, of: patron))]
    case .entry(_, nil): return []
    case .move(let move):
      return [
        .push(
          TextScreen(
            workplace: workplace, title: words.say(vi: "BỎ VÀO, LẤY RA", en: "MONEY MOVED"),
            paragraphs: [
              StyledText("\(words.moment(move.at))  \(move.staff)  \(words.money(move.amount))"),
              StyledText(words.cashMove(move)),
            ]))
      ]
    }
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "CA THU TIỀN", en: "SHIFT"), into: &surface)
    var row = 1
    for line in words.cashPage(shift) {
      surface.write(line, at: Point(row: row, column: 1), width: max(0, surface.size.columns - 2))
      row += 1
    }
    table.columns = [
      TableColumn(words.say(vi: "Giờ", en: "Time"), width: .fixed(5)),
      TableColumn(words.say(vi: "Bạn đọc", en: "Patron"), width: .flexible(share: 2)),
      TableColumn(words.say(vi: "Khoản", en: "What"), width: .flexible(share: 3)),
      TableColumn(words.say(vi: "Tiền mặt", en: "Cash"), width: .fixed(12), alignment: .trailing),
      TableColumn(words.say(vi: "Số phiếu", en: "Receipt"), width: .fixed(15)),
    ]
    table.emptyText = words.say(vi: "Ca này chưa có phiếu nào", en: "Nothing in this shift yet")
    table.draw(
      into: &surface,
      in: Rect(
        row: row, column: 0, rows: max(0, surface.size.rows - row), columns: surface.size.columns)
    ) { range in range.map { self.row(lines[$0]) } }
  }

  private func row(_ line: Line) -> TableRow {
    switch line {
    case .entry(let line, let patron):
      TableRow(
        [
          line.at.clock, patron?.name ?? "", words.accountLine(line),
          line.effect.cash == .zero ? "" : words.money(line.effect.cash), line.receipt?.text ?? "",
        ], role: line.stands ? nil : .muted)
    case .move(let move):
      TableRow(
        [move.at.clock, "", words.cashMove(move), words.money(move.amount), ""],
        role: move.stands ? nil : .muted)
    }
  }
}
