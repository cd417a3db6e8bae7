import GRDB
import Glibc
import LibraryCore
import Synchronization

/// Who this incarnation of the database is in the op log, guarded by a side file outside it.
///
/// The side file `library.sqlite.inc` holds the origin and the highest sequence number it may have used, reserved and fsynced in
/// blocks of 256. A database put back from a backup, or one without its side file, does not match: it goes on as a new origin
/// before its first write, so no op number is ever given twice (sync design 1.5).
final class OriginIdentity: Sendable {
  /// The local index of the origin that writes here.
  let index: Int
  private let origin: UInt64
  private let sidePath: String
  private let reserved: Mutex<Int64>

  static let blockSize: Int64 = 256

  init(pool: DatabasePool, sidePath: String, random: any RandomSource) throws {
    let side = SideFile.read(sidePath)
    let current = try pool.read(OriginIdentity.latest)
    if let current, let side, side.origin == current.id, side.reserved >= current.lastSequence,
      side.reserved - current.lastSequence <= OriginIdentity.blockSize
    {
      (index, origin) = (current.index, current.id)
      reserved = Mutex(side.reserved)
    } else {
      let id = random.next()
      index = try pool.write { try OriginIdentity.add(id, to: $0, sidePath: sidePath) }
      origin = id
      reserved = Mutex(OriginIdentity.blockSize)
    }
    self.sidePath = sidePath
  }

  /// Makes sure `sequence` is within the reserved block, before the op that uses it is committed.
  func reserve(_ sequence: Int64) throws {
    try reserved.withLock { reserved in
      guard sequence > reserved else { return }
      if let side = SideFile.read(sidePath), side.origin == origin { reserved = side.reserved }
      guard sequence > reserved else { return }
      let block = sequence + OriginIdentity.blockSize - 1
      try SideFile(origin: origin, reserved: block).write(sidePath)
      reserved = block
    }
  }

  private static func latest(_ db: Database) throws -> (
    index: Int, id: UInt64, lastSequence: Int64
  )? {
    try Row.fetchOne(db, sql: "SELECT idx, id, last_sequence FROM origin ORDER BY idx DESC LIMIT 1")
      .map { ($0[0], UInt64(bitPattern: $0[1] as Int64), $0[2]) }
  }

  private static func add(_ id: UInt64, to db: Database, sidePath: String) throws -> Int {
    let index = try Int.fetchOne(db, sql: "SELECT coalesce(max(idx) + 1, 0) FROM origin") ?? 0
    try db.execute(
      sql: "INSERT INTO origin (idx, id, chain) VALUES (?, ?, zeroblob(32))",
      arguments: [index, Int64(bitPattern: id)])
    try SideFile(origin: id, reserved: blockSize).write(sidePath)
    return index
  }
}

/// The side file's content: one line, `origin reserved`, both decimal.
private struct SideFile {
  var origin: UInt64
  var reserved: Int64

  static func read(_ path: String) -> SideFile? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard count > 0 else { return nil }
    let text = String(decoding: bytes[0..<count], as: UTF8.self)
    let parts = text.split { $0 == " " || $0 == "\n" }
    guard parts.count == 2, let origin = UInt64(parts[0]), let reserved = Int64(parts[1]) else {
      return nil
    }
    return SideFile(origin: origin, reserved: reserved)
  }

  /// Written beside, synced, then renamed over the old one: there is always a whole side file.
  func write(_ path: String) throws {
    let fresh = path + ".new"
    let descriptor = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SideFile.fault(path) }
    let line = Array("\(origin) \(reserved)\n".utf8)
    let isWritten =
      Glibc.write(descriptor, line, line.count) == line.count && fsync(descriptor) == 0
    let failure = errno
    close(descriptor)
    guard isWritten, rename(fresh, path) == 0 else {
      throw SideFile.fault(path, code: isWritten ? errno : failure)
    }
  }

  private static func fault(_ path: String, code: Int32 = errno) -> StoreFault {
    switch code {
    case ENOSPC, EDQUOT: .diskFull(path: path)
    case EROFS, EACCES, EPERM: .readOnly(path: path)
    default: .disk(path: path, detail: String(cString: strerror(code)))
    }
  }
}
