/// Reads the mnemonic line form: `=245  10$aTitle` and the like, records parted by empty lines.
///
/// A line that does not begin with `=` goes on with the field above it.
public final class MARCLineReader: RecordReading {
  /// What holding a line takes beside its bytes.
  private static let lineCost = 64

  private let window: ByteWindow
  private let text: TextLines
  private let leniency: Leniency
  private var recordCount = 0
  private var hasToldOfEnd = false

  public convenience init(_ source: any ByteSource, _ leniency: Leniency = .lenient) {
    self.init(window: ByteWindow(source), leniency)
  }

  init(window: ByteWindow, _ leniency: Leniency) {
    self.window = window
    text = TextLines(window)
    self.leniency = leniency
  }

  public func next() throws(SourceFault) -> ReadRecord? {
    var lines: [Line] = []
    var byteCount = 0
    while byteCount < RecordDraft.lengthMaximum, let line = try nextLine() {
      byteCount += line.bytes.count + MARCLineReader.lineCost
      if line.isBlank {
        if lines.isEmpty { continue }
        break
      }
      if !line.startsField, !lines.isEmpty {
        lines[lines.count - 1].append(line)
      } else {
        lines.append(line)
      }
      if try beginsRecord(), lines.contains(where: \.startsField) { break }
    }
    guard let first = lines.first else { return endOfInput() }
    guard lines.contains(where: \.startsField) else { return strayLines(lines) }
    recordCount += 1
    var draft = RecordDraft(number: recordCount)
    for line in lines {
      line.read(into: &draft)
    }
    if byteCount >= RecordDraft.lengthMaximum {
      draft.diagnostics.add(.notWellFormed(.tooLong), at: window.offset, .mended)
    }
    return draft.finish(at: first.offset).held(to: leniency)
  }

  /// Whether the next line is a leader, which opens a record even where no empty line stands before it.
  private func beginsRecord() throws(SourceFault) -> Bool {
    _ = try window.fill(4)
    return window.bytes.starts(with: Line.leaderStart)
  }

  private func nextLine() throws(SourceFault) -> Line? {
    try text.next().map { Line(offset: $0.offset, bytes: $0.bytes) }
  }

  private func strayLines(_ lines: [Line]) -> ReadRecord {
    let offset = lines[0].offset
    return ReadRecord(
      number: recordCount, offset: offset, record: nil,
      diagnostics: [
        Diagnostic(
          record: recordCount, offset: offset,
          fault: .strayBytes(count: window.offset - offset), remedy: .skipped)
      ])
  }

  private func endOfInput() -> ReadRecord? {
    guard recordCount == 0, !hasToldOfEnd else { return nil }
    hasToldOfEnd = true
    return .nothing(window.offset == 0 ? .emptyInput : .noRecords(bytes: window.offset), at: 0)
  }
}

/// One field as a line of text.
private struct Line {
  static let leaderStart = Array("=LDR".utf8)

  let offset: Int
  var bytes: [UInt8]

  var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  var startsField: Bool { bytes.first == UInt8(ascii: "=") && bytes.count >= 4 }

  mutating func append(_ line: Line) {
    let text = line.bytes.drop { $0 == 0x20 || $0 == 0x09 }
    // MARCMaker breaks its lines before a name without a blank.
    let joins = text.first == LineText.subfieldSign || line.bytes.first == UInt8(ascii: "{")
    if !joins { bytes.append(0x20) }
    bytes.append(contentsOf: text)
  }

  func read(into draft: inout RecordDraft) {
    guard startsField else {
      draft.diagnostics.add(.badLine, at: offset, .skipped)
      return
    }
    let (tag, letters) = split()
    if bytes.starts(with: Line.leaderStart) {
      draft.setLeader(Line.plain(letters[...]), at: offset)
    } else if let body = Line.dataBody(letters, isControl: tag.isControl) {
      draft.append(draft.tag(tag, at: offset), isControl: false, body: body, at: offset)
    } else {
      let isSuspect = tag.isNumber && !tag.isControl
      if isSuspect { draft.diagnostics.add(.missingSubfields, at: offset, tag: tag, .kept) }
      draft.append(
        draft.tag(tag, at: offset), isControl: true, body: Line.plain(letters[...]), at: offset)
    }
  }

  /// The tag, and what follows the two blanks behind it; people also type one blank or a tab.
  private func split() -> (Tag, [LineText.Letter]) {
    let text = bytes.dropFirst()
    let name = text.prefix { $0 != 0x20 && $0 != 0x09 }
    let rest = text[name.endIndex...]
    let gap = rest.starts(with: [0x20, 0x20]) ? 2 : 1
    let tag = Tag(prefixOf: Line.plain(LineText.letters(of: name)[...]))
    return (tag, LineText.letters(of: rest.dropFirst(gap)))
  }

  /// Indicators and subfields in MARC's own form, or `nil` if the line is plain data.
  private static func dataBody(_ letters: [LineText.Letter], isControl: Bool) -> [UInt8]? {
    let first = letters.firstIndex(of: .subfieldSign) ?? letters.count
    guard first == Field.indicatorCount, first < letters.count || !isControl else { return nil }
    var body = plain(letters[..<first])
    var position = first
    while position < letters.count {
      let end = letters[(position + 1)...].firstIndex(of: .subfieldSign) ?? letters.count
      body.append(Delimiter.subfield)
      body.append(contentsOf: plain(letters[(position + 1)..<end]))
      position = end
    }
    return body
  }

  private static func plain(_ letters: ArraySlice<LineText.Letter>) -> [UInt8] {
    letters.map { letter in
      switch letter {
      case .byte(let byte): byte
      case .subfieldSign: LineText.subfieldSign
      }
    }
  }
}
