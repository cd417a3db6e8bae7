import GRDB
import LibraryCore
import Synchronization

/// Who this incarnation of the database is in the op log, guarded by a side file outside it.
///
/// Sequence numbers are reserved in blocks of 256. A database put back from a backup knows less than its side file, one that
/// came without its own knows more: both go on as a new origin before their first write, so no op number is ever given twice
/// (sync design 1.5).
final class OriginIdentity: Sendable {
  /// The local index of the origin that writes here.
  let index: Int
  private let side: SideFile
  private let reserved: Mutex<Int64>

  static let blockSize: Int64 = 256

  init(pool: DatabasePool, sidePath: String, random: any RandomSource) throws {
    let known = try pool.read { try OriginIdentity.known(in: $0, sidePath: sidePath) }
    let (index, side) =
      try known
      ?? pool.write { db in
        // Another process may have come first.
        try OriginIdentity.known(in: db, sidePath: sidePath)
          ?? OriginIdentity.add(random.next(), to: db, sidePath: sidePath)
      }
    self.index = index
    self.side = side
    reserved = Mutex(side.content?.reserved ?? 0)
  }

  /// Makes sure `sequence` is within the reserved block, before the op that uses it is committed.
  func reserve(_ sequence: Int64) throws {
    try reserved.withLock { reserved in
      if sequence > reserved { reserved = side.content?.reserved ?? reserved }
      guard sequence > reserved else { return }
      let block = sequence + OriginIdentity.blockSize - 1
      try side.reserve(block)
      reserved = block
    }
  }

  /// Whether the side file is there, names this origin and has reserved `sequence`.
  func covers(_ sequence: Int64) -> Bool {
    guard let current = try? SideFile(path: side.path)?.content else { return false }
    return current.origin == side.content?.origin && current.reserved >= sequence
  }

  /// Notes that ops up to `sequence` are committed.
  func use(_ sequence: Int64) { side.use(sequence) }

  /// The newest origin of the database, if the side file speaks of it and of this very state or an earlier one.
  private static func known(in db: Database, sidePath: String) throws -> (Int, SideFile)? {
    let row = try Row.fetchOne(
      db, sql: "SELECT idx, id, last_sequence FROM origin ORDER BY idx DESC LIMIT 1")
    guard let row, let side = try SideFile(path: sidePath), let content = side.content,
      content.origin == UInt64(bitPattern: row[1] as Int64)
    else { return nil }
    let last: Int64 = row[2]
    return content.used <= last && last <= content.reserved ? (row[0], side) : nil
  }

  private static func add(
    _ id: UInt64, to db: Database, sidePath: String
  ) throws -> (Int, SideFile) {
    let index = try Int.fetchOne(db, sql: "SELECT coalesce(max(idx) + 1, 0) FROM origin") ?? 0
    try db.execute(
      sql: "INSERT INTO origin (idx, id, chain) VALUES (?, ?, zeroblob(32))",
      arguments: [index, Int64(bitPattern: id)])
    let content = SideFile.Content(origin: id, reserved: blockSize, used: 0)
    return (index, try SideFile(path: sidePath, content))
  }
}
