public import GRDB
public import LibraryCore

/// Reads ops back from the log.
public enum OpReading {
  static let columns = columns("")

  /// The same by the name of their table, where another one has columns of these names.
  static func columns(of table: String) -> String { columns("\(table).") }

  private static func columns(_ prefix: String) -> String {
    ["id", "wall", "quality", "actor", "entity", "kind", "undoes", "parents", "body", "clock"]
      .map { prefix + $0 }.joined(separator: ", ")
  }

  /// The op of that name, if the log has it.
  public static func op(_ id: OpID, in db: Database) throws -> Op? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(columns) FROM op WHERE id = ?"), arguments: [id.rawValue]
    ).map { try op($0) }
  }

  /// The ops on one entity, newest first.
  public static func history(of entity: EntityID, limit: Int, in db: Database) throws -> [Op] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT \(columns) FROM op WHERE entity = ? ORDER BY id DESC LIMIT ?"),
      arguments: [entity.rawValue, limit]
    ).map { try op($0) }
  }

  /// The newest ops of the whole log, newest first, no older than `since` where it is given.
  public static func latest(since: Moment? = nil, limit: Int, in db: Database) throws -> [Op] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT \(columns) FROM op ORDER BY id DESC LIMIT ?"),
      arguments: [limit])
    var ops: [Op] = []
    while let row = try rows.next() {
      let op = try op(row)
      if let since {
        if op.wall < since.milliseconds { break }
        if op.moment < since { continue }
      }
      ops.append(op)
    }
    return ops
  }

  /// The op that took `id` back, if one did; an op is taken back at most once.
  public static func undo(of id: OpID, in db: Database) throws -> OpID? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM op WHERE undoes = ? ORDER BY id DESC LIMIT 1"),
      arguments: [id.rawValue]
    ).map { OpID(rawValue: $0) }
  }

  static func op(_ row: Row) throws -> Op {
    Op(
      id: OpID(rawValue: row[0]), wall: row[1], clock: row[9],
      clockQuality: ClockQuality(rawValue: UInt8(clamping: row[2] as Int)) ?? .neverSet,
      actor: (row[3] as Int64?).map { EntityID(rawValue: $0) }, entity: EntityID(rawValue: row[4]),
      undoes: (row[6] as Int64?).map { OpID(rawValue: $0) },
      parents: try bytes(row, 7).map(OpChain.decode) ?? [],
      body: OpBody(kind: UInt8(clamping: row[5] as Int), bytes: try bytes(row, 8) ?? []))
  }

  private static func bytes(_ row: Row, _ index: Int) throws -> [UInt8]? {
    try row.withUnsafeData(atIndex: index) { $0.map { Array($0) } }
  }
}
