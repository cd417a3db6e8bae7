import GRDB
public import LibraryCore

extension Desk {
  /// Takes an action back by a new op that names it; without a name, the acting staff's last action that still stands.
  ///
  /// Taking back a taking back does the thing again. What later actions stand on is refused with their names.
  public func undo(_ id: OpID? = nil) throws -> UndoOutcome {
    if let closing = try consider({ try $0.closingOfBatch(id) }) {
      return UndoOutcome(try undoBatch(closing.entity), of: closing.id)
    }
    return try act { try $0.undo(id) }
  }

  /// Takes several actions back together, the newest first, each with its own outcome: a whole visit, say.
  public func undo(all ops: [OpID]) throws -> [UndoOutcome] {
    try act { transaction in
      try ops.sorted(by: >).map { try transaction.undo($0) }
    }
  }
}

extension DeskTransaction {
  /// Takes one op back, with all that it brought.
  mutating func undo(_ id: OpID?) throws -> UndoOutcome {
    let history = OpHistory(db: db)
    guard let target = try history.target(id, of: staff.id) else {
      return id.map { .unknownOp($0) } ?? .refused([.nothingToUndo])
    }
    let plan = try facts.undoing(of: target)
    guard plan.reasons.isEmpty, let inverse = plan.inverse else { return .refused(plan.reasons) }
    let brought = try history.caused(by: target.id)
    let body = try booked(inverse)
    let undone = try append(body, on: target.entity, undoing: target.id)
    for op in brought { try takeBack(op, with: undone) }
    return .undone(target.id, op: undone)
  }

  /// Takes back what an action brought, and in turn what that brought, together with the action.
  fileprivate mutating func takeBack(_ op: Op, with undone: OpID) throws {
    let history = OpHistory(db: db)
    let brought = try history.caused(by: op.id)
    guard let inverse = try history.inverse(of: op) else { return }
    let body = try booked(inverse).caused(by: undone)
    let taken = try append(body, on: op.entity, undoing: op.id)
    for op in brought { try takeBack(op, with: taken) }
  }
}

extension DeskFacts {
  /// The op that would take `target` back with all that it brought, and everything that stands against that; `gone` is thought of
  /// as taken back already.
  func undoing(
    of target: Op, without gone: Set<OpID> = []
  ) throws -> (inverse: OpBody?, reasons: [Refusal]) {
    let history = OpHistory(db: db)
    let brought = try history.caused(by: target.id)
    let reasons = try ([target] + brought).flatMap { try undoFacts($0).refusals }
      .compactMap { $0.without(gone) }
    guard reasons.isEmpty else { return (nil, reasons) }
    // The due dates that moved with a closing go back with it, and never by themselves.
    if case .loansRedated(let redated) = target.body, let cause = redated.cause {
      return (nil, [.partOfLargerAction(cause)])
    }
    // A charge that went with its loss comes back with it alone.
    if let entry = target.body.accountEntry, entry.kind == .void, let cause = entry.cause {
      return (nil, [.partOfLargerAction(cause)])
    }
    guard let inverse = try history.inverse(of: target) else {
      return (nil, [.notUndoable(kind: target.body.kind)])
    }
    // Money that came along has an account of its own to answer to.
    let money = try brought.filter { $0.body.accountEntry != nil }.flatMap { op in
      try history.inverse(of: op).map { try self.conflicts(of: $0, on: op.entity) } ?? []
    }
    let conflicts = try self.conflicts(of: inverse, on: target.entity) + money
    return (inverse, conflicts.compactMap { $0.without(gone) })
  }
}

extension Refusal {
  /// The same where these actions are taken back already; nil where nothing of it is left.
  fileprivate func without(_ gone: Set<OpID>) -> Refusal? {
    guard case .laterActions(let ops) = self, !gone.isEmpty else { return self }
    let left = ops.filter { !gone.contains($0) }
    return left.isEmpty ? nil : .laterActions(left)
  }
}

extension OpHistory {
  /// The op of that name, or without a name what `actor` did last.
  fileprivate func target(_ id: OpID?, of actor: EntityID) throws -> Op? {
    try id.map { try OpReading.op($0, in: db) } ?? lastDoing(of: actor)
  }
}

extension UndoOutcome {
  fileprivate init(_ outcome: BatchOutcome, of closing: OpID) {
    switch outcome {
    case .undone(_, _, let op): self = .undone(closing, op: op)
    case .refused(let reasons): self = .refused(reasons)
    case .stopped, .closed, .unknown: self = .unknownOp(closing)
    }
  }
}

extension DeskFacts {
  /// The op to take back, if it closed an import and nothing stands against taking that back: an import goes as a whole, in
  /// transactions of its own.
  fileprivate func closingOfBatch(_ id: OpID?) throws -> Op? {
    guard let target = try OpHistory(db: db).target(id, of: staff.id),
      case .batchClosed = target.body, try undoFacts(target).refusals.isEmpty
    else { return nil }
    return target
  }

  func undoFacts(_ op: Op) throws -> UndoFacts {
    let history = OpHistory(db: db)
    var facts = UndoFacts(op: op, undoneBy: try OpReading.undo(of: op.id, in: db), staff: staff)
    guard facts.undoneBy == nil else { return facts }
    switch op.body {
    case .itemSeen, .sightingVoided:
      facts.isStocktakeClosed = try isStocktakeClosed(op.entity)
      facts.standing = try laterSighting(than: op)
      return facts
    case .recordSaved where try history.isCreation(op):
      facts.copies = try count(
        "SELECT count(*) FROM item WHERE record = ? AND status <> 'removed'", op)
    case .batchClosed:
      guard let batch = try batch(op.entity) else { break }
      facts.batchNeeds = batch.permissionToUndo
      facts.standing = try standing(on: batch)
    case .itemSaved where try history.isCreation(op):
      facts.standing = try standing(onNumberOf: op.entity)
    case .patronSaved where try history.isCreation(op):
      facts.standing = try loans(of: op.entity) + placings(for: op.entity)
    case .boxSent: facts.standing = try counts(of: op.entity)
    case .cashOpened: facts.standing = try doings(in: op.entity)
    default: break
    }
    facts.standing += try history.standing(on: op)
    return facts
  }

  private func count(_ sql: String, _ op: Op) throws -> Int {
    try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [op.entity.rawValue]) ?? 0
  }

  private func isStocktakeClosed(_ stocktake: EntityID) throws -> Bool {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT closed_at FROM stocktake WHERE id = ?"),
      arguments: [stocktake.rawValue]) != nil
  }

  /// A new sighting of the copy whose earlier one was taken back.
  private func laterSighting(than op: Op) throws -> [OpID] {
    guard case .sightingVoided(let sighting) = op.body else { return [] }
    return try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT later.id FROM sighting JOIN sighting later USING (stocktake, barcode)
          WHERE sighting.id = ? AND later.status = 'seen'
          """),
      arguments: [sighting.rawValue]
    ).map { OpID(rawValue: $0) }
  }

  /// The loans of a patron that would lose their borrower, the newest first and no more than a screen shows.
  private func loans(of patron: EntityID) throws -> [OpID] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id FROM loan WHERE patron = ? AND status <> 'void' ORDER BY id DESC LIMIT 20
          """),
      arguments: [patron.rawValue]
    ).map { OpID(rawValue: $0) }
  }

  /// The uses that were reported of a box, which would lose it.
  private func counts(of box: EntityID) throws -> [OpID] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id FROM tally WHERE box = ? AND status = 'counted' ORDER BY id DESC LIMIT 20
          """),
      arguments: [box.rawValue]
    ).map { OpID(rawValue: $0) }
  }

  /// The open holds of a patron, by the ops that placed them.
  private func placings(for patron: EntityID) throws -> [OpID] {
    try openHolds(of: patron).compactMap { try OpHistory(db: db).head(of: $0.id) }
  }
}
