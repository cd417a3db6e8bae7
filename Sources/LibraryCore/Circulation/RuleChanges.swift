/// How the rows of a matrix differ from those it is to have.
public struct RuleChanges: Equatable, Sendable {
  public var added: [RuleTable.Row] = []
  /// Rows whose scope and period are there with other values.
  public var changed: [RuleTable.Row] = []
  public var removed: [LoanRule] = []
  public var unchanged = 0

  public init() {}

  public var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }
}

extension LoanRules {
  /// The rows of a table as they are to be; a row that is there keeps what the table has no column for, unless the table is to be
  /// the whole matrix.
  public func rows(of table: RuleTable, replacing: Bool) -> [RuleTable.Row] {
    guard !replacing else { return table.rows }
    return table.rows.map { row in
      var row = row
      let former = rows.first { $0.scope == row.scope && $0.period == row.period }?.values ?? [:]
      row.values.merge(former.filter { !table.parameters.contains($0.key) }) { own, _ in own }
      return row
    }
  }

  /// What giving the matrix these rows changes; `replacing` takes away every other row.
  public func changes(setting rows: [RuleTable.Row], replacing: Bool) -> RuleChanges {
    var changes = RuleChanges()
    for row in rows {
      let former = self.rows.first { $0.scope == row.scope && $0.period == row.period }
      switch former?.values {
      case nil: changes.added.append(row)
      case row.values?: changes.unchanged += 1
      default: changes.changed.append(row)
      }
    }
    guard replacing else { return changes }
    let kept = Set(rows.map(\.key))
    changes.removed = self.rows.filter {
      !kept.contains(RuleTable.Key(scope: $0.scope, period: $0.period))
    }
    return changes
  }
}

/// What became of a table of rules.
public enum RulesOutcome: Equatable, Sendable {
  /// Done as one batch, closed by `op`, which takes all of it back.
  case saved(RuleChanges, batch: EntityID, op: OpID)
  case unchanged(RuleChanges)
  /// Rows that cannot be taken, by their places in the table; nothing was written.
  case faulty([Fault])
  case refused([Refusal])

  public struct Fault: Equatable, Sendable {
    public var row: Int
    public var reasons: [Refusal]

    public init(row: Int, reasons: [Refusal]) {
      self.row = row
      self.reasons = reasons
    }
  }
}
