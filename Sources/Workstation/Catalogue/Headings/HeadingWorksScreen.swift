import LibraryCore
import LibraryStore
import MARC
import Terminal

/// One heading: what settles it, what leads to it, and the titles that have it, the newest first.
final class HeadingWorksScreen: Screen {
  private struct Read: Sendable {
    var facts: HeadingFacts
    var authorities: [StoredAuthority]
    var works: [TitleHit]
  }

  private struct Answer: Sendable {
    var read: Result<Read, any Error>
  }

  private static let worksMaximum = 500

  let context = "headingWorks"
  let workplace: Workplace
  private var facts: HeadingFacts
  private var authorities: [StoredAuthority] = []
  private var works: [TitleHit] = []
  private var table = Table(columns: [])
  private var isReading = true
  private var changing = HeadingChanging()

  init(workplace: Workplace, _ facts: HeadingFacts) {
    self.workplace = workplace
    self.facts = facts
  }

  private var words: Wording { workplace.wording }

  func disabledReason(for command: CommandID) -> String? {
    workplace.missingRight(for: command)
      ?? HeadingChanging.disabledReason(for: command, facts, words)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return read()
    case .returned(let value): return (changing.resume(value, workplace) ?? []) + read()
    case .message(let value):
      if let answer = value as? Answer { return take(answer) }
      return changing.hear(value, workplace).map { $0 + read() } ?? []
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    case .command(let command): return perform(command, event)
    default: return []
    }
  }

  private func perform(_ command: CommandID, _ event: ScreenEvent) -> [Effect] {
    switch command {
    case .cancel: return changing.isWriting ? [.bell] : [.close(nil)]
    case .headingsChange, .headingsAuthority, .headingsRecord, .headingsRemove:
      return changing.begin(command, facts, workplace)
    default:
      guard case .opened(let row) = table.update(event) else { return [] }
      let trail = RecordTrail(works.map(\.id), at: row)
      return [.push(RecordScreen(workplace: workplace, trail: trail))]
    }
  }

  private func read() -> [Effect] {
    isReading = true
    return [
      .job(name: "read") { [kind = facts.kind, text = facts.text, desk = workplace.desk] in
        Answer(
          read: Result {
            Read(
              facts: try desk.heading(kind, text),
              authorities: try desk.authorities(of: text, kind),
              works: try desk.works(
                under: kind, text, limit: HeadingWorksScreen.worksMaximum))
          })
      }
    ]
  }

  private func take(_ answer: Answer) -> [Effect] {
    isReading = false
    var effects: [Effect] = []
    guard let read = workplace.attempt(&effects, { try answer.read.get() }) else { return effects }
    (facts, authorities, works) = (read.facts, read.authorities, read.works)
    table.setCount(works.count)
    return effects
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(
      words.say(vi: "TIÊU ĐỀ: \(facts.text)", en: "HEADING: \(facts.text)"), into: &surface)
    let (rows, columns) = (surface.size.rows, surface.size.columns)
    var row = 1
    for line in settled.prefix(max(0, rows - 8)) {
      surface.write(
        DisplayWidth.shortened(line, columns: columns - 2), at: Point(row: row, column: 1))
      row += 1
    }
    table.columns = [
      TableColumn(words.say(vi: "Nhan đề", en: "Title"), width: .flexible(share: 4)),
      TableColumn(words.say(vi: "Tác giả", en: "Author"), width: .flexible(share: 2)),
      TableColumn(words.say(vi: "Năm", en: "Year"), width: .fixed(4)),
      TableColumn(words.say(vi: "Còn", en: "In"), width: .fixed(6), alignment: .trailing),
    ]
    table.emptyText =
      isReading
      ? words.say(vi: "Đang đọc…", en: "Reading…")
      : words.say(vi: "Không tài liệu nào có tiêu đề này", en: "No title has this heading")
    table.draw(
      into: &surface,
      in: Rect(row: row, column: 0, rows: max(0, rows - row - changing.rows), columns: columns)
    ) { range in
      range.map { place in
        let hit = works[place]
        return TableRow([
          TableRow.Cell(hit.title), TableRow.Cell(hit.author ?? ""), TableRow.Cell(hit.year ?? ""),
          CatalogueScreen.copies(of: hit),
        ])
      }
    }
    changing.draw(into: &surface, words)
  }

  /// What the authority records of the heading say, or that there is none.
  private var settled: [String] {
    guard !authorities.isEmpty else {
      return facts.kind.authorityKind == nil || isReading
        ? [] : [words.say(vi: "Chưa có tiêu đề chuẩn", en: "No authority record yet")]
    }
    return authorities.flatMap { words.card($0) }
  }
}
