import Foundation
import LibraryCore
import Testing

@Suite struct LoanRulesTests {
  private func row(
    _ id: Int64, _ scope: RuleScope, _ values: [RuleParameter: Int]
  ) -> LoanRule { LoanRule(id: EntityID(rawValue: id), scope: scope, values: values) }

  private let asked = RuleScope(library: "A", category: "CHILD", itemType: "DVD", collection: "TN")
  private let today = CalendarDay(number: 20_000)

  @Test("a row for all speaks for a library that has none of its own")
  func everybody() {
    let rules = LoanRules(rows: [row(1, RuleScope(), [.loanDays: 1])])
    let value = rules.value(.loanDays, for: asked, on: today)
    #expect(value.value == 1 && value.decidedBy?.id == EntityID(rawValue: 1))
  }

  @Test(
    "library weighs more than all others together, category more than type, type more than collection"
  )
  func mostSpecific() {
    let rows = [
      row(1, RuleScope(), [.loanDays: 1]), row(2, RuleScope(itemType: "DVD"), [.loanDays: 2]),
      row(3, RuleScope(category: "CHILD"), [.loanDays: 3]),
      row(4, RuleScope(category: "CHILD", itemType: "DVD"), [.loanDays: 4]),
      row(5, RuleScope(library: "A"), [.loanDays: 5]),
      row(6, RuleScope(library: "A", itemType: "DVD"), [.loanDays: 6]),
      row(7, RuleScope(library: "A", category: "CHILD"), [.loanDays: 7]),
      row(8, RuleScope(library: "A", category: "CHILD", itemType: "DVD"), [.loanDays: 8]),
      row(9, asked, [.loanDays: 9]), row(10, RuleScope(library: "B"), [.loanDays: 10]),
    ]
    for count in 1...9 {
      for order in [Array(rows.prefix(count)), rows.prefix(count).reversed()] {
        let rules = LoanRules(rows: order + [rows[9]])
        #expect(rules.value(.loanDays, for: asked, on: today).value == count)
      }
    }
  }

  @Test("a row for certain days stands before one for always, on its days alone")
  func periods() {
    let term = RulePeriod(from: today, to: today.adding(days: 9))
    let rules = LoanRules(rows: [
      LoanRule(
        id: EntityID(rawValue: 1), scope: RuleScope(), period: term, values: [.loanDays: 30]),
      row(2, RuleScope(), [.loanDays: 7]), row(3, RuleScope(itemType: "MAP"), [.loanDays: 1]),
    ])
    for (day, days) in [(-1, 7), (0, 30), (9, 30), (10, 7)] {
      #expect(rules.value(.loanDays, for: asked, on: today.adding(days: day)).value == days)
    }
    #expect(RulePeriod(from: today, to: today.adding(days: -1)).isEmpty && !term.isEmpty)
    #expect(RulePeriod(from: today).contains(today) && !RulePeriod(to: today).isEmpty)
  }

  @Test("values are written as words and dates, and read back from them and from plain numbers")
  func words() throws {
    for parameter in RuleParameter.allCases {
      for value in [parameter.range.lowerBound, parameter.builtIn, parameter.range.upperBound] {
        #expect(parameter.value(of: parameter.text(of: value)) == value)
        #expect(parameter.value(of: String(value)) == value)
      }
    }
    #expect(RuleParameter.lendable.value(of: "onSite") == 0)
    #expect(RuleParameter.hardDue.value(of: "30/05/2027") == CalendarDay(iso: "2027-05-30")?.number)
    #expect(RuleParameter.calendarMode.value(of: "SKIPCLOSED") == 2)
    #expect(RuleParameter.finePerDay.value(of: "10,00") == nil)
    #expect(RuleParameter.fineUpToPrice.value(of: "yes") == 1)
  }

  @Test("each value is looked for by itself, and the built-in one stands where no row speaks")
  func eachValue() {
    let rules = LoanRules(rows: [
      row(1, RuleScope(), [.loanDays: 7, .finePerDay: 500]), row(2, asked, [.loanDays: 3]),
    ])
    #expect(rules.value(.loanDays, for: asked, on: today).value == 3)
    #expect(rules.value(.finePerDay, for: asked, on: today).decidedBy?.id == EntityID(rawValue: 1))
    let owed = rules.value(.owedMaximum, for: asked, on: today)
    #expect(owed.value == RuleParameter.owedMaximum.builtIn && owed.decidedBy == nil)
  }

  @Test("values are read back as written; what is no number says nothing")
  func coding() {
    let values = Dictionary(
      uniqueKeysWithValues: RuleParameter.allCases.map { ($0, $0.range.upperBound) })
    #expect(LoanRule.decode(LoanRule.encode(values)) == values)
    #expect(LoanRule.decode("finePerDay=10,00;unknown=3;loanDays=4;=;x") == [.loanDays: 4])
  }

  @Test("the manual explains every parameter", arguments: RuleParameter.allCases)
  func manual(parameter: RuleParameter) throws {
    let path = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("docs/loan-rules.md")
    let page = try String(contentsOf: path, encoding: .utf8)
    #expect(page.contains("| `\(parameter.rawValue)` |"))
  }

  @Test("what is built in lies within its range", arguments: RuleParameter.allCases)
  func range(parameter: RuleParameter) { #expect(parameter.range.contains(parameter.builtIn)) }
}
