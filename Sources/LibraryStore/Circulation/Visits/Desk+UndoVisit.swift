import GRDB
public import LibraryCore

extension Desk {
  /// Takes back, newest first, what was done with the holder of `card` in a visit or since a moment, as new ops of one transaction.
  ///
  /// Where one action cannot be taken back none is, unless `partly` leaves those that cannot. The making of the reader's file stays:
  /// who was enrolled on this visit is a reader still. A dry run only reads, so that no other desk waits for it.
  public func undo(
    _ span: UndoSpan, of card: String, partly: Bool = false, dryRun: Bool = false
  ) throws -> VisitUndoOutcome {
    if dryRun {
      return try consider { facts in
        var preview = UndoPreview(facts: facts)
        return try facts.undo(span, of: card, partly: partly) { try preview.takeBack($0) }.unwritten
      }
    }
    do {
      return try act { transaction in
        let outcome = try transaction.facts.undo(span, of: card, partly: partly) {
          try transaction.undo($0.id)
        }
        guard case .undone = outcome else { throw Blocked(outcome: outcome) }
        return outcome
      }
    } catch let blocked as Blocked {
      return blocked.outcome.unwritten
    }
  }
}

/// What was taken back before something that cannot be, which is rolled back.
private struct Blocked: Error {
  var outcome: VisitUndoOutcome
}

/// Takes actions back in the mind only, the newest first: what went before stands in nobody's way.
private struct UndoPreview {
  let facts: DeskFacts
  private var gone: Set<OpID> = []

  init(facts: DeskFacts) { self.facts = facts }

  /// What `undo` would answer, but for the op that it would write.
  mutating func takeBack(_ op: Op) throws -> UndoOutcome {
    let reasons = try facts.undoing(of: op, without: gone).reasons
    guard reasons.isEmpty else { return .refused(reasons) }
    gone.insert(op.id)
    gone.formUnion(try facts.everythingBrought(by: op).map(\.id))
    return .undone(op.id, op: op.id)
  }
}

extension VisitUndoOutcome {
  /// The same before anything was written.
  var unwritten: VisitUndoOutcome {
    switch self {
    case .undone(let undo): .undone(undo.unwritten)
    case .refused(let undo): .refused(undo.unwritten)
    case .nothing, .unknownPatron: self
    }
  }
}

extension DeskFacts {
  /// The shared course of it; `takeBack` takes one action back, or only says whether it could be.
  fileprivate func undo(
    _ span: UndoSpan, of card: String, partly: Bool, takeBack: (Op) throws -> UndoOutcome
  ) throws -> VisitUndoOutcome {
    guard let patron = try CardNumber(card).flatMap({ try self.patron($0) })?.patron else {
      return .unknownPatron(card)
    }
    var undo = VisitUndo(patron: PatronLine(patron), lines: [])
    for (op, whole) in try doings(of: patron.id, in: span) {
      var line = VisitUndo.Line(try logEntry(op))
      if let whole {
        line.reasons = [.partOfLargerAction(whole)]
      } else {
        switch try takeBack(op) {
        case .undone(_, let undone): line.undone = undone
        case .refused(let reasons): line.reasons = reasons
        case .unknownOp(let op): preconditionFailure("the log has no action \(op) that it listed")
        }
      }
      undo.lines.append(line)
    }
    if undo.lines.isEmpty { return .nothing(undo.patron) }
    let isWhole = undo.blocked.isEmpty
    return isWhole || (partly && undo.blocked.count < undo.lines.count)
      ? .undone(undo) : .refused(undo)
  }
}

extension DeskFacts {
  /// The reader's actions of the span that stand, the newest first; each with the larger action it came with, which is about
  /// others as well and goes only as a whole.
  func doings(
    of patron: EntityID, in span: UndoSpan
  ) throws -> [(op: Op, whole: OpID?)] {
    let start: Moment
    switch span {
    case .visit: start = Moment(startOf: today, offsetMinutes: now.offsetMinutes)
    case .since(let moment): start = moment
    }
    var ops = try standing(of: patron, from: start.milliseconds)
    if span == .visit {
      ops = ops.filter { $0.op.actor == staff.id }
      let lent = try ops.first.flatMap { try lentToOther(than: patron, before: $0.op.wall, start) }
      let visit = Set(ReaderVisit.last(ops.map(\.op), lentToOther: lent).map(\.id))
      ops = ops.filter { visit.contains($0.op.id) }
    }
    return ops
  }

  /// What was done with the reader from that wall time on and makes a difference to how things stood then.
  private func standing(of patron: EntityID, from start: Int64) throws -> [(op: Op, whole: OpID?)] {
    let history = OpHistory(db: db)
    let ops = try Row.fetchAll(
      db.cachedStatement(sql: DeskFacts.readerOps),
      arguments: ["patron": patron.rawValue, "start": start]
    ).map { try OpReading.op($0) }
    var seen: Set<OpID> = []
    return try ops.filter { $0.writtenAt >= start }.compactMap { op in
      guard try OpReading.undo(of: op.id, in: db) == nil, try isOf(patron, op),
        try changesSince(start, op)
      else { return nil }
      let (root, whole) = try cause(of: op)
      guard seen.insert(whole ?? root.id).inserted else { return nil }
      let isEnrolment = try root.entity == patron && history.isCreation(root)
      return isEnrolment ? nil : (root, whole)
    }
  }

  /// Whether an op on a copy is about a loan of this reader.
  private func isOf(_ patron: EntityID, _ op: Op) throws -> Bool {
    guard op.entity != patron, let party = try loanParty(op.body) else { return true }
    return party.id == patron
  }

  /// Whether of an action, its taking back, the doing again and so on an odd number lies in the span, so that the last one has to be
  /// taken back for things to stand as they did.
  private func changesSince(_ start: Int64, _ op: Op) throws -> Bool {
    var (changes, current) = (false, Op?.some(op))
    while let step = current, step.writtenAt >= start {
      changes.toggle()
      current = try step.undoes.flatMap { try OpReading.op($0, in: db) }
    }
    return changes
  }

  /// The action that brought an op with it, or the op itself; and its name as a whole where it is about more than one reader.
  private func cause(of op: Op) throws -> (root: Op, whole: OpID?) {
    // That one reader of many was reminded is about this one alone.
    if case .reminderSent = op.body { return (op, nil) }
    if case .reminderVoided = op.body { return (op, nil) }
    let action = try action(of: op)
    return action.entity == Desk.house ? (op, action.id) : (action, nil)
  }

  /// When the acting staff last lent to somebody else that day before `wall`.
  private func lentToOther(
    than patron: EntityID, before wall: Int64, _ start: Moment
  ) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT op.wall FROM op JOIN loan ON loan.id = op.id
          WHERE \(OpHistory.loanKinds) AND op.kind = \(OpKind.loanOpened.rawValue)
            AND op.wall >= ? AND op.wall < ? AND op.actor = ? AND loan.patron <> ?
          ORDER BY op.wall DESC LIMIT 1
          """),
      arguments: [start.milliseconds, wall, staff.id.rawValue, patron.rawValue])
  }

  /// The ops on the reader, on the remarks and holds, on the copies while they were lent, and what took one of those back, from a
  /// wall time on; each part by its own index.
  private static let readerOps = """
    WITH RECURSIVE lent (id, item, closed_by) AS (
      SELECT id, item, coalesce(closed_by, 9223372036854775807) FROM loan WHERE patron = :patron
    ), done (id) AS (
      SELECT id FROM op WHERE entity = :patron
      UNION SELECT id FROM lent
      UNION SELECT op.id FROM lent JOIN op ON op.entity = lent.item
        AND op.id > lent.id AND op.id <= lent.closed_by AND op.kind IN (\(OpHistory.kindsWhileLent))
      UNION SELECT op.id FROM (SELECT id FROM hold WHERE patron = :patron) AS held
        JOIN op ON op.entity = held.id
      UNION SELECT op.id FROM (
        SELECT id FROM remark WHERE patron = :patron AND removed IS NULL) AS remarked
        JOIN op ON op.entity = remarked.id
      UNION SELECT op.id FROM (SELECT id FROM box WHERE patron = :patron) AS boxed
        JOIN op ON op.entity = boxed.id
      UNION SELECT op.id FROM done JOIN op ON op.undoes = done.id
    )
    SELECT \(OpReading.columns) FROM op WHERE id IN (SELECT id FROM done) AND wall >= :start
    ORDER BY wall DESC, id DESC
    """
}
