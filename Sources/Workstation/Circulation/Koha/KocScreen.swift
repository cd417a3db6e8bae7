import LibraryCore
import LibraryStore
import Terminal

/// Takes a file of Koha's offline circulation and then shows what became of each line, what needs a person's eye first.
///
/// Leaving early stops after the line at work; what was taken stays, and taking the file again goes on from there.
final class KocScreen: Screen {
  private struct Progress: Sendable {
    var lines: Int
  }

  private struct Answer: Sendable {
    var report: Result<KocReport, any Error>
  }

  let context = "reader"
  let isQuestion = true
  let isOverlay = false
  private let workplace: Workplace
  private let file: KocFile
  /// Whether what was undone since it was taken before is wanted again.
  private let again: Bool
  private var lines = 0
  private var isBegun = false

  init(workplace: Workplace, _ file: KocFile, again: Bool) {
    self.workplace = workplace
    self.again = again
    self.file = file
  }

  private var words: Wording { workplace.wording }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared where !isBegun:
      isBegun = true
      return [begin()]
    case .message(let progress as Progress): lines = progress.lines
    case .message(let answer as Answer): return finish(answer)
    case .command(.cancel): return [.close(nil)]
    default: break
    }
    return []
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "NHẬN TỆP .KOC", en: ".KOC FILE"), into: &surface)
    surface.write(
      words.say(
        vi: "Đang ghi dòng \(lines) trên \(file.transactions.count)…",
        en: "Taking line \(lines) of \(file.transactions.count)…"),
      at: Point(row: 2, column: 2), role: .text)
  }

  private func begin() -> Effect {
    let (desk, file, reason, again) = (workplace.desk, file, words.kocReason, again)
    return .longJob(name: "koc") { ticket in
      Answer(
        report: Result {
          try desk.takeKoc(file, reason: reason, again: again) { lines in
            if lines % 50 == 0 { ticket.report(Progress(lines: lines)) }
            return !ticket.isStale
          }
        })
    }
  }

  private func finish(_ answer: Answer) -> [Effect] {
    switch answer.report {
    case .success(let report): return [.replace(KocReportScreen(workplace: workplace, report))]
    case .failure(let error): return workplace.bad(workplace.describe(error)) + [.close(nil)]
    }
  }
}
