import GRDB
import LibraryCore

extension CheckRun {
  /// Compares the search indexes with their fold, word by word, and has SQLite look over their structure.
  func checkIndexes() throws {
    for (done, index) in CheckRun.indexes.enumerated() {
      guard tell(.index, done, of: CheckRun.indexes.count) else { return }
      do {
        try checkStructure(of: index)
        try compareWords(of: index)
      } catch let error as DatabaseError where error.isDamage {
        let detail = error.message ?? error.resultCode.description
        report.add(.indexDamaged(index: index, detail: detail))
      }
    }
  }

  /// Runs FTS5's own check over a copy of the index, because the check counts as writing and would hold up the desks.
  private func checkStructure(of index: String) throws {
    let copy = "copy_" + index
    let definition = try String.fetchOne(
      db, sql: "SELECT sql FROM main.sqlite_schema WHERE name = ?", arguments: [index])
    guard let definition else { return }
    try db.execute(sql: definition.replacing(index, with: copy, maxReplacements: 1))
    for part in ["data", "idx"] {
      try db.execute(
        sql: """
          DELETE FROM main.\(copy)_\(part);
          INSERT INTO main.\(copy)_\(part) SELECT * FROM stored.\(index)_\(part);
          """)
    }
    try db.execute(sql: "INSERT INTO main.\(copy) (\(copy)) VALUES ('integrity-check')")
  }

  /// Holds the sums over all words of both indexes against each other, and looks for the words that differ where the sums do.
  private func compareWords(of index: String) throws {
    for side in ["stored", "main"] {
      try db.execute(
        sql:
          "CREATE VIRTUAL TABLE temp.\(side)_\(index) USING fts5vocab (\(side), \(index), instance)"
      )
    }
    guard try sums("temp.stored_\(index)") != sums("temp.main_\(index)") else { return }
    var stored = try WordWalk("temp.stored_\(index)", db)
    var folded = try WordWalk("temp.main_\(index)", db)
    while stored.next != nil || folded.next != nil {
      if stored.next == folded.next {
        try stored.advance()
        try folded.advance()
        continue
      }
      let isStored = WordWalk.precedes(stored.next, folded.next)
      guard let place = isStored ? stored.next : folded.next else { return }
      report.add(
        .indexDiffers(
          index: index, word: String(decoding: place.word, as: UTF8.self),
          thing: EntityID(rawValue: place.thing), isStored: isStored))
      if isStored { try stored.advance() } else { try folded.advance() }
    }
  }

  /// Figures that are the same for the same words at the same places, and hardly ever otherwise.
  private func sums(_ words: String) throws -> [Int64] {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT count(*),
          sum((doc * 2654435761 + ifnull(offset, 0) * 40503 + ifnull(unicode(col), 0) * 65537)
            & 0xFFFFFFFF),
          sum((doc * (unicode(term) * 31 + length(term)) * (ifnull(offset, 0) + 1)) & 0xFFFFFFFF),
          sum((doc * (unicode(substr(term, -1)) + 7) * 2246822519) & 0xFFFFFFFF)
        FROM \(words)
        """)
    return (0..<4).map { row?[$0] ?? 0 }
  }
}

/// The words of an index with their places, in the order the index keeps them; some indexes know no places.
private struct WordWalk {
  struct Place: Equatable {
    var word: [UInt8]
    var thing: Int64
    var column: [UInt8]
    var offset: Int64
  }

  private let rows: RowCursor
  private(set) var next: Place?

  init(_ words: String, _ db: Database) throws {
    rows = try Row.fetchCursor(
      db, sql: "SELECT term, doc, ifnull(col, ''), ifnull(offset, 0) FROM \(words)")
    try advance()
  }

  mutating func advance() throws {
    next = try rows.next().map { row in
      Place(
        word: Array((row[0] as String).utf8), thing: row[1], column: Array((row[2] as String).utf8),
        offset: row[3])
    }
  }

  /// Whether `left` comes first; the end comes last.
  static func precedes(_ left: Place?, _ right: Place?) -> Bool {
    guard let left else { return false }
    guard let right else { return true }
    if left.word != right.word { return left.word.lexicographicallyPrecedes(right.word) }
    if left.thing != right.thing { return left.thing < right.thing }
    if left.column != right.column { return left.column.lexicographicallyPrecedes(right.column) }
    return left.offset < right.offset
  }
}
