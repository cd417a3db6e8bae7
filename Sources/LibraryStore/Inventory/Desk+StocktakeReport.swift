import GRDB
public import LibraryCore

extension Desk {
  /// The result of a stocktake; nil when there is none of that name.
  ///
  /// An open one is reported as it stands now; a closed one names what was missing when it was closed.
  public func report(of stocktake: EntityID) throws -> StocktakeReport? {
    try consider { facts in
      guard let known = try facts.stocktakes(stocktake).first else { return nil }
      let condition = ScopeCondition(known.scope)
      let totals =
        try known.isClosed ? facts.totalsAtEnd(of: known) : condition.totals(facts.db)
      let missing =
        try known.isClosed
        ? facts.missingLines(of: stocktake)
        : condition.missing(from: stocktake, facts.db).compactMap(facts.line)
      return StocktakeReport(
        stocktake: known, onTheBooks: totals.expected, onLoan: totals.onLoan,
        found: try facts.found(in: stocktake), missing: StocktakeTotal(missing),
        missingItems: missing, findings: try facts.findings(of: stocktake))
    }
  }
}

extension StocktakeTotal {
  fileprivate init(_ lines: [StocktakeLine]) {
    let price = lines.reduce(Money.zero) { $0 + ($1.price ?? .zero) }
    self.init(copies: lines.count, price: price)
  }
}

extension DeskFacts {
  private static let lineColumns =
    "item.barcode, record.title, item.call_number, item.location, item.price"

  fileprivate func line(_ item: EntityID) throws -> StocktakeLine? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT \(DeskFacts.lineColumns) FROM item LEFT JOIN record ON record.id = item.record
          WHERE item.id = ?
          """),
      arguments: [item.rawValue]
    ).map { DeskFacts.line($0) }
  }

  fileprivate func totalsAtEnd(of stocktake: Stocktake) throws
    -> (expected: StocktakeTotal, onLoan: StocktakeTotal)
  {
    let row = try Row.fetchOne(
      db, sql: "SELECT expected_price, on_loan_price FROM stocktake WHERE id = ?",
      arguments: [stocktake.id.rawValue])
    func total(_ copies: Int, _ column: Int) -> StocktakeTotal {
      StocktakeTotal(copies: copies, price: Money(dong: row?[column] ?? 0))
    }
    return (total(stocktake.counts.expected, 0), total(stocktake.counts.onLoan, 1))
  }

  fileprivate func missingLines(of stocktake: EntityID) throws -> [StocktakeLine] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT \(DeskFacts.lineColumns) FROM stocktake_missing
        JOIN item ON item.id = stocktake_missing.item
        LEFT JOIN record ON record.id = item.record
        WHERE stocktake = ? ORDER BY item.location, item.call_key, item.id
        """,
      arguments: [stocktake.rawValue]
    ).map { DeskFacts.line($0) }
  }

  fileprivate func findings(of stocktake: EntityID) throws -> [StocktakeLine] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT \(DeskFacts.lineColumns), finding, shelf, sighting.id, sighting.barcode
        FROM sighting LEFT JOIN item ON item.id = sighting.item
        LEFT JOIN record ON record.id = item.record
        WHERE stocktake = ? AND sighting.status = 'seen' AND finding <> ?
        ORDER BY sighting.id
        """,
      arguments: [stocktake.rawValue, Finding.inPlace.rawValue]
    ).map { row in
      var line = DeskFacts.line(row)
      line.barcode = row[8]
      line.finding = Finding(rawValue: row[5])
      line.shelf = row[6]
      line.op = OpID(rawValue: row[7])
      return line
    }
  }

  fileprivate func found(in stocktake: EntityID) throws -> StocktakeTotal {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT count(*), coalesce(sum(price), 0) FROM sighting JOIN item ON item.id = sighting.item
        WHERE stocktake = ? AND sighting.status = 'seen' AND finding IN (?, ?)
        """,
      arguments: [
        stocktake.rawValue, Finding.inPlace.rawValue, Finding.outOfOrder.rawValue,
      ])
    return StocktakeTotal(copies: row?[0] ?? 0, price: Money(dong: row?[1] ?? 0))
  }

  private static func line(_ row: Row) -> StocktakeLine {
    StocktakeLine(
      finding: nil, barcode: row[0] ?? "", title: row[1] ?? "", callNumber: row[2],
      location: row[3], price: (row[4] as Int64?).map { Money(dong: $0) })
  }
}
