import GRDB
public import LibraryCore
import VietnameseText

extension Desk {
  /// Opens a shift at a drawer with so much change in it; without a drawer, at the house's usual one.
  public func openCash(_ drawer: String? = nil, float: Money) throws -> SaveOutcome {
    try act { transaction in
      let facts = transaction.facts
      guard let code = drawer.map(DrawerCode.read) ?? transaction.configuration.drawer else {
        return .refused([.invalidValue(field: "drawer", typed: drawer ?? "")])
      }
      let opened = CashOpened(
        drawer: code, float: float, at: transaction.actingAt?.milliseconds)
      let reasons = facts.cashFacts(try facts.openShift(at: code)).refusals(of: opened)
      guard reasons.isEmpty else { return .refused(reasons) }
      let shift = transaction.journal.newEntity()
      return .saved(id: shift, op: try transaction.append(.cashOpened(opened), on: shift))
    }
  }

  /// Puts money into an open drawer, or takes some out where `amount` is less than nothing.
  public func moveCash(
    _ amount: Money, reason: String, drawer: String? = nil
  ) throws -> SaveOutcome {
    try act { transaction in
      try transaction.atOpenDrawer(drawer) { transaction, facts, shift in
        let moved = CashMoved(
          amount: amount, reason: reason.nfc.trimmed, at: transaction.actingAt?.milliseconds)
        let reasons = facts.refusals(of: moved)
        guard reasons.isEmpty else { return .refused(reasons) }
        return .saved(id: shift.id, op: try transaction.append(.cashMoved(moved), on: shift.id))
      }
    }
  }

  /// Closes the shift at a drawer with what was counted in it; a difference has to be explained.
  public func closeCash(
    counted: Money, explanation: String? = nil, drawer: String? = nil
  ) throws -> SaveOutcome {
    try act { transaction in
      try transaction.atOpenDrawer(drawer) { transaction, facts, shift in
        let explanation = explanation?.nfc.trimmed
        let closed = CashClosed(
          counted: counted, expected: shift.expected,
          explanation: explanation?.isEmpty == true ? nil : explanation,
          at: transaction.actingAt?.milliseconds)
        let reasons = facts.refusals(of: closed)
        guard reasons.isEmpty else { return .refused(reasons) }
        return .saved(id: shift.id, op: try transaction.append(.cashClosed(closed), on: shift.id))
      }
    }
  }

  /// The shift that money taken by the acting staff goes to; nil where none is open to them.
  public func openShift() throws -> CashShift? { try consider { try $0.openShift() } }

  /// The shifts opened on the days from `first` to `last`, the newest first.
  public func cashShifts(from first: CalendarDay, to last: CalendarDay) throws -> [CashShift] {
    try consider { facts in
      let offset = facts.now.offsetMinutes
      return try facts.shifts(
        "opened_at >= ? AND opened_at < ? AND status <> 'void' ORDER BY opened_at DESC",
        [
          Moment(startOf: first, offsetMinutes: offset).milliseconds,
          Moment(startOf: last.adding(days: 1), offsetMinutes: offset).milliseconds,
        ])
    }
  }

  public func cashShift(_ id: EntityID) throws -> CashShift? {
    try consider { try $0.shifts("id = ? AND status <> 'void'", [id.rawValue]).first }
  }

  /// Everything that came into or out of the drawer in a shift, in its order, with who brought or got it; what changed no
  /// drawer is among it, because its receipt is of this drawer too.
  public func cashLines(of shift: EntityID) throws -> [(patron: PatronLine?, line: AccountLine)] {
    try consider { facts in
      try Row.fetchAll(
        facts.db.cachedStatement(
          sql: """
            SELECT \(DeskFacts.entryColumns), entry.patron \(DeskFacts.entrySource)
            WHERE entry.shift = ? ORDER BY entry.id
            """),
        arguments: [shift.rawValue]
      ).compactMap { row in
        try facts.entryLine(row).map {
          (try facts.patronLine(EntityID(rawValue: row[DeskFacts.entryColumnCount])), $0)
        }
      }
    }
  }
}

extension DeskFacts {
  func cashFacts(_ open: CashShift?) -> CashFacts {
    var facts = CashFacts(open: open, staff: staff, isBackdated: actingAt != nil)
    facts.momentRefusals = momentRefusals
    return facts
  }

  /// The shift of the acting staff, or the only one that is open; nil where several are and none is theirs.
  func openShift() throws -> CashShift? {
    let open = try shifts("status = 'open' ORDER BY opened_at DESC", [])
    let own = open.first { $0.openedBy == staff.login }
    return own ?? (open.count == 1 ? open.first : nil)
  }

  /// The shift that the money of an entry goes through: what takes one back may also go through the one open where it came in.
  func shift(for entry: AccountEntry) throws -> CashShift? {
    if let shift = try openShift() { return shift }
    guard entry.kind == .void, let former = try entry.voids.flatMap({ try formerShift(of: $0) })
    else { return nil }
    return try openShift(at: former.drawer)
  }

  /// The shift that an entry went through; nil where none was open.
  func formerShift(of entry: OpID) throws -> CashShift? {
    try shifts("id = (SELECT shift FROM account_entry WHERE id = ?)", [entry.rawValue]).first
  }

  func openShift(at drawer: String) throws -> CashShift? {
    try shifts("status = 'open' AND drawer = ?", [drawer]).first
  }

  fileprivate func shifts(
    _ condition: String, _ arguments: StatementArguments
  ) throws -> [CashShift] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, drawer, opened_at, opened_by, float, moved, taken, closed_at, closed_by,
            counted, explanation,
            (SELECT coalesce(sum(entry.cash), 0) FROM account_entry entry
              JOIN account_entry voided ON voided.id = entry.voids
              WHERE entry.shift = cash_shift.id AND voided.shift IS NOT entry.shift)
          FROM cash_shift WHERE \(condition)
          """),
      arguments: arguments
    ).map { row in
      let closed = (row[7] as Int64?).map { at in
        CashShift.Closing(
          at: Moment(milliseconds: at, offsetMinutes: now.offsetMinutes), by: login(row[8]),
          counted: Money(dong: row[9] ?? 0), explanation: row[10])
      }
      var shift = CashShift(
        id: EntityID(rawValue: row[0]), drawer: row[1],
        openedAt: Moment(milliseconds: row[2], offsetMinutes: now.offsetMinutes),
        openedBy: login(row[3]), float: Money(dong: row[4]), moved: Money(dong: row[5]),
        taken: Money(dong: row[6]), closed: closed)
      shift.handedBack = Money(dong: row[11])
      return shift
    }
  }

  private func login(_ actor: Int64?) -> String { login(of: actor.map { EntityID(rawValue: $0) }) }

  /// What was done in a shift, which the taking back of its opening would leave without one.
  func doings(in shift: EntityID) throws -> [OpID] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id FROM account_entry WHERE shift = ?1
          UNION ALL SELECT id FROM op WHERE entity = ?1 AND kind = \(OpKind.cashMoved.rawValue)
            AND undoes IS NULL AND NOT EXISTS (SELECT 1 FROM op undo WHERE undo.undoes = op.id)
          ORDER BY 1 DESC LIMIT 20
          """),
      arguments: [shift.rawValue]
    ).map { OpID(rawValue: $0) }
  }

  /// What stands against putting a drawer back to how it was.
  func cashConflicts(of body: OpBody, on shift: EntityID) throws -> [Refusal] {
    guard let shift = try shifts("id = ?", [shift.rawValue]).first else { return [] }
    switch body {
    case .cashMoved(let moved):
      guard shift.closed == nil else { return [.drawerNotOpen(shift.drawer)] }
      return shift.expected + moved.amount < .zero ? [.moreThanInDrawer(shift.expected)] : []
    case .cashReopened:
      return try openShift(at: shift.drawer).map {
        [.drawerOpen($0.drawer, by: $0.openedBy, since: $0.openedAt)]
      } ?? []
    default: return []
    }
  }
}

extension DeskTransaction {
  /// Does something at the drawer named, or at the one that is open to the acting staff.
  fileprivate mutating func atOpenDrawer(
    _ drawer: String?,
    _ work: (inout DeskTransaction, CashFacts, CashShift) throws -> SaveOutcome
  ) throws -> SaveOutcome {
    let shift =
      if let drawer {
        try DrawerCode.read(drawer).flatMap { try facts.openShift(at: $0) }
      } else {
        try facts.openShift()
      }
    guard let shift else { return .refused([.drawerNotOpen(drawer ?? configuration.drawer)]) }
    return try work(&self, facts.cashFacts(shift), shift)
  }
}
