import LibraryCore
import LibraryStore
import Terminal

/// The register of boxes (sổ luân chuyển): what was sent to which institution, what is back, how often it was read there.
final class BoxesScreen: Screen {
  private struct Answer: Sendable {
    var wanted: BoxFilter
    var boxes: Result<[Box], any Error>
  }

  let context = "boxes"
  private let workplace: Workplace
  private var boxes: [Box]?
  private var wanted = BoxFilter()
  private var table = Table(columns: [])
  /// What was done here, each to be taken back as one.
  private var done: [[OpID]] = []

  init(workplace: Workplace) { self.workplace = workplace }

  private var words: Wording { workplace.wording }
  private var selected: Box? {
    guard let boxes, let row = table.selected, boxes.indices.contains(row) else { return nil }
    return boxes[row]
  }

  func disabledReason(for command: CommandID) -> String? {
    if [.boxesUses, .boxesPrint].contains(command), selected == nil {
      return words.say(vi: "Chưa có thùng nào", en: "There is no box")
    }
    return command == .undo ? nil : workplace.missingRightOrUse(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return read()
    case .message(let answer as Answer): return show(answer)
    case .message(let answer as SlipTray.Answer): return workplace.took(answer)
    case .returned(let value):
      if let saved = value as? SavedThing { done.append([saved.op]) }
      if let filter = value as? BoxFilter { wanted = filter }
      return read()
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    case .command(.cancel): return [.close(nil)]
    case .command(.undo): return undo()
    case .command(.boxesOut):
      wanted.onlyOut.toggle()
      return read()
    case .command(.boxesFilter): return [.push(BoxFilterForm.screen(workplace, wanted))]
    case .command(.boxesSend):
      return [.push(BoxForm.sending(workplace) { [weak self] in self?.did($0) })]
    case .command(.boxesTakeBack):
      return [.push(BoxForm.takingBack(workplace) { [weak self] in self?.did($0) })]
    case .command(.boxesUses):
      return selected.map { [.push(BoxForm.uses(workplace, of: $0))] } ?? [.bell]
    case .command(.boxesPrint): return print()
    default:
      guard case .opened = table.update(event), let selected else { return [] }
      return open(selected)
    }
  }

  private func did(_ ops: [OpID]) { if !ops.isEmpty { done.append(ops) } }

  private func read() -> [Effect] {
    let (desk, wanted) = (workplace.desk, wanted)
    return [
      .job(name: "boxes") {
        Answer(
          wanted: wanted,
          boxes: Result {
            try desk.boxes(
              of: wanted.institution?.id, onlyOut: wanted.onlyOut, from: wanted.from,
              through: wanted.through)
          })
      }
    ]
  }

  private func show(_ answer: Answer) -> [Effect] {
    guard answer.wanted == wanted else { return [] }
    switch answer.boxes {
    case .success(let read):
      boxes = read
      table.setCount(read.count)
      return []
    case .failure(let error): return workplace.bad(workplace.describe(error))
    }
  }

  private func open(_ box: Box) -> [Effect] {
    var effects: [Effect] = []
    guard let copies = workplace.attempt(&effects, { try workplace.desk.copies(of: box.id) }) else {
      return effects
    }
    let paragraphs = words.boxPage(box, copies).map { StyledText($0, hangingIndent: 2) }
    return effects + [
      .push(
        TextScreen(
          workplace: workplace, title: words.boxName(box).uppercased(), paragraphs: paragraphs))
    ]
  }

  private func print() -> [Effect] {
    guard let selected else { return [.bell] }
    var effects: [Effect] = []
    let slip = workplace.attempt(&effects) {
      try SlipWriter(workplace.desk, words).box(selected.id)
    }
    return effects + workplace.printSlips([slip ?? nil].compactMap { $0 })
  }

  private func undo() -> [Effect] {
    guard let ops = done.last else { return workplace.refused([.nothingToUndo]) }
    var effects: [Effect] = []
    guard let outcomes = workplace.attempt(&effects, { try workplace.desk.undo(all: ops) }) else {
      return effects
    }
    let refused = outcomes.filter { if case .undone = $0 { false } else { true } }
    if let first = refused.first {
      effects += workplace.told(first)
    } else {
      effects += workplace.good(
        words.say(
          vi: "Đã hoàn tác \(outcomes.count) việc",
          en: "Took back \(counted(outcomes.count, "action"))"))
    }
    if refused.count < outcomes.count { done.removeLast() }
    return effects + read()
  }
}

// MARK: - Drawing

extension BoxesScreen {
  func draw(into surface: inout Surface) {
    workplace.drawTitle(
      wanted.onlyOut
        ? words.say(vi: "SỔ LUÂN CHUYỂN: CHƯA VỀ", en: "BOXES STILL OUT")
        : words.say(vi: "SỔ LUÂN CHUYỂN", en: "REGISTER OF BOXES"), into: &surface)
    let filter = words.boxFilter(wanted)
    surface.write(
      filter ?? "", at: Point(row: 1, column: 1), role: .heading, width: surface.size.columns - 2)
    guard let boxes else {
      surface.write(
        words.say(vi: "Đang đọc…", en: "Reading…"), at: Point(row: 2, column: 1), role: .muted)
      return
    }
    table.columns = [
      TableColumn(words.say(vi: "Ngày gửi", en: "Sent"), width: .fixed(10)),
      TableColumn(words.say(vi: "Nơi nhận", en: "To"), width: .flexible(share: 3)),
      TableColumn(words.say(vi: "Người nhận", en: "Taken by"), width: .flexible(share: 2)),
      TableColumn(words.say(vi: "Số bản", en: "Copies"), width: .fixed(6), alignment: .trailing),
      TableColumn(words.say(vi: "Chưa về", en: "Out"), width: .fixed(7), alignment: .trailing),
      TableColumn(words.say(vi: "Ngày về", en: "Back"), width: .fixed(10)),
      TableColumn(words.say(vi: "Lượt", en: "Uses"), width: .fixed(6), alignment: .trailing),
    ]
    table.emptyText =
      filter != nil
      ? words.say(vi: "Không có thùng nào như đã lọc", en: "No box is like that")
      : wanted.onlyOut
        ? words.say(vi: "Mọi thùng đã về đủ", en: "Every box is back")
        : words.say(
          vi: "Chưa gửi thùng nào: F8 gửi theo tệp, hoặc quét ở quầy rồi Alt+E đóng thùng",
          en: "No box was sent: F8 sends one from a file; or scan at the desk, then Alt+E")
    table.draw(
      into: &surface,
      in: Rect(
        row: filter == nil ? 1 : 2, column: 0,
        rows: max(0, surface.size.rows - (filter == nil ? 1 : 2)), columns: surface.size.columns)
    ) { range in range.map { row(boxes[$0]) } }
  }

  private func row(_ box: Box) -> TableRow {
    TableRow(
      [
        words.day(box.sentAt.day), box.patron.name, box.receiver ?? "", "\(box.copies)",
        box.out == 0 ? "" : "\(box.out)",
        box.isBack ? box.returnedAt.map { words.day($0.day) } ?? "" : "",
        box.uses == 0 ? "" : "\(box.uses)",
      ])
  }
}
