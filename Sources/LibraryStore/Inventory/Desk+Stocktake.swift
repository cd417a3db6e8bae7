public import LibraryCore
import VietnameseText

extension Desk {
  /// Opens a stocktake of the copies that `scope` covers.
  public func openStocktake(_ scope: StocktakeScope) throws -> SaveOutcome {
    let scope = scope.stored
    return try act { transaction in
      var refusals = scope.faults
      if !transaction.staff.may(.manageStocktake) {
        refusals.insert(.noPermission(.manageStocktake), at: 0)
      }
      guard refusals.isEmpty else { return .refused(refusals) }
      let totals = try ScopeCondition(scope).totals(transaction.db)
      let id = transaction.journal.newEntity()
      let opened = StocktakeOpened(
        scope: scope, expected: totals.expected.copies, onLoan: totals.onLoan.copies)
      return .saved(id: id, op: try transaction.append(.stocktakeOpened(opened), on: id))
    }
  }

  /// All stocktakes with their figures, the newest first.
  public func stocktakes() throws -> [Stocktake] {
    try consider { try $0.stocktakes() }
  }

  /// How one stocktake stands; nil when there is none of that name.
  public func status(of stocktake: EntityID) throws -> Stocktake? {
    try consider { try $0.stocktakes(stocktake).first }
  }

  /// Ends a stocktake: what is missing is counted copy by copy and written down.
  ///
  /// With `markMissing` each missing copy gets the status `missing` in the same transaction, so that it is no longer lent or
  /// expected until somebody finds it.
  public func closeStocktake(_ stocktake: EntityID, markMissing: Bool = false) throws -> SaveOutcome
  {
    try act { transaction in
      guard let known = try transaction.facts.stocktakes(stocktake).first else {
        return .unknown(stocktake.description)
      }
      var refusals: [Refusal] = []
      if !transaction.staff.may(.manageStocktake) {
        refusals.append(.noPermission(.manageStocktake))
      }
      if known.isClosed { refusals.append(.stocktakeClosed) }
      guard refusals.isEmpty else { return .refused(refusals) }
      let condition = ScopeCondition(known.scope)
      let totals = try condition.totals(transaction.db)
      let missing = try condition.missing(from: stocktake, transaction.db)
      let closed = StocktakeClosed(
        expected: totals.expected, onLoan: totals.onLoan, missing: missing)
      let op = try transaction.append(.stocktakeClosed(closed), on: stocktake)
      if markMissing {
        for item in missing {
          try transaction.append(
            .itemSaved([ItemField.status.set(ItemStatus.missing.rawValue)]), on: item)
        }
      }
      return .saved(id: stocktake, op: op)
    }
  }
}

extension StocktakeScope {
  /// The scope as it is stored: texts composed, without blanks at their ends, empty ones left out.
  fileprivate var stored: StocktakeScope {
    func text(_ typed: String?) -> String? {
      typed.map(\.nfc).flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0.withoutBlankEnds }
    }
    return StocktakeScope(
      name: text(name) ?? "", location: text(location), fromCallNumber: text(fromCallNumber),
      toCallNumber: text(toCallNumber))
  }
}
