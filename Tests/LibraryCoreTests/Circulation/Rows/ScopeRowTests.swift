import LibraryCore
import Testing

/// Which row of the matrix decides, for every pair of rows that both speak for a copy and a reader.
@Suite struct ScopeRowTests {
  /// Everything a row may name, from the one that weighs least to the one that weighs most.
  private static let scopes: [(name: String, scope: RuleScope)] = [
    ("all", RuleScope()),
    ("collection", RuleScope(collection: "TN")),
    ("type", RuleScope(itemType: "DVD")),
    ("type collection", RuleScope(itemType: "DVD", collection: "TN")),
    ("category", RuleScope(category: "CHILD")),
    ("category collection", RuleScope(category: "CHILD", collection: "TN")),
    ("category type", RuleScope(category: "CHILD", itemType: "DVD")),
    ("category type collection", RuleScope(category: "CHILD", itemType: "DVD", collection: "TN")),
    ("library", RuleScope(library: "A")),
    ("library collection", RuleScope(library: "A", collection: "TN")),
    ("library type", RuleScope(library: "A", itemType: "DVD")),
    ("library type collection", RuleScope(library: "A", itemType: "DVD", collection: "TN")),
    ("library category", RuleScope(library: "A", category: "CHILD")),
    ("library category collection", RuleScope(library: "A", category: "CHILD", collection: "TN")),
    ("library category type", RuleScope(library: "A", category: "CHILD", itemType: "DVD")),
    ("library category type collection", asked),
  ]

  private static let asked = RuleScope(
    library: "A", category: "CHILD", itemType: "DVD", collection: "TN")

  struct Pair: Sendable, CustomTestStringConvertible {
    var lighter: Int
    var heavier: Int
    var testDescription: String { "\(scopes[heavier].name) over \(scopes[lighter].name)" }
  }

  static let pairs = scopes.indices.flatMap { heavier in
    (0..<heavier).map { Pair(lighter: $0, heavier: heavier) }
  }

  private func row(
    _ id: Int64, _ place: Int, _ values: [RuleParameter: Int], _ period: RulePeriod = RulePeriod()
  ) -> LoanRule {
    LoanRule(
      id: EntityID(rawValue: id), scope: Self.scopes[place].scope, period: period, values: values)
  }

  private func value(_ rows: [LoanRule], _ parameter: RuleParameter = .loanDays) -> RuleValue {
    LoanRules(rows: rows).value(parameter, for: Self.asked, on: Sample.today)
  }

  @Test(
    "the row that names more, or what weighs more, decides, however old it is", arguments: pairs)
  func heavier(pair: Pair) {
    let light = row(2, pair.lighter, [.loanDays: 1])
    let heavy = row(1, pair.heavier, [.loanDays: 2])
    #expect(value([light, heavy]).value == 2 && value([heavy, light]).decidedBy?.id == 1)
  }

  @Test("a row for certain days weighs less than one that names more", arguments: pairs)
  func dated(pair: Pair) {
    let light = row(2, pair.lighter, [.loanDays: 1], RulePeriod(from: Sample.today))
    let heavy = row(1, pair.heavier, [.loanDays: 2])
    #expect(value([light, heavy]).value == 2)
  }

  @Test("a row decides only what it speaks of", arguments: pairs)
  func perParameter(pair: Pair) {
    let rows = [
      row(1, pair.lighter, [.loanDays: 1, .graceDays: 3]), row(2, pair.heavier, [.loanDays: 2]),
    ]
    #expect(value(rows).value == 2 && value(rows, .graceDays).value == 3)
  }

  @Test(
    "a row that names another library, category, type or collection says nothing",
    arguments: scopes.indices)
  func others(place: Int) {
    let scope = Self.scopes[place].scope
    let others: [WritableKeyPath<RuleScope, String?>] = [
      \.library, \.category, \.itemType, \.collection,
    ]
    for path in others {
      var other = scope
      other[keyPath: path] = "X"
      let rule = LoanRule(id: 1, scope: other, values: [.loanDays: 3])
      #expect(value([rule]).decidedBy == nil)
      #expect(value([rule, row(2, place, [.loanDays: 5])]).value == 5)
    }
  }

  @Test(
    "of two rows for the same the dated one decides on its days, then the newer",
    arguments: [
      (RulePeriod(from: "2026-11-23"), true), (RulePeriod(from: "2026-11-24"), false),
      (RulePeriod(to: "2026-11-23"), true), (RulePeriod(to: "2026-11-22"), false),
      (RulePeriod(from: "2026-11-23", to: "2026-11-23"), true),
      (RulePeriod(from: "2026-11-24", to: "2026-11-30"), false),
      (RulePeriod(from: "2026-11-01", to: "2026-11-22"), false),
      (RulePeriod(from: "2026-11-01", to: "2026-11-30"), true),
    ] as [(RulePeriod, Bool)])
  func periods(period: RulePeriod, counts: Bool) {
    let rows = [row(1, 3, [.loanDays: 1], period), row(2, 3, [.loanDays: 2])]
    #expect(value(rows).value == (counts ? 1 : 2))
  }

  @Test("of two alike the newer decides", arguments: scopes.indices)
  func newer(place: Int) {
    let rows = [row(7, place, [.loanDays: 7]), row(5, place, [.loanDays: 5])]
    #expect(value(rows).value == 7 && value(rows.reversed()).value == 7)
  }
}
