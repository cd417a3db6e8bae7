import LibraryCore
import LibraryStore
import Terminal

/// The batches of imported records, newest first: their faults, and the way back.
final class BatchesScreen: Screen {
  private enum News: Sendable {
    case listed(Result<[Batch], any Error>)
    case undoing(Int)
    case undone(Result<BatchOutcome, any Error>)
    case stopped
  }

  private enum Question {
    case undo(EntityID)
    case close(EntityID)
    case stop
  }

  let context = "batches"
  private let workplace: Workplace
  private var batches: [Batch] = []
  private var table = Table(columns: [])
  private var asked: Question?
  /// How many things were taken back so far, while a batch is being undone.
  private var taken: Int?

  private static let faultsMaximum = 1000

  init(workplace: Workplace) { self.workplace = workplace }

  private var words: Wording { workplace.wording }
  private var selected: Batch? { table.selected.map { batches[$0] } }

  func disabledReason(for command: CommandID) -> String? {
    let needsOpen = command == .batchResume || command == .batchClose
    if command == .batchResume, let kind = selected?.kind, kind != Batch.records {
      return words.say(
        vi: "Chỉ đợt nhập biểu ghi mới nhập tiếp được",
        en: "Only an import of records can be gone on with")
    }
    if needsOpen, selected?.status != .open {
      return words.say(vi: "Đợt này không dở dang", en: "This batch is not open")
    }
    return workplace.missingRight(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return list()
    case .returned(let value): return resume(value)
    case .message(let news as News): return hear(news)
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    case .command(let command): return perform(command, event)
    default: return []
    }
  }

  private func perform(_ command: CommandID, _ event: ScreenEvent) -> [Effect] {
    switch command {
    case .cancel: return cancel()
    case .undo, .batchUndo: return askToUndo()
    case .batchClose: return askToClose()
    case .batchResume:
      return selected.map { [.push(ImportScreen(workplace: workplace, resuming: $0.id))] } ?? [
        .bell
      ]
    default:
      guard case .opened(let row) = table.update(event) else { return [] }
      return open(batches[row])
    }
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(
      words.say(vi: "CÁC ĐỢT NHẬP, SỬA", en: "BATCHES OF IMPORTS AND CHANGES"), into: &surface)
    let (rows, columns) = (surface.size.rows, surface.size.columns)
    table.columns = [
      TableColumn(words.say(vi: "Đợt", en: "Batch"), width: .fixed(7), alignment: .trailing),
      TableColumn(words.say(vi: "Lúc", en: "When"), width: .fixed(16)),
      TableColumn(words.say(vi: "Việc", en: "Work"), width: .flexible()),
      TableColumn(words.say(vi: "Mới", en: "New"), width: .fixed(7), alignment: .trailing),
      TableColumn(words.say(vi: "Thay", en: "Repl."), width: .fixed(6), alignment: .trailing),
      TableColumn(words.say(vi: "Bản", en: "Copies"), width: .fixed(7), alignment: .trailing),
      TableColumn(words.say(vi: "Lỗi", en: "Faults"), width: .fixed(6), alignment: .trailing),
      TableColumn("", width: .fixed(8)),
    ]
    table.emptyText = words.say(vi: "Chưa nhập đợt nào", en: "Nothing was imported yet")
    table.draw(
      into: &surface, in: Rect(row: 1, column: 0, rows: max(0, rows - 2), columns: columns)
    ) { range in range.map { row(batches[$0]) } }
    guard let taken else { return }
    surface.write(
      words.say(vi: "Đang huỷ đợt nhập: \(taken)…", en: "Taking the batch back: \(taken)…"),
      at: Point(row: rows - 1, column: 1), role: .warning)
  }

  private func row(_ batch: Batch) -> TableRow {
    let counts = batch.counts
    return TableRow(
      [
        batch.id.description, words.moment(batch.openedAt),
        words.batchListed(batch), String(counts.records),
        String(counts.replaced), String(counts.items), String(counts.faults),
        words.batchStatus(batch.status),
      ], role: batch.status == .undone ? .muted : nil)
  }

  // MARK: - Reading

  /// As a job: it comes after an import that is still writing its last records.
  private func list() -> [Effect] {
    [.job(name: "list") { [desk = workplace.desk] in News.listed(Result { try desk.batches() }) }]
  }

  private func hear(_ news: News) -> [Effect] {
    switch news {
    case .listed(.success(let read)):
      batches = read
      table.setCount(read.count)
    case .listed(.failure(let error)): return workplace.bad(workplace.describe(error))
    case .undoing(let count): if taken != nil { taken = count }
    case .undone(let outcome):
      taken = nil
      return told(outcome) + list()
    case .stopped: return list()
    }
    return []
  }

  private func open(_ batch: Batch) -> [Effect] {
    var effects: [Effect] = []
    let faults = workplace.attempt(&effects) {
      try workplace.desk.importFaults(of: batch.id, limit: BatchesScreen.faultsMaximum)
    }
    return effects + (faults.map { [.push(BatchPage.screen(workplace, batch, faults: $0))] } ?? [])
  }

  private func told(_ outcome: Result<BatchOutcome, any Error>) -> [Effect] {
    switch outcome {
    case .success(.refused(let reasons)): workplace.refused(reasons)
    case .success(let outcome): workplace.good(words.batchOutcome(outcome))
    case .failure(let error): workplace.bad(workplace.describe(error))
    }
  }

  // MARK: - Taking back and closing

  private func askToUndo() -> [Effect] {
    guard let batch = selected, batch.status != .undone, taken == nil else { return [.bell] }
    asked = .undo(batch.id)
    return [
      .push(
        workplace.question(
          words.say(vi: "Huỷ cả đợt nhập?", en: "Take the whole batch back?"),
          [
            StyledText(batch.source, role: .heading),
            StyledText(words.batchResult(batch)), StyledText(words.batchUndoing(batch)),
          ], yes: words.say(vi: "Huỷ cả đợt", en: "Take it back")))
    ]
  }

  private func askToClose() -> [Effect] {
    guard let batch = selected, batch.status == .open else { return [.bell] }
    asked = .close(batch.id)
    return [
      .push(
        workplace.question(
          words.say(vi: "Đóng đợt nhập dở dang?", en: "Close the open batch?"),
          [StyledText(batch.source, role: .heading), StyledText(words.batchCounts(batch.counts))],
          yes: words.say(vi: "Đóng, giữ những gì đã nhập", en: "Close it as it is"),
          isDanger: false))
    ]
  }

  private func cancel() -> [Effect] {
    guard taken != nil else { return [.close(nil)] }
    asked = .stop
    return [
      .push(
        workplace.question(
          words.say(vi: "Dừng huỷ?", en: "Stop taking back?"),
          [
            StyledText(
              words.say(
                vi: "Những gì đã huỷ thì thôi; huỷ lại lần nữa là tiếp tục.",
                en: "What was taken back stays so; ask again to go on."))
          ], yes: words.say(vi: "Dừng", en: "Stop"), isDanger: false))
    ]
  }

  private func resume(_ value: (any Sendable)?) -> [Effect] {
    let question = asked
    asked = nil
    guard value.isYes else { return list() }
    switch question {
    case .undo(let batch): return undo(batch)
    case .close(let batch):
      let desk = workplace.desk
      return told(Result { try desk.closeBatch(batch) }) + list()
    case .stop where taken != nil:
      taken = nil
      // The same name makes the running job stale: it stops at its next group.
      return [.longJob(name: "undo") { _ in News.stopped }]
    case .stop, nil: return list()
    }
  }

  private func undo(_ batch: EntityID) -> [Effect] {
    taken = 0
    let desk = workplace.desk
    return [
      .longJob(name: "undo") { ticket in
        News.undone(
          Result {
            try desk.undoBatch(batch) { count in
              ticket.report(News.undoing(count))
              return !ticket.isStale
            }
          })
      }
    ]
  }
}
