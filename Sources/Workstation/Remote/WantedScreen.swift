import LibraryCore
import LibraryStore
import Terminal

/// The books that nobody had a record of: asked for again as the list opens, beside the person's work; Enter looks for one
/// with answers to choose from.
final class WantedScreen: Screen {
  let context = "wanted"
  private let workplace: Workplace
  private var wanted: [Wanted] = []
  private var table = Table(columns: [])
  /// How many records of each were found just now.
  private var found: [Wanted.Question: Int] = [:]
  private var isAsking = false
  private var isLineDown = false

  init(workplace: Workplace) { self.workplace = workplace }

  private var words: Wording { workplace.wording }

  func disabledReason(for command: CommandID) -> String? { workplace.missingRight(for: command) }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return read() + ask()
    case .returned: return read()
    case .message(let news as WantedNews): return hear(news)
    case .command(.wantedAsk): return ask()
    case .command(.cancel): return isAsking ? stop() : [.close(nil)]
    case .command(.wantedRemove): return remove()
    case .command(.undo): return undo()
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    default:
      guard case .opened(let row) = table.update(event), wanted.indices.contains(row) else {
        return []
      }
      return [
        .push(CopyCataloguingScreen(workplace: workplace, words: wanted[row].question.text))
      ]
    }
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "CHỜ HỎI LẠI", en: "TO ASK AGAIN"), into: &surface)
    table.columns = [
      TableColumn(words.say(vi: "ISBN hay nhan đề", en: "ISBN or title"), width: .flexible()),
      TableColumn(words.say(vi: "Từ lúc", en: "Since"), width: .fixed(16)),
      TableColumn(words.say(vi: "Người hỏi", en: "Asked by"), width: .fixed(12)),
      TableColumn(words.say(vi: "Nay", en: "Now"), width: .fixed(18)),
    ]
    table.emptyText = words.say(vi: "Không có sách nào chờ", en: "Nothing waits")
    table.draw(
      into: &surface,
      in: Rect(
        row: 2, column: 0, rows: max(0, surface.size.rows - 2), columns: surface.size.columns)
    ) { range in
      range.map { row in
        let book = wanted[row]
        return TableRow([
          book.question.text, words.moment(book.askedAt), book.askedBy, answer(book.question),
        ])
      }
    }
  }

  private func answer(_ question: Wanted.Question) -> String {
    switch found[question] {
    case 0?: words.say(vi: "vẫn chưa ai có", en: "still nobody")
    case let count?: words.say(vi: "có \(count) biểu ghi", en: counted(count, "record"))
    case nil where isAsking: words.say(vi: "đang hỏi…", en: "asking…")
    case nil where isLineDown: words.say(vi: "mạng chưa thông", en: "the line is down")
    case nil: ""
    }
  }

  /// Asks for all of them; nothing on the screen waits for it.
  private func ask() -> [Effect] {
    var effects: [Effect] = []
    let asked = workplace.attempt(&effects) {
      try workplace.desk.targets(workplace.appearance.places).asked
    }
    guard let targets = asked, !targets.isEmpty, !wanted.isEmpty else { return effects }
    found = [:]
    isAsking = true
    isLineDown = false
    let questions = wanted.map(\.question)
    return effects + [
      .longJob(name: "wanted") { ticket in
        WantedNews.ask(questions, targets, isStale: { ticket.isStale }) { ticket.report($0) }
      }
    ]
  }

  /// A newer job of the name makes the one that asks stale.
  private func stop() -> [Effect] {
    isAsking = false
    return [.job(name: "wanted") { WantedNews.ended }]
  }

  private func hear(_ news: WantedNews) -> [Effect] {
    switch news {
    case .asked(let question, let count): found[question] = count
    case .lineDown:
      isAsking = false
      isLineDown = true
    case .ended: isAsking = false
    }
    return []
  }

  private func read() -> [Effect] {
    var effects: [Effect] = []
    wanted = workplace.attempt(&effects) { try workplace.desk.wanted() } ?? []
    table.setCount(wanted.count)
    return effects
  }

  private func remove() -> [Effect] {
    guard let row = table.selected, wanted.indices.contains(row) else { return [.bell] }
    var effects: [Effect] = []
    let book = wanted[row]
    guard
      let outcome = workplace.attempt(&effects, { try workplace.desk.stopWanting(book.question) })
    else { return effects }
    let told = workplace.told(
      outcome,
      saved: words.say(vi: "Đã thôi chờ \(book.question.text)", en: "Gave up \(book.question.text)")
    )
    return effects + read() + told
  }

  private func undo() -> [Effect] {
    var effects: [Effect] = []
    guard let outcome = workplace.attempt(&effects, { try workplace.desk.undo() }) else {
      return effects
    }
    return effects + read() + workplace.told(outcome)
  }
}
