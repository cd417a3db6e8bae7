import GRDB
public import LibraryCore

/// What verbs answered that were only rehearsed, and which names they gave that nothing bears.
public struct Rehearsed<Value> {
  public var value: Value
  fileprivate let originIndex: Int
  fileprivate let lastSequence: Int64
  fileprivate let lastCounter: Int64

  /// Whether the rehearsal wrote that op, which is gone.
  public func made(_ op: OpID) -> Bool {
    op.originIndex == originIndex && op.sequence > lastSequence
  }

  /// Whether the rehearsal made that thing, which is gone.
  public func made(_ entity: EntityID) -> Bool {
    entity.originIndex == originIndex && entity.counter > lastCounter
  }
}

extension Desk {
  /// Lets verbs act as if: they read, refuse and write as always, and in the end nothing was written.
  ///
  /// Holds the write lock meanwhile; a verb with a dry run of its own needs none and is asked for that.
  public func rehearse<Value>(_ work: (Desk) throws -> Value) throws -> Rehearsed<Value> {
    try file.rehearse { file in
      let row = try file.read { db in
        try Row.fetchOne(
          db, sql: "SELECT last_sequence, last_counter FROM origin WHERE idx = ?",
          arguments: [file.identity.index])
      }
      guard let row else { preconditionFailure("an open library has its origin's row") }
      let desk = Desk(
        file: file, staff: staffID, clock: clock, actingAt: actingAt,
        sharesNumbers: sharesNumbers)
      return Rehearsed(
        value: try work(desk), originIndex: file.identity.index, lastSequence: row[0],
        lastCounter: row[1])
    }
  }
}
