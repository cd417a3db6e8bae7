import GRDB
import LibraryCore

extension DeskFacts {
  /// When the loan is due that the op is about: as the op set it, or as the loan was left.
  func due(_ body: OpBody) throws -> Due? {
    switch body {
    case .loanOpened(let loan): Due(loan.dueOn, at: loan.dueAt)
    case .loanRenewed(let renewed): Due(renewed.dueOn, at: renewed.dueAt)
    case .renewalVoided(_, let due): due
    case .loanClosed(let closed): try due(ofLoan: closed.loan)
    case .loanReopened(let reopened): try due(ofLoan: reopened.loan)
    case .loanVoided(let loan, _, _), .lossVoided(let loan, _, _): try due(ofLoan: loan)
    case .loanLost(let lost): try due(ofLoan: lost.loan)
    case .loanClaimed(let claimed): try due(ofLoan: claimed.loan)
    default: nil
    }
  }

  private func due(ofLoan loan: OpID) throws -> Due? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT due_on, due_at FROM loan WHERE id = ?"),
      arguments: [loan.rawValue]
    ).map { Due(CalendarDay(number: $0[0]), at: $0.timeOfDay(1)) }
  }

  /// The money that the op is about; nil where it is about none.
  func amount(_ op: Op) throws -> Money? {
    switch op.body {
    case .loanClosed(let closed): closed.charge > .zero ? closed.charge : nil
    case .loanLost(let lost): lost.charge > .zero ? lost.charge : nil
    case .paymentTaken, .paymentVoided, .accountEntered:
      try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT amount FROM account_entry WHERE id = ?"),
        arguments: [op.id.rawValue]
      ).map { Money(dong: $0) }
    default: nil
    }
  }

  /// What an op on a patron's data set, each field with what stood there before; empty for any other op.
  func revisions(_ op: Op) throws -> [PatronRevision] {
    guard case .patronSaved = op.body else { return [] }
    let set = (op.body.fieldChanges ?? []).compactMap { change in
      PatronField(rawValue: change.number).map { (field: $0, value: change.value) }
    }.filter { $0.field != .batch }
    let before = try valuesBefore(op, of: Set(set.map(\.field)))
    return try set.map { field, value in
      guard !PatronRevision.hidden.contains(field) else {
        return PatronRevision(field, from: nil, to: nil)
      }
      return PatronRevision(
        field, from: try shown(before[field], in: field), to: try shown(value, in: field))
    }.filter { $0.isHidden || $0.from != $0.to }
  }

  /// The values these fields had before the op, found from the newest earlier op on the patron's data on; fields that held nothing
  /// are left out.
  private func valuesBefore(_ op: Op, of fields: Set<PatronField>) throws -> [PatronField: String] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT \(OpReading.columns) FROM op
          WHERE entity = ? AND id < ? AND kind = ? ORDER BY id DESC
          """),
      arguments: [op.entity.rawValue, op.id.rawValue, Int(OpKind.patronSaved.rawValue)])
    var (wanted, values) = (fields, [PatronField: String]())
    while !wanted.isEmpty, let row = try rows.next() {
      for change in try OpReading.op(row).body.fieldChanges ?? [] {
        guard let field = PatronField(rawValue: change.number), wanted.remove(field) != nil else {
          continue
        }
        values[field] = change.value
      }
    }
    return values
  }

  /// A stored value as a history shows it: a guardian by card and name, a code of a list with its name.
  private func shown(_ value: String?, in field: PatronField) throws -> PatronRevision.Value? {
    guard let value, !value.isEmpty else { return nil }
    switch field {
    case .guardian:
      let line = try Int64(value).flatMap { try patronLine(EntityID(rawValue: $0)) }
      return line.map { PatronRevision.Value($0.card.text, name: "\($0.name) (\($0.card))") }
    case .category:
      return PatronRevision.Value(value, name: configuration.name(.patronCategory, value))
    case .occupation:
      return PatronRevision.Value(value, name: configuration.name(.occupation, value))
    default: return PatronRevision.Value(value)
    }
  }
}
