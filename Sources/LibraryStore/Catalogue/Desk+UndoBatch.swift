public import LibraryCore

extension Desk {
  /// Takes back all that a batch brought: new records and copies go, replaced records get their earlier version again.
  ///
  /// What later actions stand on is kept and listed. A large batch is taken back in many transactions, so that other desks can
  /// work meanwhile; one whose taking back was stopped or broken off is taken back by asking again.
  public func undoBatch(
    _ id: EntityID, progress: (Int) -> Bool = { _ in true }
  ) throws -> BatchOutcome {
    if try batch(id)?.kind == Batch.merge {
      return try act { transaction in
        if let refused = try transaction.facts.refusal(ofUndoing: id) { return refused }
        return try MergeUndo(batch: id).takeBack(&transaction)
      }
    }
    var undo = BatchUndo(batch: id)
    while true {
      let outcome: BatchOutcome? = try act { transaction in
        if let refused = try transaction.facts.refusal(ofUndoing: id) { return refused }
        var attempt = undo
        var isDone = try attempt.takeBack(&transaction)
        let isWhole = try transaction.facts.batch(id)?.goesAsWhole ?? false
        while isWhole, !isDone { isDone = try attempt.takeBack(&transaction) }
        undo = attempt
        guard isDone else { return nil }
        let op = try transaction.append(
          .batchUndone(kept: undo.kept), on: id,
          undoing: OpHistory(db: transaction.db).closing(of: id))
        return .undone(taken: undo.taken, kept: undo.kept, op: op)
      }
      if let outcome { return outcome }
      guard progress(undo.taken) else { return .stopped(taken: undo.taken) }
      LibraryFile.letOthersWrite()
    }
  }
}

extension DeskFacts {
  fileprivate func refusal(ofUndoing id: EntityID) throws -> BatchOutcome? {
    let known = try batch(id)
    let needed = known?.permissionToUndo ?? .importRecords
    guard staff.may(needed) else { return .refused([.noPermission(needed)]) }
    guard let batch = known else { return .unknown(id.description) }
    guard batch.status == .undone else {
      let standing = try standing(on: batch)
      return standing.isEmpty ? nil : .refused([.laterActions(standing)])
    }
    let head = try OpHistory(db: db).head(of: id)
    return .refused([head.map { .alreadyUndone(by: $0) } ?? .nothingToUndo])
  }

  /// What stands against taking the batch back at all; where it need not go as a whole, what stands is kept.
  func standing(on batch: Batch) throws -> [OpID] {
    switch batch.kind {
    case Batch.copies: try standing(onCopiesOf: batch)
    case Batch.patronTable, Batch.rules: try BatchUndo(batch: batch.id).standing(self)
    default: []
    }
  }
}

extension Batch {
  /// Whether it goes as a whole or stays: the numbers of copies have no gap, and half a list of readers or rules is no list.
  fileprivate var goesAsWhole: Bool {
    [Batch.copies, Batch.patronTable, Batch.rules].contains(kind)
  }
}
