import GRDB
public import LibraryCore

extension Desk {
  /// Who had the copy on the last loan that is over; nil where nobody had, the house keeps it to itself, or the account may not know.
  public func previousBorrower(of item: EntityID) throws -> PastBorrower? {
    try consider { try $0.previousBorrower(of: item) }
  }
}

extension DeskFacts {
  /// The newest of the copy's loans that are over, by their index.
  func previousBorrower(of item: EntityID) throws -> PastBorrower? {
    guard configuration.tellsPreviousBorrower, staff.may(.seeBorrowers) else { return nil }
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT id, returned_at FROM loan WHERE item = ? AND status = 'closed'
          ORDER BY id DESC LIMIT 1
          """),
      arguments: [item.rawValue])
    guard let row, let patron = try borrower(OpID(rawValue: row[0])) else { return nil }
    let returned = Moment(milliseconds: row[1] ?? 0, offsetMinutes: now.offsetMinutes)
    return PastBorrower(patron, returnedOn: returned.day)
  }
}
