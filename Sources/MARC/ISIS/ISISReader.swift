/// Reads what CDS/ISIS and WinISIS export as ISO 2709: lines of 80 bytes, `#` for both terminators, `^a` for
/// subfields, no indicators, and tags that mean what each database wants.
///
/// A profile says what the tags mean. What it does not speak of is kept under its tag for the rest.
final class ISISReader: RecordReading {
  private static let recordLengthMaximum = 1024 * 1024

  private let window: ByteWindow
  private let profile: MappingProfile
  private var recordCount = 0
  private var hasToldOfEnd = false
  private var toldNumbers: Set<Tag> = []

  init(window: ByteWindow, _ profile: MappingProfile) {
    self.window = window
    self.profile = profile
  }

  func next() throws(SourceFault) -> ReadRecord? {
    try skipBlanks()
    guard try window.fill(1) else { return endOfInput() }
    let offset = window.offset
    let strayCount = try skipToLeader()
    if strayCount > 0 {
      guard window.count > 0 || recordCount > 0 else { return endOfInput() }
      return ReadRecord(
        number: recordCount, offset: offset, record: nil,
        diagnostics: [
          Diagnostic(
            record: recordCount, offset: offset, fault: .strayBytes(count: strayCount),
            remedy: .skipped)
        ])
    }
    recordCount += 1
    var draft = RecordDraft(number: recordCount)
    draft.setLeader(Array(Leader.newBook.bytes), at: offset)
    let export = try readRecord(&draft, at: offset)
    var mapped = MappedFields()
    var rest: [[UInt8]] = []
    for field in export.fields {
      take(field, into: &mapped, &rest, &draft, at: offset)
    }
    draft.append(mapped, rest: rest, profile, at: offset)
    return draft.finish(at: offset)
  }

  /// Takes the lines of one record together and finds its fields.
  private func readRecord(
    _ draft: inout RecordDraft, at offset: Int
  ) throws(SourceFault) -> ISISExport {
    var text: [UInt8] = []
    let declared = ISO2709Frame.recordLength(window.bytes) ?? 0
    var isTerminated = false
    while !isTerminated, text.count < ISISReader.recordLengthMaximum, let line = try nextLine() {
      text += line.bytes
      isTerminated = ISISExport.isEnd(text, isLineShort: line.isShort, declared: declared)
    }
    if !isTerminated { draft.diagnostics.add(.missingRecordTerminator, at: offset, .mended) }
    let export = ISISExport(text)
    if export.isRebuilt { draft.diagnostics.add(.wrongDirectory, at: offset + 24, .mended) }
    return export
  }

  private struct Line {
    var bytes: [UInt8]
    /// Whether it is shorter than a line that goes on.
    var isShort: Bool
  }

  /// The next line without its end.
  ///
  /// A line that lost its last blanks on the way gets them back when more follows.
  private func nextLine() throws(SourceFault) -> Line? {
    var searched = 0
    while true {
      let bytes = window.bytes
      let end = bytes[searched...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      searched = bytes.count
      if end == bytes.count, bytes.count < ISISReader.recordLengthMaximum, try window.readPiece() {
        continue
      }
      guard window.count > 0 else { return nil }
      let line = Array(window.bytes[..<end])
      window.drop(end)
      _ = try window.fill(2)
      if window.bytes.starts(with: [0x0D, 0x0A]) {
        window.drop(2)
      } else if window.count > 0, window.bytes[0] == 0x0A || window.bytes[0] == 0x0D {
        window.drop(1)
      }
      let width = line.count { $0 & 0xC0 != 0x80 }
      return Line(bytes: line, isShort: width < ISISExport.lineWidth)
    }
  }

  private func take(
    _ field: ISISExport.Field, into mapped: inout MappedFields, _ rest: inout [[UInt8]],
    _ draft: inout RecordDraft, at offset: Int
  ) {
    let rules = profile.rules(number: field.tag.text)
    var isWhole = false
    for (rule, subfield) in rules where subfield == nil {
      isWhole = true
      if rule.target.code == nil, !rule.target.tag.isControl {
        mapped.add(field.parts.map { ($0.code ?? "a", $0.text) }, by: rule)
      } else {
        mapped.add(Array(field.parts.map(\.text).joined(separator: [0x20])), by: rule)
      }
    }
    guard !isWhole else { return }
    var left: [ISISExport.Part] = []
    for part in field.parts {
      let wanted = part.code ?? "a"
      let found = rules.filter { $0.subfield == wanted }
      for (rule, _) in found { mapped.add(part.text, by: rule) }
      if found.isEmpty { left.append(part) }
    }
    guard !left.isEmpty else { return }
    if toldNumbers.insert(field.tag).inserted {
      draft.diagnostics.add(.unmapped(field.tag.text), at: offset, tag: profile.restTag, .kept)
    }
    rest.append(
      [0x20, 0x20, Delimiter.subfield, MappingProfile.originCode.byte] + field.tag.bytes
        + left.flatMap { [Delimiter.subfield, ($0.code ?? "a").byte] + $0.text })
  }
}

// MARK: - Between records

extension ISISReader {
  private func skipBlanks() throws(SourceFault) {
    while try window.fill(1) {
      let count = window.bytes.firstIndex { $0 > 0x20 && $0 != 0x1A } ?? window.count
      window.drop(count)
      if window.count > 0 { return }
    }
  }

  /// Passes over lines that begin no record, and returns how many bytes that was.
  private func skipToLeader() throws(SourceFault) -> Int {
    let start = window.offset
    while try window.fill(1) {
      _ = try window.fill(Leader.length)
      if ISISExport.isLeader(window.bytes, at: 0) { break }
      let count = window.bytes.firstIndex { $0 == 0x0A || $0 == 0x0D }
      window.drop(count.map { $0 + 1 } ?? window.count)
    }
    return window.offset - start
  }

  private func endOfInput() -> ReadRecord? {
    guard recordCount == 0, !hasToldOfEnd else { return nil }
    hasToldOfEnd = true
    return .nothing(window.offset == 0 ? .emptyInput : .noRecords(bytes: window.offset), at: 0)
  }
}
