import LibraryCore
import LibraryStore
import Terminal

/// The loans that the rules give up as long overdue or lost, to be marked all at once.
final class OverduesScreen: Screen {
  private struct Answer: Sendable {
    var proposals: Result<[OverdueProposal], any Error>
  }

  private struct Marked: Sendable {
    var outcome: Result<OverduesOutcome, any Error>
  }

  let context = "overdues"
  private let workplace: Workplace
  private var proposals: [OverdueProposal]?
  private var table = Table(columns: [])
  private var done: [OpID] = []

  init(workplace: Workplace) { self.workplace = workplace }

  private var words: Wording { workplace.wording }

  func disabledReason(for command: CommandID) -> String? {
    if command == .overduesMark, proposals?.isEmpty ?? true {
      return words.say(vi: "Không có lượt nào phải ghi", en: "There is nothing to mark")
    }
    return command == .undo ? nil : workplace.missingRightOrUse(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return read()
    case .message(let answer as Answer): return show(answer)
    case .message(let marked as Marked): return show(marked)
    case .returned(let value): return LeaveQuestion.isYes(value) ? mark() : read()
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    case .command(.cancel): return [.close(nil)]
    case .command(.undo): return undo()
    case .command(.overduesMark): return ask()
    default:
      guard case .opened(let row) = table.update(event), let proposals else { return [] }
      let item = proposals[row].item
      return [.push(LossForm.screen(workplace, item.barcode.text, item.title))]
    }
  }

  private func read() -> [Effect] {
    let desk = workplace.desk
    return [.job(name: "overdues") { Answer(proposals: Result { try desk.overdueProposals() }) }]
  }

  private func show(_ answer: Answer) -> [Effect] {
    switch answer.proposals {
    case .success(let read):
      proposals = read
      table.setCount(read.count)
      return []
    case .failure(let error): return workplace.bad(workplace.describe(error))
    }
  }

  private func ask() -> [Effect] {
    let count = proposals?.count ?? 0
    let dialog = Dialog(
      title: words.say(vi: "Ghi cả loạt?", en: "Mark them all?"),
      message: [
        StyledText(
          words.say(
            vi: "\(count) lượt mượn; bản mất được ghi nợ ngay. Hoàn tác được cả loạt.",
            en:
              "\(counted(count, "loan")); lost copies are charged. All of it can be undone at once."
          ))
      ],
      choices: [
        Dialog.Choice(.dialogYes, label: words.say(vi: "Ghi", en: "Mark")),
        Dialog.Choice(.cancel, label: words.say(vi: "Để nguyên", en: "Leave it")),
      ], isDanger: true, language: workplace.language)
    return [.push(DialogScreen(dialog, keys: workplace.keyMap))]
  }

  private func mark() -> [Effect] {
    let desk = workplace.desk
    return [.job(name: "mark") { Marked(outcome: Result { try desk.markOverdues() }) }]
  }

  private func show(_ marked: Marked) -> [Effect] {
    switch marked.outcome {
    case .success(let outcome):
      if case .marked(_, _, let op) = outcome {
        done.append(op)
        return workplace.good(words.overdues(outcome)) + read()
      }
      return workplace.bad(words.overdues(outcome)) + read()
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
    workplace.drawTitle(words.say(vi: "QUÁ HẠN LÂU", en: "LONG OVERDUE"), into: &surface)
    guard let proposals else {
      surface.write(
        words.say(vi: "Đang đọc…", en: "Reading…"), at: Point(row: 2, column: 1), role: .muted)
      return
    }
    table.columns = [
      TableColumn(words.say(vi: "ĐKCB", en: "Barcode"), width: .fixed(10)),
      TableColumn(words.say(vi: "Nhan đề", en: "Title"), width: .flexible(share: 3)),
      TableColumn(words.say(vi: "Bạn đọc", en: "Patron"), width: .flexible(share: 2)),
      TableColumn(words.say(vi: "Trễ", en: "Late"), width: .fixed(5), alignment: .trailing),
      TableColumn(words.say(vi: "Sẽ ghi là", en: "To be marked"), width: .fixed(22)),
    ]
    table.emptyText = words.say(
      vi: "Không có lượt nào: quy định «Quá hạn lâu sau», «Coi là mất sau»",
      en: "Nothing: see the rules “Long overdue after” and “Lost after”")
    table.draw(
      into: &surface,
      in: Rect(
        row: 1, column: 0, rows: max(0, surface.size.rows - 1), columns: surface.size.columns)
    ) { range in range.map { row(proposals[$0]) } }
  }

  private func row(_ proposal: OverdueProposal) -> TableRow {
    TableRow(
      [
        proposal.item.barcode.text, proposal.item.title, proposal.loan.patronName,
        "\(proposal.daysOverdue)", words.overdueStep(proposal),
      ], role: proposal.lacksPrice ? .warning : nil)
  }
}
