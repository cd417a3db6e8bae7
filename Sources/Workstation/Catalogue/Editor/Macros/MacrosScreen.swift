import MARC
import Terminal

/// The macros by name, each with its steps: one is run in the record below, renamed or deleted.
///
/// Scans wait until it is closed.
final class MacrosScreen: Screen {
  let context = "macros"
  let isQuestion = true
  let isOverlay = false
  private let workplace: Workplace
  private var book: MacroBook
  private var macros: [MacroBook.Macro] = []
  private var table = Table(columns: [])
  private var deleting: String?

  init(workplace: Workplace) {
    self.workplace = workplace
    book = MacroBook(workplace.appearance.places)
  }

  private var words: Wording { workplace.wording }
  private var selected: MacroBook.Macro? { table.selected.map { macros[$0] } }

  func disabledReason(for command: CommandID) -> String? {
    let needsOwn: [CommandID] = [.macroRename, .macroDelete]
    guard needsOwn.contains(command), selected?.isOwn == false else {
      return workplace.missingRight(for: command)
    }
    return words.say(
      vi: "Macro chung của máy: chỉ người quản trị sửa được",
      en: "A macro of the whole machine: only its administrator changes it")
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared:
      load()
      return []
    case .returned(let value):
      let name = deleting
      deleting = nil
      if let name, value.isYes, !book.remove(name) { return workplace.bad(words.macrosNotWritten) }
      load()
      return []
    case .command(.cancel): return [.close(nil)]
    case .command(.macroRename): return selected.map { [.push(renameForm($0))] } ?? [.bell]
    case .command(.macroDelete): return selected.map { askToDelete($0) } ?? [.bell]
    default:
      guard case .opened(let row) = table.update(event) else { return [] }
      return [.close(macros[row])]
    }
  }

  private func load() {
    book = MacroBook(workplace.appearance.places)
    macros = book.all
    table.setCount(macros.count)
  }

  private func askToDelete(_ macro: MacroBook.Macro) -> [Effect] {
    deleting = macro.name
    return [
      .push(
        workplace.question(
          words.say(vi: "Xoá macro «\(macro.name)»?", en: "Delete the macro “\(macro.name)”?"),
          macro.lines.map { StyledText($0, hangingIndent: 2) },
          yes: words.say(vi: "Xoá", en: "Delete")))
    ]
  }

  private func renameForm(_ macro: MacroBook.Macro) -> any Screen {
    let (words, places) = (words, workplace.appearance.places)
    return FormScreen(
      workplace: workplace, title: words.say(vi: "ĐỔI TÊN MACRO", en: "RENAME THE MACRO"),
      items: [
        Form.Item(
          "name", label: words.say(vi: "Tên", en: "Name"),
          field: workplace.keyboard.words(macro.name, maximumLength: 60), isRequired: true,
          width: 40)
      ]
    ) { form in
      guard let name = MacroBook.name(form["name"]?.text ?? "") else {
        return .faults([("name", words.say(vi: "Hãy đặt tên", en: "Give it a name"))])
      }
      var book = MacroBook(places)
      guard name == macro.name || book[name] == nil else {
        return .faults([("name", words.say(vi: "Đã có macro tên này", en: "This name is taken"))])
      }
      guard name == macro.name || book.rename(macro.name, to: name) else {
        return .faults([(nil, words.macrosNotWritten)])
      }
      return .saved(nil, note: nil)
    }
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "MACRO BIÊN MỤC", en: "MACROS"), into: &surface)
    let (rows, columns) = (surface.size.rows, surface.size.columns)
    table.columns = [
      TableColumn(words.say(vi: "Tên", en: "Name"), width: .flexible(share: 2)),
      TableColumn(words.say(vi: "Các bước", en: "Steps"), width: .flexible(share: 3)),
    ]
    table.emptyText = words.say(
      vi: "Chưa có macro nào: trong biểu ghi, bấm phím ghi lệnh rồi cứ sửa",
      en: "No macros yet: press the key of recording in a record, and edit")
    let listRows = max(3, rows / 2)
    table.draw(into: &surface, in: Rect(row: 1, column: 0, rows: listRows, columns: columns)) {
      range in
      range.map { TableRow([macros[$0].name, macros[$0].lines.joined(separator: " · ")]) }
    }
    surface.drawHorizontalLine(at: Point(row: 1 + listRows, column: 0), length: columns)
    var page = TextView(selected?.lines.map { StyledText($0, hangingIndent: 2) } ?? [])
    page.draw(
      into: &surface,
      in: Rect(
        row: 2 + listRows, column: 1, rows: max(0, rows - listRows - 2),
        columns: max(0, columns - 2)))
  }
}
