import LibraryCore
import LibraryStore
import Terminal

/// The books that nobody had a record of: Enter asks again, with answers to choose from.
final class WantedScreen: Screen {
  let context = "wanted"
  private let workplace: Workplace
  private var wanted: [Wanted] = []
  private var table = Table(columns: [])

  init(workplace: Workplace) { self.workplace = workplace }

  private var words: Wording { workplace.wording }

  func disabledReason(for command: CommandID) -> String? { workplace.missingRight(for: command) }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared, .returned: return read()
    case .command(.cancel): return [.close(nil)]
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
      TableColumn(words.say(vi: "Người hỏi", en: "Asked by"), width: .fixed(14)),
    ]
    table.emptyText = words.say(vi: "Không có sách nào chờ", en: "Nothing waits")
    table.draw(
      into: &surface,
      in: Rect(
        row: 2, column: 0, rows: max(0, surface.size.rows - 2), columns: surface.size.columns)
    ) { range in
      range.map { row in
        let book = wanted[row]
        return TableRow([book.question.text, words.moment(book.askedAt), book.askedBy])
      }
    }
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
