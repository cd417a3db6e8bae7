import GRDB
public import LibraryCore

extension Desk {
  /// How the charge of the copy's running loan comes about if it came back today, or that of its last loan; nil where the copy is
  /// unknown or was never lent.
  public func explainFine(_ item: String) throws -> FineExplanation? {
    try consider { facts in
      guard let barcode = Barcode(item), let item = try facts.item(barcode) else { return nil }
      return try facts.fine(of: item)
    }
  }
}

extension DeskFacts {
  fileprivate func fine(of item: ItemFacts) throws -> FineExplanation? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT loan.patron, loan.due_on, loan.returned_at, loan.terms, patron.category, loan.due_at
          FROM loan JOIN patron ON patron.id = loan.patron
          WHERE loan.item = ? AND loan.status <> 'void' ORDER BY loan.id DESC LIMIT 1
          """),
      arguments: [item.item.id.rawValue])
    guard let row, let patron = try patronLine(EntityID(rawValue: row[0])) else { return nil }
    let scope = RuleScope(
      library: configuration.libraryCode, category: row[4], itemType: item.item.type,
      collection: item.item.location)
    let returned = (row[2] as Int64?).map {
      Due(Moment(milliseconds: $0, offsetMinutes: now.offsetMinutes))
    }
    let own = (row[3] as String?).map(LoanTerms.init(encoded:))
    return FineExplanation(
      item: item, patron: patron, due: row.due(1, at: 5),
      counted: returned ?? Due(now), isReturned: returned != nil,
      terms: own ?? LoanTerms(configuration.rules, for: scope, on: today),
      areTermsOfLoan: own != nil, calendar: configuration.calendar,
      values: LoanTerms.parameters.map {
        configuration.rules.value($0, for: scope, on: today)
      })
  }
}
