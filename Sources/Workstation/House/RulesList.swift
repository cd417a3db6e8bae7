import LibraryCore
import LibraryStore
import Terminal

/// The matrix of loan rules, one row a line; the built-in values stand last, under all of them.
struct RulesList: HouseList {
  let context = "rules"
  let permission = Permission.manageRules
  private var rules: [LoanRule] = []
  private var names = TermNames()

  /// The built-in values that the list tells; the others limit nothing and cost nothing.
  private static let told: [RuleParameter] = [
    .lendable, .loanDays, .loansMaximum, .renewalsMaximum, .renewalDays, .owedMaximum,
  ]

  /// The rows and the line of built-in values.
  var count: Int { rules.count + 1 }

  func title(_ words: Wording) -> String { words.say(vi: "QUY ĐỊNH MƯỢN", en: "LOAN RULES") }

  func lead(_ words: Wording) -> String? {
    words.say(
      vi: "Dòng nói rõ hơn được áp dụng: thư viện, đối tượng, loại tài liệu, rồi kho",
      en: "The more specific row decides: library, category, item type, then collection")
  }

  func columns(_ words: Wording) -> [TableColumn] {
    [
      TableColumn(words.say(vi: "Thư viện", en: "Library"), width: .fixed(8)),
      TableColumn(words.say(vi: "Đối tượng", en: "Category"), width: .flexible(share: 1)),
      TableColumn(words.say(vi: "Loại tài liệu", en: "Item type"), width: .flexible(share: 1)),
      TableColumn(words.say(vi: "Kho", en: "Where"), width: .fixed(6)),
      TableColumn(words.say(vi: "Quy định", en: "Values"), width: .flexible(share: 3)),
    ]
  }

  func row(_ index: Int, _ words: Wording) -> TableRow {
    let all = words.say(vi: "mọi", en: "all")
    guard rules.indices.contains(index) else {
      let builtIn = RulesList.told.reduce(into: [:]) { $0[$1] = $1.builtIn }
      return TableRow([all, all, all, all, words.ruleValues(builtIn)], role: .muted)
    }
    let rule = rules[index]
    return TableRow([
      rule.scope.library ?? all, rule.scope.category.map(names.category) ?? all,
      rule.scope.itemType.map(names.itemType) ?? all, rule.scope.collection ?? all,
      [words.rulePeriod(rule.period), words.ruleValues(rule.values)].compactMap { $0 }
        .joined(separator: ": "),
    ])
  }

  mutating func read(_ workplace: Workplace) {
    names = TermNames(workplace)
    rules = workplace.house?.rules.rows ?? []
    // In the order in which they are overruled, as the lead says.
    rules.sort { ($0.weight, $0.id) < ($1.weight, $1.id) }
    rules.reverse()
  }

  func formToAdd(_ workplace: Workplace) -> any Screen { RuleForm.screen(workplace, nil) }

  func formToEdit(_ index: Int, _ workplace: Workplace) -> (any Screen)? {
    rules.indices.contains(index) ? RuleForm.screen(workplace, rules[index]) : nil
  }

  func removal(of index: Int, _ workplace: Workplace) -> HouseRemoval? {
    guard rules.indices.contains(index) else { return nil }
    let rule = rules[index]
    return HouseRemoval(
      name: "\(workplace.wording.ruleRow(rule)): \(workplace.wording.ruleValues(rule.values))"
    ) { try workplace.desk.removeRule(rule.id) }
  }

  func perform(_ command: CommandID, on index: Int?, _ workplace: Workplace) -> [Effect]? {
    let scope = index.flatMap { rules.indices.contains($0) ? rules[$0].scope : nil } ?? RuleScope()
    return switch command {
    case .rulesApply: [.push(EffectiveRulesScreen(workplace: workplace, scope: scope))]
    case .rulesReapply: [.push(ReapplyScreen(workplace: workplace, scope: scope))]
    case .rulesExport: [.push(RuleTableForm.writing(workplace))]
    case .rulesImport: [.push(RuleTableForm.reading(workplace))]
    default: nil
    }
  }
}

/// The names of the library's lists, as a list on screen needs them.
struct TermNames {
  private var names: [TermKind: [String: String]] = [:]

  init() {}

  init(_ workplace: Workplace) {
    for term in workplace.house?.terms ?? [] {
      names[term.kind, default: [:]][term.code] = term.name
    }
  }

  func category(_ code: String) -> String { names[.patronCategory]?[code] ?? code }
  func itemType(_ code: String) -> String { names[.itemType]?[code] ?? code }
}
