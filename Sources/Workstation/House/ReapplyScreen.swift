import LibraryCore
import LibraryStore
import Terminal

/// What the rules of today would change of the loans already made: shown first, then done as one action, if it is asked for.
final class ReapplyScreen: Screen {
  private struct Preview: Sendable {
    var outcome: Result<ReapplyOutcome, any Error>
  }

  private struct Done: Sendable {
    var outcome: Result<ReapplyOutcome, any Error>
  }

  let context = "reapply"
  private let workplace: Workplace
  private let scope: RuleScope
  private var preview: ReapplyOutcome?
  private var table = Table(columns: [])
  private var isAsking = false
  private var done: [OpID] = []

  init(workplace: Workplace, scope: RuleScope) {
    self.workplace = workplace
    self.scope = scope
  }

  private var words: Wording { workplace.wording }

  private var changed: [MovedLoan] {
    if case .reapplied(let preview)? = preview { preview.changed } else { [] }
  }

  func disabledReason(for command: CommandID) -> String? {
    if command == .reapplySave, workplace.staff.may(.manageRules), changed.isEmpty {
      return words.say(vi: "Không có lượt nào phải đổi", en: "There is nothing to change")
    }
    return command == .undo ? nil : workplace.missingRightOrUse(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return read()
    case .message(let preview as Preview): return show(preview)
    case .message(let done as Done): return show(done)
    case .returned(let value): return answered(value)
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    case .command(.cancel):
      return [.close(done.last.map { SavedThing(id: EntityID(rawValue: 1), op: $0) })]
    case .command(.undo): return undo()
    case .command(.reapplySave): return ask()
    default:
      guard case .opened(let row) = table.update(event) else { return [] }
      return [.push(page(changed[row]))]
    }
  }

  private func read() -> [Effect] {
    let (desk, scope) = (workplace.desk, scope)
    return [
      .job(name: "reapply") {
        Preview(outcome: Result { try desk.reapplyRules(scope, dryRun: true) })
      }
    ]
  }

  private func show(_ read: Preview) -> [Effect] {
    switch read.outcome {
    case .success(let outcome):
      preview = outcome
      table.setCount(changed.count)
      return []
    case .failure(let error): return workplace.bad(workplace.describe(error))
    }
  }

  /// The whole of what changes of one loan, which a line of the table may be too short for.
  private func page(_ moved: MovedLoan) -> any Screen {
    let lines = [
      "\(moved.item.title) (\(moved.item.barcode))", "\(moved.patron.name) (\(moved.patron.card))",
      words.say(
        vi: "hạn trả \(words.due(moved.loan.before)) → \(words.due(moved.loan.after))",
        en: "due \(words.due(moved.loan.before)) → \(words.due(moved.loan.after))"),
    ]
    return TextScreen(
      workplace: workplace, title: words.say(vi: "LƯỢT MƯỢN NÀY", en: "THIS LOAN"),
      paragraphs: (lines + words.termChanges(moved.loan)).map {
        StyledText($0, hangingIndent: 2)
      })
  }

  private func ask() -> [Effect] {
    guard case .reapplied(let preview)? = preview else { return [.bell] }
    isAsking = true
    let dialog = Dialog(
      title: words.say(vi: "Áp quy định hôm nay?", en: "Apply the rules of today?"),
      message: [
        StyledText(words.reapplied(preview)),
        StyledText(
          words.say(vi: "Hoàn tác được cả loạt.", en: "All of it can be undone at once.")),
      ],
      choices: [
        Dialog.Choice(.dialogYes, label: words.say(vi: "Áp dụng", en: "Apply")),
        Dialog.Choice(.cancel, label: words.say(vi: "Để nguyên", en: "Leave it")),
      ], isDanger: true, language: workplace.language)
    return [.push(DialogScreen(dialog, keys: workplace.keyMap))]
  }

  private func answered(_ value: (any Sendable)?) -> [Effect] {
    guard isAsking else { return [] }
    isAsking = false
    guard LeaveQuestion.isYes(value) else { return [] }
    let (desk, scope) = (workplace.desk, scope)
    return [
      .job(name: "reapply") { Done(outcome: Result { try desk.reapplyRules(scope) }) }
    ]
  }

  private func show(_ finished: Done) -> [Effect] {
    switch finished.outcome {
    case .success(.reapplied(let reapplied)):
      if let op = reapplied.op { done.append(op) }
      return workplace.good(words.reapplied(reapplied)) + read()
    case .success(.refused(let reasons)): return workplace.refused(reasons) + read()
    case .success(.unchanged): return read()
    case .failure(let error): return workplace.bad(workplace.describe(error))
    }
  }

  private func undo() -> [Effect] {
    guard let op = done.last else { return workplace.refused([.nothingToUndo]) }
    var effects: [Effect] = []
    guard let outcome = workplace.attempt(&effects, { try workplace.desk.undo(op) }) else {
      return effects
    }
    if case .undone = outcome { done.removeLast() }
    return effects + workplace.told(outcome) + read()
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(
      words.say(vi: "ÁP QUY ĐỊNH CHO LƯỢT ĐANG MƯỢN", en: "RULES OF TODAY FOR OPEN LOANS"),
      into: &surface)
    surface.write(lead, at: Point(row: 1, column: 1), role: .muted)
    guard preview != nil else { return }
    table.columns = [
      TableColumn(words.say(vi: "ĐKCB", en: "Barcode"), width: .fixed(10)),
      TableColumn(words.say(vi: "Nhan đề", en: "Title"), width: .flexible(share: 2)),
      TableColumn(words.say(vi: "Bạn đọc", en: "Patron"), width: .flexible(share: 2)),
      TableColumn(words.say(vi: "Sẽ đổi", en: "Would change"), width: .flexible(share: 5)),
    ]
    table.emptyText = words.say(
      vi: "Không có lượt nào phải đổi", en: "There is nothing to change")
    table.draw(
      into: &surface,
      in: Rect(
        row: 2, column: 0, rows: max(0, surface.size.rows - 2), columns: surface.size.columns)
    ) { range in range.map { row(changed[$0]) } }
  }

  private var lead: String {
    let covered = words.ruleScope(scope)
    guard let preview else {
      return words.say(vi: "\(covered): đang đọc…", en: "\(covered): reading…")
    }
    let counts = words.reapplication(preview, linesMaximum: 0).first ?? ""
    return scope == RuleScope() ? counts : "\(covered): \(counts)"
  }

  private func row(_ moved: MovedLoan) -> TableRow {
    TableRow([
      moved.item.barcode.text, moved.item.title, moved.patron.name, words.change(moved.loan),
    ])
  }
}
