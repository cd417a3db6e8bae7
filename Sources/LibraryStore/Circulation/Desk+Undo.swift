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
    guard let target = try facts.target(id) else {
      return id.map { .unknownOp($0) } ?? .refused([.nothingToUndo])
    }
    let plan = try facts.undoing(of: target)
    guard plan.reasons.isEmpty, let inverse = plan.inverse else { return .refused(plan.reasons) }
    let brought = try OpHistory(db: db).caused(by: target.id)
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
    guard let target = try target(id), case .batchClosed = target.body,
      try undoFacts(target).refusals.isEmpty
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
      facts.copies = try copies(besidesThoseOf: op)
      facts.standing = try placings(onTitle: op.entity)
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

  /// The copies of a title but for the one that it was made up for at the counter, which goes with it.
  private func copies(besidesThoseOf op: Op) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT count(*) FROM item WHERE record = ? AND status <> 'removed' AND id NOT IN (
            SELECT op.entity FROM caused JOIN op ON op.id = caused.op WHERE caused.cause = ?)
          """),
      arguments: [op.entity.rawValue, op.id.rawValue]) ?? 0
  }

  /// The holds that wait for a title, by the ops that placed them.
  private func placings(onTitle record: EntityID) throws -> [OpID] {
    try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT hold FROM hold_title WHERE record = ? LIMIT 20"),
      arguments: [record.rawValue]
    ).compactMap { try OpHistory(db: db).head(of: EntityID(rawValue: $0)) }
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
