import LibraryCore
import LibraryStore
import MARC
import Terminal

/// Chooses what a record is compared with: one of its versions, or another record by its number or by words.
///
/// Scans wait until it is closed.
final class CompareChooser: Screen {
  private enum Choice {
    case version(RecordVersion)
    case record(EntityID, String)
  }

  let context = "choice"
  let isQuestion = true
  let isOverlay = false
  private let workplace: Workplace
  private let record: EntityID?
  private var line: InputField
  private var table = Table(columns: [])
  private var versions: [RecordVersion] = []
  private var choices: [Choice] = []

  /// `record` is nil for one that was never saved.
  init(workplace: Workplace, record: EntityID?) {
    self.workplace = workplace
    self.record = record
    line = workplace.keyboard.line(maximumLength: 60)
  }

  private var words: Wording { workplace.wording }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return versions.isEmpty ? load() : []
    case .command(.cancel): return [.close(nil)]
    case .command(.lineAccept), .command(.listOpen): return table.selected.map(choose) ?? [.bell]
    case .message(let message):
      guard let answer = message as? TitleAnswer, answer.query.words == line.text else { return [] }
      return take(answer)
    default: break
    }
    guard table.update(event) == .ignored else { return [] }
    switch line.update(event) {
    case .edited: return search()
    case .refused: return [.bell]
    case .ignored, .moved: return []
    }
  }

  private func load() -> [Effect] {
    var effects: [Effect] = []
    if let record {
      versions =
        workplace.attempt(&effects) {
          try workplace.desk.recordHistory(record).filter { version in
            if case .saved = version.change { true } else { false }
          }
        } ?? []
    }
    show(versions.map { .version($0) })
    return effects
  }

  private func show(_ choices: [Choice]) {
    self.choices = choices
    table.setCount(choices.count)
    table.select(0)
  }

  /// The versions; with something typed, the record of that number and those that words find.
  private func search() -> [Effect] {
    guard !line.isEmpty else {
      show(versions.map { .version($0) })
      return []
    }
    let query = TitleQuery(words: line.text, field: .any)
    return [
      .longJob(name: "compare.search") { [file = workplace.file] ticket in
        ticket.isStale ? nil : TitleResults.read(query, from: 0, in: file)
      }
    ]
  }

  private func take(_ answer: TitleAnswer) -> [Effect] {
    var effects: [Effect] = []
    let hits = workplace.attempt(&effects) { try answer.page.get().hits } ?? []
    var found = hits.map {
      Choice.record($0.id, [$0.title, $0.author ?? ""].joined(separator: " / "))
    }
    if let number = Int64(line.text), number > 0 {
      let id = EntityID(rawValue: number)
      if let stored = workplace.attempt(&effects, { try workplace.desk.record(id) }) ?? nil {
        found.insert(.record(id, stored.brief.title), at: 0)
      }
    }
    show(found)
    return effects
  }

  private func choose(_ row: Int) -> [Effect] {
    var effects: [Effect] = []
    let side = workplace.attempt(&effects) { () throws -> CompareScreen.Side? in
      switch choices[row] {
      case .version(let version):
        try workplace.desk.record(version: version.op).map {
          CompareScreen.Side(
            name: words.say(vi: "bản \(version.op)", en: "version \(version.op)"), record: $0)
        }
      case .record(let id, _):
        try workplace.desk.record(id).map {
          CompareScreen.Side(
            name: words.say(vi: "biểu ghi \(id)", en: "record \(id)"), record: $0.record)
        }
      }
    }
    guard let side = side ?? nil else { return effects.isEmpty ? [.bell] : effects }
    return effects + [.close(side)]
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "SO SÁNH VỚI…", en: "COMPARE WITH…"), into: &surface)
    let (rows, columns) = (surface.size.rows, surface.size.columns)
    let label = words.say(vi: "Số biểu ghi hay từ", en: "Record or words")
    let used = surface.write(label, at: Point(row: 1, column: 1), role: .fieldLabel)
    line.draw(into: &surface, at: Point(row: 1, column: used + 3), width: 30, isFocused: true)
    table.columns = [
      TableColumn(words.say(vi: "Số", en: "No."), width: .fixed(8), alignment: .trailing),
      TableColumn("", width: .flexible()),
    ]
    table.emptyText = words.say(
      vi: "Gõ số hay từ của một biểu ghi khác", en: "Type the number or words of another record")
    table.draw(
      into: &surface, in: Rect(row: 3, column: 0, rows: max(0, rows - 3), columns: columns)
    ) { range in range.map { row(choices[$0]) } }
  }

  private func row(_ choice: Choice) -> TableRow {
    switch choice {
    case .record(let id, let title): return TableRow(["\(id)", title])
    case .version(let version):
      let current = version.isCurrent ? words.say(vi: " – hiện dùng", en: " – current") : ""
      return TableRow([
        "\(version.op)",
        words.say(vi: "bản lưu lúc ", en: "saved ") + words.moment(version.moment) + current,
      ])
    }
  }
}
