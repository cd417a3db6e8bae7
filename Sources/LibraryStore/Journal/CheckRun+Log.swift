import Foundation
import GRDB
import LibraryCore

extension CheckRun {
  /// Walks the log in the order in which it was written, checks each origin's sequence, time and chain, and folds every op again.
  ///
  /// Wall time grows over all ops of one file, whoever wrote them, so the origins are merged by it.
  func checkLog() throws {
    var walks = try Row.fetchAll(
      db, sql: "SELECT idx, id, last_sequence, last_counter, chain FROM stored.origin ORDER BY idx"
    ).map { try OriginWalk($0, db) }
    let total = try Int.fetchOne(db, sql: "SELECT count(*) FROM stored.op") ?? 0
    while let next = walks.indices.filter({ walks[$0].next != nil }).min(by: {
      walks[$0].wall < walks[$1].wall
    }) {
      guard let logged = walks[next].next else { break }
      for finding in walks[next].check(logged) { report.add(finding) }
      try fold(logged.op)
      report.ops += 1
      if report.ops % 1000 == 0 {
        try headings.write(db)
        guard tell(.log, report.ops, of: total) else { return }
      }
      try walks[next].advance()
    }
    try headings.write(db)
    for walk in walks { for finding in walk.findingsAtEnd { report.add(finding) } }
    if report.ops != total {
      report.add(
        .originDiffers(
          origin: walks.count, column: "ops", stored: String(total), expected: String(report.ops)))
    }
  }

  private func fold(_ op: Op) throws {
    do {
      try Fold.apply(op, to: db, headings)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      report.add(.opNotFolded(op.id, detail: error.message ?? error.resultCode.description))
    }
  }
}

/// An op as it lies in the log.
struct LoggedOp {
  var op: Op
  var body: [UInt8]
  var chain: [UInt8]
}

/// The ops of one origin, one after another, and what they must continue.
private struct OriginWalk {
  private let index: Int
  private let origin: Int64
  private let storedSequence: Int64
  private let storedCounter: Int64
  private let storedChain: [UInt8]
  private let rows: RowCursor
  private(set) var next: LoggedOp?
  private var sequence: Int64 = 0
  private var counter: Int64 = 0
  private var lastWall = Int64.min
  private var chain = [UInt8](repeating: 0, count: 32)

  init(_ row: Row, _ db: Database) throws {
    index = row[0]
    (origin, storedSequence, storedCounter) = (row[1], row[2], row[3])
    storedChain = try row.withUnsafeData(atIndex: 4) { Array($0 ?? .init()) }
    let first = Int64(index) << 40
    rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(OpReading.columns), chain FROM stored.op WHERE id > ? AND id < ? ORDER BY id
        """,
      arguments: [first, first + 1 << 40])
    try advance()
  }

  var wall: Int64 { next?.op.wall ?? .max }

  mutating func advance() throws {
    next = try rows.next().map { row in
      LoggedOp(
        op: try OpReading.op(row),
        body: try row.withUnsafeData(atIndex: 8) { Array($0 ?? .init()) },
        chain: try row.withUnsafeData(atIndex: 10) { Array($0 ?? .init()) })
    }
  }

  /// What is wrong with the op as the next one of its origin; the walk goes on behind it as if it were right.
  mutating func check(_ logged: LoggedOp) -> [CheckFinding] {
    let op = logged.op
    var findings: [CheckFinding] = []
    if op.id.sequence != sequence + 1 {
      findings.append(.gap(origin: index, after: sequence, found: op.id.sequence))
    }
    if op.wall <= lastWall { findings.append(.timeNotGrowing(op.id)) }
    if OpChain.next(after: chain, op: op, origin: origin, body: logged.body) != logged.chain {
      findings.append(.chainBroken(op.id))
    }
    sequence = op.id.sequence
    lastWall = max(lastWall, op.wall)
    chain = logged.chain
    if op.entity.originIndex == index { counter = max(counter, op.entity.counter) }
    return findings
  }

  /// Whether the origin's row agrees with its ops.
  var findingsAtEnd: [CheckFinding] {
    var findings: [CheckFinding] = []
    func differs(_ column: String, _ stored: String, _ expected: String) {
      findings.append(
        .originDiffers(origin: index, column: column, stored: stored, expected: expected))
    }
    if storedSequence != sequence {
      differs("last_sequence", String(storedSequence), String(sequence))
    }
    if storedCounter < counter { differs("last_counter", String(storedCounter), String(counter)) }
    if storedChain != chain { differs("chain", hexadecimal(storedChain), hexadecimal(chain)) }
    return findings
  }
}

func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  return String(decoding: text, as: UTF8.self)
}
