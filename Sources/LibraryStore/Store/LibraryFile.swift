public import GRDB
import Glibc
public import LibraryCore

/// One library on disk: the SQLite file, its side file, and the connections to both.
///
/// Several processes may hold the same library open. Writers take turns under SQLite's lock and wait for each other;
/// readers never wait. A commit is on disk before it is reported (WAL, synchronous=FULL).
public final class LibraryFile: Sendable {
  public let folder: String
  public let pool: DatabasePool
  let identity: OriginIdentity
  let configuration: ConfigurationCache
  /// Where everything is read and written while deeds are only rehearsed; used by no other thread than `rehearse`'s own.
  nonisolated(unsafe) private let rehearsal: Database?

  public var path: String { LibraryFile.databasePath(in: folder) }

  public static let lockPatienceSeconds = 10.0

  /// Leaves the write lock alone for long enough that a waiting desk finds it free; for work that writes much in small parts.
  static func letOthersWrite() { usleep(3000) }

  /// Makes a new library with its first administrator, who needs no password until a second account exists.
  ///
  /// A folder where the making was cut off before that is finished, not refused.
  public static func create(
    in folder: String, name: String, code: String, clock: any Clock, random: any RandomSource
  ) throws -> LibraryFile {
    try makeFolder(folder)
    let file = try LibraryFile(
      folder: folder, random: random, patienceSeconds: lockPatienceSeconds, mayCreate: true)
    guard try !file.isFurnished else { throw StoreFault.libraryExists(folder: folder) }
    try Desk.furnish(file, name: name, code: code, clock: clock)
    return file
  }

  /// Opens the library in `folder`, bringing an older schema up to date.
  ///
  /// `patienceSeconds` is how long a writer waits for another process before the action is refused as locked. `upgrading` hears
  /// how far the making of new indexes is, from 0 to 1; it is not called where the schema is up to date.
  public static func open(
    in folder: String, random: any RandomSource,
    patienceSeconds: Double = LibraryFile.lockPatienceSeconds,
    upgrading: @escaping (Double) -> Void = { _ in }
  ) throws -> LibraryFile {
    guard access(databasePath(in: folder), F_OK) == 0 else {
      throw StoreFault.noLibrary(folder: folder)
    }
    let file = try LibraryFile(
      folder: folder, random: random, patienceSeconds: patienceSeconds, mayCreate: false,
      upgrading: upgrading)
    guard try file.isFurnished else { throw StoreFault.noLibrary(folder: folder) }
    return file
  }

  /// Whether the first op was written: until then nobody could work here.
  private var isFurnished: Bool {
    get throws {
      try read { try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM op)") ?? false }
    }
  }

  public static func databasePath(in folder: String) -> String { folder + "/library.sqlite" }

  private init(
    folder: String, random: any RandomSource, patienceSeconds: Double, mayCreate: Bool,
    upgrading: @escaping (Double) -> Void = { _ in }
  ) throws {
    self.folder = folder
    let path = LibraryFile.databasePath(in: folder)
    guard access(folder, W_OK) == 0, mayCreate || access(path, W_OK) == 0 else {
      throw StoreFault.readOnly(path: path)
    }
    pool = try LibraryFile.guarded(path) {
      let pool = try DatabasePool(
        path: path, configuration: LibraryFile.connection(patienceSeconds))
      // The pool lowers this while it turns the log on, so it is said after that: a commit is on disk before it is reported.
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      try Schema.bringUpToDate(pool, progress: upgrading)
      return pool
    }
    identity = try LibraryFile.guarded(path) { [pool] in
      try OriginIdentity(pool: pool, sidePath: path + ".inc", random: random)
    }
    configuration = ConfigurationCache()
    rehearsal = nil
  }

  /// The library as the transaction of a rehearsal sees and changes it.
  private init(_ file: LibraryFile, rehearsing db: Database) {
    (folder, pool, identity) = (file.folder, file.pool, file.identity)
    configuration = ConfigurationCache()
    rehearsal = db
  }

  /// Runs `work` in a read transaction: one consistent moment of the library.
  public func read<Value>(_ work: (Database) throws -> Value) throws -> Value {
    try LibraryFile.guarded(path) { try rehearsal.map(work) ?? pool.read(work) }
  }

  /// Runs `work` in one write transaction, all or nothing.
  func write<Value>(_ work: (Database) throws -> Value) throws -> Value {
    try LibraryFile.guarded(path) {
      guard let rehearsal else { return try pool.write(work) }
      var value: Value?
      try rehearsal.inSavepoint {
        value = try work(rehearsal)
        return .commit
      }
      guard let value else { preconditionFailure("a savepoint that ends has run its work") }
      return value
    }
  }

  var isRehearsal: Bool { rehearsal != nil }

  /// Runs `work` on the library as it is now, and takes back whatever it wrote; nobody else ever sees any of it.
  func rehearse<Value>(_ work: (LibraryFile) throws -> Value) throws -> Value {
    try LibraryFile.guarded(path) {
      try pool.writeWithoutTransaction { db in
        var value: Value?
        try db.inTransaction(.immediate) {
          value = try work(LibraryFile(self, rehearsing: db))
          return .rollback
        }
        guard let value else { preconditionFailure("a transaction that ends has run its work") }
        return value
      }
    }
  }

  private static func connection(_ patienceSeconds: Double) -> Configuration {
    var configuration = Configuration()
    // SQLite's own waiting sleeps longer and longer, and misses the gaps a long import leaves.
    configuration.busyMode = .callback { tries in
      usleep(1000)
      return Double(tries) < patienceSeconds * 1000
    }
    configuration.maximumReaderCount = 2
    configuration.label = "thuthu"
    configuration.prepareDatabase { db in
      // What a reader does not find here it finds in the system's own cache.
      try db.execute(
        sql: """
          PRAGMA cache_size = \(db.configuration.readonly ? -2048 : -4096);
          PRAGMA temp_store = MEMORY;
          PRAGMA journal_size_limit = -1;
          """)
    }
    return configuration
  }

  static func guarded<Value>(_ path: String, _ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch let error as DatabaseError {
      throw StoreFault(error, path: path)
    }
  }

  private static func makeFolder(_ folder: String) throws {
    var made = ""
    for part in folder.split(separator: "/", omittingEmptySubsequences: true) {
      made += (made.isEmpty && !folder.hasPrefix("/") ? "" : "/") + part
      if mkdir(made, 0o700) != 0, errno != EEXIST {
        throw StoreFault.cannotCreateFolder(path: made, reason: String(cString: strerror(errno)))
      }
    }
  }
}
