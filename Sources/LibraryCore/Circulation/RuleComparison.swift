/// What a change of the matrix would change, combination by combination: "what if".
public struct RuleComparison: Equatable, Sendable {
  /// One value that would be another.
  public struct Line: Equatable, Sendable {
    public var scope: RuleScope
    public var before: RuleValue
    public var after: RuleValue
  }

  public var lines: [Line]

  /// Compares what two matrices say for each of `scopes` on `day`.
  public init(from old: LoanRules, to new: LoanRules, for scopes: [RuleScope], on day: CalendarDay)
  {
    lines = scopes.flatMap { scope in
      RuleParameter.allCases.compactMap { parameter in
        let before = old.value(parameter, for: scope, on: day)
        let after = new.value(parameter, for: scope, on: day)
        return before.value == after.value
          ? nil : Line(scope: scope, before: before, after: after)
      }
    }
  }
}

extension LoanRules {
  /// The matrix with these rows given or, where the same scope and period has a row, changed.
  ///
  /// A new row counts as newer than all that are there.
  public func setting(_ rows: [RuleTable.Row]) -> LoanRules {
    var rules = self
    for row in rows {
      let place = rules.rows.firstIndex { $0.scope == row.scope && $0.period == row.period }
      if let place {
        rules.rows[place].values = row.values
      } else {
        rules.rows.append(
          LoanRule(
            id: EntityID(rawValue: .max), scope: row.scope, period: row.period, values: row.values))
      }
    }
    return rules
  }

  /// Every combination of these codes, and of the collections that rows speak of.
  ///
  /// Collections no row names all get the same values, so one combination without a collection stands for them.
  public func combinations(
    library: String?, categories: [String], itemTypes: [String]
  ) -> [RuleScope] {
    let named = Set(rows.compactMap(\.scope.collection)).sorted()
    return categories.flatMap { category in
      itemTypes.flatMap { type in
        ([nil] + named.map(Optional.some)).map {
          RuleScope(library: library, category: category, itemType: type, collection: $0)
        }
      }
    }
  }
}
