import Foundation
import GRDB
import Glibc
public import LibraryCore
public import MARC
import VietnameseText

/// What a pack is built with.
public struct PackOptions: Sendable {
  /// Keeps only what is needed to recognise a title and to begin a record.
  public var isBrief: Bool
  public var format: RecordFormat?

  public init(isBrief: Bool = false, format: RecordFormat? = nil) {
    self.isBrief = isBrief
    self.format = format
  }
}

/// What went into a pack.
public struct PackReport: Sendable {
  public var records = 0
  /// Records of other kinds, such as authorities, that a pack has no use for.
  public var skipped = 0
  public var faults = 0
  public var isbns = 0
}

/// Writes the records of files as one pack, which appears under its name only when it is whole.
public struct PackBuilder {
  private static let samplesMaximum = 200
  private static let briefTags: Set<Tag> = [
    "001", "003", "008", "020", "022", "041", "082", "084", "100", "110", "111", "245", "250",
    "260", "264", "300", "490", "700",
  ]

  private let options: PackOptions
  private let files: ImportFiles
  private let path: String
  private var report = PackReport()
  private var digest = PackDigest()
  private var isbns: [(isbn: Int64, record: Int64)] = []
  private var samples: [MARC.Record] = []

  /// Builds `path` from the records of `files`.
  ///
  /// `progress` is told the bytes read after each thousand records.
  public static func build(
    _ path: String, from files: [String], _ options: PackOptions, made: Moment,
    progress: (ImportProgress) -> Void = { _ in }
  ) throws -> PackReport {
    var importing = ImportOptions()
    importing.format = options.format
    var builder = PackBuilder(
      options: options, files: try ImportFiles(files, importing), path: path)
    let partial = "\(path).partial-\(getpid())"
    defer { unlink(partial) }
    unlink(partial)
    try LibraryFile.guarded(path) {
      let file = try DatabaseQueue(path: partial)
      try file.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
        try db.execute(sql: PackSchema.tables)
        try builder.write(db, made, progress)
      }
      try file.close()
    }
    try PackBuilder.putInPlace(partial, path)
    return builder.report
  }

  private init(options: PackOptions, files: ImportFiles, path: String) {
    (self.options, self.files, self.path) = (options, files, path)
  }

  private static func putInPlace(_ partial: String, _ path: String) throws {
    let descriptor = open(partial, O_RDONLY)
    let isKept = descriptor >= 0 && fsync(descriptor) == 0
    if descriptor >= 0 { close(descriptor) }
    guard isKept, rename(partial, path) == 0 else {
      throw StoreFault.disk(path: path, detail: String(cString: strerror(errno)))
    }
  }

  private mutating func write(
    _ db: Database, _ made: Moment, _ progress: (ImportProgress) -> Void
  ) throws {
    var packed: PackedRecords?
    var dictionary: [UInt8] = []
    try db.inTransaction {
      var reading = ImportReading(files)
      while let step = try reading.next() {
        guard let record = take(step.read) else { continue }
        if let packed {
          try add(record, packed, db)
          if report.records % 1000 == 0 { progress(state(at: step)) }
          continue
        }
        samples.append(record)
        if samples.count == PackBuilder.samplesMaximum {
          (packed, dictionary) = try addSamples(db)
        }
      }
      if packed == nil { (_, dictionary) = try addSamples(db) }
      try finish(db, dictionary, made)
      return .commit
    }
  }

  private func state(at step: ImportReading.Step) -> ImportProgress {
    ImportProgress(
      records: report.records, bytes: files.bytes(before: step.read.offset, in: step.file),
      bytesTotal: files.bytesTotal)
  }

  /// The record as the pack keeps it.
  private mutating func take(_ read: ReadRecord) -> MARC.Record? {
    if read.severity == .error { report.faults += 1 }
    guard let record = read.record else { return nil }
    guard Material.isTitle(record) else {
      report.skipped += 1
      return nil
    }
    let plain = record.withoutOriginal
    guard options.isBrief else { return plain }
    return MARC.Record(
      leader: plain.leader, fields: plain.fields.filter { PackBuilder.briefTags.contains($0.tag) })
  }

  /// The first records make the dictionary, then go in themselves.
  private mutating func addSamples(_ db: Database) throws -> (PackedRecords, [UInt8]) {
    let dictionary = PackedRecords.dictionary(of: samples.map(\.storageBytes))
    let packed = PackedRecords(dictionary: dictionary)
    for record in samples { try add(record, packed, db) }
    samples = []
    return (packed, dictionary)
  }

  private mutating func add(_ record: MARC.Record, _ packed: PackedRecords, _ db: Database) throws {
    report.records += 1
    let id = Int64(report.records)
    let bytes = record.storageBytes
    digest.add(bytes)
    try db.cachedStatement(sql: "INSERT INTO record (id, length, bytes) VALUES (?, ?, ?)").execute(
      arguments: [id, bytes.count, Data(packed.pack(bytes))])
    for isbn in Bibliography(record).isbns {
      if let number = Int64(isbn.digits) { isbns.append((number, id)) }
    }
    let words = PackBuilder.words(of: record)
    if !words.isEmpty {
      try db.cachedStatement(sql: "INSERT INTO title (rowid, words) VALUES (?, ?)").execute(
        arguments: [id, words])
    }
  }

  /// The words of title and authors without marks.
  static func words(of record: MARC.Record) -> String {
    let bibliography = Bibliography(record)
    let texts =
      [bibliography.title?.full, bibliography.title?.responsibility].compactMap(\.self)
      + bibliography.otherTitles + bibliography.contributors.map(\.name)
    return Set(texts.flatMap { $0.searchTokens.map(\.folded) }).sorted().joined(separator: " ")
  }

  private mutating func finish(_ db: Database, _ dictionary: [UInt8], _ made: Moment) throws {
    isbns.sort { ($0.isbn, $0.record) < ($1.isbn, $1.record) }
    for (isbn, record) in isbns {
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO isbn (isbn, record) VALUES (?, ?)")
        .execute(arguments: [isbn, record])
    }
    report.isbns = isbns.count
    try db.execute(sql: "INSERT INTO title (title) VALUES ('optimize')")
    let names = files.paths.map { ImportFiles.name(of: $0) }.joined(separator: ", ")
    let values: [(String, [UInt8])] = [
      (PackSchema.Name.source, Array(names.utf8)),
      (PackSchema.Name.made, Array(String(made.milliseconds).utf8)),
      (PackSchema.Name.brief, [options.isBrief ? 1 : 0]),
      (PackSchema.Name.records, Array(String(report.records).utf8)),
      (PackSchema.Name.dictionary, dictionary), (PackSchema.Name.digest, digest.bytes),
    ]
    for (name, value) in values {
      try db.execute(
        sql: "INSERT INTO pack (name, value) VALUES (?, ?)", arguments: [name, Data(value)])
    }
  }
}
