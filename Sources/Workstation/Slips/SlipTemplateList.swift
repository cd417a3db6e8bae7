import LibraryCore
import LibraryStore
import Terminal

/// The templates of slips, letters and messages: the house's own ones and those the program brings.
struct SlipTemplateList: HouseList {
  static let ownContext = "slipTemplates"
  let context = ownContext
  let permission = Permission.manageRules
  private var own: [String: String] = [:]

  var count: Int { SlipKind.allCases.count }

  func title(_ words: Wording) -> String { words.say(vi: "MẪU PHIẾU", en: "TEMPLATES") }

  func lead(_ words: Wording) -> String? {
    words.say(
      vi: "Enter: sửa mẫu. Bỏ: trở lại mẫu có sẵn. Thêm: cách viết mẫu.",
      en: "Enter: edit. Remove: back to the built-in one. Add: how templates are written.")
  }

  func columns(_ words: Wording) -> [TableColumn] {
    [
      TableColumn(words.say(vi: "Mẫu", en: "Template"), width: .flexible()),
      TableColumn(words.say(vi: "Mã", en: "Code"), width: .fixed(16)),
      TableColumn(words.say(vi: "Của ai", en: "Whose"), width: .fixed(12)),
    ]
  }

  func row(_ index: Int, _ words: Wording) -> TableRow {
    let kind = SlipKind.allCases[index]
    return TableRow([
      words.slipKind(kind), kind.rawValue,
      own[kind.rawValue] == nil
        ? words.say(vi: "có sẵn", en: "built in") : words.say(vi: "của thư viện", en: "our own"),
    ])
  }

  mutating func read(_ workplace: Workplace) {
    let texts = (try? workplace.desk.namedTexts(.slip)) ?? []
    own = Dictionary(texts.map { ($0.name, $0.text ?? "") }) { $1 }
  }

  func formToAdd(_ workplace: Workplace) -> any Screen { SlipTemplateForm.rules(workplace) }

  func formToEdit(_ index: Int, _ workplace: Workplace) -> (any Screen)? {
    let kind = SlipKind.allCases[index]
    return SlipTemplateForm.screen(workplace, kind, own[kind.rawValue])
  }

  func removal(of index: Int, _ workplace: Workplace) -> HouseRemoval? {
    let kind = SlipKind.allCases[index]
    guard own[kind.rawValue] != nil else { return nil }
    return HouseRemoval(name: workplace.wording.slipKind(kind)) {
      try workplace.desk.saveNamedText(NamedText(.slip, name: kind.rawValue, text: nil))
    }
  }

  mutating func perform(_ command: CommandID, on index: Int?, _ workplace: Workplace) -> [Effect]? {
    nil
  }
}

/// A template, one field a line; what is wrong with a line is said at that line.
enum SlipTemplateForm {
  private static let blankLines = 6

  static func screen(_ workplace: Workplace, _ kind: SlipKind, _ own: String?) -> any Screen {
    let words = workplace.wording
    let text = own ?? words.builtInTemplate(kind)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    let room = min(SlipTemplate.linesMaximum, lines.count + blankLines)
    lines += Array(repeating: "", count: max(0, room - lines.count))
    let items = lines.enumerated().map { place, line in
      Form.Item(
        "line\(place + 1)", label: String(place + 1),
        field: workplace.keyboard.words(line, maximumLength: 200))
    }
    let whatIf: (Form) -> (any Screen)? = { preview(workplace, kind, text: written(in: $0)) }
    return FormScreen(
      workplace: workplace, title: words.slipKind(kind).uppercased(),
      lead: [StyledText(words.slipFields(kind), role: .muted)], items: items, whatIf: whatIf
    ) { form in
      let text = written(in: form)
      let faults = SlipTemplate.read(text, as: kind).faults
      guard faults.isEmpty else {
        return .faults(
          faults.map { fault in
            let field = "line\(fault.line)"
            return (form[field] == nil ? nil : field, words.slipFault(fault, kind))
          })
      }
      let isBuiltIn = text == words.builtInTemplate(kind)
      return .of(
        try workplace.desk.saveNamedText(
          NamedText(.slip, name: kind.rawValue, text: isBuiltIn ? nil : text)), words,
        note: words.say(vi: "Đã lưu mẫu", en: "Template saved"))
    }
  }

  private static func written(in form: Form) -> String {
    var lines = form.items.map(\.field.text)
    while lines.last == "" { lines.removeLast() }
    return lines.map { $0 + "\n" }.joined()
  }

  /// How the slip would look with made-up data.
  private static func preview(_ workplace: Workplace, _ kind: SlipKind, text: String) -> any Screen
  {
    let words = workplace.wording
    let lines: [String]
    switch SlipTemplate.read(text, as: kind) {
    case .faulty(let faults): lines = faults.map { words.slipFault($0, kind) }
    case .good(let template):
      let columns =
        kind.form == .roll
        ? (workplace.house?.slipSettings ?? SlipSettings()).paper.columns
        : SlipWriter.letterColumns
      let data = SlipData.sample(kind, words)
      let filled =
        kind.form == .message
        ? template.message(data) : template.filled(data, columns: columns)
      lines = filled.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    return TextScreen(
      workplace: workplace, title: words.say(vi: "XEM THỬ", en: "PREVIEW"),
      paragraphs: lines.map { StyledText($0) })
  }

  static func rules(_ workplace: Workplace) -> any Screen {
    let words = workplace.wording
    return TextScreen(
      workplace: workplace, title: words.say(vi: "CÁCH VIẾT MẪU", en: "HOW TEMPLATES ARE WRITTEN"),
      paragraphs: words.slipTemplateRules.map { StyledText($0, hangingIndent: 4) })
  }
}

extension SlipData {
  /// Every place filled with something that shows what it is for.
  static func sample(_ kind: SlipKind, _ words: Wording) -> SlipData {
    func fields(_ names: Set<SlipField>) -> Fields {
      Dictionary(
        names.map { ($0, words.slipFieldSample($0)) }, uniquingKeysWith: { first, _ in first })
    }
    let row = fields(kind.rowFields)
    return SlipData(fields(kind.fields), rows: kind.rowFields.isEmpty ? [] : [row, row])
  }
}
