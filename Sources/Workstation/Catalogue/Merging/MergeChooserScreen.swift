import LibraryCore
import LibraryStore
import Terminal

/// Which record is to be merged into one: the likely ones are listed, any other is named by its number or a copy's label.
final class MergeChooserScreen: Screen {
  let context = "mergeChooser"
  private let workplace: Workplace
  private let keeper: StoredRecord
  private var candidates: [DuplicateCandidate] = []
  private var line = InputField(.code, maximumLength: 40)
  private var table = Table(columns: [])

  init(workplace: Workplace, keeper: StoredRecord) {
    self.workplace = workplace
    self.keeper = keeper
  }

  private var words: Wording { workplace.wording }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared:
      guard candidates.isEmpty else { return [] }
      return DuplicateNotice().ask(keeper.record, id: keeper.id, workplace)
    case .message(let answer as DuplicateNotice.Answer):
      candidates = (try? answer.found.get()) ?? []
      table.setCount(candidates.count)
      return []
    case .returned(let value): return value is RecordsMerged ? [.close(value)] : []
    case .input(.scan(let scan)):
      line.takeBack(scan.alreadyTyped)
      line.setText(scan.code)
      return open()
    case .command(.cancel): return [.close(nil)]
    case .command(.lineAccept), .command(.listOpen): return open()
    default:
      guard table.update(event) == .ignored else { return [] }
      return line.update(event) == .refused ? [.bell] : []
    }
  }

  private func open() -> [Effect] {
    var effects: [Effect] = []
    let screen = workplace.attempt(&effects) { () -> MergeScreen? in
      guard let other = try chosen(), other != keeper.id else { return nil }
      return try MergeScreen.open(workplace, keeping: keeper.id, other)
    }
    guard let found = screen else { return effects }
    guard let found else {
      return effects
        + workplace.bad(
          words.say(vi: "Không có biểu ghi nào như vậy", en: "There is no such record"))
    }
    return effects + [.push(found)]
  }

  /// A record's number, or the record of the copy whose label was typed or scanned; the selected one where nothing was typed.
  private func chosen() throws -> EntityID? {
    guard !line.isEmpty else { return table.selected.map { candidates[$0].id } }
    let text = line.text.hasPrefix("#") ? String(line.text.dropFirst()) : line.text
    if let number = Int64(text), try workplace.desk.record(EntityID(rawValue: number)) != nil {
      return EntityID(rawValue: number)
    }
    if case .item(let facts) = try workplace.desk.look(line.text, preferring: .label) {
      return facts.item.record
    }
    return nil
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(
      words.say(vi: "GỘP VỚI BIỂU GHI NÀO?", en: "MERGE WITH WHICH?"), into: &surface)
    let columns = surface.size.columns
    let label = words.say(vi: "Số biểu ghi hay ĐKCB", en: "Number or barcode")
    let used = surface.write(label, at: Point(row: 1, column: 1), role: .fieldLabel)
    line.draw(
      into: &surface, at: Point(row: 1, column: used + 3), width: max(8, columns - used - 5),
      isFocused: true)
    table.columns = [
      TableColumn(words.say(vi: "Điểm", en: "Score"), width: .fixed(5), alignment: .trailing),
      TableColumn(words.say(vi: "Biểu ghi nghi trùng", en: "Likely the same"), width: .flexible()),
    ]
    table.emptyText = words.say(vi: "Không có biểu ghi nào nghi trùng", en: "None is suspected")
    table.draw(
      into: &surface,
      in: Rect(row: 3, column: 0, rows: max(0, surface.size.rows - 4), columns: columns)
    ) { range in
      range.map { place in
        TableRow([
          String(candidates[place].judgement.score), words.briefLine(candidates[place]),
        ])
      }
    }
    guard let selected = table.selected else { return }
    surface.write(
      words.duplicateReasons(candidates[selected].judgement),
      at: Point(row: surface.size.rows - 1, column: 1), role: .muted, width: columns - 2)
  }
}
