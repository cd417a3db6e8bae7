import LibraryCore
import LibraryStore
import MARC
import Terminal

/// Tasks for many records: typed line by line, looked at with counts and differences, then done as one batch.
final class BatchEditScreen: Screen, HoldsUnsavedWork {
  private enum News: Sendable {
    case progress(Int, Int)
    case previewed(Result<BatchEditReport, any Error>)
    case edited(Result<BatchEditOutcome, any Error>)
    case stopped
  }

  private enum Phase {
    case writing
    case looking(done: Int, of: Int)
    case editing(done: Int, of: Int)
  }

  private enum Question {
    case run
    case stop
    case leave
  }

  let context = "tasks"
  private let workplace: Workplace
  private let choice: RecordChoice
  private var line: InputField
  private var lines: [String] = []
  private var table = Table(columns: [])
  private var phase = Phase.writing
  private var report: BatchEditReport?
  private var asked: Question?
  /// The name under which the tasks were kept or loaded.
  private var name = ""
  private var lastLoaded: String?
  private var isSaved = true

  init(workplace: Workplace, choice: RecordChoice) {
    self.workplace = workplace
    self.choice = choice
    line = workplace.keyboard.line("")
  }

  private var words: Wording { workplace.wording }
  var hasUnsavedWork: Bool { !isSaved && !lines.isEmpty }

  private var isWorking: Bool { if case .writing = phase { false } else { true } }

  func disabledReason(for command: CommandID) -> String? {
    if [.tasksPreview, .tasksRun].contains(command) {
      if lines.isEmpty {
        return words.say(
          vi: "Chưa có việc nào: gõ một dòng rồi Enter", en: "Type a task and Enter first")
      }
      if isWorking { return words.say(vi: "Đang làm, xin chờ", en: "Please wait") }
    }
    return workplace.missingRight(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .message(let news as News): return hear(news)
    case .returned(let value): return resume(value)
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    case .command(.cancel): return cancel()
    case .command(.lineAccept), .command(.listOpen): return accept()
    case .command(.tasksPreview): return preview()
    case .command(.tasksRun): return ask()
    case .command(.tasksRemove): return remove()
    case .command(.tasksSave): return save()
    case .command(.tasksLoad): return load()
    default: break
    }
    guard table.update(event) == .ignored else { return [] }
    return line.update(event) == .refused ? [.bell] : []
  }

  // MARK: - Writing

  /// Takes the typed task, if it is one; with nothing typed, shows the preview.
  private func accept() -> [Effect] {
    guard !line.isEmpty else { return report.map { [.push(page(of: $0))] } ?? [.bell] }
    do {
      _ = try TaskList(parsing: line.text)
    } catch {
      return workplace.bad(words.ruleTextFault(error))
    }
    lines.append(line.text)
    line.setText("")
    changed()
    return []
  }

  private func changed() {
    isSaved = false
    report = nil
    table.setCount(lines.count)
    table.select(lines.count - 1)
  }

  private func remove() -> [Effect] {
    guard let row = table.selected, !isWorking else { return [.bell] }
    line.setText(lines.remove(at: row))
    changed()
    return []
  }

  private func save() -> [Effect] {
    let wanted = line.isEmpty ? name : line.text
    guard !lines.isEmpty, !wanted.isEmpty else {
      return workplace.bad(
        words.say(vi: "Gõ tên lên dòng rồi bấm lại", en: "Type a name on the line first"))
    }
    var effects: [Effect] = []
    let text = lines.joined(separator: "\n")
    let outcome = workplace.attempt(&effects) {
      try workplace.desk.saveNamedText(NamedText(.taskList, name: wanted, text: text))
    }
    guard let outcome else { return effects }
    switch outcome {
    case .saved, .unchanged:
      name = wanted
      isSaved = true
      line.setText("")
    case .refused, .unknown: break
    }
    return effects
      + workplace.told(outcome, saved: words.say(vi: "Đã cất «\(wanted)»", en: "Kept “\(wanted)”"))
  }

  /// Loads the list named on the line; without a name the one behind the last that was loaded.
  private func load() -> [Effect] {
    var effects: [Effect] = []
    guard !isWorking,
      let kept = workplace.attempt(&effects, { try workplace.desk.namedTexts(.taskList) })
    else { return effects + [.bell] }
    let after = kept.firstIndex { $0.name == lastLoaded }.map { $0 + 1 } ?? 0
    let found =
      line.isEmpty
      ? kept.isEmpty ? nil : kept[after % kept.count] : kept.first { $0.name == line.text }
    guard let found, let text = found.text else {
      return effects
        + workplace.bad(
          words.say(vi: "Không có danh sách việc như vậy", en: "There is no such list of tasks"))
    }
    lines = text.split(separator: "\n").map(String.init)
    (name, lastLoaded) = (found.name, found.name)
    line.setText("")
    changed()
    isSaved = true
    return effects + [.status(found.name, .status)]
  }

  // MARK: - Looking and doing

  private var tasks: TaskList? { try? TaskList(parsing: lines.joined(separator: "\n")) }

  private func preview() -> [Effect] {
    guard let tasks, !isWorking else { return [.bell] }
    phase = .looking(done: 0, of: 0)
    let (desk, choice) = (workplace.desk, choice)
    return [
      .longJob(name: "tasks") { ticket in
        News.previewed(
          Result {
            try desk.previewBatchEdit(tasks, of: choice) { done, total in
              ticket.report(News.progress(done, total))
              return !ticket.isStale
            }
          })
      }
    ]
  }

  private func ask() -> [Effect] {
    guard let report else { return preview() }
    asked = .run
    return [
      .push(
        workplace.question(
          words.say(vi: "Sửa hàng loạt?", en: "Edit all of them?"),
          [StyledText(words.batchEditCounts(report, isPreview: true), role: .heading)]
            + summary(of: report)
            + [
              StyledText(
                words.say(
                  vi: "Làm thành một đợt; hoàn tác là lấy lại tất cả.",
                  en: "It is one batch; undo takes all of it back."))
            ], yes: words.say(vi: "Làm", en: "Do it")))
    ]
  }

  private func run() -> [Effect] {
    guard let tasks else { return [.bell] }
    phase = .editing(done: 0, of: 0)
    let (desk, choice) = (workplace.desk, choice)
    let source = name.isEmpty ? (lines.first ?? "") : name
    return [
      .longJob(name: "tasks") { ticket in
        News.edited(
          Result {
            try desk.batchEdit(tasks, name: source, of: choice) { done, total in
              ticket.report(News.progress(done, total))
              return !ticket.isStale
            }
          })
      }
    ]
  }

  private func hear(_ news: News) -> [Effect] {
    switch (news, phase) {
    case (.progress(let done, let total), .looking): phase = .looking(done: done, of: total)
    case (.progress(let done, let total), .editing): phase = .editing(done: done, of: total)
    case (.progress, .writing): break
    case (.previewed(let result), _):
      phase = .writing
      switch result {
      case .success(let found):
        report = found
        return [.push(page(of: found))]
      case .failure(let error): return workplace.bad(workplace.describe(error))
      }
    case (.edited(let result), _):
      phase = .writing
      report = nil
      switch result {
      case .success(.edited(let done)):
        isSaved = true
        return workplace.good(words.batchEditCounts(done, isPreview: false))
      case .success(.refused(let reasons)): return workplace.refused(reasons)
      case .failure(let error): return workplace.bad(workplace.describe(error))
      }
    case (.stopped, _): phase = .writing
    }
    return []
  }

  private func cancel() -> [Effect] {
    if case .editing = phase { return question(.stop) }
    if isWorking {
      phase = .writing
      return [.longJob(name: "tasks") { _ in News.stopped }]
    }
    return hasUnsavedWork ? question(.leave) : [.close(nil)]
  }

  private func question(_ question: Question) -> [Effect] {
    asked = question
    let isStop = question == .stop
    return [
      .push(
        workplace.question(
          isStop
            ? words.say(vi: "Dừng sửa hàng loạt?", en: "Stop editing?")
            : words.say(vi: "Rời đi, bỏ danh sách việc?", en: "Leave and drop the tasks?"),
          [
            StyledText(
              isStop
                ? words.say(
                  vi: "Những gì đã sửa nằm trong một đợt, hoàn tác được.",
                  en: "What was edited is one batch, which can be undone.")
                : lines.joined(separator: "; "))
          ],
          yes: isStop ? words.say(vi: "Dừng", en: "Stop") : words.say(vi: "Bỏ", en: "Drop them")))
    ]
  }

  private func resume(_ value: (any Sendable)?) -> [Effect] {
    let question = asked
    asked = nil
    guard value.isYes else { return [] }
    switch question {
    case .run: return run()
    case .leave: return [.close(nil)]
    case .stop: return [.longJob(name: "tasks") { _ in News.stopped }]
    case nil: return []
    }
  }
}

extension BatchEditScreen {
  private func summary(of report: BatchEditReport) -> [StyledText] {
    let counts = zip(tasks?.tasks ?? [], report.tasks).map { task, counts in
      StyledText(
        "  " + words.taskCounts(task, changes: counts.changes, records: counts.records),
        hangingIndent: 4)
    }
    guard !report.givenUp.isEmpty else { return counts }
    return counts + [StyledText(words.givenUp(report.givenUp), role: .warning)]
  }

  /// Counts, and the differences of the first records.
  private func page(of report: BatchEditReport) -> any Screen {
    var paragraphs =
      [StyledText(words.batchEditCounts(report, isPreview: true), role: .heading)]
      + summary(of: report)
    for sample in report.samples {
      paragraphs.append(StyledText(""))
      let title = CatalogueEntry(sample.before).title
      paragraphs.append(StyledText("#\(sample.record) \(title)", role: .heading))
      paragraphs += DifferencePage.changes(
        RecordDifference(from: sample.before, to: sample.after), words)
    }
    return TextScreen(
      workplace: workplace, title: words.say(vi: "SẼ ĐỔI NHƯ SAU", en: "WHAT WOULD CHANGE"),
      paragraphs: paragraphs)
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "SỬA HÀNG LOẠT", en: "BATCH EDIT"), into: &surface)
    let (rows, columns) = (surface.size.rows, max(0, surface.size.columns - 2))
    surface.write(
      words.recordChoice(choice) + (name.isEmpty ? "" : " – «\(name)»"),
      at: Point(row: 1, column: 1), role: .heading, width: columns)
    line.draw(into: &surface, at: Point(row: 2, column: 1), width: columns, isFocused: true)
    table.columns = [
      TableColumn("", width: .fixed(3), alignment: .trailing),
      TableColumn(words.say(vi: "Việc", en: "Task"), width: .flexible()),
    ]
    table.emptyText = words.say(
      vi: "Gõ một việc: replace 260$b \"NXB\" \"Nxb\" · delete 9XX · add 653 \"##\" $a \"…\"",
      en: "Type a task: replace 260$b \"NXB\" \"Nxb\" · delete 9XX · add 653 \"##\" $a \"…\"")
    table.draw(
      into: &surface, in: Rect(row: 3, column: 0, rows: max(0, rows - 4), columns: columns + 2)
    ) { range in range.map { TableRow([String($0 + 1), lines[$0]]) } }
    surface.write(state, at: Point(row: rows - 1, column: 1), role: .muted, width: columns)
  }

  private var state: String {
    switch phase {
    case .looking(let done, let total):
      words.say(vi: "Đang xem: \(done)/\(total)…", en: "Looking: \(done)/\(total)…")
    case .editing(let done, let total):
      words.say(vi: "Đang sửa: \(done)/\(total)…", en: "Editing: \(done)/\(total)…")
    case .writing: report.map { words.batchEditCounts($0, isPreview: true) } ?? ""
    }
  }
}
