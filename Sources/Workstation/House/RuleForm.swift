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
      items: (rule == nil ? scopeItems(workplace) : []) + valueItems(words, rule?.values ?? [:])
    ) { form in
      try save(form, rule?.scope ?? scope(form), workplace)
    }
  }

  private static func save(_ form: Form, _ scope: RuleScope, _ workplace: Workplace) throws
    -> FormScreen.Outcome
  {
    let words = workplace.wording
    var values: [RuleParameter: Int] = [:]
    for parameter in RuleParameter.allCases { values[parameter] = form[parameter.rawValue]?.number }
    guard !values.isEmpty else {
      return .faults([
        (
          RuleParameter.loanDays.rawValue,
          words.say(vi: "Chưa nhập giá trị nào", en: "No value was given")
        )
      ])
    }
    return .of(
      try workplace.desk.setRule(scope, values: values), words,
      note: words.say(vi: "Đã lưu quy định", en: "Rule saved")
    ) { refusal in
      if case .valueOutOfRange(let parameter, _) = refusal { parameter.rawValue } else { nil }
    }
  }

  /// Any library, category and type at first.
  static func scopeItems(_ workplace: Workplace) -> [Form.Item] {
    let words = workplace.wording
    let code = workplace.house?.libraryCode ?? ""
    let hint = words.say(vi: "Phím ← → để chọn", en: "Choose with ← →")
    let library = Form.Item(
      "library", label: words.say(vi: "Thư viện", en: "Library"),
      field: Field(.choice([any(words)] + (code.isEmpty ? [] : [FieldChoice(code, label: code)]))),
      width: 40, hint: hint)
    return [
      library,
      Form.Item(
        "category", label: words.say(vi: "Đối tượng", en: "Category"),
        field: Field(.choice([any(words)] + choices(.patronCategory, workplace))), width: 40,
        hint: hint),
      Form.Item(
        "itemType", label: words.fieldName("type"),
        field: Field(.choice([any(words)] + choices(.itemType, workplace))), width: 40, hint: hint),
    ]
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
      library: chosen("library"), category: chosen("category"), itemType: chosen("itemType"))
  }

  private static func valueItems(_ words: Wording, _ values: [RuleParameter: Int]) -> [Form.Item] {
    RuleParameter.allCases.map { parameter in
      let range = parameter.range
      let limitless =
        parameter == .fineMaximum ? words.say(vi: "; 0: không giới hạn", en: "; 0: no limit") : ""
      return Form.Item(
        parameter.rawValue, label: words.ruleParameter(parameter),
        field: Field(
          .number, text: values[parameter].map(String.init) ?? "", maximumLength: 10),
        width: 12,
        hint: words.say(
          vi:
            "\(range.lowerBound)–\(range.upperBound); để trống: theo dòng khác (mặc định \(parameter.builtIn))\(limitless)",
          en:
            "\(range.lowerBound)–\(range.upperBound); empty: as other rows say (built in: \(parameter.builtIn))\(limitless)"
        ),
        check: { field in
          field.number.map(range.contains) == true
            ? nil : words.refusal(.valueOutOfRange(parameter, field.number ?? 0))
        })
    }
  }
}
