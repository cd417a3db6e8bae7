import LibraryCore
import LibraryStore
import Terminal

/// The journal of everything done, newest first; any line can be taken back from here.
final class JournalScreen: Screen {
  let context = "journal"
  private let workplace: Workplace
  private let part: Part
  private var entries: [LogEntry] = []
  private var table = Table(columns: [])

  /// How much of the journal is read at once; older actions are found with `thuthu log`.
  private static let entriesMaximum = 1000

  /// How much of the journal is shown.
  private enum Part {
    case whole
    case thing(EntityID)
    /// What is about the patron, also where it was done to copies and holds.
    case patron(EntityID)
  }

  /// The whole journal, or that of one thing.
  init(workplace: Workplace, entity: EntityID? = nil) {
    self.workplace = workplace
    part = entity.map { .thing($0) } ?? .whole
  }

  /// Everything about one patron.
  init(workplace: Workplace, patron: EntityID) {
    self.workplace = workplace
    part = .patron(patron)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared, .returned: return load()
    case .command(.cancel): return [.close(nil)]
    case .command(.undo): return undo()
    case .input(.scan(let scan)): return handOver(scan)
    default:
      guard case .opened(let row) = table.update(event) else { return [] }
      return [.push(page(entries[row]))]
    }
  }

  private func handOver(_ scan: Scan) -> [Effect] {
    guard case .patron(let patron) = part else { return [.handToDesk(scan)] }
    var effects: [Effect] = []
    let facts = workplace.attempt(&effects) { try workplace.desk.patron(id: patron) } ?? nil
    return effects + Effect.handToDesk(scan, for: facts?.patron.card)
  }

  func draw(into surface: inout Surface) {
    let words = workplace.wording
    workplace.drawTitle(words.say(vi: "NHẬT KÝ VIỆC LÀM", en: "JOURNAL"), into: &surface)
    table.columns = [
      TableColumn(words.say(vi: "Số", en: "No."), width: .fixed(8), alignment: .trailing),
      TableColumn(words.say(vi: "Lúc", en: "When"), width: .fixed(16)),
      TableColumn(words.say(vi: "Ai", en: "Who"), width: .fixed(8)),
      TableColumn(words.say(vi: "Việc", en: "What"), width: .fixed(16)),
      TableColumn(words.say(vi: "Về", en: "About"), width: .flexible()),
    ]
    table.emptyText = words.say(vi: "Chưa có việc nào", en: "Nothing yet")
    table.draw(
      into: &surface,
      in: Rect(
        row: 1, column: 0, rows: max(0, surface.size.rows - 1), columns: surface.size.columns)
    ) { range in range.map { row(entries[$0], words) } }
  }

  private func row(_ entry: LogEntry, _ words: Wording) -> TableRow {
    let isAboutMany = (entry.loans?.total ?? 0) > 0
    let about =
      (isAboutMany
        ? [words.parties(entry)]
        : [words.logSubject(entry.subject), entry.patron?.name].compactMap { $0 })
      + words.logDetails(entry)
    return TableRow(
      [
        entry.op.id.description, words.moment(entry.op.moment), entry.staff,
        words.deed(entry), about.joined(separator: " – "),
      ], role: entry.isUndone ? .muted : nil)
  }

  private func load() -> [Effect] {
    var effects: [Effect] = []
    if let read = workplace.attempt(&effects, readPart) {
      entries = read
      table.setCount(read.count)
    }
    return effects
  }

  private func readPart() throws -> [LogEntry] {
    let limit = JournalScreen.entriesMaximum
    return switch part {
    case .whole: try workplace.desk.log(limit: limit)
    case .thing(let entity): try workplace.desk.history(of: entity, limit: limit)
    case .patron(let patron): try workplace.desk.history(ofPatron: patron, limit: limit)
    }
  }

  private func undo() -> [Effect] {
    guard let row = table.selected else { return [.bell] }
    var effects: [Effect] = []
    let words = workplace.wording
    switch workplace.attempt(&effects, { try workplace.desk.undo(entries[row].op.id) }) {
    case .undone(let op, _):
      effects += [
        .status(words.say(vi: "Đã hoàn tác việc số \(op)", en: "Undid action \(op)"), .statusGood)
      ]
    case .refused(let reasons):
      effects += [.bell, .status(reasons.map(words.refusal).joined(separator: "; "), .statusError)]
    case .unknownOp, nil: break
    }
    return effects + load()
  }

  private func page(_ entry: LogEntry) -> any Screen {
    TextScreen(
      workplace: workplace, title: workplace.wording.deed(entry),
      paragraphs: [StyledText(workplace.wording.wholeLogEntry(entry), hangingIndent: 2)])
  }
}
