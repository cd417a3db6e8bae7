import LibraryStore
public import RemoteCatalogues
import Terminal

/// Tries catalogues of others and says of each, as it answers, how fast and how well protected it is.
///
/// The asking runs beside the screen; leaving it ends the asking.
final class TargetCheckScreen: Screen {
  let context = "targetCheck"
  private let workplace: Workplace
  private let targets: [RemoteTarget]
  private var answers: [RemoteAnswer] = []
  private var page = TextView([])
  private var isAsking = false

  /// What the job tells.
  private enum News: Sendable {
    case answered(RemoteAnswer)
    case ended
  }

  init(workplace: Workplace, targets: [RemoteTarget]) {
    self.workplace = workplace
    self.targets = targets.map { target in
      var target = target
      target.recordsMaximum = 1
      return target
    }
  }

  func disabledReason(for command: CommandID) -> String? {
    workplace.missingRightOrUse(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared, .command(.targetsCheckAgain): return ask()
    case .message(let news as News): return hear(news)
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    case .command(.cancel):
      guard isAsking else { return [.close(nil)] }
      isAsking = false
      show()
      return [.job(name: "check") { News.ended }]
    default:
      _ = page.update(event)
      return []
    }
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(
      workplace.wording.say(vi: "THỬ CÁC MỤC LỤC", en: "TRYING CATALOGUES"), into: &surface)
    page.draw(
      into: &surface,
      in: Rect(
        row: 2, column: 1, rows: max(0, surface.size.rows - 2),
        columns: max(0, surface.size.columns - 2)))
  }

  private func ask() -> [Effect] {
    answers = []
    isAsking = true
    show()
    return [
      .longJob(name: "check") { [targets] ticket in
        let search = RemoteSearch(.trial, targets) { ticket.report(News.answered($0)) }
        while !search.wait(atMost: .milliseconds(50)) {
          if ticket.isStale { search.cancel() }
        }
        return News.ended
      }
    ]
  }

  private func hear(_ news: News) -> [Effect] {
    switch news {
    case .answered(let answer): answers.append(answer)
    case .ended: isAsking = false
    }
    show()
    return []
  }

  private func show() {
    let words = workplace.wording
    let answered = Set(answers.map(\.target.code))
    let rest =
      isAsking
      ? words.say(vi: "đang hỏi… (Esc: dừng)", en: "asking… (Esc: stop)")
      : words.say(vi: "đã dừng", en: "stopped")
    page = TextView(
      answers.map {
        StyledText(
          words.targetCheck($0), role: $0.fault == nil ? .statusGood : .statusError)
      }
        + targets.filter { !answered.contains($0.code) }.map {
          StyledText("\($0.code)  \($0.name): \(rest)", role: .muted)
        })
  }
}

extension RemoteQuery {
  /// What a catalogue is asked to see whether it answers.
  public static let trial = RemoteQuery(title: "Việt Nam")
}
