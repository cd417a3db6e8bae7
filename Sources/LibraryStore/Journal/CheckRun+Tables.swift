import CSodium
import GRDB

extension CheckRun {
  /// Compares every table with its fold, and makes the digest of what is stored.
  func checkTables() throws {
    let tables = try foldedTables()
    var digest = StateDigest()
    for (done, table) in tables.enumerated() {
      guard tell(.tables, done, of: tables.count) else { return }
      try compare(table)
      report.rows += try digest.add(table, db)
    }
    report.digest = hexadecimal(digest.finish())
  }

  private func foldedTables() throws -> [FoldedTable] {
    try String.fetchAll(
      db,
      sql: """
        SELECT name FROM main.sqlite_schema
        WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        ORDER BY name
        """
    )
    .filter { name in !CheckRun.indexes.contains { name.hasPrefix($0 + "_") } }
    .map { try FoldedTable($0, db) }
  }

  /// Rows are compared by SQLite; only what differs is read.
  private func compare(_ table: FoldedTable) throws {
    try list(table.absent(from: "main", in: "stored"), of: table) { row in
      .rowUnfounded(table: table.name, key: table.key(row))
    }
    try list(table.absent(from: "stored", in: "main"), of: table) { row in
      .rowMissing(table: table.name, key: table.key(row))
    }
    let others = table.columns.filter { !table.keyColumns.contains($0) }
    // One pass tells that all is well, which it nearly always is.
    guard !others.isEmpty, try Row.fetchOne(db, sql: table.differing(others)) != nil else { return }
    for column in others {
      let value = table.keyColumns.count
      try list(table.differing([column]), of: table) { row in
        .rowDiffers(
          table: table.name, key: table.key(row), column: column, stored: row[value],
          folded: row[value + 1])
      }
    }
  }

  private func list(
    _ sql: String, of table: FoldedTable, _ finding: (Row) -> CheckFinding
  ) throws {
    let rows = try Row.fetchCursor(db, sql: sql)
    while let row = try rows.next() { report.add(finding(row)) }
  }
}

/// A table that is folded from the log, in SQL.
struct FoldedTable {
  let name: String
  let columns: [String]
  let keyColumns: [String]

  /// Tables whose rows are numbered as they came, which an index made anew does otherwise: what names their rows instead.
  private static let namedOtherwise = [
    "heading": ["kind", "key", "text"],
    "authority_form": ["authority", "relation", "kind", "text"],
  ]

  init(_ name: String, _ db: Database) throws {
    self.name = name
    let info = try Row.fetchAll(
      db, sql: "SELECT name, pk FROM pragma_table_info(?, 'main') ORDER BY cid", arguments: [name])
    let primaryKey: [String] = info.filter { $0[1] > 0 }.sorted { ($0[1] as Int) < $1[1] }
      .map { $0[0] }
    if let names = FoldedTable.namedOtherwise[name] {
      columns = info.map { $0[0] }.filter { !primaryKey.contains($0) }
      keyColumns = names
    } else {
      columns = info.map { $0[0] }
      keyColumns = primaryKey
    }
  }

  /// The rows of the table in `present` whose key is not in the table of `other`.
  func absent(from other: String, in present: String) -> String {
    """
    SELECT \(list("a", keyColumns)) FROM \(present).\(name) a
    WHERE NOT EXISTS (SELECT 1 FROM \(other).\(name) b WHERE \(isSameKey))
    """
  }

  /// The keys of rows that differ in one of some columns, with both values of the first one as text.
  func differing(_ columns: [String]) -> String {
    let isDifferent = columns.map { column in
      "a.\(column) IS NOT b.\(column) COLLATE BINARY OR typeof(a.\(column)) <> typeof(b.\(column))"
    }
    return """
      SELECT \(list("a", keyColumns)), \(text("a", columns[0])), \(text("b", columns[0]))
      FROM stored.\(name) a JOIN main.\(name) b ON \(isSameKey)
      WHERE \(isDifferent.joined(separator: " OR "))
      """
  }

  /// Every stored row, in the order of the key.
  var stored: String {
    "SELECT \(list("a", columns)) FROM stored.\(name) a ORDER BY \(list("a", keyColumns))"
  }

  func key(_ row: Row) -> String {
    keyColumns.indices.map { index in
      String.fromDatabaseValue(row[index]) ?? Int64.fromDatabaseValue(row[index]).map(String.init)
        ?? ""
    }.joined(separator: " ")
  }

  private var isSameKey: String {
    keyColumns.map { "a.\($0) = b.\($0)" }.joined(separator: " AND ")
  }

  private func list(_ alias: String, _ names: [String]) -> String {
    names.map { "\(alias).\($0)" }.joined(separator: ", ")
  }

  private func text(_ alias: String, _ column: String) -> String {
    "CASE typeof(\(alias).\(column)) WHEN 'blob' THEN hex(\(alias).\(column)) "
      + "ELSE CAST(\(alias).\(column) AS TEXT) END"
  }
}

/// One figure for a whole state: SHA-256 over the tables in order of name, their rows in order of key, each value with its kind.
struct StateDigest {
  private var state = crypto_hash_sha256_state()
  private var bytes: [UInt8] = []

  init() { crypto_hash_sha256_init(&state) }

  /// Adds the stored rows of a table; the answer is how many.
  mutating func add(_ table: FoldedTable, _ db: Database) throws -> Int {
    append(tag: UInt8(ascii: "t"), Array(table.name.utf8))
    var count = 0
    let rows = try Row.fetchCursor(db, sql: table.stored)
    while let row = try rows.next() {
      count += 1
      for value in row.databaseValues { append(value) }
      if bytes.count > 1 << 16 { flush() }
    }
    return count
  }

  mutating func finish() -> [UInt8] {
    flush()
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256_final(&state, &digest)
    return digest
  }

  private mutating func append(_ value: DatabaseValue) {
    switch value.storage {
    case .null: bytes.append(UInt8(ascii: "n"))
    case .int64(let number):
      append(tag: UInt8(ascii: "i"), withUnsafeBytes(of: number.littleEndian) { Array($0) })
    case .double(let number):
      append(
        tag: UInt8(ascii: "d"), withUnsafeBytes(of: number.bitPattern.littleEndian) { Array($0) })
    case .string(let text): append(tag: UInt8(ascii: "s"), Array(text.utf8))
    case .blob(let data): append(tag: UInt8(ascii: "b"), Array(data))
    }
  }

  private mutating func append(tag: UInt8, _ content: [UInt8]) {
    bytes.append(tag)
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: content.count).littleEndian) {
      bytes.append(contentsOf: $0)
    }
    bytes.append(contentsOf: content)
  }

  private mutating func flush() {
    crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count))
    bytes.removeAll(keepingCapacity: true)
  }
}
