import GRDB
public import LibraryCore
public import VietnameseText

extension Desk {
  /// Reads a table of copies and says what an import of it would do; nothing is written.
  ///
  /// That earlier rows of the table would be there is taken into account. `progress` may stop the reading by answering false; the
  /// report then speaks of what was read.
  public func previewItems(
    _ path: String, _ mending: TextMending = TextMending(),
    progress: (ImportProgress) -> Bool = { _ in true }
  ) throws -> ImportOutcome {
    let bytes = try TableFile.bytes(path)
    return try consider { facts in
      let missing = facts.missingForItemImport
      guard missing.isEmpty else { return .refused(missing) }
      var preview = ItemPreview(facts, path, size: bytes.count)
      do {
        try preview.take(try SeparatedValues(bytes, mending), progress)
      } catch let fault as SeparatedValues.Fault {
        preview.report.add(.unreadable(fault, file: 0))
      }
      return .imported(preview.report)
    }
  }
}

extension DeskFacts {
  /// What the account lacks to take in a table of copies.
  var missingForItemImport: [Refusal] {
    [Permission.importRecords, .editItem].filter { !staff.may($0) }.map { .noPermission($0) }
  }
}

/// A table of copies that is looked at.
private struct ItemPreview {
  private static let rowsPerReport = 200

  private let facts: DeskFacts
  private let size: Int
  var report: ImportReport
  /// The barcodes of earlier rows, in lower case.
  private var seen: Set<String> = []
  /// The last running number of each series that earlier rows got.
  private var running: [String: String] = [:]
  private var codes = ToldCodes()

  init(_ facts: DeskFacts, _ path: String, size: Int) {
    self.facts = facts
    self.size = size
    report = ImportReport(files: [ImportFileReport(path: path)])
  }

  mutating func take(_ table: SeparatedValues, _ progress: (ImportProgress) -> Bool) throws {
    let columns = ItemColumns(table)
    guard report.accepts(columns, of: table) else { return }
    for (done, row) in table.rows.enumerated() {
      if done > 0, done.isMultiple(of: ItemPreview.rowsPerReport) {
        let state = ImportProgress(
          records: done, bytes: size * done / table.rows.count, bytesTotal: size)
        guard progress(state) else {
          report.isComplete = false
          return
        }
      }
      try take(row, columns)
    }
  }

  private mutating func take(_ row: SeparatedValues.Row, _ columns: ItemColumns) throws {
    switch try ItemRow(row, columns, facts.db) {
    case .fault(let fault): report.add(fault)
    case .known: report.files[0].counts.skipped += 1
    case .copy(let draft):
      let reasons = try refusals(of: draft)
      for reason in reasons { report.add(.refused(reason, file: 0, line: row.line)) }
      guard reasons.isEmpty else { return }
      report.count(draft, row, codes: &codes, facts.configuration)
    }
  }

  /// What speaks against the copy, as if the rows before it had been taken.
  private mutating func refusals(of typed: ItemDraft) throws -> [Refusal] {
    var draft = typed
    var series: LabelSeries?
    if draft.barcode == nil {
      series = facts.configuration.copySeries(draft.series)
      guard let series else {
        let prefix = draft.series ?? facts.configuration.barcodePrefix
        return [.invalidValue(field: "series", typed: prefix)]
      }
      draft.barcode = try running[series.prefix].map(series.following) ?? series.next(facts.db)
    }
    if case .failure(let refusals) = try facts.itemChanges(draft.fields, of: nil) {
      return refusals.reasons
    }
    guard let barcode = draft.barcode.flatMap({ Barcode($0) }) else { return [] }
    guard seen.insert(barcode.text.lowercased()).inserted else {
      return [.barcodeTaken(barcode, title: "")]
    }
    if let series { running[series.prefix] = barcode.text }
    return []
  }
}

extension ImportReport {
  /// Whether a table of copies can be taken at all: some column has to name titles; columns it does not know are told.
  mutating func accepts(_ columns: ItemColumns, of table: SeparatedValues) -> Bool {
    guard columns.nameTitles else {
      add(.noTitleColumn(table.headings, file: 0))
      return false
    }
    for heading in columns.unknown { add(.unknownColumn(heading, file: 0)) }
    return true
  }

  /// Counts a copy that is taken, with what was mended in its row and the codes that are on no list.
  mutating func count(
    _ draft: ItemDraft, _ row: SeparatedValues.Row, codes: inout ToldCodes,
    _ configuration: HouseConfiguration
  ) {
    files[0].counts.items += 1
    files[0].counts.add(row.mended.map(\.mended))
    for fault in codes.faults(of: draft, line: row.line, configuration) { add(fault) }
  }
}

/// What a row of a table of copies says, before anything is asked about the copy itself.
enum ItemRow {
  /// The library does not have its title, or has it more than once.
  case fault(ImportFault)
  /// A copy of that title has the barcode already.
  case known
  case copy(ItemDraft)

  init(_ row: SeparatedValues.Row, _ columns: ItemColumns, _ db: Database) throws {
    let name = columns.titleName(row)
    let found = try TitleLookup(db: db).find(name)
    guard let record = found.first, found.count == 1 else {
      self = .fault(
        .titleNotFound(name.text, isAmbiguous: !found.isEmpty, file: 0, line: row.line))
      return
    }
    let draft = columns.draft(row, of: record)
    let holder = try draft.barcode.flatMap { Barcode($0) }
      .flatMap { try ImportedCopy.holder(of: $0, db) }
    self = holder == record ? .known : .copy(draft)
  }
}

/// The codes that were told to be on no list, each once.
struct ToldCodes {
  private var told: Set<String> = []

  mutating func faults(
    of draft: ItemDraft, line: Int, _ house: HouseConfiguration
  ) -> [ImportFault] {
    var faults: [ImportFault] = []
    for case .unknownCode(let kind, let code, _) in house.notices(of: draft.fields)
    where told.insert("\(kind.rawValue) \(code)").inserted {
      faults.append(.unknownCode(kind, code, file: 0, line: line))
    }
    return faults
  }
}
