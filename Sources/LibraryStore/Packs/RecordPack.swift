import Foundation
import GRDB
import Glibc
public import LibraryCore
public import MARC
import Synchronization
import VietnameseText

/// A pack of records opened to be searched: read where it lies, never written, never copied.
public final class RecordPack: Sendable {
  /// What a pack says of itself.
  public struct Info: Equatable, Sendable {
    public var records: Int
    public var isBrief: Bool
    public var made: Moment
    public var source: String
    public var digest: String
    public var bytes: Int
  }

  /// A record found, by its number in the pack.
  public struct Hit: Sendable {
    public let number: Int64
    public let record: MARC.Record
  }

  public let path: String
  public let info: Info
  private let file: DatabaseQueue
  private let dictionary: [UInt8]

  public init(_ path: String) throws {
    self.path = path
    var status = stat()
    guard stat(path, &status) == 0, access(path, R_OK) == 0 else {
      throw StoreFault.input(path: path, reason: String(cString: strerror(errno)))
    }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA mmap_size = \(1 << 40); PRAGMA cache_size = -1024")
    }
    let size = Int(status.st_size)
    (file, info, dictionary) = try LibraryFile.guarded(path) {
      let file = try DatabaseQueue(path: path, configuration: configuration)
      let (info, dictionary) = try file.read { try RecordPack.head(of: $0, path, size) }
      return (file, info, dictionary)
    }
  }

  private static func head(
    of db: Database, _ path: String, _ size: Int
  ) throws -> (Info, [UInt8]) {
    let id = try Int32.fetchOne(db, sql: "PRAGMA application_id")
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard id == PackSchema.applicationID else {
      throw StoreFault.damaged(path: path, detail: "no record pack")
    }
    guard version <= PackSchema.version else {
      throw StoreFault.newerSchema(found: version, known: PackSchema.version)
    }
    func value(_ name: String) throws -> [UInt8] {
      try Row.fetchOne(db, sql: "SELECT value FROM pack WHERE name = ?", arguments: [name])
        .map { RecordPack.bytes($0, 0) } ?? []
    }
    func number(_ name: String) throws -> Int64 {
      Int64(String(decoding: try value(name), as: UTF8.self)) ?? 0
    }
    let info = Info(
      records: Int(try number(PackSchema.Name.records)),
      isBrief: try value(PackSchema.Name.brief) == [1],
      made: Moment(milliseconds: try number(PackSchema.Name.made)),
      source: String(decoding: try value(PackSchema.Name.source), as: UTF8.self),
      digest: PackDigest.hex(try value(PackSchema.Name.digest)), bytes: size)
    return (info, try value(PackSchema.Name.dictionary))
  }

  /// The records that bear a book number.
  public func find(_ isbn: ISBN) throws -> [Hit] {
    guard let number = Int64(isbn.digits) else { return [] }
    return try read { db in
      try self.hits(
        Row.fetchAll(
          db.cachedStatement(
            sql: """
              SELECT record.id, length, bytes FROM isbn JOIN record ON record.id = isbn.record
              WHERE isbn = ?
              """), arguments: [number]))
    }
  }

  /// The records whose title and authors have all these words, typed with marks or without; the last may go on.
  public func find(words: String, limit: Int = 50) throws -> [Hit] {
    let tokens = words.searchTokens
    guard let last = tokens.last else { return [] }
    let whole = tokens.dropLast().map { "\"\($0.folded)\"" }
    let ending = last.foldedPrefixes.map { "\"\($0)\" *" }.joined(separator: " OR ")
    let expression = (whole + ["(\(ending))"]).joined(separator: " AND ")
    return try read { db in
      try self.hits(
        Row.fetchAll(
          db.cachedStatement(
            sql: """
              SELECT record.id, length, bytes FROM title JOIN record ON record.id = title.rowid
              WHERE title MATCH ? LIMIT ?
              """), arguments: [expression, limit]))
    }
  }

  private func read<Value>(_ work: (Database) throws -> Value) throws -> Value {
    try LibraryFile.guarded(path) { try file.read(work) }
  }

  static func bytes(_ row: Row, _ column: Int) -> [UInt8] { Array(row[column] as Data) }

  private func hits(_ rows: [Row]) throws -> [Hit] {
    guard !rows.isEmpty else { return [] }
    let packed = PackedRecords(dictionary: dictionary)
    return try rows.map { row in
      guard let bytes = packed.unpack(RecordPack.bytes(row, 2), length: row[1]),
        let record = try? MARC.Record(storage: bytes)
      else {
        let number: Int64 = row[0]
        throw StoreFault.damaged(path: path, detail: "record \(number)")
      }
      return Hit(number: row[0], record: record)
    }
  }
}

extension RecordPack {
  /// What a whole check found.
  public struct Check: Equatable, Sendable {
    public var records = 0
    /// Numbers of records that cannot be read, or whose book numbers are not all in the index.
    public var damaged: [Int64] = []
    public var hasRightDigest = false
    /// What SQLite says of the file.
    public var faults: [String] = []

    public var isSound: Bool { damaged.isEmpty && hasRightDigest && faults.isEmpty }
  }

  /// Reads every record again and compares the sum; `progress` is told how many are done.
  public func check(_ progress: (Int) -> Void = { _ in }) throws -> Check {
    try read { db in
      var check = Check()
      var digest = PackDigest()
      let packed = PackedRecords(dictionary: dictionary)
      let rows = try Row.fetchCursor(db, sql: "SELECT id, length, bytes FROM record ORDER BY id")
      let indexed = try db.cachedStatement(sql: "SELECT 1 FROM isbn WHERE isbn = ? AND record = ?")
      while let row = try rows.next() {
        check.records += 1
        if check.records % 10_000 == 0 { progress(check.records) }
        guard let bytes = packed.unpack(RecordPack.bytes(row, 2), length: row[1]),
          let record = try? MARC.Record(storage: bytes)
        else {
          check.damaged.append(row[0])
          continue
        }
        digest.add(bytes)
        let isFound = try Bibliography(record).isbns.allSatisfy { isbn in
          try Int.fetchOne(indexed, arguments: [Int64(isbn.digits), row[0] as Int64]) != nil
        }
        if !isFound { check.damaged.append(row[0]) }
      }
      check.hasRightDigest =
        PackDigest.hex(digest.bytes) == info.digest && check.records == info.records
      let said = try String.fetchAll(db, sql: "PRAGMA integrity_check")
      check.faults = said.filter { $0 != "ok" }
      return check
    }
  }
}
