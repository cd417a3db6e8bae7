import LibraryCore
import LibraryStore
import Terminal

/// One of the lists the house decides: what is on it, and the forms that change it.
protocol HouseList {
  var context: String { get }
  /// What changing the list needs.
  var permission: Permission { get }
  var count: Int { get }
  func title(_ words: Wording) -> String
  /// A line between title and table; nil where none is needed.
  func lead(_ words: Wording) -> String?
  func columns(_ words: Wording) -> [TableColumn]
  func row(_ index: Int, _ words: Wording) -> TableRow
  mutating func read(_ workplace: Workplace)
  /// What of the list takes a while to read, for a worker; nil where nothing does.
  func slowPart(_ workplace: Workplace) -> (@Sendable () -> any Sendable)?
  /// What a worker found of it.
  mutating func take(_ found: any Sendable)
  /// The form that adds a line.
  func formToAdd(_ workplace: Workplace) -> any Screen
  /// The form that changes a line, or a page about it; nil for a line that only stands there.
  func formToEdit(_ index: Int, _ workplace: Workplace) -> (any Screen)?
  /// How a line is removed; nil for one that cannot be.
  func removal(of index: Int, _ workplace: Workplace) -> HouseRemoval?
  /// Any other command of the list; nil leaves it to nobody.
  mutating func perform(_ command: CommandID, on index: Int?, _ workplace: Workplace) -> [Effect]?
}

extension HouseList {
  func slowPart(_ workplace: Workplace) -> (@Sendable () -> any Sendable)? { nil }

  mutating func take(_ found: any Sendable) {}
}

/// A line to be removed: what the person is asked about, and the verb.
struct HouseRemoval {
  var name: String
  var verb: () throws -> SaveOutcome
}

/// Shows a list of the house; adds, changes and removes its lines.
final class HouseListScreen: Screen {
  private let workplace: Workplace
  private var list: any HouseList
  private var table = Table(columns: [])
  private var removing: HouseRemoval?
  /// What was done here, the newest last.
  private var done: [OpID] = []

  init(workplace: Workplace, _ list: any HouseList) {
    self.workplace = workplace
    self.list = list
  }

  var context: String { list.context }

  private var words: Wording { workplace.wording }

  func disabledReason(for command: CommandID) -> String? {
    let changes: [CommandID] = [.houseAdd, .houseRemove]
    if changes.contains(command), !workplace.staff.may(list.permission) {
      return words.refusal(.noPermission(list.permission))
    }
    if command == .houseRemove, removal == nil {
      return words.say(vi: "Dòng này không bỏ được", en: "This line cannot be removed")
    }
    return command == .undo
      ? nil : workplace.missingRightOrUse(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return read()
    case .message(let found):
      list.take(found)
      return []
    case .returned(let value): return resume(value) + read()
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    case .command(.cancel): return [.close(nil)]
    case .command(.houseAdd): return [.push(list.formToAdd(workplace))]
    case .command(.houseRemove): return askToRemove()
    case .command(.undo): return undo()
    default: break
    }
    if case .command(let command) = event,
      let effects = list.perform(command, on: table.selected, workplace)
    {
      return effects + read()
    }
    guard case .opened(let row) = table.update(event) else { return [] }
    return open(row)
  }

  private func open(_ row: Int) -> [Effect] {
    guard workplace.staff.may(list.permission) else {
      return workplace.refused([.noPermission(list.permission)])
    }
    return list.formToEdit(row, workplace).map { [.push($0)] } ?? [.bell]
  }

  private var removal: HouseRemoval? {
    table.selected.flatMap { list.removal(of: $0, workplace) }
  }

  private func askToRemove() -> [Effect] {
    guard let removal else { return [.bell] }
    removing = removal
    let dialog = Dialog(
      title: words.say(vi: "Bỏ dòng này?", en: "Remove this line?"),
      message: [StyledText(removal.name, role: .heading)],
      choices: [
        Dialog.Choice(.dialogYes, label: words.say(vi: "Bỏ", en: "Remove")),
        Dialog.Choice(.cancel, label: words.say(vi: "Giữ lại", en: "Keep it")),
      ], isDanger: true, language: workplace.language)
    return [.push(DialogScreen(dialog, keys: workplace.keyMap))]
  }

  private func resume(_ value: (any Sendable)?) -> [Effect] {
    if let saved = value as? SavedThing { done.append(saved.op) }
    let removal = removing
    removing = nil
    guard let removal, LeaveQuestion.isYes(value) else { return [] }
    var effects: [Effect] = []
    switch workplace.attempt(&effects, removal.verb) {
    case .saved(_, let op):
      done.append(op)
      effects += workplace.good(
        words.say(vi: "Đã bỏ: \(removal.name)", en: "Removed: \(removal.name)"))
    case .refused(let reasons): effects += workplace.refused(reasons)
    case .unchanged, .unknown, nil: break
    }
    return effects
  }

  private func undo() -> [Effect] {
    guard let op = done.last else { return workplace.refused([.nothingToUndo]) }
    var effects: [Effect] = []
    guard let outcome = workplace.attempt(&effects, { try workplace.desk.undo(op) }) else {
      return effects
    }
    if case .undone = outcome { done.removeLast() }
    return effects + workplace.told(outcome) + read()
  }

  private func read() -> [Effect] {
    workplace.catchUp()
    list.read(workplace)
    table.setCount(list.count)
    return list.slowPart(workplace).map { [.job(name: list.context, $0)] } ?? []
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(list.title(words), into: &surface)
    var row = 1
    if let lead = list.lead(words) {
      let columns = max(1, surface.size.columns - 2)
      let text = StyledText(lead, role: .muted)
      let rows = min(max(1, surface.size.rows / 4), text.wrapped(columns: columns).count)
      var view = TextView([text])
      view.draw(into: &surface, in: Rect(row: row, column: 1, rows: rows, columns: columns))
      row += rows
    }
    table.columns = list.columns(words)
    table.emptyText = words.say(vi: "Chưa có dòng nào", en: "Nothing here yet")
    table.draw(
      into: &surface,
      in: Rect(
        row: row, column: 0, rows: max(0, surface.size.rows - row), columns: surface.size.columns)
    ) { range in range.map { list.row($0, words) } }
  }
}
