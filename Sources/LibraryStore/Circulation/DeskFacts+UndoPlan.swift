import GRDB
import LibraryCore

/// What goes back together, and what stands against it.
extension DeskFacts {
  /// The action of that name, or without a name what the acting staff did last; as a whole, where it is part of one.
  func target(_ id: OpID?) throws -> Op? {
    if let id { return try OpReading.op(id, in: db).map { try whole($0) } }
    return try OpHistory(db: db).lastDoing(of: staff.id).map { try action(of: $0) }
  }

  /// The op that would take `target` back with all that it brought, and everything that stands against that; `gone` is thought of
  /// as taken back already.
  func undoing(
    of target: Op, without gone: Set<OpID> = []
  ) throws -> (inverse: OpBody?, reasons: [Refusal]) {
    let history = OpHistory(db: db)
    let brought = try everythingBrought(by: target)
    // What goes along stands in nobody's way.
    let going = gone.union(([target] + brought).map(\.id))
    let reasons = try ([target] + brought).flatMap { try undoFacts($0).refusals }.without(going)
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
    let along = try brought.compactMap { op in
      try history.inverse(of: op).map { (body: $0, entity: op.entity) }
    }
    let conflicts =
      try self.conflicts(of: inverse, on: target.entity)
      + along.flatMap { try self.conflicts(ofBrought: $0.body, on: $0.entity) }
      + guardianConflicts([(inverse, target.entity)] + along.map { ($0.body, $0.entity) })
    return (inverse, conflicts.without(going))
  }

  /// What an action brought, and what that brought in turn, as far as it stands.
  func everythingBrought(by op: Op) throws -> [Op] {
    try OpHistory(db: db).caused(by: op.id).flatMap { try [$0] + everythingBrought(by: $0) }
  }

  /// The action that brought an op with it, or the op itself; what was added in haste and worked on since is no action any more.
  func action(of op: Op) throws -> Op {
    let root = try root(of: op)
    return root.isOfTitle ? try whole(op) : root
  }

  private func root(of op: Op) throws -> Op {
    var root = op
    while let cause = try root.body.cause.flatMap({ try OpReading.op($0, in: db) }) { root = cause }
    return root
  }

  /// The action that is taken back where `op` is asked for.
  ///
  /// A copy that was added in haste goes with its makeshift title and its loan, whichever of the three is named: nobody wanted one
  /// of them for itself. Once the title was catalogued or the copy described, each goes alone.
  func whole(_ op: Op) throws -> Op {
    let root = try root(of: op)
    return try root.isOfTitle && isMakeshift(root) ? root : op
  }

  /// Money, loans and copies that came along have something of their own to answer to.
  private func conflicts(ofBrought body: OpBody, on entity: EntityID) throws -> [Refusal] {
    switch body {
    case .loanOpened, .itemSaved: try conflicts(of: body, on: entity)
    default: body.accountEntry == nil ? [] : try conflicts(of: body, on: entity)
    }
  }

  /// Whether title and copy are still as they were made up at the counter.
  private func isMakeshift(_ root: Op) throws -> Bool {
    guard try !isSavedSince(root, .recordSaved) else { return false }
    return try OpHistory(db: db).caused(by: root.id).allSatisfy {
      try !isSavedSince($0, .itemSaved)
    }
  }

  private func isSavedSince(_ op: Op, _ kind: OpKind) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM op WHERE entity = ? AND id > ? AND kind = ? AND undoes IS NULL
            AND NOT EXISTS (SELECT 1 FROM op undo WHERE undo.undoes = op.id))
          """),
      arguments: [op.entity.rawValue, op.id.rawValue, Int(kind.rawValue)]) ?? false
  }
}

extension DeskFacts {
  /// The op that added the copy in haste, which its loan goes with: the same person lends it on the same visit, and nothing was
  /// done with copy or title in between.
  func fastAdding(of item: Item) throws -> OpID? {
    // Whatever has a place on the shelves was catalogued.
    guard item.callNumber == nil, item.location == nil else { return nil }
    let history = OpHistory(db: db)
    guard let last = try OpReading.history(of: item.id, limit: 1, in: db).first, last.undoes == nil,
      last.actor == staff.id, !ReaderVisit.isPause(from: last.moment, to: wall),
      case .itemSaved = last.body, let cause = last.body.cause, try history.isCreation(last),
      let title = try OpReading.op(cause, in: db), try history.head(of: title.entity) == title.id
    else { return nil }
    return last.id
  }

  /// The copy a title was made up for, and who got it, where `op` made the title or took it back.
  func fastAdd(_ op: Op) throws -> FastAdd? {
    guard op.isOfTitle, let copy = try broughtEver(by: op.id).first,
      let line = try itemLine(copy.entity)
    else { return nil }
    let loan = try broughtEver(by: copy.id).first { try loanParty($0.body) != nil }
    return FastAdd(copy: line, lentTo: try loan.flatMap { try loanParty($0.body) })
  }

  /// What an action brought, also where it was taken back since.
  private func broughtEver(by op: OpID) throws -> [Op] {
    try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT op FROM caused WHERE cause = ? ORDER BY op"),
      arguments: [op.rawValue]
    ).compactMap { try OpReading.op(OpID(rawValue: $0), in: db) }
  }
}

extension Op {
  /// Whether it makes a title, removes one or puts it back; of those only a title made up at the counter brings anything.
  fileprivate var isOfTitle: Bool {
    switch body {
    case .recordSaved, .recordStatusSet: true
    default: false
    }
  }
}

extension [Refusal] {
  /// The same where these actions are taken back too: each reason once, the later actions as one list.
  fileprivate func without(_ gone: Set<OpID>) -> [Refusal] {
    var reasons: [Refusal] = []
    var later: Set<OpID> = []
    for reason in self {
      if case .laterActions(let ops) = reason {
        later.formUnion(ops.filter { !gone.contains($0) })
      } else if !reasons.contains(reason) {
        reasons.append(reason)
      }
    }
    return later.isEmpty ? reasons : reasons + [.laterActions(later.sorted(by: >))]
  }
}
