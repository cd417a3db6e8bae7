import GRDB
import Glibc
import LibraryCore

extension LibraryFile {
  /// Reads the whole library and says whether it is what its log makes of it.
  ///
  /// The log is folded again into a database of its own and every table compared with it row by row, the search indexes word
  /// by word; besides that SQLite checks its file and the invariants are asked. All is read in one transaction, so desks go on
  /// working meanwhile; the space the tables take is needed once more beside them until the end. `progress` ends the check by
  /// answering false.
  public func check(progress: @escaping (CheckProgress) -> Bool = { _ in true }) throws
    -> CheckReport
  {
    let scratchPath = "\(path).check-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    return try LibraryFile.guarded(scratchPath) {
      let scratch = try DatabaseQueue(path: scratchPath, configuration: LibraryFile.scratch)
      // The open file stays until it is closed, and nothing is left behind where the check is killed.
      unlink(scratchPath)
      return try scratch.writeWithoutTransaction { db in
        try CheckRun.prepare(db, library: path)
        let run = CheckRun(db: db, identity: identity, progress: progress)
        try db.inTransaction(.deferred) {
          try run.everything()
          return .commit
        }
        return run.report
      }
    }
  }

  /// Writes the search indexes again from the records and patrons; other desks wait meanwhile.
  public func repairIndex() throws {
    try write { db in
      try LibraryFile.writeIndexes(db)
      try DuplicateIndex.rebuild(db)
      try HeadingIndex.rebuild(db) { _ in }
      try AuthorityIndex.rebuild(db)
    }
  }

  @Sendable static func writeIndexes(_ db: Database) throws {
    try RecordIndex.rebuild(db)
    try PatronIndex.rebuild(db)
  }

  /// A database that need not survive: no journal, no waiting for the disk.
  private static var scratch: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(lockPatienceSeconds)
    configuration.label = "check"
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA journal_mode = OFF;
          PRAGMA synchronous = OFF;
          PRAGMA cache_size = -8192;
          """)
    }
    return configuration
  }
}

/// One check at work: `main` is the scratch database with the tables folded again, `stored` the library.
final class CheckRun {
  let db: Database
  private let identity: OriginIdentity
  private let progress: (CheckProgress) -> Bool
  var report = CheckReport()
  let headings = HeadingTally()

  /// Tables that are no part of the fold: the log itself, and an import's notes of this machine.
  static let unfolded: Set<String> = ["op", "origin", "import_file", "import_fault"]

  /// The search indexes.
  static let indexes = [
    "record_fts", "record_exact", "record_heading", "record_duplicate", "patron_fts",
  ]

  init(
    db: Database, identity: OriginIdentity, progress: @escaping (CheckProgress) -> Bool
  ) {
    self.db = db
    self.identity = identity
    self.progress = progress
  }

  /// Makes the empty tables; the log is left out, so that whoever asks for `op` reads the library's own.
  static func prepare(_ db: Database, library path: String) throws {
    try db.execute(sql: "ATTACH DATABASE ? AS stored", arguments: [path])
    try db.execute(sql: "PRAGMA stored.cache_size = -4096")
    for sql in Schema.tables { try db.execute(sql: sql) }
    for table in unfolded { try db.execute(sql: "DROP TABLE main.\(table)") }
  }

  func everything() throws {
    let stages: [(CheckProgress.Stage, () throws -> Void)] = [
      (.file, checkFile), (.log, checkLog), (.tables, checkTables), (.index, checkIndexes),
      (.invariants, checkInvariants),
    ]
    for (stage, check) in stages where report.isComplete {
      guard tell(stage, 0, of: 0) else { return }
      try noting(check)
    }
  }

  /// Tells how far the check is; false when it is to end.
  func tell(_ stage: CheckProgress.Stage, _ done: Int, of total: Int) -> Bool {
    guard report.isComplete else { return false }
    report.isComplete = progress(CheckProgress(stage: stage, done: done, total: total))
    return report.isComplete
  }

  /// Runs a part of the check, for which a damaged file is a finding and no reason to stop.
  private func noting(_ check: () throws -> Void) throws {
    do {
      try check()
    } catch let error as DatabaseError where error.isDamage {
      report.add(.damaged(detail: error.message ?? error.resultCode.description))
    }
  }

  private func checkFile() throws {
    let lines = try String.fetchAll(
      db, sql: "PRAGMA stored.integrity_check(\(CheckReport.findingsListedMaximum))")
    for line in lines where line != "ok" { report.add(.damaged(detail: line)) }
    let last = try Int64.fetchOne(
      db, sql: "SELECT last_sequence FROM stored.origin WHERE idx = ?", arguments: [identity.index])
    if !identity.covers(last ?? 0) { report.add(.sideFileBehind) }
  }
}

extension DatabaseError {
  var isDamage: Bool {
    resultCode == .SQLITE_CORRUPT || resultCode == .SQLITE_NOTADB
  }
}
