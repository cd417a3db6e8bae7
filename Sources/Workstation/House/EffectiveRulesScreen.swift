import LibraryCore
import LibraryStore
import Terminal

/// What applies: every value in force for a chosen category, item type, collection and library on a day, with the row that decided it.
///
/// Below the last field stands the table; the row chosen in it is told in full on the last lines.
final class EffectiveRulesScreen: Screen {
  let context = "effectiveRules"
  let isQuestion = true
  let isOverlay = false
  private let workplace: Workplace
  private var form: Form
  private var table = Table(columns: [], count: RuleParameter.allCases.count)
  /// Whether up and down go through the table rather than the fields.
  private var isInTable = false
  private static let fullLines = 2

  init(workplace: Workplace, scope: RuleScope) {
    self.workplace = workplace
    let words = workplace.wording
    let chosen = [
      ("category", words.say(vi: "Đối tượng", en: "Category"), TermKind.patronCategory),
      ("itemType", words.fieldName("type"), .itemType),
      ("collection", words.fieldName("location"), .location),
    ]
    form = Form(
      chosen.map { id, label, kind in
        Form.Item(
          id, label: label, field: Field(.choice(RuleForm.choices(kind, workplace))), width: 40,
          hint: words.say(vi: "Phím ← → để chọn", en: "Choose with ← →"))
      } + [
        Form.Item(
          "library", label: words.say(vi: "Thư viện", en: "Library"),
          field: Field(.choice(RuleForm.libraries(workplace))), width: 40,
          hint: words.say(vi: "Phím ← → để chọn", en: "Choose with ← →")),
        Form.Item(
          "on", label: words.say(vi: "Ngày", en: "On"),
          field: Field(
            .date, text: workplace.clock.now().day.vietnamese, isProposed: true, maximumLength: 10),
          width: 12),
      ], language: workplace.language)
    if let category = scope.category { form.setText(category, for: "category") }
    if let itemType = scope.itemType { form.setText(itemType, for: "itemType") }
    if let collection = scope.collection { form.setText(collection, for: "collection") }
    if let library = scope.library { form.setText(library, for: "library") }
  }

  private var words: Wording { workplace.wording }

  func disabledReason(for command: CommandID) -> String? {
    command == .formSave
      ? words.say(vi: "Ở đây không có gì để lưu", en: "There is nothing to save here")
      : workplace.waitsForForm(command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .command(.cancel): return [.close(nil)]
    case .command(.formPageDown), .command(.formPageUp):
      let isDown = if case .command(.formPageDown) = event { true } else { false }
      guard isInTable || isDown else { break }
      isInTable = true
      _ = table.update(.command(isDown ? .listPageDown : .listPageUp))
    case .command(.fieldHome) where isInTable: _ = table.update(.command(.listFirst))
    case .command(.fieldEnd) where isInTable: _ = table.update(.command(.listLast))
    case .command(.formNext) where isInTable: _ = table.update(.command(.listDown))
    case .command(.formPrevious) where isInTable:
      isInTable = table.selected ?? 0 > 0
      _ = table.update(.command(.listUp))
    case .command(.formNext) where form.focus == form.items.count - 1: isInTable = true
    default:
      isInTable = false
      _ = form.update(event)
    }
    return []
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "QUY ĐỊNH ÁP DỤNG", en: "WHAT APPLIES"), into: &surface)
    let (rows, columns) = (surface.size.rows, surface.size.columns)
    let formRows = form.items.count + 1
    form.draw(
      into: &surface, in: Rect(row: 1, column: 2, rows: formRows, columns: max(0, columns - 4)),
      isFocused: !isInTable)
    table.columns = [
      TableColumn(words.say(vi: "Quy định", en: "Rule"), width: .fixed(34)),
      TableColumn(words.say(vi: "Giá trị", en: "Value"), width: .fixed(18)),
      TableColumn(words.say(vi: "Do dòng", en: "Decided by"), width: .flexible()),
    ]
    let start = 1 + formRows
    let tableRows = max(0, rows - start - EffectiveRulesScreen.fullLines)
    table.draw(
      into: &surface, in: Rect(row: start, column: 0, rows: tableRows, columns: columns),
      isFocused: isInTable
    ) { range in range.map { row(value(RuleParameter.allCases[$0])) } }
    guard let selected = table.selected else { return }
    var full = TextView([StyledText(told(value(RuleParameter.allCases[selected])))])
    full.draw(
      into: &surface,
      in: Rect(
        row: start + tableRows, column: 1, rows: EffectiveRulesScreen.fullLines,
        columns: max(0, columns - 2)))
  }

  private func value(_ parameter: RuleParameter) -> RuleValue {
    let day = form["on"].flatMap { CalendarDay(vietnamese: $0.text) } ?? workplace.clock.now().day
    return (workplace.house?.rules ?? LoanRules()).value(
      parameter, for: RuleForm.scope(form), on: day)
  }

  /// A value and its source, however long they are.
  private func told(_ value: RuleValue) -> String {
    "\(words.ruleParameter(value.parameter)) (\(value.parameter.rawValue)): "
      + "\(words.ruleValue(value.parameter, value.value)) ← \(words.ruleRow(value.decidedBy))"
  }

  private func row(_ value: RuleValue) -> TableRow {
    TableRow(
      [
        words.ruleParameter(value.parameter), words.ruleValue(value.parameter, value.value),
        words.ruleRow(value.decidedBy),
      ], role: value.decidedBy == nil ? .muted : nil)
  }
}
