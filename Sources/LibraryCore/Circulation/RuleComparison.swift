/// What a change of the matrix would change, combination by combination: "what if".
public struct RuleComparison: Equatable, Sendable {
  /// One value that would be another.
  public struct Line: Equatable, Sendable {
    public var scope: RuleScope
    /// The day on which the two were compared.
    public var on: CalendarDay
    public var before: RuleValue
    public var after: RuleValue

    /// Whether `other` says the same of another day or of another library.
    fileprivate func repeats(_ other: Line, library: String?) -> Bool {
      var scope = scope
      if scope.library != other.scope.library, other.scope.library == library {
        scope.library = library
      }
      return scope == other.scope && before.value == other.before.value
        && after.value == other.after.value && after.parameter == other.after.parameter
    }
  }

  /// The library and the day that need not be told.
  public var library: String?
  public var today: CalendarDay
  public var lines: [Line] = []

  /// Compares what two matrices say for the library's categories and item types.
  ///
  /// They are compared today, on a day in the period of each of `rows`, and in each library that one of them names. What a later
  /// day or another library only repeats is told once.
  public init(
    from old: LoanRules, to new: LoanRules, for rows: [RuleTable.Row], library: String?,
    categories: [String], itemTypes: [String], today: CalendarDay
  ) {
    (self.library, self.today) = (library, today)
    let others = Set(rows.compactMap(\.scope.library)).subtracting([library].compactMap(\.self))
    let days = Set(rows.map { $0.period.day(nearest: today) }).subtracting([today])
    for library in [library] + others.sorted() {
      let scopes = new.combinations(
        library: library, categories: categories, itemTypes: itemTypes)
      for day in [today] + days.sorted() {
        let told = lines
        lines += RuleComparison.lines(from: old, to: new, for: scopes, on: day).filter { line in
          !told.contains { line.repeats($0, library: self.library) }
        }
      }
    }
  }

  private static func lines(
    from old: LoanRules, to new: LoanRules, for scopes: [RuleScope], on day: CalendarDay
  ) -> [Line] {
    scopes.flatMap { scope in
      RuleParameter.allCases.compactMap { parameter in
        let before = old.value(parameter, for: scope, on: day)
        let after = new.value(parameter, for: scope, on: day)
        return before.value == after.value
          ? nil : Line(scope: scope, on: day, before: before, after: after)
      }
    }
  }
}

extension RulePeriod {
  /// `day` where the row is in force on it, or else its first day to come, or its last one.
  public func day(nearest day: CalendarDay) -> CalendarDay {
    if let from, day < from { return from }
    if let to, to < day { return to }
    return day
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
            id: LoanRule.unnumbered, scope: row.scope, period: row.period, values: row.values))
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

extension LoanRule {
  /// What a row that is only thought of has in place of a number; it is newer than any that is there.
  public static let unnumbered = EntityID(rawValue: .max)

  /// The number of the row, or nil where it is only thought of.
  public var number: EntityID? { id == LoanRule.unnumbered ? nil : id }
}
