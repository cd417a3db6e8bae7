import LibraryCore
import Testing

@Suite struct LoanRulesTests {
  private func row(
    _ id: Int64, _ scope: RuleScope, _ values: [RuleParameter: Int]
  ) -> LoanRule { LoanRule(id: EntityID(rawValue: id), scope: scope, values: values) }

  private let asked = RuleScope(library: "A", category: "CHILD", itemType: "DVD")

  @Test("a row for all speaks for a library that has none of its own")
  func everybody() {
    let rules = LoanRules(rows: [row(1, RuleScope(), [.loanDays: 1])])
    let value = rules.value(.loanDays, for: asked)
    #expect(value.value == 1 && value.decidedBy?.id == EntityID(rawValue: 1))
  }

  @Test("library weighs more than category and item type together, category more than item type")
  func mostSpecific() {
    let rows = [
      row(1, RuleScope(), [.loanDays: 1]), row(2, RuleScope(itemType: "DVD"), [.loanDays: 2]),
      row(3, RuleScope(category: "CHILD"), [.loanDays: 3]),
      row(4, RuleScope(category: "CHILD", itemType: "DVD"), [.loanDays: 4]),
      row(5, RuleScope(library: "A"), [.loanDays: 5]),
      row(6, RuleScope(library: "A", itemType: "DVD"), [.loanDays: 6]),
      row(7, RuleScope(library: "A", category: "CHILD"), [.loanDays: 7]),
      row(8, asked, [.loanDays: 8]), row(9, RuleScope(library: "B"), [.loanDays: 9]),
    ]
    for count in 1...8 {
      for order in [Array(rows.prefix(count)), rows.prefix(count).reversed()] {
        #expect(LoanRules(rows: order + [rows[8]]).value(.loanDays, for: asked).value == count)
      }
    }
  }

  @Test("each value is looked for by itself, and the built-in one stands where no row speaks")
  func eachValue() {
    let rules = LoanRules(rows: [
      row(1, RuleScope(), [.loanDays: 7, .finePerDay: 500]), row(2, asked, [.loanDays: 3]),
    ])
    #expect(rules.value(.loanDays, for: asked).value == 3)
    #expect(rules.value(.finePerDay, for: asked).decidedBy?.id == EntityID(rawValue: 1))
    let owed = rules.value(.owedMaximum, for: asked)
    #expect(owed.value == RuleParameter.owedMaximum.builtIn && owed.decidedBy == nil)
  }

  @Test("values are read back as written; what is no number says nothing")
  func coding() {
    let values = Dictionary(
      uniqueKeysWithValues: RuleParameter.allCases.map { ($0, $0.range.upperBound) })
    #expect(LoanRule.decode(LoanRule.encode(values)) == values)
    #expect(LoanRule.decode("finePerDay=10,00;unknown=3;loanDays=4;=;x") == [.loanDays: 4])
  }

  @Test("what is built in lies within its range", arguments: RuleParameter.allCases)
  func range(parameter: RuleParameter) { #expect(parameter.range.contains(parameter.builtIn)) }
}
