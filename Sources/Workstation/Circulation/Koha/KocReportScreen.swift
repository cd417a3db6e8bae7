import LibraryCore
import LibraryStore
import Terminal

/// What became of each line of a `.koc` file, what needs a person's eye first; undo takes back all that the file brought.
final class KocReportScreen: Screen {
  private struct Answer: Sendable {
    var outcomes: Result<[UndoOutcome], any Error>
  }

  let context = "reader"
  let isQuestion = true
  let isOverlay = false
  private let workplace: Workplace
  private let report: KocReport
  /// What still stands of what the file brought.
  private var standing: [OpID]
  private var page: TextView

  init(workplace: Workplace, _ report: KocReport) {
    self.workplace = workplace
    self.report = report
    standing = report.ops
    page = TextView(KocReportScreen.paragraphs(report, workplace.wording))
  }

  private var words: Wording { workplace.wording }

  func disabledReason(for command: CommandID) -> String? {
    command == .undo && !standing.isEmpty
      ? nil : workplace.waitsForPage(command) ?? workplace.missingRightOrUse(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .command(.cancel): return [.close(nil)]
    case .command(.undo): return undo()
    case .message(let answer as Answer): return show(answer)
    default:
      _ = page.update(event)
      return []
    }
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(
      words.say(vi: "ĐÃ NHẬN TỆP .KOC", en: ".KOC FILE TAKEN"), into: &surface)
    page.draw(
      into: &surface,
      in: Rect(
        row: 2, column: 2, rows: max(0, surface.size.rows - 2),
        columns: max(0, surface.size.columns - 4)))
  }

  private func undo() -> [Effect] {
    guard !standing.isEmpty else { return workplace.refused([.nothingToUndo]) }
    let (desk, ops) = (workplace.desk, standing)
    standing = []
    return [.job(name: "koc") { Answer(outcomes: Result { try desk.undo(all: ops) }) }]
  }

  /// What something else stands on stays, and is said with its reasons.
  private func show(_ answer: Answer) -> [Effect] {
    switch answer.outcomes {
    case .success(let outcomes):
      let refused = outcomes.filter { if case .undone = $0 { false } else { true } }
      let count = outcomes.count - refused.count
      let done = words.say(
        vi: "Đã hoàn tác \(count) việc của tệp",
        en: "\(counted(count, "action")) of the file taken back")
      return refused.isEmpty
        ? workplace.good(done) : workplace.good(done) + refused.flatMap(workplace.told)
    case .failure(let error):
      standing = report.ops
      return workplace.bad(workplace.describe(error))
    }
  }

  private static func paragraphs(_ report: KocReport, _ words: Wording) -> [StyledText] {
    func needsEye(_ line: KocReport.Line) -> Bool {
      line.outcome.needsAttention || line.outcome.endedLoan != nil
    }
    let back =
      report.ops.isEmpty
      ? []
      : [
        StyledText(
          words.say(
            vi: "Ctrl+Z hoàn tác tất cả việc tệp này đã ghi.",
            en: "Ctrl+Z takes back all that this file brought."), role: .muted)
      ]
    return [StyledText(words.kocSum(report), role: .heading)] + back + [""]
      + report.faults.map { StyledText(words.kocFault($0), role: .error, hangingIndent: 2) }
      + report.lines.filter(needsEye).map {
        StyledText(words.kocLine($0), role: .warning, hangingIndent: 2)
      }
      + report.lines.filter { !needsEye($0) }.map {
        StyledText(words.kocLine($0), hangingIndent: 2)
      }
  }
}
