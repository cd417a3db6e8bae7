import LibraryCore
import LibraryStore
import Terminal

/// What came of an import of records, with a key that writes what was left out into a file.
final class ImportedScreen: Screen {
  private struct Written: Sendable {
    let path: String
    let outcome: Result<Int, any Error>
  }

  let context = "imported"
  let isQuestion = true
  let isOverlay = false
  private let workplace: Workplace
  private let report: ImportReport
  private let path: String
  private let options: ImportOptions
  private var page: TextView

  init(workplace: Workplace, report: ImportReport, path: String, options: ImportOptions) {
    self.workplace = workplace
    self.report = report
    self.path = path
    self.options = options
    page = TextView(BatchPage.paragraphs(workplace, report, path: path))
  }

  private var words: Wording { workplace.wording }

  func disabledReason(for command: CommandID) -> String? {
    if command == .importRejected, report.rejects.isEmpty {
      return words.say(vi: "Không có biểu ghi nào bị bỏ lại", en: "No record was left out")
    }
    return workplace.missingRight(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .command(.cancel): return [.close(nil)]
    case .command(.importRejected): return write()
    case .message(let written as Written): return tell(written)
    default:
      _ = page.update(event)
      return []
    }
  }

  private func write() -> [Effect] {
    let (path, options, rejects) = (path, options, report.rejects)
    let target = path + words.say(vi: ".khong-nhap", en: ".left-out")
    return [
      .job(name: "rejected") {
        Written(
          path: target,
          outcome: Result { try RejectedRecords([path], options, rejects).write(to: target) })
      }
    ]
  }

  private func tell(_ written: Written) -> [Effect] {
    switch written.outcome {
    case .failure(let error): workplace.bad(workplace.describe(error))
    case .success(let count):
      workplace.good(
        words.say(
          vi:
            "Đã ghi \(count) biểu ghi vào \(written.path), lý do ở \(RejectedRecords.reasonsPath(written.path))",
          en:
            "Wrote \(counted(count, "record")) to \(written.path), reasons in \(RejectedRecords.reasonsPath(written.path))"
        ))
    }
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "ĐÃ NHẬP", en: "IMPORTED"), into: &surface)
    page.draw(
      into: &surface,
      in: Rect(
        row: 2, column: 2, rows: max(0, surface.size.rows - 2),
        columns: max(0, surface.size.columns - 4)))
  }
}
