import LibraryCore
import LibraryStore
import Terminal

/// A row of the matrix: whom it speaks for, and the values it gives; an empty value leaves it to other rows.
enum RuleForm {
  /// A new row, or the values of `rule`, whose scope then stands fast.
  static func screen(_ workplace: Workplace, _ rule: LoanRule?) -> any Screen {
    let words = workplace.wording
    let lead = rule.map { words.ruleRow($0) }
    return FormScreen(
      workplace: workplace,
      title: rule == nil
        ? words.say(vi: "THÊM QUY ĐỊNH", en: "NEW RULE")
        : words.say(vi: "SỬA QUY ĐỊNH", en: "EDIT RULE"),
      lead: lead.map { [StyledText($0, role: .heading)] } ?? [],
      items: (rule == nil ? scopeItems(workplace) : []) + valueItems(words, rule?.values ?? [:]),
      whatIf: { form in whatIf(row(form, rule), workplace) },
      save: { form in try save(row(form, try current(rule, workplace)), workplace) })
  }

  /// The row as it stands now, where somebody else may have given it other values since the form was opened.
  private static func current(_ rule: LoanRule?, _ workplace: Workplace) throws -> LoanRule? {
    guard let rule else { return nil }
    return try workplace.desk.houseConfiguration().rules.rows.first { $0.id == rule.id } ?? rule
  }

  /// The row that the form describes: the values of `rule`, with those that were changed here.
  private static func row(_ form: Form, _ rule: LoanRule?) -> RuleTable.Row {
    let changed = form.changedIDs
    var values = rule?.values ?? [:]
    for parameter in RuleParameter.allCases where changed.contains(parameter.rawValue) {
      let text = form[parameter.rawValue]?.text ?? ""
      values[parameter] = text.isEmpty ? nil : parameter.value(of: text)
    }
    return RuleTable.Row(
      scope: rule?.scope ?? scope(form), period: rule?.period ?? period(form), values: values)
  }

  /// What would apply otherwise if the row were saved, for every category and item type.
  private static func whatIf(_ row: RuleTable.Row, _ workplace: Workplace) -> (any Screen)? {
    guard let house = workplace.house else { return nil }
    let words = workplace.wording
    let lines = words.ruleComparison(
      house.comparison(setting: [row], on: workplace.clock.now().day))
    return TextScreen(
      workplace: workplace, title: words.say(vi: "NẾU LƯU DÒNG NÀY", en: "IF THIS ROW IS SAVED"),
      paragraphs: lines.map { StyledText($0, hangingIndent: 2) })
  }

  private static func save(_ row: RuleTable.Row, _ workplace: Workplace) throws
    -> FormScreen.Outcome
  {
    let words = workplace.wording
    guard !row.values.isEmpty else {
      return .faults([
        (
          RuleParameter.loanDays.rawValue,
          words.say(vi: "Chưa nhập giá trị nào", en: "No value was given")
        )
      ])
    }
    return .of(
      try workplace.desk.setRule(row.scope, row.period, values: row.values), words,
      note: words.say(vi: "Đã lưu quy định", en: "Rule saved")
    ) { refusal in
      switch refusal {
      case .valueOutOfRange(let parameter, _), .valueOverAll(let parameter): parameter.rawValue
      case .periodEmpty: "to"
      default: nil
      }
    }
  }

  /// Any library, category and type at first.
  static func scopeItems(_ workplace: Workplace) -> [Form.Item] {
    let words = workplace.wording
    let hint = words.say(vi: "Phím ← → để chọn", en: "Choose with ← →")
    let library = Form.Item(
      "library", label: words.say(vi: "Thư viện", en: "Library"),
      field: Field(.choice([any(words)] + libraries(workplace))), width: 40, hint: hint)
    return [
      library,
      Form.Item(
        "category", label: words.say(vi: "Đối tượng", en: "Category"),
        field: Field(.choice([any(words)] + choices(.patronCategory, workplace))), width: 40,
        hint: hint),
      Form.Item(
        "itemType", label: words.fieldName("type"),
        field: Field(.choice([any(words)] + choices(.itemType, workplace))), width: 40, hint: hint),
      Form.Item(
        "collection", label: words.fieldName("location"),
        field: Field(.choice([any(words)] + choices(.location, workplace))), width: 40, hint: hint),
      dayItem(words, "from", words.say(vi: "Từ ngày", en: "From")),
      dayItem(words, "to", words.say(vi: "Đến hết ngày", en: "Until")),
    ]
  }

  /// The own library and those on the list.
  static func libraries(_ workplace: Workplace) -> [FieldChoice] {
    (workplace.house?.codes(.library) ?? []).filter { !$0.isEmpty }.map {
      FieldChoice($0, label: workplace.wording.term(.library, $0))
    }
  }

  private static func dayItem(_ words: Wording, _ id: String, _ label: String) -> Form.Item {
    Form.Item(
      id, label: label, field: Field(.date, maximumLength: 10), width: 12,
      hint: words.say(vi: "để trống: không giới hạn", en: "empty: no limit"))
  }

  static func choices(_ kind: TermKind, _ workplace: Workplace) -> [FieldChoice] {
    (workplace.house?.terms(kind) ?? []).map { FieldChoice($0.code, label: $0.name) }
  }

  private static func any(_ words: Wording) -> FieldChoice {
    FieldChoice("", label: words.say(vi: "mọi", en: "all"))
  }

  static func scope(_ form: Form) -> RuleScope {
    func chosen(_ id: String) -> String? {
      form[id].flatMap { $0.text.isEmpty ? nil : $0.text }
    }
    return RuleScope(
      library: chosen("library"), category: chosen("category"), itemType: chosen("itemType"),
      collection: chosen("collection"))
  }

  private static func period(_ form: Form) -> RulePeriod {
    func day(_ id: String) -> CalendarDay? {
      form[id].flatMap { CalendarDay(vietnamese: $0.text) ?? CalendarDay(iso: $0.text) }
    }
    return RulePeriod(from: day("from"), to: day("to"))
  }

  private static func valueItems(_ words: Wording, _ values: [RuleParameter: Int]) -> [Form.Item] {
    RuleParameter.allCases.map { parameter in
      Form.Item(
        parameter.rawValue, label: words.ruleParameter(parameter),
        field: field(parameter, values[parameter], words), width: isChosen(parameter) ? 40 : 12,
        hint: hint(parameter, words),
        check: { field in
          guard !field.text.isEmpty else { return nil }
          guard let value = parameter.value(of: field.text) else {
            return words.badRuleValue(parameter, field.text)
          }
          return parameter.range.contains(value)
            ? nil : words.refusal(.valueOutOfRange(parameter, value))
        })
    }
  }

  /// Whether the value is one of a few words rather than typed.
  private static func isChosen(_ parameter: RuleParameter) -> Bool {
    switch parameter.form {
    case .word, .flag: true
    default: false
    }
  }

  private static func field(_ parameter: RuleParameter, _ value: Int?, _ words: Wording) -> Field {
    switch parameter.form {
    case .word, .flag:
      let silent = FieldChoice("", label: words.say(vi: "(theo dòng khác)", en: "(other rows say)"))
      let choices = parameter.range.map {
        FieldChoice(parameter.text(of: $0), label: words.ruleValue(parameter, $0))
      }
      return Field(.choice([silent] + choices), text: value.map(parameter.text) ?? "")
    case .day:
      let text = value.map { $0 == 0 ? "" : CalendarDay(number: $0).vietnamese } ?? ""
      return Field(.date, text: text, maximumLength: 10)
    case .time:
      let text = value.flatMap { $0 == 0 ? nil : TimeOfDay(minutes: $0)?.text } ?? ""
      return Field(.text, text: text, maximumLength: 5)
    default:
      return Field(.number, text: value.map(String.init) ?? "", maximumLength: 10)
    }
  }

  private static func hint(_ parameter: RuleParameter, _ words: Wording) -> String {
    let builtIn = words.ruleValue(parameter, parameter.builtIn)
    let usual = words.say(vi: "mặc định: \(builtIn)", en: "built in: \(builtIn)")
    if isChosen(parameter) {
      return words.say(vi: "Phím ← → để chọn", en: "Choose with ← →") + "; \(usual)"
    }
    let range = parameter.range
    let bounds =
      switch parameter.form {
      case .day: words.say(vi: "ngày/tháng/năm; ", en: "day/month/year; ")
      case .time: words.say(vi: "giờ:phút, như 17:00; ", en: "hours:minutes, as in 17:00; ")
      default: "\(range.lowerBound)–\(range.upperBound); "
      }
    return bounds
      + words.say(
        vi: "để trống: theo dòng khác (\(usual))", en: "empty: as other rows say (\(usual))")
  }
}
