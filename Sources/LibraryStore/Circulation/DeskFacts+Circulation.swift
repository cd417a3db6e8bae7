import GRDB
import LibraryCore
import VietnameseText

extension DeskFacts {
  static let itemColumns = """
    item.id, item.record, item.barcode, item.call_number, item.location, item.type, item.status,
    item.price, item.copy_number, item.note, item.source, item.document, item.acquired_on,
    item.library, item.sent_to
    """
  /// How many columns of a copy stand in front of the title.
  static let itemColumnCount = 15

  static func item(_ row: Row) -> Item? {
    guard let barcode = Barcode(row[2] ?? "") else { return nil }
    return Item(
      id: EntityID(rawValue: row[0]), record: EntityID(rawValue: row[1]), barcode: barcode,
      callNumber: row[3], location: row[4], type: row[5],
      status: ItemStatus(rawValue: row[6]) ?? .available,
      price: (row[7] as Int64?).map { Money(dong: $0) }, copyNumber: row[8], note: row[9],
      source: row[10], document: row[11],
      acquiredOn: (row[12] as String?).flatMap { CalendarDay(iso: $0) }, library: row[13],
      sentTo: row[14])
  }

  /// The copy under `barcode` with its title and its open loan; nil when no label of ours reads so.
  func item(_ barcode: Barcode) throws -> ItemFacts? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT \(DeskFacts.itemColumns), record.title, record.author
          FROM item LEFT JOIN record ON record.id = item.record
          WHERE item.barcode = ? AND item.status <> 'removed'
          """),
      arguments: [barcode.text])
    guard let row, let item = DeskFacts.item(row) else { return nil }
    return ItemFacts(
      item: item, title: row[DeskFacts.itemColumnCount] ?? "",
      author: row[DeskFacts.itemColumnCount + 1], loan: try openLoan(of: item.id),
      setAside: try setAside(item.id))
  }

  func openLoan(of item: EntityID) throws -> OpenLoan? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT loan.id, patron, card, name, lent_at, due_on, renewals, terms, claim, claimed_on,
            long_overdue, on_site, due_at
          FROM loan JOIN patron ON patron.id = loan.patron
          WHERE item = ? AND loan.status = 'open'
          """),
      arguments: [item.rawValue]
    ).flatMap(DeskFacts.openLoan)
  }

  static func openLoan(_ row: Row) -> OpenLoan? {
    CardNumber(row[2] ?? "").map { card in
      var loan = OpenLoan(
        id: OpID(rawValue: row[0]), patron: EntityID(rawValue: row[1]), card: card,
        patronName: row[3], lentAt: Moment(milliseconds: row[4]),
        dueOn: CalendarDay(number: row[5]), renewals: row[6],
        terms: (row[7] as String?).map(LoanTerms.init(encoded:)))
      if let kind = (row[8] as String?).flatMap(LoanClaim.init), let day = row[9] as Int? {
        loan.claim = OpenLoan.Claim(kind, on: CalendarDay(number: day))
      }
      loan.isLongOverdue = row[10]
      loan.isOnSite = row[11]
      loan.dueAt = row.timeOfDay(12)
      return loan
    }
  }

  /// The patron's own columns; the next of `patronFactsColumns` count against `:today`, `:minute` and `:type`.
  static let patronColumns = """
    id, card, name, category, born, phone, address, email, expires_on, status, block_reason, note,
    enrolled_on, loans, owed
    """

  private static let patronFactsColumns = """
    \(patronColumns),
    (SELECT count(*) FROM loan
      WHERE loan.patron = patron.id AND loan.status = 'open' AND loan.due_on <= :today
        AND (loan.due_on < :today OR loan.due_at < :minute) AND loan.claim IS NULL),
    (SELECT loans FROM loan_tally WHERE loan_tally.patron = patron.id AND type = :type),
    suspended_until,
    (SELECT count(*) FROM hold
      WHERE hold.patron = patron.id AND hold.status IN ('waiting', 'shelf', 'transfer')),
    (SELECT count(*) FROM hold WHERE hold.patron = patron.id AND hold.status = 'shelf'
      AND hold.status IN ('waiting', 'shelf', 'transfer')),
    held, lost,
    (SELECT count(*) FROM loan
      WHERE loan.patron = patron.id AND loan.status = 'open' AND loan.on_site = 1),
    (SELECT ifnull(sum(deposit), 0) FROM loan
      WHERE loan.patron = patron.id AND loan.status = 'open' AND loan.deposit > 0),
    guardian IS NOT NULL OR guardian_name IS NOT NULL
    """

  static func patron(_ row: Row) -> Patron? {
    CardNumber(row[1] ?? "").map { card in
      Patron(
        id: EntityID(rawValue: row[0]), card: card, name: row[2], category: row[3], born: row[4],
        phone: row[5], address: row[6], email: row[7],
        expiresOn: (row[8] as String?).flatMap(CalendarDay.init(iso:)),
        status: PatronStatus(rawValue: row[9]) ?? .active, blockReason: row[10], note: row[11],
        enrolledOn: (row[12] as String?).flatMap(CalendarDay.init(iso:)))
    }
  }

  /// The holder of `card` with what counts for a loan of `type`; nil when no card reads so.
  func patron(_ card: CardNumber, borrowing type: String? = nil) throws -> PatronFacts? {
    if let holder = try patronFacts(
      where: "card = :key AND status <> 'removed'", key: card.text, type)
    {
      return holder
    }
    if let other = try otherCard(card) {
      return other.card.standing == .good ? try patron(other.patron.id, borrowing: type) : nil
    }
    return try keeper(ofMergedCard: card).flatMap { try patron($0, borrowing: type) }
  }

  func patron(_ id: EntityID, borrowing type: String? = nil) throws -> PatronFacts? {
    try patronFacts(where: "id = :key", key: id.rawValue, type)
  }

  private func patronFacts(
    where condition: String, key: any DatabaseValueConvertible, _ type: String?
  ) throws -> PatronFacts? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT \(DeskFacts.patronFactsColumns) FROM patron WHERE \(condition)"),
      arguments: [
        "key": key, "today": today.number, "minute": TimeOfDay(now).minutes, "type": type,
      ])
    guard let row, let patron = DeskFacts.patron(row) else { return nil }
    var facts = PatronFacts(
      patron: patron, loans: row[13], loansOfType: row[16] ?? 0, overdues: row[15],
      owed: Money(dong: row[14]), held: Money(dong: row[20]),
      suspendedUntil: (row[17] as Int?).map { CalendarDay(number: $0) })
    (facts.holds, facts.holdsReady, facts.loansOnSite) = (row[18], row[19], row[22])
    facts.lost = row[21]
    facts.depositDue = Money(dong: row[23])
    facts.hasGuardian = row[24]
    facts.remarks = try remarksToday(of: patron.id)
    if configuration.rules.rows.contains(where: { $0.values[.familyOwedMaximum] != nil }) {
      facts.familyOwed = try familyOwed(of: patron.id)
    }
    return facts
  }

  /// What the guardian of a patron and the others with the same one owe; of a guardian, those he or she answers for.
  private func familyOwed(of patron: EntityID) throws -> Money {
    let dong = try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          WITH root (id) AS (SELECT ifnull(guardian, id) FROM patron WHERE id = ?1)
          SELECT ifnull(sum(max(owed, 0)), 0) FROM (
            SELECT patron.id, owed, status FROM root JOIN patron ON patron.id = root.id
            UNION ALL
            SELECT patron.id, owed, status FROM root JOIN patron
              ON patron.guardian = root.id AND patron.guardian IS NOT NULL)
          WHERE id <> ?1 AND status <> 'removed'
          """),
      arguments: [patron.rawValue])
    return Money(dong: dong ?? 0)
  }

  /// When a loan of the copy ended that ran at the stated moment or began after it; only asked where a moment is stated.
  func lentUntil(_ item: EntityID) throws -> Moment? {
    guard let actingAt else { return nil }
    return try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT max(returned_at) FROM loan
          WHERE item = ? AND status = 'closed' AND returned_at > ?
          """),
      arguments: [item.rawValue, actingAt.milliseconds]
    ).map { Moment(milliseconds: $0, offsetMinutes: actingAt.offsetMinutes) }
  }

  /// When a loan was last renewed; only asked where a moment is stated.
  func renewedAt(_ loan: OpenLoan, of item: EntityID) throws -> Moment? {
    guard let actingAt, loan.renewals > 0 else { return nil }
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT \(OpReading.columns) FROM op
          WHERE entity = ? AND id > ? AND kind = ?
            AND NOT EXISTS (SELECT 1 FROM op AS undo WHERE undo.undoes = op.id)
          ORDER BY id DESC LIMIT 1
          """),
      arguments: [item.rawValue, loan.id.rawValue, Int(OpKind.loanRenewed.rawValue)])
    guard let op = try row.map({ try OpReading.op($0) }) else { return nil }
    return Moment(
      milliseconds: op.body.statedAt ?? op.writtenAt, offsetMinutes: actingAt.offsetMinutes)
  }

  func checkoutFacts(
    _ patron: PatronFacts, _ item: ItemFacts, demand: TitleDemand, due: RequestedDue? = nil,
    override reason: String? = nil
  ) -> CheckoutFacts {
    var facts = CheckoutFacts(
      patron: patron, item: item, rules: configuration.rules, calendar: configuration.calendar,
      library: configuration.libraryCode, today: today, requestedDue: due, staff: staff,
      overrideReason: reason, isBackdated: actingAt != nil)
    facts.momentRefusals = momentRefusals
    facts.demand = demand
    facts.now = now
    return facts
  }
}

extension Override {
  /// What staff lifted, or nil when nothing had to be lifted.
  init?(_ lifted: [Refusal], reason: String?) {
    guard !lifted.isEmpty, let reason else { return nil }
    self.init(codes: lifted.map(\.code), reason: reason.nfc)
  }
}

extension DeskTransaction {
  /// What the acting staff lacks for a verb that needs `permission`.
  func missing(_ permission: Permission) -> [Refusal] {
    let needed = actingAt == nil ? [permission] : [permission, .backdate]
    return needed.filter { !staff.may($0) }.map { .noPermission($0) } + facts.momentRefusals
  }
}
