import LibraryCore
import LibraryStore
import MARC
import Terminal

/// The headings of the catalogue from A to Z, kind by kind, with the forms that only lead to one.
///
/// What is typed opens the list at that place.
final class HeadingScreen: Screen {
  let context = "headings"
  let workplace: Workplace
  private(set) var kind: HeadingKind
  var line: InputField
  private var list = DrawerList<FiledHeading>()
  private var changing = HeadingChanging()

  init(workplace: Workplace, kind: HeadingKind = .person) {
    self.workplace = workplace
    self.kind = kind
    line = InputField(.text, maximumLength: 200)
  }

  var words: Wording { workplace.wording }
  private var selected: HeadingFacts? { list.selected?.facts }

  func disabledReason(for command: CommandID) -> String? {
    workplace.missingRight(for: command)
      ?? HeadingChanging.disabledReason(for: command, selected, words)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return list.rows.isEmpty && !list.isReading ? openList() : []
    case .returned(let value):
      return (changing.resume(value, workplace) ?? []) + readAgain()
    case .message(let value):
      if let answer = value as? DrawerList<FiledHeading>.Answer { return take(answer) }
      return changing.hear(value, workplace).map { $0 + readAgain() } ?? []
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    case .command(let command): return perform(command, event)
    default: return type(event)
    }
  }

  private func perform(_ command: CommandID, _ event: ScreenEvent) -> [Effect] {
    switch command {
    case .cancel where changing.isWriting: return [.bell]
    case .cancel:
      guard !line.isEmpty else { return [.close(nil)] }
      line.setText("")
      return openList()
    case .headingsKind:
      kind = kind.next
      return openList()
    case .lineAccept, .listOpen:
      return selected.map { [.push(HeadingWorksScreen(workplace: workplace, $0))] } ?? [.bell]
    case .headingsChange, .headingsAuthority, .headingsRecord, .headingsRemove:
      return selected.map { changing.begin(command, $0, workplace) } ?? [.bell]
    case .headingsSimilar:
      return [.push(SimilarHeadingsScreen(workplace: workplace, kind: kind))]
    case .listFirst where !list.window.showsFront, .fieldHome where line.isEmpty:
      return read(.fromBeginning)
    case .listLast where !list.window.showsEnd, .fieldEnd where line.isEmpty:
      return read(.backFromEnd)
    default:
      guard list.table.update(event) == .ignored else { return list.needed.map(read) ?? [] }
      return type(event)
    }
  }

  private func type(_ event: ScreenEvent) -> [Effect] {
    switch line.update(event) {
    case .edited: openList()
    case .refused: [.bell]
    case .ignored, .moved: []
    }
  }

  // MARK: - Reading

  private func openList() -> [Effect] { read(DrawerList<FiledHeading>.opening(line.text)) }

  /// Reads around the selection again, because what was done may have moved it.
  private func readAgain() -> [Effect] {
    list.selected.map { read(.at($0.place)) } ?? openList()
  }

  private func read(_ walk: DrawerWalk) -> [Effect] {
    [
      list.read(walk) { [kind, desk = workplace.desk] walk, limit in
        try desk.headings(kind, walk, limit: limit)
      }
    ]
  }

  private func take(_ answer: DrawerList<FiledHeading>.Answer) -> [Effect] {
    var effects: [Effect] = []
    workplace.attempt(&effects) { try list.take(answer) }
    return effects
  }
}

// MARK: - Drawing

extension HeadingScreen {
  func draw(into surface: inout Surface) {
    let title = words.say(vi: "TIÊU ĐỀ", en: "HEADINGS")
    workplace.drawTitle("\(title): \(words.headingKind(kind))", into: &surface)
    let (rows, columns) = (surface.size.rows, surface.size.columns)
    let label = words.say(vi: "Đến", en: "Go to")
    let used = surface.write(label, at: Point(row: 1, column: 1), role: .fieldLabel)
    line.draw(
      into: &surface, at: Point(row: 1, column: used + 3), width: max(10, columns - used - 5),
      isFocused: true)
    list.table.columns = [
      TableColumn(words.say(vi: "Dùng", en: "Uses"), width: .fixed(7), alignment: .trailing),
      TableColumn(words.say(vi: "Tiêu đề", en: "Heading"), width: .flexible(share: 3)),
      TableColumn("", width: .flexible(share: 2)),
    ]
    list.table.emptyText =
      list.isReading
      ? words.say(vi: "Đang đọc…", en: "Reading…")
      : words.say(vi: "Chưa có tiêu đề nào", en: "No headings yet")
    let filed = list.rows
    list.table.draw(
      into: &surface,
      in: Rect(row: 2, column: 0, rows: max(0, rows - 2 - changing.rows), columns: columns)
    ) { range in range.map { row(filed[$0].facts) } }
    changing.draw(into: &surface, words)
  }

  private func row(_ facts: HeadingFacts) -> TableRow {
    TableRow(
      [facts.uses == 0 ? "" : String(facts.uses), facts.text, words.headingState(facts)],
      role: facts.uses == 0 && !facts.isEstablished ? .muted : nil)
  }
}
