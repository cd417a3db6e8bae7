import GRDB
public import LibraryCore

extension Desk {
  /// What taking back would take back, and what stands against it; nothing is written.
  public func prospect(of choice: UndoChoice) throws -> UndoProspect {
    try consider { facts in
      let target: Op?
      switch choice {
      case .last: target = try facts.target(nil)
      case .op(let id):
        target = try facts.target(id)
        if target == nil { return .unknownOp(id) }
      case .account(let card):
        guard let patron = try CardNumber(card).flatMap({ try facts.patron($0) }) else {
          return .unknownPatron(card)
        }
        target = try facts.lastEntry(of: patron.patron.id)
      case .drawer(let code):
        guard let shift = try DrawerCode.read(code).flatMap({ try facts.lastShift(at: $0) }) else {
          return .unknownDrawer(code)
        }
        target = try facts.lastDoing(in: shift)
      case .shift(let shift): target = try facts.lastDoing(in: shift)
      }
      guard let target else { return .nothing }
      // What closed an import goes as a batch, which has its own say.
      let reasons =
        if case .batchClosed = target.body {
          try facts.undoFacts(target).refusals
        } else {
          try facts.undoing(of: target).reasons
        }
      return .action(try facts.logEntry(target), reasons: reasons)
    }
  }
}

extension DeskFacts {
  /// The last entry of an account that is an action of its own and stands: what came with a return or a loss goes with that, and
  /// what was only taken back is none, but for a void with its reason.
  fileprivate func lastEntry(of patron: EntityID) throws -> Op? {
    let entries = try Int64.fetchCursor(
      db.cachedStatement(
        sql: "SELECT id FROM account_entry WHERE patron = ? AND voided_by IS NULL ORDER BY id DESC"),
      arguments: [patron.rawValue])
    while let id = try entries.next() {
      guard let op = try OpReading.op(OpID(rawValue: id), in: db), op.body.cause == nil,
        let entry = op.body.accountEntry, entry.kind != .void || entry.note != nil,
        try OpReading.undo(of: op.id, in: db) == nil
      else { continue }
      return op
    }
    return nil
  }

  /// The shift that is open at a drawer, or was last.
  fileprivate func lastShift(at drawer: String) throws -> EntityID? {
    try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT id FROM cash_shift WHERE drawer = ? AND status <> 'void'
          ORDER BY opened_at DESC, id DESC LIMIT 1
          """),
      arguments: [drawer]
    ).map { EntityID(rawValue: $0) }
  }

  /// The last thing done with a shift that stands.
  fileprivate func lastDoing(in shift: EntityID) throws -> Op? {
    let history = OpHistory(db: db)
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT \(OpReading.columns) FROM op
          WHERE entity = ? AND NOT EXISTS (SELECT 1 FROM op undo WHERE undo.undoes = op.id)
          ORDER BY id DESC
          """),
      arguments: [shift.rawValue])
    while let row = try rows.next() {
      let op = try OpReading.op(row)
      if try history.isDoing(op) { return op }
    }
    return nil
  }
}
