import LibraryCore
import LibraryStore
import Terminal

/// Who is overdue, due soon, has a hold ready or lost a copy; from here letters are written and noted as sent.
final class RemindersScreen: Screen {
  private struct Found: Sendable {
    var readers: Result<[ReminderReader], any Error>
  }

  private struct TakenBack: Sendable {
    var outcome: Result<UndoOutcome, any Error>
  }

  /// How many days ahead copies count as due soon.
  static let daysAhead = 3

  let context = "reminders"
  private let workplace: Workplace
  private var kind = ReminderKind.overdue
  /// Whether those are shown too who were reminded already.
  private var showsAll = false
  private var readers: [ReminderReader] = []
  private var isLoading = true
  private var table = Table(columns: [])
  /// What was recorded here, the newest last.
  private var recorded: [OpID] = []

  init(workplace: Workplace) { self.workplace = workplace }

  private var words: Wording { workplace.wording }

  func disabledReason(for command: CommandID) -> String? {
    if command == .remindersWrite, readers.isEmpty {
      return words.say(vi: "Không có ai để nhắc", en: "There is nobody to remind")
    }
    return workplace.missingRight(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return [load()]
    case .returned(let value):
      if let op = (value as? ReminderForm.Recorded)?.together { recorded.append(op) }
      return [load()]
    case .message(let found as Found): return take(found)
    case .message(let back as TakenBack): return show(back)
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    case .command(.cancel): return [.close(nil)]
    case .command(.undo): return undo()
    case .command(.remindersNext):
      let kinds = ReminderKind.allCases
      kind = kinds[((kinds.firstIndex(of: kind) ?? 0) + 1) % kinds.count]
      return [load()]
    case .command(.remindersAll):
      showsAll.toggle()
      return [load()]
    case .command(.remindersWrite):
      return readers.isEmpty
        ? [.bell] : [.push(ReminderForm.screen(workplace, kind, readers))]
    case .command(.explain): return table.selected.map(open) ?? [.bell]
    default:
      guard case .opened(let row) = table.update(event) else { return [] }
      return open(row)
    }
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "NHẮC BẠN ĐỌC", en: "REMINDERS"), into: &surface)
    let kinds = ReminderKind.allCases.map { kind in
      kind == self.kind ? "[\(words.reminderKind(kind))]" : " \(words.reminderKind(kind)) "
    }
    let which =
      showsAll
      ? words.say(vi: "mọi người", en: "everybody")
      : words.say(vi: "chưa nhắc", en: "not reminded yet")
    surface.write(
      kinds.joined(separator: " ") + "  – \(which)" + guardianMark, at: Point(row: 1, column: 1),
      role: .muted)
    table.columns = [
      TableColumn(words.say(vi: "Lớp, loại", en: "Group"), width: .fixed(10)),
      TableColumn(words.say(vi: "Bạn đọc", en: "Reader"), width: .flexible(share: 4)),
      TableColumn(words.say(vi: "Bản", en: "No."), width: .fixed(3), alignment: .trailing),
      TableColumn(words.say(vi: "Trễ", en: "Late"), width: .fixed(7), alignment: .trailing),
      TableColumn(words.say(vi: "Điện thoại", en: "Telephone"), width: .flexible(share: 2)),
      TableColumn(words.say(vi: "Nhắc", en: "Notice"), width: .fixed(kind == .lost ? 18 : 14)),
    ]
    table.emptyText =
      isLoading
      ? words.say(vi: "Đang tìm…", en: "Looking…")
      : words.say(vi: "Không có ai", en: "Nobody")
    table.draw(
      into: &surface,
      in: Rect(
        row: 2, column: 0, rows: max(0, surface.size.rows - 2), columns: surface.size.columns)
    ) { range in range.map { row(readers[$0]) } }
  }

  /// What the mark of guardians' numbers means, where one is listed.
  private var guardianMark: String {
    readers.contains { $0.phoneHolder != .reader } ? " – " + words.guardianMarkMeaning : ""
  }

  private func row(_ reader: ReminderReader) -> TableRow {
    let first = reader.matters.first
    return TableRow([
      reader.group, "\(reader.patron.card) \(reader.patron.name)",
      String(reader.matters.count),
      kind == .overdue ? first.map(words.lateBy) ?? "" : "", words.phoneInColumn(reader),
      state(reader) ?? first.map { words.due($0.due) } ?? "",
    ])
  }

  /// How far the reader was reminded; nil where the day says more.
  private func state(_ reader: ReminderReader) -> String? {
    switch kind {
    case .overdue: words.reminderState(reader)
    case .lost: "\(words.money(reader.charge)), \(words.lossState(reader))"
    case .dueSoon, .holdReady: nil
    }
  }

  private func load() -> Effect {
    isLoading = true
    let (desk, kind, onlyDue) = (workplace.desk, kind, !showsAll)
    return .job(name: "reminders") {
      Found(readers: Result { try desk.readers(kind, onlyDue: onlyDue) })
    }
  }

  private func take(_ found: Found) -> [Effect] {
    isLoading = false
    switch found.readers {
    case .success(let readers):
      self.readers = readers
      table.setCount(readers.count)
      return []
    case .failure(let error): return workplace.bad(workplace.describe(error))
    }
  }

  /// The letter as it would be written.
  private func open(_ row: Int) -> [Effect] {
    var effects: [Effect] = []
    let letter = workplace.attempt(&effects) {
      try SlipWriter(workplace.desk, words).letters([readers[row]]).first
    }
    guard let text = letter??.text else { return effects }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return [
      .push(
        TextScreen(
          workplace: workplace, title: readers[row].patron.name,
          paragraphs: lines.map { StyledText(String($0)) }))
    ]
  }

  /// Takes back what was noted last on this page, for all its readers together.
  private func undo() -> [Effect] {
    guard let op = recorded.last else { return workplace.refused([.nothingToUndo]) }
    let desk = workplace.desk
    return [.job(name: "undo") { TakenBack(outcome: Result { try desk.undo(op) }) }]
  }

  private func show(_ back: TakenBack) -> [Effect] {
    switch back.outcome {
    case .success(let outcome):
      if case .undone(let op, _) = outcome { recorded.removeAll { $0 == op } }
      return workplace.told(outcome) + [load()]
    case .failure(let error): return workplace.bad(workplace.describe(error))
    }
  }
}

extension Desk {
  /// The readers to be reminded of one kind, as the screen lists them.
  func readers(_ kind: ReminderKind, onlyDue: Bool) throws -> [ReminderReader] {
    switch kind {
    case .overdue: try overdueReaders(onlyDue: onlyDue)
    case .dueSoon: try dueSoonReaders(days: RemindersScreen.daysAhead, onlyDue: onlyDue)
    case .holdReady: try holdReadyReaders(onlyDue: onlyDue)
    case .lost: try lostReaders(onlyDue: onlyDue)
    }
  }
}
