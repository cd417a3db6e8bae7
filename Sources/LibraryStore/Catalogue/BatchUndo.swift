import GRDB
import LibraryCore

/// Takes the ops of a batch back, the newest first, some at a time.
struct BatchUndo {
  private static let opsMaximum = 200
  private static let standingMaximum = 20

  let batch: EntityID
  /// Ops from here on are behind; nil before the first part.
  private(set) var before: OpID?
  private(set) var taken = 0
  private(set) var kept: [EntityID] = []

  init(batch: EntityID) { self.batch = batch }

  /// Takes the next part back; true when nothing is left.
  mutating func takeBack(_ transaction: inout DeskTransaction) throws -> Bool {
    let ops = try part(transaction.db)
    for op in ops where op.body.batch == batch {
      try takeBack(op, &transaction)
    }
    before = ops.last?.id
    return ops.count < BatchUndo.opsMaximum
  }

  /// What later actions stand on what the batch brought, no more than a refusal names.
  func standing(_ facts: DeskFacts) throws -> [OpID] {
    let history = OpHistory(db: facts.db)
    var walk = BatchUndo(batch: batch)
    var standing: [OpID] = []
    while standing.count < BatchUndo.standingMaximum {
      let ops = try walk.part(facts.db)
      for op in ops where op.body.batch == batch {
        guard try OpReading.undo(of: op.id, in: facts.db) == nil else { continue }
        standing +=
          try history.isCreation(op) ? facts.undoFacts(op).standing : history.standing(on: op)
      }
      guard ops.count == BatchUndo.opsMaximum else { break }
      walk.before = ops.last?.id
    }
    return Array(standing.sorted(by: >).prefix(BatchUndo.standingMaximum))
  }

  private mutating func takeBack(_ op: Op, _ transaction: inout DeskTransaction) throws {
    guard try OpReading.undo(of: op.id, in: transaction.db) == nil else { return }
    let history = OpHistory(db: transaction.db)
    var isKept = try !history.standing(on: op).isEmpty
    if !isKept, case .recordSaved = op.body, try history.isCreation(op) {
      isKept = try transaction.facts.itemsKeeping(op.entity) > 0
    }
    guard !isKept, let inverse = try history.inverse(of: op) else {
      if !kept.contains(op.entity) { kept.append(op.entity) }
      return
    }
    try transaction.append(inverse, on: op.entity, undoing: op.id)
    taken += 1
  }

  /// The next ops that may be the batch's, between its first op and its last.
  private func part(_ db: Database) throws -> [Op] {
    let first = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM op WHERE entity = ? ORDER BY id"),
      arguments: [batch.rawValue])
    guard let first else { return [] }
    let end = try OpHistory(db: db).closing(of: batch)?.rawValue ?? Int64.max
    return try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(OpReading.columns) FROM op
          WHERE id > ? AND id < ? AND kind IN (?, ?, ?, ?, ?, ?) ORDER BY id DESC LIMIT ?
          """),
      arguments: [
        first, before?.rawValue ?? end, Int(OpKind.recordSaved.rawValue),
        Int(OpKind.itemSaved.rawValue), Int(OpKind.authoritySaved.rawValue),
        Int(OpKind.authorityStatusSet.rawValue), Int(OpKind.patronSaved.rawValue),
        Int(OpKind.ruleSaved.rawValue), BatchUndo.opsMaximum,
      ]
    ).map { try OpReading.op($0) }
  }
}

extension OpBody {
  /// The batch that brought what this op saved.
  fileprivate var batch: EntityID? {
    switch self {
    case .recordSaved(let saved), .authoritySaved(let saved): saved.batch
    case .authorityStatusSet(let set): set.batch
    case .itemSaved(let changes): changes.batch(ItemField.batch)
    case .patronSaved(let changes): changes.batch(PatronField.batch)
    case .ruleSaved(let changes): changes.batch(RuleField.batch)
    default: nil
    }
  }
}

extension [FieldChange] {
  fileprivate func batch(_ field: some EntityField) -> EntityID? {
    first { $0.number == field.rawValue }?.value.flatMap { Int64($0) }
      .map { EntityID(rawValue: $0) }
  }
}
