import GRDB
import LibraryCore

extension DeskFacts {
  /// The loans that an op changed together, the first of them by name; nil where it is about none or one alone.
  ///
  /// `only` narrows them to those of a copy or a reader. A marking that found nothing but lost copies names those.
  func loansTogether(_ op: Op, only: Set<OpID>? = nil) throws -> LoansTogether? {
    var all = op.body.loansTogether
    switch op.body {
    case .overduesMarked, .overduesUnmarked:
      if only == nil, all.isEmpty { all = try lossesBrought(by: op.id).map { ($0, nil) } }
    case .loansRedated: break
    default: return nil
    }
    if let only { all.removeAll { !only.contains($0.loan) } }
    let named = only == nil ? LoansTogether.namedMaximum : all.count
    let lines = try all.prefix(named).compactMap { loan, due in
      try loanParties(loan).map {
        LoansTogether.Line(loan: loan, item: $0.item, patron: $0.patron, due: due)
      }
    }
    return LoansTogether(lines, total: all.count)
  }

  /// The loans on which a marking of overdues, or its taking back, declared copies lost or took that back.
  private func lossesBrought(by op: OpID) throws -> [OpID] {
    try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT op FROM caused WHERE cause = ? ORDER BY op"),
      arguments: [op.rawValue]
    ).compactMap { brought in
      switch try OpReading.op(OpID(rawValue: brought), in: db)?.body {
      case .loanLost(let lost)?: lost.loan
      case .lossVoided(let loan, _, _)?: loan
      default: nil
      }
    }
  }

  private func loanParties(_ loan: OpID) throws -> (item: ItemLine, patron: PatronLine)? {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT item, patron FROM loan WHERE id = ?"),
      arguments: [loan.rawValue])
    guard let row, let item = try itemLine(EntityID(rawValue: row[0])),
      let patron = try patronLine(EntityID(rawValue: row[1]))
    else { return nil }
    return (item, patron)
  }

  /// What was done together to the newest loans of a copy or a reader, by the op.
  func doneTogether(_ party: LoanParty, limit: Int) throws -> [OpID: Set<OpID>] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT loan_together.op, loan_together.loan FROM (
            SELECT id FROM loan WHERE \(party.column) = ? ORDER BY id DESC LIMIT ?
          ) AS recent CROSS JOIN loan_together ON loan_together.loan = recent.id
          """),
      arguments: [party.entity.rawValue, limit])
    return rows.reduce(into: [:]) { found, row in
      found[OpID(rawValue: row[0]), default: []].insert(OpID(rawValue: row[1]))
    }
  }

  /// Whose loans are asked for.
  enum LoanParty {
    case item(EntityID)
    case patron(EntityID)

    var entity: EntityID {
      switch self {
      case .item(let entity), .patron(let entity): entity
      }
    }

    fileprivate var column: String {
      switch self {
      case .item: "item"
      case .patron: "patron"
      }
    }
  }

  /// The ops of a history with what was done together to its loans, the newest first.
  func entries(
    _ ops: [Op], with together: [OpID: Set<OpID>], limit: Int
  ) throws -> [LogEntry] {
    let known = Set(ops.map(\.id))
    let more = try together.keys.filter { !known.contains($0) }
      .compactMap { try OpReading.op($0, in: db) }
    let all = more.isEmpty ? ops : (ops + more).sorted { ($0.wall, $0.id) > ($1.wall, $1.id) }
    return try all.prefix(limit).map { op in
      var entry = try logEntry(op)
      if let own = together[op.id] { entry.loans = try loansTogether(op, only: own) }
      return entry
    }
  }
}
