import LibraryCore
import LibraryStore
import Terminal

/// What became of a whole box: what needs a person's eye first, and what was written.
struct BoxReport: Sendable {
  var lines: [StyledText]
  var ops: [OpID]
}

/// Lends or takes back a whole box on a worker thread, then shows what became of each copy.
///
/// A box goes in one transaction, so there is nothing to stop halfway: who leaves early finds it done.
final class BoxWorkScreen: Screen {
  private struct Answer: Sendable {
    var report: Result<BoxReport, any Error>
  }

  let context = "reader"
  let isQuestion = true
  let isOverlay = false
  private let workplace: Workplace
  private let title: String
  private let did: ([OpID]) -> Void
  private let work: @Sendable (Desk) throws -> BoxReport
  private var isBegun = false

  init(
    workplace: Workplace, title: String, did: @escaping ([OpID]) -> Void,
    work: @escaping @Sendable (Desk) throws -> BoxReport
  ) {
    self.workplace = workplace
    self.title = title
    self.did = did
    self.work = work
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared where !isBegun:
      isBegun = true
      let (desk, work) = (workplace.desk, work)
      return [.job(name: "box") { Answer(report: Result { try work(desk) }) }]
    case .message(let answer as Answer): return finish(answer)
    default: return []
    }
  }

  func disabledReason(for command: CommandID) -> String? {
    [.help, .redraw, .palette].contains(command)
      ? nil : workplace.wording.say(vi: "Đang ghi, xin đợi", en: "Writing; wait a moment")
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(title, into: &surface)
    surface.write(
      workplace.wording.say(vi: "Đang ghi…", en: "Writing…"), at: Point(row: 2, column: 2),
      role: .text)
  }

  private func finish(_ answer: Answer) -> [Effect] {
    switch answer.report {
    case .success(let report):
      did(report.ops)
      return [
        .replace(TextScreen(workplace: workplace, title: title, paragraphs: report.lines))
      ]
    case .failure(let error): return workplace.bad(workplace.describe(error)) + [.close(nil)]
    }
  }
}
