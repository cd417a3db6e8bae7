import MARC
import Terminal
import VietnameseText

/// Finds one value among many by its code or its name, without tones, and hands it back.
///
/// Scans wait until it is closed.
final class ChoiceScreen: Screen {
  struct Choice: Sendable {
    /// What is handed back.
    var value: String
    /// What stands in front of the name: a code with `#` for blanks.
    var label: String
    var name: String

    init(_ value: String, label: String? = nil, name: String) {
      self.value = value
      self.label = label ?? value.replacing(" ", with: "#")
      self.name = name
    }
  }

  /// What was chosen.
  struct Chosen: Sendable { var value: String }

  let context = "choice"
  let isQuestion = true
  let isOverlay = false
  private let workplace: Workplace
  private let title: String
  private let choices: [Choice]
  private let foldedNames: [String]
  private var line: InputField
  private var table = Table(columns: [])
  private var found: [Int] = []

  /// `value` is the one that stands there now, if any: the list opens on it.
  init(workplace: Workplace, title: String, _ choices: [Choice], value: String? = nil) {
    self.workplace = workplace
    self.title = title
    self.choices = choices
    foldedNames = choices.map { $0.name.folded }
    line = workplace.keyboard.line(maximumLength: 60)
    search()
    if let place = choices.firstIndex(where: { $0.value == value }) { table.select(place) }
  }

  private var words: Wording { workplace.wording }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .command(.cancel): return [.close(nil)]
    case .command(.lineAccept), .command(.listOpen):
      return table.selected.map { [.close(Chosen(value: choices[found[$0]].value))] } ?? [.bell]
    default: break
    }
    guard table.update(event) == .ignored else { return [] }
    switch line.update(event) {
    case .edited: search()
    case .refused: return [.bell]
    case .ignored, .moved: break
    }
    return []
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(title, into: &surface)
    let (rows, columns) = (surface.size.rows, surface.size.columns)
    let label = words.say(vi: "Mã hay tên", en: "Code or name")
    let used = surface.write(label, at: Point(row: 1, column: 1), role: .fieldLabel)
    line.draw(into: &surface, at: Point(row: 1, column: used + 3), width: 30, isFocused: true)
    let widest = found.map { DisplayWidth.of(choices[$0].label) }.max() ?? 1
    table.columns = [
      TableColumn(words.say(vi: "Mã", en: "Code"), width: .fixed(min(12, max(4, widest)))),
      TableColumn(words.say(vi: "Nghĩa", en: "Meaning"), width: .flexible()),
    ]
    table.emptyText = words.say(vi: "Không có mã nào như vậy", en: "There is no such code")
    table.draw(
      into: &surface, in: Rect(row: 3, column: 0, rows: max(0, rows - 3), columns: columns)
    ) { range in range.map { TableRow([choices[found[$0]].label, choices[found[$0]].name]) } }
  }

  /// All choices; with something typed, first those of this code, then those whose name has a word that begins so.
  private func search() {
    let typed = line.text.folded
    if typed.isEmpty {
      found = Array(choices.indices)
    } else {
      found = choices.indices.compactMap { place in rank(place, typed).map { ($0, place) } }
        .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.1)
    }
    table.setCount(found.count)
    table.select(0)
  }

  private func rank(_ place: Int, _ typed: String) -> Int? {
    let label = choices[place].label.folded
    if label == typed || choices[place].value == line.text { return 0 }
    if label.hasPrefix(typed) { return 1 }
    let name = foldedNames[place]
    if name.hasPrefix(typed) { return 2 }
    if name.contains(" " + typed) { return 3 }
    return name.contains(typed) ? 4 : nil
  }
}
