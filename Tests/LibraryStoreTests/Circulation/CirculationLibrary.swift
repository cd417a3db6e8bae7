import GRDB
import LibraryCore
import MARC
import Testing

@testable import LibraryStore

/// What the tests of the desk need to stand on: copies, cards, staff, rules, and a look at the whole library.
extension TestLibrary {
  var admin: EntityID { EntityID(rawValue: 2) }

  @discardableResult
  func addItem(
    _ barcode: String, title: String = "Truyện Kiều", language: String? = nil,
    _ changes: [ItemField: String] = [:]
  ) throws -> EntityID {
    let languages = language.map { [Field("041", [Subfield("a", $0)])] } ?? []
    let record = Record(
      leader: .newBook, fields: languages + [Field("245", [Subfield("a", title)])])
    return try file.record { journal in
      let title = journal.newEntity()
      try journal.append(
        .recordSaved(RecordSaved(marc: record.storageBytes)), on: title, by: self.admin,
        at: self.clock.now())
      let item = journal.newEntity()
      let fields = changes.merging([.barcode: barcode, .record: String(title.rawValue)]) { $1 }
      try journal.append(
        .itemSaved(TestLibrary.changes(fields)), on: item, by: self.admin, at: self.clock.now())
      return item
    }
  }

  @discardableResult
  func addPatron(
    _ card: String, name: String = "Nguyễn Thị Lan", _ changes: [PatronField: String] = [:]
  ) throws -> EntityID {
    try append(
      .patronSaved(TestLibrary.changes(changes.merging([.card: card, .name: name]) { $1 })))
  }

  func addStaff(_ login: String, _ role: StaffRole) throws -> Desk {
    let id = try append(
      .staffSaved(
        TestLibrary.changes([
          StaffField.login: login, .name: login, .role: role.rawValue, .active: "yes",
        ])))
    return Desk(file: file, staff: id, clock: clock)
  }

  /// Writes one op on a new thing.
  @discardableResult
  func append(_ body: OpBody) throws -> EntityID {
    try file.record { journal in
      let entity = journal.newEntity()
      try journal.append(body, on: entity, by: self.admin, at: self.clock.now())
      return entity
    }
  }

  func desk(at moment: String) throws -> Desk {
    let stated: Moment = try #require(Moment(iso: moment))
    return desk.acting(at: stated)
  }

  private static func changes<Field: EntityField>(_ fields: [Field: String]) -> [FieldChange] {
    fields.sorted { $0.key.rawValue < $1.key.rawValue }.map { $0.key.set($0.value) }
  }

  func count(_ sql: String) throws -> Int {
    try file.read { try Int.fetchOne($0, sql: sql) ?? 0 }
  }
}

/// The state tables of a library as text, row by row, without the log they are folded from.
struct StateDump: Equatable {
  var rows: [String: [String]] = [:]

  init(_ db: Database) throws {
    let tables = try String.fetchAll(
      db,
      sql: """
        SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'
          AND name NOT LIKE '%fts%' AND name NOT LIKE 'record_exact%'
          AND name NOT LIKE 'record_duplicate%'
          AND name NOT LIKE 'record_heading%'
          AND name NOT IN ('op', 'origin', 'record_word') ORDER BY name
        """)
    for table in tables {
      // Rows of headings are numbered as they come, and again when they come again.
      let columns = try db.columns(in: table).map(\.name)
        .filter { $0 != "id" || !["heading", "authority_form"].contains(table) }
      rows[table] = try Row.fetchAll(
        db, sql: "SELECT \(columns.joined(separator: ", ")) FROM \(table)"
      ).map(\.description).sorted()
    }
  }

  /// The tables without those that only count: what a person would call the state of the library.
  var withoutCounters: [String: [String]] { rows.filter { $0.key != "configuration" } }
}

extension TestLibrary {
  /// Expects that the tables are what a fold of the log makes them, and names the tables that are not.
  func expectFolded(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let (tables, folded) = (try dump().rows, try foldedAgain().rows)
    for (table, rows) in tables {
      #expect(folded[table] == rows, "\(table)", sourceLocation: sourceLocation)
    }
  }

  func dump() throws -> StateDump { try file.read { try StateDump($0) } }

  /// The tables as a fold of the whole log makes them, in a database of its own.
  func foldedAgain() throws -> StateDump {
    let scratch = try DatabaseQueue()
    return try file.read { db in
      let ops = try Row.fetchAll(db, sql: "SELECT * FROM op ORDER BY id")
      return try scratch.write { scratch in
        for sql in Schema.tables { try scratch.execute(sql: sql) }
        let tally = HeadingTally()
        for row in ops {
          let columns = row.columnNames.joined(separator: ", ")
          let places = row.map { _ in "?" }.joined(separator: ", ")
          try scratch.execute(
            sql: "INSERT INTO op (\(columns)) VALUES (\(places))",
            arguments: StatementArguments(row.databaseValues))
          let op = try OpReading.op(OpID(rawValue: row[0]), in: scratch)
          try Fold.apply(#require(op), to: scratch, tally)
        }
        try tally.write(scratch)
        return try StateDump(scratch)
      }
    }
  }
}

extension TestLibrary {
  func patron(_ card: String) throws -> EntityID {
    guard case .patron(let facts) = try desk.look(card, preferring: .card) else {
      throw TestFailure("no card \(card)")
    }
    return facts.patron.id
  }

  func item(_ barcode: String) throws -> ItemFacts {
    guard case .item(let facts) = try desk.look(barcode, preferring: .label) else {
      throw TestFailure("no copy \(barcode)")
    }
    return facts
  }

  /// Writes one op on a thing that is there.
  @discardableResult
  func save(_ body: OpBody, on entity: EntityID) throws -> OpID {
    try file.record { journal in
      try journal.append(body, on: entity, by: self.admin, at: self.clock.now())
    }
  }

  func setStatus(_ status: ItemStatus, of barcode: String) throws {
    try save(.itemSaved([ItemField.status.set(status.rawValue)]), on: item(barcode).item.id)
  }
}

/// What a test found missing before it could ask its question.
struct TestFailure: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}

extension DamageReport {
  var op: OpID? { outcome.op }
  var reasons: [Refusal]? { outcome.reasons }
}
