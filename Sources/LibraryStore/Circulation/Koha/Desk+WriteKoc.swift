import GRDB
public import LibraryCore

extension Desk {
  /// The loans, renewals, returns and payments written in the days from `first` to `last` that still stand, as Koha's offline
  /// circulation would have written them, in the order of their moments; a renewal is a loan to the same patron again.
  public func koc(from first: CalendarDay, to last: CalendarDay) throws -> KocFile {
    try consider { facts in
      let offset = facts.now.offsetMinutes
      let start = Moment(startOf: first, offsetMinutes: offset)
      let end = Moment(startOf: last.adding(days: 1), offsetMinutes: offset)
      let rows = try Row.fetchCursor(
        facts.db,
        sql: """
          SELECT \(OpReading.columns) FROM op
          WHERE id IN (
              SELECT id FROM op WHERE \(OpHistory.loanKinds) AND wall >= :first AND wall < :end
              UNION SELECT op FROM stated_act WHERE at >= :first AND at < :end)
            AND \(OpHistory.loanKinds)
            AND NOT EXISTS (SELECT 1 FROM op undo WHERE undo.undoes = op.id)
          ORDER BY wall, id
          """,
        arguments: ["first": start.milliseconds, "end": end.milliseconds])
      var transactions: [KocTransaction] = []
      while let row = try rows.next() {
        let op = try OpReading.op(row)
        guard (start..<end).contains(op.moment), let transaction = try facts.kocTransaction(op)
        else { continue }
        transactions.append(transaction)
      }
      // What was stated at another moment was written later than it happened.
      let ordered = transactions.enumerated().sorted {
        ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
      }
      return KocFile(transactions: ordered.map(\.element))
    }
  }
}

extension DeskFacts {
  /// Nil for what takes something back: neither it nor what it took back is there.
  fileprivate func kocTransaction(_ op: Op) throws -> KocTransaction? {
    func moment(_ stated: Int64?) -> Moment {
      Moment(milliseconds: stated ?? op.writtenAt, offsetMinutes: now.offsetMinutes)
    }
    switch op.body {
    case .loanOpened(let loan):
      guard let item = try itemLine(op.entity), let patron = try patronLine(loan.patron) else {
        return nil
      }
      return KocTransaction(
        at: moment(loan.lentAt),
        verb: .issue(card: patron.card.text, barcode: item.barcode.text))
    case .loanRenewed(let renewed):
      guard let item = try itemLine(op.entity), let patron = try borrower(renewed.loan) else {
        return nil
      }
      return KocTransaction(
        at: moment(renewed.renewedAt),
        verb: .issue(card: patron.card.text, barcode: item.barcode.text))
    case .loanClosed(let closed):
      return try itemLine(op.entity).map {
        KocTransaction(at: moment(closed.returnedAt), verb: .giveBack(barcode: $0.barcode.text))
      }
    case .paymentTaken(let payment):
      return try patronLine(op.entity).map {
        KocTransaction(
          at: moment(payment.paidAt), verb: .payment(card: $0.card.text, payment.amount))
      }
    default: return nil
    }
  }
}
