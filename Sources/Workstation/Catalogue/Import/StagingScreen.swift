import LibraryCore
import LibraryStore
import MARC
import Terminal

/// What somebody decided for single records of an import, handed back to be carried out.
struct StagedDecisions: Sendable {
  let decisions: [ImportPlace: ImportDecision]
}

/// The records of a file one by one, before anything is written: what each is taken for, and what is to be done with it.
final class StagingScreen: Screen {
  private struct Staged: Sendable {
    let rows: Result<[StagedRecord], any Error>
  }

  private struct Reading: Sendable {
    let progress: ImportProgress
  }

  private struct Shown: Sendable {
    let result: Result<StagedResult?, any Error>
  }

  /// Which records are listed.
  private enum Filter: CaseIterable {
    case all
    case unsure
    case known
    case new
    case out
  }

  /// A person decides for so many records; what comes behind them follows the rules.
  private static let recordsMaximum = 20_000

  let context = "staging"
  private let workplace: Workplace
  private let path: String
  private let options: ImportOptions
  private var rows: [StagedRecord] = []
  private var shown: [Int] = []
  private var filter = Filter.all
  private var decisions: [ImportPlace: ImportDecision]
  private var progress: ImportProgress?
  private var isRead = false
  private var table = Table(columns: [])

  init(workplace: Workplace, path: String, options: ImportOptions) {
    self.workplace = workplace
    self.path = path
    self.options = options
    decisions = options.decisions
  }

  private var words: Wording { workplace.wording }
  private var selected: Int? { table.selected.map { shown[$0] } }

  func disabledReason(for command: CommandID) -> String? {
    if command == .stagingRun, !isRead {
      return words.say(vi: "Đang đọc tệp, xin chờ", en: "The file is being read, please wait")
    }
    return workplace.missingRight(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return isRead ? [] : read()
    case .message(let reading as Reading):
      progress = reading.progress
      return []
    case .message(let staged as Staged): return take(staged)
    case .message(let shown as Shown): return show(shown)
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    case .command(.cancel): return [.close(nil)]
    case .command(.stagingNext): return change()
    case .command(.stagingSkip): return decide(.skip)
    case .command(.stagingFilter):
      filter = filter.next
      list()
      return []
    case .command(.stagingRun):
      return [.close(StagedDecisions(decisions: decisions))]
    default: break
    }
    guard case .opened = table.update(event) else { return [] }
    return look()
  }

  // MARK: - Reading

  private func read() -> [Effect] {
    let (desk, path, options) = (workplace.desk, path, options)
    return [
      .longJob(name: "stage") { ticket in
        Staged(
          rows: Result {
            try desk.stageImport([path], options, limit: StagingScreen.recordsMaximum) { progress in
              ticket.report(Reading(progress: progress))
              return !ticket.isStale
            }
          })
      }
    ]
  }

  private func take(_ staged: Staged) -> [Effect] {
    isRead = true
    switch staged.rows {
    case .success(let read):
      rows = read
      list()
      return []
    case .failure(let error): return workplace.bad(workplace.describe(error))
    }
  }

  private func list() {
    shown = rows.indices.filter { place in
      switch (filter, rows[place].finding) {
      case (.all, _), (.unsure, .unsure?), (.known, .known?), (.new, .new?), (.out, nil): true
      default: false
      }
    }
    table.setCount(shown.count)
    table.select(0)
  }

  // MARK: - Deciding

  /// Everything that can be done with a record, in the order a key goes through.
  private func choices(for record: StagedRecord) -> [ImportDecision] {
    let known: [EntityID] =
      switch record.finding {
      case nil: []
      case .new?: []
      case .known(let id, _)?: [id]
      case .unsure(let ids, _)?: ids
      }
    guard record.finding != nil else { return [.skip] }
    return known.flatMap { [ImportDecision.merge($0), .replace($0)] } + [.add, .skip]
  }

  private func change() -> [Effect] {
    guard let place = selected else { return [.bell] }
    let all = choices(for: rows[place])
    guard all.count > 1 else { return [.bell] }
    let current = all.firstIndex(of: rows[place].decision) ?? all.count - 1
    return decide(all[(current + 1) % all.count])
  }

  private func decide(_ decision: ImportDecision) -> [Effect] {
    guard let place = selected else { return [.bell] }
    rows[place].decision = decision
    rows[place].reject = decision == .skip ? rows[place].reject ?? .decided : nil
    decisions[rows[place].place] = decision
    return []
  }

  /// What would come of the selected record, worked out by a worker because the file is read again up to it.
  private func look() -> [Effect] {
    guard let place = selected, rows[place].finding != nil else { return [.bell] }
    let (desk, path, options, row) = (workplace.desk, path, options, rows[place])
    return [
      .job(name: "look") {
        Shown(
          result: Result {
            try desk.stagedResult([path], options, at: row.place, row.decision)
          })
      }
    ]
  }

  private func show(_ shown: Shown) -> [Effect] {
    switch shown.result {
    case .failure(let error): return workplace.bad(workplace.describe(error))
    case .success(nil): return [.bell]
    case .success(let found?):
      let difference = found.current.flatMap { current in
        found.result.map { RecordDifference(from: current, to: $0) }
      }
      let lines =
        difference.map { DifferencePage.paragraphs($0, words) }
        ?? RecordSheet.marc(found.result ?? found.incoming)
      let decision = selected.map { words.importDecision(rows[$0].decision) } ?? ""
      return [
        .push(
          TextScreen(
            workplace: workplace, title: words.say(vi: "SẼ THÀNH: ", en: "WOULD BE: ") + decision,
            paragraphs: lines))
      ]
    }
  }

  // MARK: - Drawing

  func draw(into surface: inout Surface) {
    workplace.drawTitle(
      words.say(vi: "TỪNG BIỂU GHI TRƯỚC KHI NHẬP", en: "RECORD BY RECORD"), into: &surface)
    let (lines, columns) = (surface.size.rows, surface.size.columns)
    table.columns = [
      TableColumn("#", width: .fixed(6), alignment: .trailing),
      TableColumn(words.say(vi: "Nhan đề", en: "Title"), width: .flexible(share: 3)),
      TableColumn(words.say(vi: "Nhận ra", en: "Found"), width: .flexible(share: 2)),
      TableColumn(words.say(vi: "Sẽ làm", en: "To do"), width: .flexible(share: 2)),
    ]
    table.emptyText =
      isRead ? words.say(vi: "Không có biểu ghi nào", en: "No records") : ""
    table.draw(
      into: &surface, in: Rect(row: 1, column: 0, rows: max(0, lines - 2), columns: columns)
    ) { range in range.map { row(rows[shown[$0]]) } }
    surface.write(state, at: Point(row: lines - 1, column: 1), role: .muted, width: columns - 2)
  }

  private func row(_ record: StagedRecord) -> TableRow {
    let title = [record.title, record.author].compactMap { $0 }.joined(separator: " / ")
    let isChosen = decisions[record.place] != nil
    let reason = record.reject.map { ": " + words.importReject($0) } ?? ""
    return TableRow(
      [
        String(record.place.step + 1), title, words.importFinding(record),
        (isChosen ? "* " : "") + words.importDecision(record.decision) + reason,
      ], role: record.finding == nil ? .error : record.decision == .skip ? .muted : nil)
  }

  private var state: String {
    guard isRead else {
      return words.say(
        vi: "Đang đọc: \(progress?.records ?? 0) biểu ghi…",
        en: "Reading: \(counted(progress?.records ?? 0, "record"))…")
    }
    func count(_ isCounted: (ImportFinding?) -> Bool) -> Int {
      rows.count { isCounted($0.finding) }
    }
    let new = count { $0 == .new }
    let known = count { if case .known = $0 { true } else { false } }
    let unsure = count { if case .unsure = $0 { true } else { false } }
    let out = count { $0 == nil }
    let counts = words.say(
      vi:
        "mới \(new), trùng \(known), chưa chắc \(unsure), hỏng \(out); đã tự chọn \(decisions.count)",
      en: "new \(new), known \(known), unsure \(unsure), faulty \(out); chosen \(decisions.count)")
    guard rows.count == StagingScreen.recordsMaximum else { return counts }
    return counts
      + words.say(
        vi: "; các biểu ghi sau \(rows.count) theo quy tắc",
        en: "; records after \(rows.count) follow the rules")
  }
}
