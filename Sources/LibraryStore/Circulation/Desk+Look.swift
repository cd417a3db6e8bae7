import GRDB
public import LibraryCore

extension Desk {
  /// What a scanned or typed code is: somebody's card, a copy's label, both, or nothing of ours.
  ///
  /// Where a card and a label read alike, `preferred` decides; without it the answer is both.
  public func look(_ code: String, preferring preferred: CodeCarrier? = nil) throws -> Looked {
    try consider { facts in
      let patron = try CardNumber(code).flatMap { try facts.patron($0) }
      let item = try Barcode(code).flatMap { try facts.item($0) }
      switch (patron, item, preferred) {
      case (nil, nil, _): return .nothing
      case (let patron?, nil, _), (let patron?, _, .card): return .patron(patron)
      case (nil, let item?, _), (_, let item?, .label): return .item(item)
      case (let patron?, let item?, nil): return .both(patron, item)
      }
    }
  }

  /// The loans of a patron: the running ones by due date, or all of them, the newest first.
  public func loans(
    of patron: EntityID, includeReturned: Bool = false, limit: Int = 200, offset: Int = 0
  ) throws -> [LoanLine] {
    let running = "loan.status = 'open' ORDER BY loan.due_on, loan.id"
    let all = "loan.status <> 'void' ORDER BY loan.id DESC"
    return try consider { facts in
      try Row.fetchAll(
        facts.db.cachedStatement(
          sql: """
            SELECT \(DeskFacts.loanLineColumns)
            WHERE loan.patron = ? AND \(includeReturned ? all : running) LIMIT ? OFFSET ?
            """),
        arguments: [patron.rawValue, limit, offset]
      ).map { facts.loanLine($0) }
    }
  }
}

extension DeskFacts {
  /// The columns that `loanLine` reads, with the patron, the status and the terms among them, and where they come from.
  static let loanLineColumns = """
    loan.id, loan.item, item.barcode, record.title, loan.lent_at, loan.due_on,
      loan.renewals, loan.returned_at, loan.late_days, loan.charge, loan.due_at,
      loan.patron, loan.status, loan.claim, loan.long_overdue, loan.on_site, loan.terms
    FROM loan LEFT JOIN item ON item.id = loan.item
      LEFT JOIN record ON record.id = item.record
    """

  func loanLine(_ row: Row) -> LoanLine {
    let due = row.due(5, at: 10)
    let returnedAt = (row[7] as Int64?).map { Moment(milliseconds: $0) }
    var line = LoanLine(
      loan: OpID(rawValue: row[0]), item: EntityID(rawValue: row[1]), barcode: row[2] ?? "",
      title: row[3] ?? "", lentAt: Moment(milliseconds: row[4]), dueOn: due.day,
      isOverdue: returnedAt == nil && due.isPast(at: now), renewals: row[6], returnedAt: returnedAt,
      lateDays: row[8], charge: Money(dong: row[9]))
    line.dueAt = due.time
    line.claim = returnedAt == nil ? (row[13] as String?).flatMap(LoanClaim.init) : nil
    line.isLongOverdue = returnedAt == nil && row[14] == 1
    // What the reader is said to have brought back, or never to have had, is late no more.
    line.isOverdue = line.isOverdue && line.claim == nil
    return line
  }
}
