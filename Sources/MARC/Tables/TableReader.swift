import VietnameseText

/// Reads a table whose rows are titles: the first row names the columns, and a profile says what they mean.
///
/// A column that the profile does not know is kept under its tag for the rest, with its heading.
final class TableReader: RecordReading {
  private struct Column {
    var heading: String
    var rule: MappingProfile.Rule?
  }

  private let window: ByteWindow
  private let rows: TableRows
  private let profile: MappingProfile
  private var columns: [Column]?
  private var recordCount = 0
  private var hasToldOfEnd = false
  /// Whether no column was known, so that there is nothing to read.
  private var isRefused = false

  init(window: ByteWindow, _ profile: MappingProfile) {
    self.window = window
    self.profile = profile
    rows = TableRows(window)
  }

  func next() throws(SourceFault) -> ReadRecord? {
    guard !isRefused else { return nil }
    if columns == nil, let step = try readHeadings() { return step }
    guard let columns, let row = try rows.next() else { return endOfInput() }
    recordCount += 1
    var draft = RecordDraft(number: recordCount)
    draft.setLeader(Array(Leader.newBook.bytes), at: row.offset)
    if row.hasOpenQuote { draft.diagnostics.add(.openQuote, at: row.offset, .kept) }
    if recordCount == 1 {
      for column in columns where column.rule == nil && !column.heading.isEmpty {
        draft.diagnostics.add(.unmapped(column.heading), at: 0, tag: profile.restTag, .kept)
      }
    }
    var mapped = MappedFields()
    var rest: [[UInt8]] = []
    for (place, cell) in row.cells.enumerated() {
      let column = place < columns.count ? columns[place] : Column(heading: "\(place + 1)")
      if let rule = column.rule {
        mapped.add(cell, by: rule)
      } else if let text = MappedFields.parts(cell, at: []).first {
        rest.append(MappedFields.rest(Array(column.heading.utf8), text))
      }
    }
    draft.append(mapped, rest: rest, profile, at: row.offset)
    return draft.finish(at: row.offset)
  }

  /// Reads the first row; a step says so where it names no column of a title.
  private func readHeadings() throws(SourceFault) -> ReadRecord? {
    guard let row = try rows.next() else { return endOfInput() }
    let headings = TableReader.headings(row.cells)
    columns = headings.map { Column(heading: $0, rule: profile.rule(heading: $0)) }
    guard columns?.allSatisfy({ $0.rule == nil }) == true else { return nil }
    isRefused = true
    let shown = headings.joined(separator: ", ").prefix(200)
    return .nothing(.unknownColumns(String(shown)), at: row.offset)
  }

  private func endOfInput() -> ReadRecord? {
    guard recordCount == 0, !hasToldOfEnd else { return nil }
    hasToldOfEnd = true
    return .nothing(window.offset == 0 ? .emptyInput : .noRecords(bytes: window.offset), at: 0)
  }

  /// Headings as text, whatever encoding they are in.
  static func headings(_ cells: [[UInt8]]) -> [String] {
    let received = cells.map { [ReceivedText($0)] }
    let mended = TextMending(encoding: .automatic, composes: true).mend(received)
    return zip(received, mended).map { received, mended in
      let text = mended?.texts[0] ?? received[0].shown
      return Punctuation.spaceTrimmed(Array(text.nfc.utf8)[...])
    }
  }
}

extension MappedFields {
  /// The body of a field for what the profile does not speak of: whence it is, and what it is.
  static func rest(_ origin: [UInt8], _ text: [UInt8]) -> [UInt8] {
    [0x20, 0x20, Delimiter.subfield, MappingProfile.originCode.byte]
      + origin.filter { !Delimiter.isDelimiter($0) } + [Delimiter.subfield, UInt8(ascii: "a")]
      + text
  }
}

extension RecordDraft {
  /// Appends mapped fields by their tags, as cataloguers expect them, then what the profile keeps aside.
  mutating func append(
    _ mapped: MappedFields, rest: [[UInt8]], _ profile: MappingProfile, at offset: Int
  ) {
    var fields = mapped.fields()
    for field in profile.fixed where !fields.contains(where: { $0.tag == field.tag }) {
      fields.append((field.tag, false, Array(field.body)))
    }
    let inOrder = fields.enumerated().sorted { left, right in
      (left.element.tag, left.offset) < (right.element.tag, right.offset)
    }
    for (_, field) in inOrder {
      append(field.tag, isControl: field.isControl, body: field.body, at: offset)
    }
    for body in rest { append(profile.restTag, isControl: false, body: body, at: offset) }
  }
}
