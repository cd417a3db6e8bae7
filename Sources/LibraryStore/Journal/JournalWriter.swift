import Foundation
import GRDB
import LibraryCore

/// Appends ops within one write transaction and folds each into the tables at once.
///
/// `finish` writes the origin's counters back; without it nothing of the transaction may be committed, so only
/// `LibraryFile.record` makes one.
struct JournalWriter {
  let db: Database
  private let identity: OriginIdentity
  private let originID: Int64
  private var lastSequence: Int64
  private let sequenceBefore: Int64
  private var lastCounter: Int64
  /// The latest wall time in the whole file, so that wall time gives the order of its ops across origins.
  private var lastWall: Int64
  private var chain: [UInt8]
  private var isChanged = false
  /// Whether the clock was looked at.
  private var isBelieved = false
  private let headings = HeadingTally()

  /// How far the order of ops may run ahead of the clock without a word: many ops in one millisecond, a clock put back by seconds.
  private static let millisecondsAhead: Int64 = 60_000

  init(db: Database, identity: OriginIdentity) throws {
    self.db = db
    self.identity = identity
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT id, last_sequence, last_counter, (SELECT max(last_wall) FROM origin), chain
          FROM origin WHERE idx = ?
          """),
      arguments: [identity.index])
    guard let row else { preconditionFailure("an open library has its origin's row") }
    originID = row[0]
    (lastSequence, lastCounter, lastWall) = (row[1], row[2], row[3])
    sequenceBefore = lastSequence
    chain = try row.withUnsafeData(atIndex: 4) { Array($0 ?? .init()) }
  }

  /// A name for a thing that is about to be made.
  mutating func newEntity() -> EntityID {
    lastCounter += 1
    isChanged = true
    return EntityID(originIndex: identity.index, counter: lastCounter)
  }

  /// Reserves the numbers of so many ops at once, because each block that is reserved waits for the disk.
  func expect(_ ops: Int) throws { try identity.reserve(lastSequence + Int64(ops)) }

  /// Writes one op and folds it; the answer is the op's name.
  ///
  /// `entry` is what the bytes of a record say, where it was worked out before.
  @discardableResult
  mutating func append(
    _ body: OpBody, on entity: EntityID, by actor: EntityID?, at now: Moment, undoing: OpID? = nil,
    entry: CatalogueEntry? = nil
  ) throws -> OpID {
    try believe(now, for: body)
    lastSequence += 1
    lastWall = max(lastWall + 1, now.milliseconds)
    let isAhead = lastWall - now.milliseconds > JournalWriter.millisecondsAhead
    isChanged = true
    try identity.reserve(lastSequence)
    let op = Op(
      id: OpID(originIndex: identity.index, sequence: lastSequence), wall: lastWall,
      clock: isAhead ? now.milliseconds : nil, clockQuality: .setByStaff, actor: actor,
      entity: entity, undoes: undoing,
      parents: try parents(of: entity), body: body)
    let bytes = body.bytes
    chain = OpChain.next(after: chain, op: op, origin: originID, body: bytes)
    try insert(op, body: bytes)
    try Fold.apply(op, to: db, headings, entry: entry)
    return op.id
  }

  /// Stops before anything is decided, or before the first op, where the clock is far from the last action and nobody said that it is right.
  private mutating func believe(_ now: Moment, for body: OpBody) throws {
    if case .settingSaved(HouseSetting.clockConfirmed, _) = body { return }
    try believe(now)
  }

  mutating func believe(_ now: Moment) throws {
    guard !isBelieved else { return }
    isBelieved = true
    guard let doubt = try ClockDoubt(now: now, lastWall: lastWall, in: db) else { return }
    throw StoreFault.clockInDoubt(doubt)
  }

  /// The ops this transaction wrote; nil when it wrote none.
  var written: ClosedRange<OpID>? {
    guard lastSequence > sequenceBefore else { return nil }
    return OpID(
      originIndex: identity.index, sequence: sequenceBefore + 1)...OpID(
        originIndex: identity.index, sequence: lastSequence)
  }

  /// The last op this transaction wrote, nil when it wrote none.
  var committedSequence: Int64? { isChanged ? lastSequence : nil }

  /// Writes the origin's counters back, and what became of the headings.
  func finish() throws {
    guard isChanged else { return }
    try headings.write(db)
    try db.cachedStatement(
      sql: """
        UPDATE origin SET last_sequence = ?, last_counter = ?, last_wall = ?, chain = ?
        WHERE idx = ?
        """
    ).execute(
      arguments: [lastSequence, lastCounter, lastWall, Data(chain), identity.index])
  }

  /// The head of the entity's history, where it is not this origin's own previous op on it.
  private func parents(of entity: EntityID) throws -> [OpID] {
    guard identity.index > 0 else { return [] }
    let head = try Int64.fetchOne(
      db.cachedStatement(
        sql: "SELECT id FROM op WHERE entity = ? ORDER BY wall DESC, id DESC LIMIT 1"),
      arguments: [entity.rawValue])
    guard let head = head.map({ OpID(rawValue: $0) }), head.originIndex != identity.index else {
      return []
    }
    return [head]
  }

  private func insert(_ op: Op, body: [UInt8]) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO op (id, wall, clock, quality, actor, entity, kind, undoes, parents, body, chain)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [
        op.id.rawValue, op.wall, op.clock, Int(op.clockQuality.rawValue), op.actor?.rawValue,
        op.entity.rawValue, Int(op.body.kind), op.undoes?.rawValue,
        op.parents.isEmpty ? nil : Data(OpChain.encode(op.parents)), Data(body), Data(chain),
      ])
  }
}

extension LibraryFile {
  /// One write transaction with its journal: everything `work` does is committed together with its ops, or not at all.
  func record<Value>(_ work: (inout JournalWriter) throws -> Value) throws -> Value {
    let (value, sequence) = try write { db in
      var journal = try JournalWriter(db: db, identity: identity)
      let value = try work(&journal)
      try journal.finish()
      return (value, journal.committedSequence)
    }
    if let sequence, !isRehearsal { identity.use(sequence) }
    return value
  }
}
