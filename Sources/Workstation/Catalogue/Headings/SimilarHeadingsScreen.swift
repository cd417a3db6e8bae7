import LibraryCore
import LibraryStore
import MARC
import Terminal

/// Headings that may be one heading written in several ways, with the key that makes them one.
final class SimilarHeadingsScreen: Screen {
  private struct Answer: Sendable {
    var kind: HeadingKind
    var groups: Result<[SimilarHeadings], any Error>
  }

  /// More at once nobody works through; those that are done go, and others come.
  private static let groupsMaximum = 500

  let context = "similarHeadings"
  let workplace: Workplace
  private var kind: HeadingKind
  private var groups: [SimilarHeadings] = []
  private var table = Table(columns: [])
  private var isReading = true
  private var changing = HeadingChanging()

  init(workplace: Workplace, kind: HeadingKind) {
    self.workplace = workplace
    self.kind = kind
  }

  private var words: Wording { workplace.wording }

  func disabledReason(for command: CommandID) -> String? { workplace.missingRight(for: command) }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return groups.isEmpty ? read() : []
    case .returned(let value): return changing.resume(value, workplace) ?? read()
    case .message(let value):
      if let answer = value as? Answer { return take(answer) }
      return changing.hear(value, workplace).map { $0 + (changing.isWriting ? [] : read()) } ?? []
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    case .command(let command): return perform(command, event)
    default: return []
    }
  }

  private func perform(_ command: CommandID, _ event: ScreenEvent) -> [Effect] {
    switch command {
    case .cancel: return changing.isWriting ? [.bell] : [.close(nil)]
    case .headingsKind:
      kind = kind.next
      groups = []
      return read()
    case .headingsChange: return table.selected.map { change(groups[$0]) } ?? [.bell]
    default:
      guard case .opened(let row) = table.update(event) else { return [] }
      return change(groups[row])
    }
  }

  /// The first heading that is not the one to keep becomes it.
  private func change(_ group: SimilarHeadings) -> [Effect] {
    guard let other = group.headings.last(where: { $0.text != group.suggestion }) else {
      return [.bell]
    }
    var effects: [Effect] = []
    let facts = workplace.attempt(&effects) { try workplace.desk.heading(kind, other.text) }
    return effects
      + (facts.map {
        changing.begin(.headingsChange, $0, workplace, suggesting: group.suggestion)
      } ?? [])
  }

  private func read() -> [Effect] {
    isReading = true
    return [
      .job(name: "read") { [kind, desk = workplace.desk] in
        Answer(
          kind: kind,
          groups: Result {
            var groups: [SimilarHeadings] = []
            try desk.eachSimilarHeadings(kind) { group in
              groups.append(group)
              return groups.count < SimilarHeadingsScreen.groupsMaximum
            }
            return groups
          })
      }
    ]
  }

  private func take(_ answer: Answer) -> [Effect] {
    guard answer.kind == kind else { return [] }
    isReading = false
    var effects: [Effect] = []
    guard let read = workplace.attempt(&effects, { try answer.groups.get() }) else {
      return effects
    }
    // The likeliest first; those of one score from A to Z.
    groups = read.enumerated().sorted {
      $0.element.score == $1.element.score
        ? $0.offset < $1.offset : $0.element.score > $1.element.score
    }.map(\.element)
    table.setCount(read.count)
    return effects
  }

  func draw(into surface: inout Surface) {
    let title = words.say(vi: "TIÊU ĐỀ GẦN NHAU", en: "SIMILAR HEADINGS")
    workplace.drawTitle("\(title): \(words.headingKind(kind))", into: &surface)
    let (rows, columns) = (surface.size.rows, surface.size.columns)
    table.columns = [
      TableColumn(words.say(vi: "Điểm", en: "Score"), width: .fixed(5), alignment: .trailing),
      TableColumn(words.say(vi: "Các tiêu đề", en: "Headings"), width: .flexible(share: 4)),
      TableColumn(words.say(vi: "Giữ lại", en: "Keep"), width: .flexible(share: 2)),
      TableColumn(
        words.say(vi: "Khác ở", en: "Differ in"), width: .flexible(share: columns < 100 ? 1 : 2)),
    ]
    table.emptyText =
      isReading
      ? words.say(vi: "Đang đọc…", en: "Reading…")
      : words.say(vi: "Không có tiêu đề nào gần nhau", en: "No headings are nearly one")
    table.draw(
      into: &surface,
      in: Rect(row: 1, column: 0, rows: max(0, rows - 1 - changing.rows), columns: columns)
    ) { range in
      range.map { place in
        let group = groups[place]
        let texts = group.headings.map { "\($0.text) (\($0.uses))" }.joined(separator: " | ")
        return TableRow([
          String(group.score), texts, group.suggestion, words.likeness(group.likeness),
        ])
      }
    }
    changing.draw(into: &surface, words)
  }
}
