import LibraryCore
import LibraryStore
import MARC
import Terminal

/// The versions of a record, newest first: any two can be compared, any one made current again.
final class HistoryScreen: Screen {
  let context = "history"
  private let workplace: Workplace
  private let record: EntityID
  private var versions: [RecordVersion] = []
  private var table = Table(columns: [])
  private var marked: OpID?
  private var restoring: OpID?

  init(workplace: Workplace, record: EntityID) {
    self.workplace = workplace
    self.record = record
  }

  private var words: Wording { workplace.wording }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return load()
    case .returned(let value):
      let version = restoring
      restoring = nil
      return version.flatMap { value.isYes ? restore($0) : nil } ?? []
    case .command(.cancel): return [.close(nil)]
    case .command(.recordMark):
      let selected = table.selected.map { versions[$0].op }
      marked = marked == selected ? nil : selected
      return []
    case .command(.recordRestore): return askToRestore()
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    default:
      guard case .opened(let row) = table.update(event) else { return [] }
      return compare(row)
    }
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "LỊCH SỬ BIỂU GHI", en: "RECORD HISTORY"), into: &surface)
    table.columns = [
      TableColumn("", width: .fixed(1)),
      TableColumn(words.say(vi: "Số", en: "No."), width: .fixed(8), alignment: .trailing),
      TableColumn(words.say(vi: "Lúc", en: "When"), width: .fixed(16)),
      TableColumn(words.say(vi: "Ai", en: "Who"), width: .fixed(12)),
      TableColumn(words.say(vi: "Việc", en: "What"), width: .flexible()),
    ]
    let (rows, columns) = (surface.size.rows, surface.size.columns)
    table.draw(
      into: &surface, in: Rect(row: 1, column: 0, rows: max(0, rows - 2), columns: columns)
    ) {
      range in range.map { row(versions[$0]) }
    }
    surface.write(
      marked.map { words.say(vi: "Enter: so với bản số \($0)", en: "Enter: compare with \($0)") }
        ?? words.say(
          vi: "Enter: so với bản ngay trước", en: "Enter: compare with the version before"),
      at: Point(row: rows - 1, column: 1), role: .muted, width: columns - 2)
  }

  private func row(_ version: RecordVersion) -> TableRow {
    let staff = workplace.house?.staff.first { $0.id == version.staff }?.login ?? ""
    var what =
      switch version.change {
      case .saved(nil): words.say(vi: "lưu", en: "saved")
      case .saved(.some): words.say(vi: "nhập từ tệp", en: "imported")
      case .removed: words.say(vi: "bỏ khỏi mục lục", en: "removed")
      case .merged(let keeper):
        words.say(vi: "gộp vào biểu ghi \(keeper)", en: "merged into record \(keeper)")
      case .putBack: words.say(vi: "đưa lại vào mục lục", en: "put back")
      }
    if let undone = version.undoes {
      what += words.say(vi: ", hoàn tác số \(undone)", en: ", undoing \(undone)")
    }
    if version.isCurrent { what += words.say(vi: " – hiện dùng", en: " – current") }
    return TableRow([
      version.op == marked ? "*" : "", version.op.description, words.moment(version.moment), staff,
      what,
    ])
  }

  private func load() -> [Effect] {
    var effects: [Effect] = []
    let read = workplace.attempt(&effects) { try workplace.desk.recordHistory(record) }
    if let read { versions = read }
    table.setCount(versions.count)
    return effects
  }

  /// Compares the version in a row with the marked one, or else with the one before it.
  private func compare(_ row: Int) -> [Effect] {
    let version = versions[row].op
    let before = versions[(row + 1)...].first { version in
      if case .saved = version.change { true } else { false }
    }
    let ends = [marked ?? before?.op, version].compactMap { $0 }.sorted()
    var effects: [Effect] = []
    let records = workplace.attempt(&effects) {
      try ends.compactMap { try workplace.desk.record(version: $0) }
    }
    guard let records, let newest = records.last, records.count == ends.count else {
      return effects.isEmpty ? [.bell] : effects
    }
    guard records.count > 1 else {
      return effects + [
        .push(
          TextScreen(
            workplace: workplace,
            title: words.say(vi: "PHIÊN BẢN \(version)", en: "VERSION \(version)"),
            paragraphs: RecordSheet.marc(newest)))
      ]
    }
    let sides = zip(ends, records).map { end, record in
      CompareScreen.Side(name: words.say(vi: "bản \(end)", en: "version \(end)"), record: record)
    }
    return effects + [
      .push(CompareScreen(workplace: workplace, left: sides[0], right: sides[1]))
    ]
  }

  private func askToRestore() -> [Effect] {
    guard let row = table.selected, case .saved = versions[row].change, !versions[row].isCurrent
    else { return [.bell] }
    let version = versions[row]
    restoring = version.op
    return [
      .push(
        workplace.question(
          words.say(vi: "Khôi phục phiên bản này?", en: "Restore this version?"),
          [
            StyledText(
              words.say(
                vi: "Bản số \(version.op), lưu lúc \(words.moment(version.moment))",
                en: "Version \(version.op), saved \(words.moment(version.moment))")),
            StyledText(
              words.say(
                vi: "Nó thành phiên bản mới nhất; các phiên bản khác vẫn còn.",
                en: "It becomes the newest version; the others stay.")),
          ], yes: words.say(vi: "Khôi phục", en: "Restore"), isDanger: false))
    ]
  }

  private func restore(_ version: OpID) -> [Effect] {
    var effects: [Effect] = []
    let outcome = workplace.attempt(&effects) { try workplace.desk.restoreRecord(version) }
    guard let outcome else { return effects }
    return effects
      + workplace.told(
        outcome,
        saved: words.say(vi: "Đã khôi phục bản số \(version)", en: "Version \(version) is restored")
      )
      + load()
  }
}
