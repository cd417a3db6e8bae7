import GRDB
public import LibraryCore
import MARC
public import VietnameseText

extension Desk {
  /// Adds the copies of a table as one batch: comma, semicolon or tab separated, its first line naming the columns.
  ///
  /// A row says by record, control number, ISBN or title (and author) which title its copy is of; without a barcode the copy gets
  /// the next running number. Texts are composed, and mended as `mending` says. Rows are written in groups, each whole or not at all; `progress` may stop after a group.
  public func importItems(
    _ path: String, _ mending: TextMending = TextMending(),
    progress: (ImportProgress) -> Bool = { _ in true }
  ) throws -> ImportOutcome {
    let missing = try consider { $0.missingForItemImport }
    guard missing.isEmpty else { return .refused(missing) }
    let bytes = try TableFile.bytes(path)
    var run = ItemImport(self, path, size: bytes.count)
    do {
      try run.take(try SeparatedValues(bytes, mending), progress)
    } catch let fault as SeparatedValues.Fault {
      run.report.add(.unreadable(fault, file: 0))
    }
    return .imported(run.report)
  }
}

/// An import of copies at work.
private struct ItemImport {
  private static let rowsPerTransaction = 200

  private let desk: Desk
  private let size: Int
  var report: ImportReport
  private var codes = ToldCodes()

  init(_ desk: Desk, _ path: String, size: Int) {
    self.desk = desk
    self.size = size
    report = ImportReport(files: [ImportFileReport(path: path)])
  }

  mutating func take(_ table: SeparatedValues, _ progress: (ImportProgress) -> Bool) throws {
    let columns = ItemColumns(table)
    guard report.accepts(columns, of: table) else { return }
    var rest = table.rows[...]
    while !rest.isEmpty {
      let group = rest.prefix(ItemImport.rowsPerTransaction)
      rest = rest.dropFirst(group.count)
      let (before, left) = (self, rest.count)
      self = try desk.act { transaction in
        var attempt = before
        for row in group { try attempt.take(row, columns, table.headings, &transaction) }
        try attempt.note(since: before.report, isLast: left == 0, &transaction)
        return attempt
      }
      let behind = table.rows.count - rest.count
      let state = ImportProgress(
        records: behind, bytes: size * behind / table.rows.count, bytesTotal: size)
      guard progress(state) else {
        report.isComplete = rest.isEmpty
        return
      }
      LibraryFile.letOthersWrite()
    }
  }

  private mutating func take(
    _ row: SeparatedValues.Row, _ columns: ItemColumns, _ headings: [String],
    _ transaction: inout DeskTransaction
  ) throws {
    let draft: ItemDraft
    switch try ItemRow(row, columns, transaction.db) {
    case .fault(let fault): return report.add(fault)
    case .known:
      report.files[0].counts.skipped += 1
      return
    case .copy(let found): draft = found
    }
    switch try transaction.addItem(draft, batch: try opened(&transaction)) {
    case .saved, .unchanged:
      report.count(draft, row, codes: &codes, transaction.configuration)
      let file = ImportFiles.name(of: report.files[0].path)
      if let texts = row.textsMended(file: file, headings) {
        try transaction.append(.textsMended(texts), on: try opened(&transaction))
      }
    case .refused(let reasons):
      for reason in reasons { report.add(.refused(reason, file: 0, line: row.line)) }
    case .unknown(let name):
      report.add(.titleNotFound(name, isAmbiguous: false, file: 0, line: row.line))
    }
  }

  private mutating func opened(_ transaction: inout DeskTransaction) throws -> EntityID {
    if let batch = report.batch { return batch }
    let batch = transaction.journal.newEntity()
    let name = ImportFiles.name(of: report.files[0].path)
    try transaction.append(.batchOpened(kind: Batch.items, source: name), on: batch)
    report.batch = batch
    return batch
  }

  /// Notes how far the import has come, and closes the batch with its last group.
  private func note(
    since before: ImportReport, isLast: Bool, _ transaction: inout DeskTransaction
  ) throws {
    guard let batch = report.batch else { return }
    let known = before.batch == nil ? 0 : before.faults.count
    let file = ImportNotes.File(
      path: report.files[0].path, size: size, counts: report.files[0].counts)
    try ImportNotes.save(file, number: 0, of: batch, transaction.db)
    try ImportNotes.add(Array(report.faults.dropFirst(known)), to: batch, transaction.db)
    if isLast { try transaction.append(.batchClosed(report.counts), on: batch) }
  }
}

/// Finds the title that a row of a table speaks of.
struct TitleLookup {
  let db: Database

  /// All titles it may be: one when the row says enough.
  func find(_ name: ItemColumns.TitleName) throws -> [EntityID] {
    if let typed = name.record {
      guard let id = Int64(typed).map({ EntityID(rawValue: $0) }),
        try RecordRow.fetch(id, db)?.status == .active
      else { return [] }
      return [id]
    }
    if let control = name.control {
      let key = CatalogueKey.controlPrefix(control)
      return try DirectTitles.records(from: key, to: key.upperBound, limit: 2, db)
    }
    if let isbn = name.isbn.flatMap({ ISBN($0) }) {
      let found = try DirectTitles.records(from: .isbn(isbn), limit: 10, db)
      if found.count == 1 || name.title == nil { return found }
    }
    guard let title = name.title else { return [] }
    return try byAuthor(beginning(with: title), name.author)
  }

  /// Titles that are this one, or else that begin with it.
  private func beginning(with title: String) throws -> [EntityID] {
    let key = CatalogueKey.title(title)
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT record, key FROM record_key WHERE key BETWEEN ? AND ? ORDER BY key LIMIT 50"),
      arguments: [key.text, key.upperBound])
    let whole = rows.filter { $0[1] as String == key.text }
    let longer = rows.filter { ($0[1] as String).utf8.starts(with: (key.text + " ").utf8) }
    return (whole.isEmpty ? longer : whole).map { EntityID(rawValue: $0[0]) }
  }

  private func byAuthor(_ found: [EntityID], _ author: String?) throws -> [EntityID] {
    guard found.count > 1, let author else { return found }
    let wanted = AuthorHeading.matchKey(author)
    return try found.filter { id in
      let stored = try String.fetchOne(
        db.cachedStatement(sql: "SELECT author FROM record WHERE id = ?"),
        arguments: [id.rawValue])
      return stored.map { AuthorHeading.matchKey($0) == wanted } ?? false
    }
  }
}
