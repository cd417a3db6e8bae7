import Foundation
public import LibraryCore
public import VietnameseText

extension Desk {
  /// Enrols the patrons of a table: comma, semicolon or tab separated, its first line naming the columns.
  ///
  /// A row whose card somebody has changes that patron where `changesKnown` says so, and is left alone otherwise; a card is one
  /// person's, so a row with another name is a fault. Rows are written in groups, each whole or not at all; an import that was
  /// stopped is simply started again. Texts are composed, and mended as `mending` says; those that are others now are kept as received in
  /// the journal (`PatronImport.texts`). `prepare` may change a row before it is taken. `progress` gets the rows done so far and all of
  /// them, and ends the import by answering false.
  public func importPatrons(
    csv path: String, changesKnown: Bool = false, _ mending: TextMending = TextMending(),
    prepare: (inout PatronDraft) -> Void = { _ in },
    progress: (_ done: Int, _ total: Int) -> Bool = { _, _ in true }
  ) throws -> PatronImportOutcome {
    let bytes = try TableFile.bytes(path)
    let table: SeparatedValues
    do {
      table = try SeparatedValues(bytes, mending)
    } catch {
      return .unreadable(error)
    }
    let columns = PatronColumns(headings: table.headings)
    guard columns.hasNames else { return .noNames(headings: table.headings) }
    let missing = try consider { facts in
      [Permission.enrol, .editPatron].filter {
        !facts.staff.may($0) && ($0 == .enrol || changesKnown)
      }
    }
    guard missing.isEmpty else { return .refused(missing.map { .noPermission($0) }) }
    let name = ImportFiles.name(of: path)
    return .imported(
      try take(table, columns, changesKnown: changesKnown, file: name, prepare, progress))
  }

  private func take(
    _ table: SeparatedValues, _ columns: PatronColumns, changesKnown: Bool, file: String,
    _ prepare: (inout PatronDraft) -> Void, _ progress: (Int, Int) -> Bool
  ) throws -> PatronImport {
    var report = PatronImport()
    report.unknownHeadings = columns.unknown
    var rest = table.rows[...]
    while !rest.isEmpty {
      let group = rest.prefix(Desk.rowsPerTransaction)
      rest = rest.dropFirst(group.count)
      let before = report
      report = try act { transaction in
        var report = before
        for row in group {
          var draft = columns.draft(row)
          prepare(&draft)
          let outcome = try transaction.take(draft, line: row.line, changesKnown, into: &report)
          guard case .saved = outcome else { continue }
          report.counts.add(row.mended.map(\.mended))
          guard let texts = row.textsMended(file: file, table.headings) else { continue }
          let entity = report.texts ?? transaction.journal.newEntity()
          report.texts = entity
          try transaction.append(.textsMended(texts), on: entity)
        }
        return report
      }
      guard progress(report.rows, table.rows.count) else {
        report.isComplete = rest.isEmpty
        break
      }
      LibraryFile.letOthersWrite()
    }
    return report
  }

  private static let rowsPerTransaction = 200
}

extension DeskTransaction {
  fileprivate mutating func take(
    _ draft: PatronDraft, line: Int, _ changesKnown: Bool, into report: inout PatronImport
  ) throws -> SaveOutcome {
    guard let card = draft[.card].flatMap(CardNumber.init), let holder = try facts.patron(card),
      holder.patron.name == draft[.name]
    else {
      let outcome = try enrol(draft)
      report.add(outcome, of: line, isNew: true)
      report.addNotices(of: draft, outcome)
      return outcome
    }
    let outcome =
      changesKnown
      ? try editPatron(card.text, draft.fields.mapValues { .some($0) })
      : .unchanged(id: holder.patron.id)
    report.add(outcome, of: line, isNew: false)
    report.addNotices(of: draft, outcome)
    return outcome
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
