import LibraryCore
import LibraryStore
import Terminal

/// What came of an import of patrons, from where one key takes all of it back.
final class PatronsImportedScreen: Screen {
  private struct Undone: Sendable {
    let outcome: Result<UndoOutcome, any Error>
  }

  let context = "reader"
  let isQuestion = true
  let isOverlay = false
  private let workplace: Workplace
  private let report: PatronImport
  private var page: TextView
  private var isUndoing = false

  init(workplace: Workplace, report: PatronImport, path: String) {
    self.workplace = workplace
    self.report = report
    page = TextView(BatchPage.paragraphs(workplace, report, path: path))
  }

  func disabledReason(for command: CommandID) -> String? {
    command == .undo ? nil : workplace.waitsForPage(command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .command(.cancel): return [.close(nil)]
    case .command(.undo): return undo()
    case .message(let undone as Undone): return tell(undone)
    default:
      _ = page.update(event)
      return []
    }
  }

  private func undo() -> [Effect] {
    guard let op = report.op else { return workplace.refused([.nothingToUndo]) }
    guard !isUndoing else { return [.bell] }
    isUndoing = true
    return [
      .job(name: "undo") { [desk = workplace.desk] in
        Undone(outcome: Result { try desk.undo(op) })
      }
    ]
  }

  private func tell(_ undone: Undone) -> [Effect] {
    isUndoing = false
    switch undone.outcome {
    case .success(let outcome):
      if case .undone = outcome { return [.close(nil)] + workplace.told(outcome) }
      return workplace.told(outcome)
    case .failure(let error): return workplace.bad(workplace.describe(error))
    }
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(workplace.wording.say(vi: "ĐÃ NHẬP", en: "IMPORTED"), into: &surface)
    page.draw(
      into: &surface,
      in: Rect(
        row: 2, column: 2, rows: max(0, surface.size.rows - 2),
        columns: max(0, surface.size.columns - 4)))
  }
}
