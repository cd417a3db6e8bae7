import Foundation
public import LibraryCore
public import VietnameseText

extension Desk {
  /// Enrols the patrons of a table: comma, semicolon or tab separated, its first line naming the columns.
  ///
  /// Columns are what `mapping` asks, or what their headings say. A row whose card somebody has changes that patron where
  /// `changesKnown` says so, and is left alone otherwise; a card is one person's, so a row with another name is a fault. A row whose
  /// person is enrolled already is a twin and left out. All that is taken is one batch, taken back as a whole. Rows are written in
  /// groups, each whole or not at all; an import that was stopped is simply started again. Texts are composed, and mended as
  /// `mending` says; those that are others now are kept as received in the journal (`PatronImport.texts`). `prepare` may change a
  /// row before it is taken. `progress` gets the rows done so far and all of them, and ends the import by answering false.
  public func importPatrons(
    from source: PatronTableSource, mapping: PatronMapping = .guessed, changesKnown: Bool = false,
    _ mending: TextMending = TextMending(), prepare: (inout PatronDraft) -> Void = { _ in },
    progress: (_ done: Int, _ total: Int) -> Bool = { _, _ in true }
  ) throws -> PatronImportOutcome {
    let table: PatronTable
    switch try PatronTable.read(source, mapping, changesKnown: changesKnown, mending) {
    case .success(let read): table = read
    case .failure(let why): return why.outcome
    }
    let missing = try consider { table.missing($0) }
    guard missing.isEmpty else { return .refused(missing.map { .noPermission($0) }) }
    return .imported(try take(table, prepare, progress))
  }

  /// What importing the table would do, row by row; nothing is written.
  ///
  /// Rows are looked at in one moment of the library; that earlier rows of the table would be there is taken into account.
  public func previewPatrons(
    from source: PatronTableSource, mapping: PatronMapping = .guessed, changesKnown: Bool = false,
    _ mending: TextMending = TextMending(), prepare: (inout PatronDraft) -> Void = { _ in },
    progress: (_ done: Int, _ total: Int) -> Bool = { _, _ in true }
  ) throws -> PatronImportOutcome {
    let table: PatronTable
    switch try PatronTable.read(source, mapping, changesKnown: changesKnown, mending) {
    case .success(let read): table = read
    case .failure(let why): return why.outcome
    }
    return try consider { facts in
      let missing = table.missing(facts)
      guard missing.isEmpty else { return .refused(missing.map { .noPermission($0) }) }
      var report = PatronImport()
      report.columns = table.columns
      var earlier = EarlierRows()
      for row in table.rows.rows {
        var draft = table.columns.draft(row)
        prepare(&draft)
        let looked = try facts.look(at: draft, line: row.line, table.changesKnown, earlier)
        earlier.add(looked)
        report.add(looked.row, isPreview: true)
        if looked.isTaken {
          report.addNotices(of: draft)
          report.counts.add(row.mended.map(\.mended))
        }
        if report.rows % Desk.rowsPerTransaction == 0,
          !progress(report.rows, table.rows.rows.count)
        {
          report.isComplete = false
          break
        }
      }
      return .imported(report)
    }
  }

  private func take(
    _ table: PatronTable, _ prepare: (inout PatronDraft) -> Void, _ progress: (Int, Int) -> Bool
  ) throws -> PatronImport {
    var report = PatronImport()
    report.columns = table.columns
    var rest = table.rows.rows[...]
    while !rest.isEmpty {
      let group = rest.prefix(Desk.rowsPerTransaction)
      rest = rest.dropFirst(group.count)
      let before = report
      report = try act { transaction in
        var report = before
        for row in group {
          var draft = table.columns.draft(row)
          prepare(&draft)
          try transaction.take(draft, row, of: table, into: &report)
        }
        return report
      }
      guard progress(report.rows, table.rows.rows.count) else {
        report.isComplete = rest.isEmpty
        break
      }
      LibraryFile.letOthersWrite()
    }
    if let batch = report.batch {
      let counts = report.batchCounts
      report.op = try act { try $0.append(.batchClosed(counts), on: batch) }
    }
    return report
  }

  private static let rowsPerTransaction = 200
}

extension DeskTransaction {
  fileprivate mutating func take(
    _ draft: PatronDraft, _ row: SeparatedValues.Row, of table: PatronTable,
    into report: inout PatronImport
  ) throws {
    let looked = try facts.look(at: draft, line: row.line, table.changesKnown)
    guard looked.isTaken else { return report.add(looked.row) }
    let batch = try report.batch ?? opened(table)
    let outcome: SaveOutcome
    if case .changed(let holder, _) = looked.row.outcome {
      outcome = try editPatron(holder.card.text, draft.fields.mapValues { .some($0) }, of: batch)
    } else {
      outcome = try enrol(draft, of: batch)
    }
    report.batch = batch
    guard case .saved = outcome else {
      if case .refused(let reasons) = outcome {
        report.add(PatronRow(line: row.line, draft, .faulty(reasons)))
      }
      return
    }
    report.add(looked.row)
    report.addNotices(of: draft)
    report.counts.add(row.mended.map(\.mended))
    guard let texts = row.textsMended(file: table.file, table.rows.headings) else { return }
    report.keepsTexts = true
    try append(.textsMended(texts), on: batch)
  }

  private mutating func opened(_ table: PatronTable) throws -> EntityID {
    let batch = journal.newEntity()
    try append(.batchOpened(kind: Batch.patronTable, source: table.file), on: batch)
    return batch
  }
}

/// Where a table of patrons comes from.
public enum PatronTableSource: Sendable {
  case file(String)
  /// The text itself, of a program that has no file.
  case text(String)

  fileprivate func bytes() throws -> [UInt8] {
    switch self {
    case .file(let path): try TableFile.bytes(path)
    case .text(let text): Array(text.utf8)
    }
  }

  /// What the journal calls it: the name of the file without its folders, or nothing.
  fileprivate var name: String {
    switch self {
    case .file(let path): ImportFiles.name(of: path)
    case .text: ""
    }
  }
}

/// A table of patrons that was read, and how it is to be taken.
private struct PatronTable {
  var rows: SeparatedValues
  var columns: PatronColumns
  var changesKnown: Bool
  /// The name of the file, without the folders it lies in; empty where there is none.
  var file: String

  /// Why it cannot be read as one.
  struct Fault: Error {
    var outcome: PatronImportOutcome
  }

  static func read(
    _ source: PatronTableSource, _ mapping: PatronMapping, changesKnown: Bool,
    _ mending: TextMending
  ) throws -> Result<PatronTable, Fault> {
    let bytes = try source.bytes()
    let rows: SeparatedValues
    do {
      rows = try SeparatedValues(bytes, mending)
    } catch {
      return .failure(Fault(outcome: .unreadable(error)))
    }
    let columns: PatronColumns
    do {
      columns = try PatronColumns(headings: rows.headings, mapping)
    } catch {
      return .failure(Fault(outcome: .badMapping(error)))
    }
    guard columns.hasNames else {
      return .failure(Fault(outcome: .noNames(headings: rows.headings)))
    }
    return .success(
      PatronTable(
        rows: rows, columns: columns, changesKnown: changesKnown, file: source.name))
  }

  func missing(_ facts: DeskFacts) -> [Permission] {
    [Permission.enrol, .editPatron].filter {
      !facts.staff.may($0) && ($0 == .enrol || changesKnown)
    }
  }
}

/// A table is read whole, so it must be of a size that a table of people or copies can have.
enum TableFile {
  static let bytesMaximum = 64 << 20

  static func bytes(_ path: String) throws -> [UInt8] {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw StoreFault.input(path: path, reason: String(cString: strerror(errno)))
    }
    defer { try? file.close() }
    let data: Data
    do {
      data = try file.read(upToCount: bytesMaximum + 1) ?? Data()
    } catch {
      throw StoreFault.input(path: path, reason: "not a file that can be read")
    }
    guard data.count <= bytesMaximum else {
      throw StoreFault.input(path: path, reason: "larger than \(bytesMaximum >> 20) MiB")
    }
    return Array(data)
  }
}
