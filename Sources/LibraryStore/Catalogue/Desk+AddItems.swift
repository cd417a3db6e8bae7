import GRDB
public import LibraryCore

extension Desk {
  /// No more copies are added at once.
  public static let copiesMaximum = 999

  /// Adds copies that are alike but for their running numbers, all or none.
  ///
  /// Numbers among them that are readers' cards are all told, and given once that is meant: a register has no gap, so none is
  /// passed over.
  /// They are one batch: one undo takes all of them back, while their numbers are the last of their series and nothing has
  /// happened to them since.
  public func addItems(_ draft: ItemDraft, count: Int) throws -> CopiesOutcome {
    guard (1...Desk.copiesMaximum).contains(count) else {
      return .refused([.invalidValue(field: "count", typed: String(count))])
    }
    guard draft.barcode == nil else {
      return .refused([.invalidValue(field: "barcode", typed: draft.barcode ?? "")])
    }
    return try act { transaction in
      if let refused = try transaction.refusal(ofAdding: draft) { return refused }
      let shared = try transaction.cardsAmong(draft, count: count)
      guard shared.isEmpty else { return .refused(shared) }
      let batch = transaction.journal.newEntity()
      let prefix = transaction.configuration.copySeries(draft.series)?.prefix ?? ""
      try transaction.append(.batchOpened(kind: Batch.copies, source: prefix), on: batch)
      var barcodes: [String] = []
      for _ in 0..<count {
        var copy = draft
        copy.barcode = try transaction.configuration.copySeries(draft.series)?.next(transaction.db)
        guard case .saved = try transaction.addItem(copy, batch: batch) else {
          preconditionFailure("a copy is added as the one before it was")
        }
        barcodes.append(copy.barcode ?? "")
      }
      let op = try transaction.append(.batchClosed(BatchCounts(items: count)), on: batch)
      return .added(batch: batch, op: op, barcodes: barcodes)
    }
  }
}

extension DeskTransaction {
  /// What speaks against adding copies as they were typed, found before anything is written.
  fileprivate func refusal(ofAdding draft: ItemDraft) throws -> CopiesOutcome? {
    guard staff.may(.editItem) else { return .refused([.noPermission(.editItem)]) }
    guard try RecordRow.fetch(draft.record, db)?.status == .active else {
      return .unknown(draft.record.description)
    }
    guard configuration.copySeries(draft.series) != nil else {
      return .refused([.invalidValue(field: "series", typed: draft.series ?? "")])
    }
    if case .failure(let refusals) = try facts.itemChanges(draft.fields, of: nil) {
      return .refused(refusals.reasons)
    }
    return nil
  }
}

extension DeskTransaction {
  /// The numbers the copies would get that are cards, unless that is meant.
  fileprivate func cardsAmong(_ draft: ItemDraft, count: Int) throws -> [Refusal] {
    guard !sharesNumbers, let series = configuration.copySeries(draft.series) else { return [] }
    var number = try series.next(db)
    var shared: [Refusal] = []
    for _ in 0..<count {
      shared += try Barcode(number).map { try facts.sharing($0) } ?? []
      number = series.following(number)
    }
    return shared
  }
}

extension DeskFacts {
  /// What stands on the copies of a batch: later actions on them, and later numbers of their series, the newest first.
  func standing(onCopiesOf batch: Batch) throws -> [OpID] {
    let history = OpHistory(db: db)
    let made = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(OpReading.columns) FROM op WHERE id IN (
            SELECT min(op.id) FROM item JOIN op ON op.entity = item.id
            WHERE item.batch = ? GROUP BY item.id)
          """),
      arguments: [batch.id.rawValue]
    ).map { try OpReading.op($0) }
    var standing: [OpID] = []
    for op in made { standing += try history.standing(on: op) }
    return (standing + (try laterNumbers(of: batch))).sorted(by: >)
  }

  /// The ops that gave later numbers of a declared series than the copy has, the newest first.
  ///
  /// The accession register has one line for each number and none missing, so a copy in the middle is withdrawn, not taken back;
  /// labels outside the declared series are no numbers of a register.
  func standing(onNumberOf item: EntityID) throws -> [OpID] {
    let text = try String.fetchOne(
      db.cachedStatement(sql: "SELECT barcode FROM item WHERE id = ?"), arguments: [item.rawValue])
    guard let barcode = text.flatMap({ Barcode($0) }),
      let series = configuration.accessionSeries.first(where: { $0.holds(barcode) })
    else { return [] }
    return try laterNumbers(than: barcode.text, prefix: series.prefix, besides: nil)
  }

  /// The ops that gave later numbers of the batch's series.
  private func laterNumbers(of batch: Batch) throws -> [OpID] {
    let last = try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT barcode FROM item WHERE batch = ? AND status <> 'removed'
          ORDER BY length(barcode) DESC, barcode DESC LIMIT 1
          """),
      arguments: [batch.id.rawValue])
    return try last.map { try laterNumbers(than: $0, prefix: batch.source, besides: batch.id) }
      ?? []
  }

  private func laterNumbers(
    than barcode: String, prefix: String, besides batch: EntityID?
  ) throws -> [OpID] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT (SELECT min(id) FROM op WHERE entity = item.id) FROM item
          WHERE rtrim(item.barcode, '0123456789') COLLATE NOCASE = :prefix
            AND item.status <> 'removed' AND item.barcode GLOB '*[0-9]'
            AND (:batch IS NULL OR item.batch IS NOT :batch)
            AND (length(item.barcode), item.barcode) > (length(:last), :last)
          ORDER BY item.id DESC LIMIT 20
          """),
      arguments: ["batch": batch?.rawValue, "prefix": prefix, "last": barcode]
    ).map { OpID(rawValue: $0) }
  }
}
