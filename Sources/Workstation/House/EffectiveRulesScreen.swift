import LibraryCore
import LibraryStore
import Terminal

/// What applies: every value in force for a chosen category and item type, with the row that decided it.
final class EffectiveRulesScreen: Screen {
  let context = "form"
  let isQuestion = true
  let isOverlay = false
  private let workplace: Workplace
  private var form: Form
  private var table = Table(columns: [], count: RuleParameter.allCases.count)

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
          "on", label: words.say(vi: "Ngày", en: "On"),
          field: Field(
            .date, text: workplace.clock.now().day.vietnamese, isProposed: true, maximumLength: 10),
          width: 12)
      ], language: workplace.language)
    if let category = scope.category { form.setText(category, for: "category") }
    if let itemType = scope.itemType { form.setText(itemType, for: "itemType") }
    if let collection = scope.collection { form.setText(collection, for: "collection") }
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
    default:
      _ = form.update(event)
      return []
    }
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "QUY ĐỊNH ÁP DỤNG", en: "WHAT APPLIES"), into: &surface)
    let columns = surface.size.columns
    form.draw(into: &surface, in: Rect(row: 2, column: 2, rows: 5, columns: max(0, columns - 4)))
    table.columns = [
      TableColumn(words.say(vi: "Quy định", en: "Rule"), width: .fixed(34)),
      TableColumn(words.say(vi: "Giá trị", en: "Value"), width: .fixed(18)),
      TableColumn(words.say(vi: "Do dòng", en: "Decided by"), width: .flexible()),
    ]
    var scope = RuleForm.scope(form)
    scope.library = workplace.house?.libraryCode
    let rules = workplace.house?.rules ?? LoanRules()
    let day = form["on"].flatMap { CalendarDay(vietnamese: $0.text) } ?? workplace.clock.now().day
    table.draw(
      into: &surface,
      in: Rect(row: 8, column: 0, rows: max(0, surface.size.rows - 8), columns: columns),
      isFocused: false
    ) { range in
      range.map { row(rules.value(RuleParameter.allCases[$0], for: scope, on: day)) }
    }
  }

  private func row(_ value: RuleValue) -> TableRow {
    TableRow(
      [
        words.ruleParameter(value.parameter), words.ruleValue(value.parameter, value.value),
        words.ruleRow(value.decidedBy),
      ], role: value.decidedBy == nil ? .muted : nil)
  }
}
