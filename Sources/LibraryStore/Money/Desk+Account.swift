import GRDB
public import LibraryCore
import VietnameseText

extension Desk {
  /// Writes an entry into the account of the holder of `card`, with a receipt, into the drawer that is open to the acting staff.
  ///
  /// `item` is the barcode of the copy that it is about; if the patron has that on loan, it is about the loan too.
  public func enter(
    _ entry: AccountEntry, for card: String, item: String? = nil
  ) throws -> SaveOutcome {
    precondition(entry.kind != .void, "what takes an entry back is a void")
    return try act { try $0.enter(entry, for: card, item: item) }
  }

  /// Takes money from the holder of `card`; what exceeds the debt stays as a credit.
  ///
  /// It settles the debts of `toward` first, in their order, then the oldest.
  public func pay(
    _ card: String, amount: Money, method: PaymentMethod = .cash, toward: [OpID] = [],
    note: String? = nil
  ) throws -> SaveOutcome {
    try enter(
      AccountEntry(.payment, amount, method: method, note: note, toward: toward), for: card)
  }

  /// Takes an entry back because it was wrong, with the reason on record; the entry and what takes it back both stay.
  ///
  /// The same as undoing it, but with a reason. Cash goes back out of the drawer that is open now, where it came into a shift that
  /// was closed since.
  public func void(_ id: OpID, reason: String) throws -> UndoOutcome {
    try act { transaction in
      guard let op = try OpReading.op(id, in: transaction.db), let entry = op.body.accountEntry
      else { return .unknownOp(id) }
      // A void is taken back by doing the deed again, which is an undo.
      guard entry.kind != .void else { return .refused([.notUndoable(kind: op.body.kind)]) }
      var reasons = try transaction.facts.undoFacts(op).refusals
      if reasons.isEmpty {
        reasons = try transaction.facts.accountConflicts(of: entry.voiding(op.id), on: op.entity)
      }
      let reason = reason.nfc.trimmed
      if reason.isEmpty { reasons.append(.reasonMissing) }
      guard reasons.isEmpty else { return .refused(reasons) }
      let body = try transaction.booked(OpBody(entry.voiding(op.id, note: reason)))
      return .undone(op.id, op: try transaction.append(body, on: op.entity, undoing: op.id))
    }
  }

  /// The account of a patron from its first line on.
  public func account(of patron: EntityID) throws -> AccountStatement {
    try consider { try $0.statement(of: patron) }
  }

  /// The line that an op wrote, with its patron, as a receipt tells it; nil where the op wrote none.
  public func accountLine(_ op: OpID) throws -> (patron: PatronLine, line: AccountLine)? {
    try consider { facts in
      let patron = try Int64.fetchOne(
        facts.db.cachedStatement(sql: "SELECT patron FROM account_entry WHERE id = ?"),
        arguments: [op.rawValue])
      guard let patron, let line = try facts.patronLine(EntityID(rawValue: patron)) else {
        return nil
      }
      return try facts.statement(of: line.id).lines.first { $0.op == op }.map { (line, $0) }
    }
  }
}

extension DeskTransaction {
  /// The course of an entry that staff writes.
  mutating func enter(
    _ entry: AccountEntry, for card: String, item: String? = nil
  ) throws -> SaveOutcome {
    guard let number = CardNumber(card), let patron = try facts.patron(number) else {
      return .unknown(card)
    }
    var entry = entry
    entry.note = entry.note?.nfc.trimmed
    if entry.note?.isEmpty == true { entry.note = nil }
    let account = try facts.accountFacts(patron, choosing: entry.toward)
    var reasons = account.refusals(of: entry)
    if let item {
      if let copy = try Barcode(item).flatMap({ try facts.item($0) }) {
        entry.item = copy.item.id
        entry.loan = copy.loan.flatMap { $0.patron == patron.patron.id ? $0.id : nil }
      } else {
        reasons.append(.invalidValue(field: "barcode", typed: item))
      }
    }
    guard reasons.isEmpty else { return .refused(reasons) }
    entry.at = actingAt?.milliseconds
    let body = try booked(OpBody(entry))
    return .saved(id: patron.patron.id, op: try append(body, on: patron.patron.id))
  }
}

extension DeskFacts {
  func accountFacts(_ patron: PatronFacts, choosing debts: [OpID]) throws -> AccountFacts {
    let open = debts.isEmpty ? [] : try statement(of: patron.patron.id).openDebts.map(\.debt)
    var facts = AccountFacts(
      owed: patron.owed, held: patron.held, openDebts: Set(open), staff: staff,
      isBackdated: actingAt != nil)
    facts.momentRefusals = momentRefusals
    if actingAt != nil, let day = patron.patron.enrolledOn, today < day {
      facts.momentRefusals.append(.beforeEnrolment(on: day))
    }
    facts.depositDue = patron.depositDue
    facts.inDrawer = try openShift()?.expected
    return facts
  }

  func statement(of patron: EntityID) throws -> AccountStatement {
    AccountStatement(try entryLines(of: patron) + overdueLines(of: patron))
  }

  private func entryLines(of patron: EntityID) throws -> [AccountLine] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(DeskFacts.entryColumns) \(DeskFacts.entrySource)
          WHERE entry.patron = ? ORDER BY entry.made_at, entry.id
          """),
      arguments: [patron.rawValue]
    ).compactMap(entryLine)
  }

  static let entryColumns = """
    entry.id, entry.made_at, entry.kind, entry.amount, entry.owed, entry.held, entry.cash,
    entry.charge, entry.method, entry.note, entry.toward, entry.voids, entry.voided_by,
    entry.drawer, entry.year, entry.number, op.actor, item.barcode, record.title, voided.kind,
    voided.drawer, voided.year, voided.number
    """
  static let entryColumnCount = 23
  static let entrySource = """
    FROM account_entry entry JOIN op ON op.id = entry.id
      LEFT JOIN item ON item.id = entry.item LEFT JOIN record ON record.id = item.record
      LEFT JOIN account_entry voided ON voided.id = entry.voids
    """

  /// Reads a row of `entryColumns`.
  func entryLine(_ row: Row) -> AccountLine? {
    guard let kind = AccountEntry.Kind(rawValue: row[2]) else { return nil }
    func op(_ column: Int) -> OpID? { (row[column] as Int64?).map { OpID(rawValue: $0) } }
    func receipt(_ column: Int) -> Receipt? {
      (row[column + 2] as Int?).map { number in
        Receipt(drawer: row[column] ?? "", year: row[column + 1] ?? 0, number: number)
      }
    }
    var line = AccountLine(
      op: OpID(rawValue: row[0]), at: moment(row[1]), kind: .entry(kind),
      amount: Money(dong: row[3]),
      effect: AccountEffect(
        owed: Money(dong: row[4]), held: Money(dong: row[5]), cash: Money(dong: row[6])),
      charge: (row[7] as String?).flatMap(ChargeKind.init),
      method: (row[8] as String?).flatMap(PaymentMethod.init), note: row[9],
      item: title(row[17], row[18]),
      toward: (row[10] as String?)?.split(separator: " ").compactMap {
        Int64($0).map { OpID(rawValue: $0) }
      } ?? [], receipt: receipt(13),
      staff: login(of: (row[16] as Int64?).map { EntityID(rawValue: $0) }), voids: op(11),
      voided: (row[19] as String?).flatMap(AccountEntry.Kind.init), voidedBy: op(12))
    line.voidedReceipt = receipt(20)
    return line
  }

  /// What loans that came back late cost; the op of such a line is the return that ended the loan.
  private func overdueLines(of patron: EntityID) throws -> [AccountLine] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT loan.id, closed_by, returned_at, charge, late_days, op.actor, item.barcode,
            record.title
          FROM loan INDEXED BY loan_charged LEFT JOIN op ON op.id = loan.closed_by
            LEFT JOIN item ON item.id = loan.item LEFT JOIN record ON record.id = item.record
          WHERE loan.patron = ? AND charge <> 0 AND loan.status = 'closed'
          """),
      arguments: [patron.rawValue]
    ).map { row in
      let amount = Money(dong: row[3])
      return AccountLine(
        op: OpID(rawValue: row[1] ?? row[0]), debt: OpID(rawValue: row[0]), at: moment(row[2] ?? 0),
        kind: .overdue(lateDays: row[4]), amount: amount, effect: AccountEffect(owed: amount),
        item: title(row[6], row[7]),
        staff: login(of: (row[5] as Int64?).map { EntityID(rawValue: $0) }))
    }
  }

  private func moment(_ milliseconds: Int64) -> Moment {
    Moment(milliseconds: milliseconds, offsetMinutes: now.offsetMinutes)
  }

  private func title(_ barcode: String?, _ title: String?) -> String? {
    let parts = [barcode, title].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}

extension DeskTransaction {
  /// The op with its receipt and drawer, if it writes into an account; any other as it is.
  func booked(_ body: OpBody) throws -> OpBody {
    guard var entry = body.accountEntry else { return body }
    let shift = try facts.shift(for: entry)
    let drawer = shift?.drawer ?? configuration.drawer
    let at = entry.at.map { Moment(milliseconds: $0, offsetMinutes: wall.offsetMinutes) }
    let year = (at ?? wall).day.year
    let last = try Int.fetchOne(
      db.cachedStatement(
        sql: "SELECT max(number) FROM account_entry WHERE drawer = ? AND year = ?"),
      arguments: [drawer, year])
    entry.receipt = Receipt(drawer: drawer, year: year, number: (last ?? 0) + 1)
    entry.shift = shift?.id
    return OpBody(entry)
  }
}
