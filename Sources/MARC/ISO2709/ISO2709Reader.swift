/// Reads ISO 2709 files record by record, whatever lies between the records and however wrong their numbers are.
///
/// Memory is bounded by the largest record accepted, time by the length of the input.
public final class ISO2709Reader: RecordReading {
  /// The largest record accepted: far beyond what the format can say, as some programs write more than they may.
  public static let recordLengthMaximum = 8 * 1024 * 1024

  let window: ByteWindow
  private let leniency: Leniency
  private let decoder: ISO2709Decoder
  private var recordCount = 0
  private var hasToldOfBlanks = false
  private var hasToldOfEnd = false
  private var isLost = false
  /// No record terminator stands before this offset of the input, counted from the current record.
  var terminatorSearchedTo = 0
  private var knownTerminator: Int?

  public convenience init(_ source: any ByteSource, _ leniency: Leniency = .lenient) {
    self.init(window: ByteWindow(source), leniency)
  }

  init(window: ByteWindow, _ leniency: Leniency, keepsReceivedTexts: Bool = false) {
    self.window = window
    decoder = ISO2709Decoder(keepsReceivedTexts: keepsReceivedTexts)
    self.leniency = leniency
  }

  public func next() throws(SourceFault) -> ReadRecord? {
    let blank = try skipBlanks()
    guard try window.fill(1) else { return endOfInput() }
    if try !beginsRecord() {
      return try skipStrayBytes(from: window.offset)
    }
    guard let frame = try findFrame() else {
      return try skipEndlessRecord()
    }
    recordCount += 1
    var diagnostics = DiagnosticList(record: recordCount)
    if let blank {
      diagnostics.add(.blankBetweenRecords, at: blank, .skipped)
    }
    for fault in frame.faults {
      diagnostics.add(fault, at: window.offset, .mended)
    }
    let offset = window.offset
    let bytes = UnsafeRawBufferPointer(rebasing: window.bytes[..<frame.length])
    let record = decoder.decode(
      bytes, offset: offset, isTruncated: frame.faults.contains(.truncated), into: &diagnostics)
    window.drop(frame.length)
    return ReadRecord(
      number: recordCount, offset: offset, record: record,
      diagnostics: diagnostics.finished(at: offset), receivedBodies: decoder.receivedBodies
    ).held(to: leniency)
  }
}

// MARK: - Between records

extension ISO2709Reader {
  /// Passes over line ends and the like, and returns where they began if they are to be told of.
  private func skipBlanks() throws(SourceFault) -> Int? {
    let start = window.offset
    while try window.fill(1) {
      let bytes = window.bytes
      let count = bytes.firstIndex { !ISO2709Reader.isBlank($0) } ?? bytes.count
      window.drop(count)
      if count < bytes.count { break }
    }
    guard window.offset > start, recordCount > 0, !hasToldOfBlanks, window.count > 0 else {
      return nil
    }
    hasToldOfBlanks = true
    return start
  }

  /// Line ends, blanks and the end mark of old systems.
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0D || byte == 0x20 || byte == 0x09 || byte == 0x1A
  }

  private func endOfInput() -> ReadRecord? {
    guard recordCount == 0, !hasToldOfEnd else { return nil }
    hasToldOfEnd = true
    let fault: Fault = window.offset == 0 ? .emptyInput : .noRecords(bytes: window.offset)
    return .nothing(fault, at: 0)
  }

  /// Looks for the next leader and tells how much was passed over on the way.
  private func skipStrayBytes(from start: Int) throws(SourceFault) -> ReadRecord? {
    window.drop(1)
    while true {
      let bytes = window.bytes
      let found = ISO2709Reader.firstLeader(in: bytes)
      window.drop(found ?? max(bytes.count - Leader.length + 1, 0))
      if found != nil { break }
      guard try window.readPiece() else {
        window.drop(window.count)
        break
      }
    }
    if recordCount == 0, window.count == 0 { return endOfInput() }
    hasToldOfEnd = true
    return stray(.strayBytes(count: window.offset - start), at: start)
  }

  private func stray(_ fault: Fault, at offset: Int) -> ReadRecord {
    ReadRecord(
      number: recordCount, offset: offset, record: nil,
      diagnostics: [
        Diagnostic(record: recordCount, offset: offset, fault: fault, remedy: .skipped)
      ])
  }

  /// The offset of the first leader in `bytes`, found by its run of five digits.
  private static func firstLeader(in bytes: UnsafeRawBufferPointer) -> Int? {
    var position = 0
    while position + Leader.length <= bytes.count {
      let last = bytes[position + ISO2709Frame.lengthDigits - 1] &- 0x30
      if last >= 10 {
        position += ISO2709Frame.lengthDigits
      } else if ISO2709Frame.isLeader(bytes, at: position) {
        return position
      } else {
        position += 1
      }
    }
    return nil
  }
}

// MARK: - The frame of a record

/// How many bytes belong to a record, and what was wrong about it.
struct FoundFrame {
  var length: Int
  var faults: [Fault] = []
}

extension ISO2709Reader {
  /// How far a directory is looked for in a record with a bad leader.
  private static let directoryLengthMaximum = 24 * 1024

  /// Whether a record begins here: a sound leader, a sound frame or at least a sound directory.
  private func beginsRecord() throws(SourceFault) -> Bool {
    guard try window.fill(ISO2709Frame.lengthMinimum) else { return false }
    if ISO2709Frame.isLeader(window.bytes, at: 0) { return true }
    if let length = ISO2709Frame.recordLength(window.bytes),
      length >= ISO2709Frame.lengthMinimum, try window.fill(length),
      window.bytes[length - 1] == Delimiter.record
    {
      return true
    }
    _ = try window.fill(ISO2709Reader.directoryLengthMaximum)
    return ISO2709Frame.hasDirectory(
      UnsafeRawBufferPointer(
        rebasing: window.bytes.prefix(ISO2709Reader.directoryLengthMaximum)))
  }

  /// Finds where the record at the front of the window ends; `nil` if it has no end within the limit.
  private func findFrame() throws(SourceFault) -> FoundFrame? {
    let declared = ISO2709Frame.recordLength(window.bytes)
    if let declared, declared >= ISO2709Frame.lengthMinimum, try window.fill(declared),
      window.bytes[declared - 1] == Delimiter.record
    {
      let bytes = UnsafeRawBufferPointer(rebasing: window.bytes[..<declared])
      let first = bytes.firstOffset(of: Delimiter.record, from: 0, to: declared)
      if first == declared - 1 { return FoundFrame(length: declared) }
      if first < Leader.length || ISO2709Layout.agrees(bytes) {
        return FoundFrame(length: declared, faults: [.embeddedTerminator])
      }
    }
    let terminator = try findTerminator()
    if let declared, try followsLeader(declared, before: terminator) {
      return FoundFrame(length: declared, faults: [.missingRecordTerminator])
    }
    let end = terminator.map { $0 + 1 } ?? window.count
    guard terminator != nil || window.isAtEnd else { return nil }
    if let next = nextLeader(before: end) {
      return FoundFrame(
        length: next,
        faults: [.missingRecordTerminator, .wrongRecordLength(declared: declared, actual: next)])
    }
    guard terminator == nil else {
      return FoundFrame(
        length: end, faults: [.wrongRecordLength(declared: declared, actual: end)])
    }
    let isWhole = declared.map { $0 <= end + 1 } ?? true
    return FoundFrame(length: end, faults: [isWhole ? .missingRecordTerminator : .truncated])
  }

  /// Whether the declared end is followed by the next record although no terminator stands there.
  private func followsLeader(
    _ declared: Int, before terminator: Int?
  ) throws(SourceFault) -> Bool {
    guard declared >= ISO2709Frame.lengthMinimum, declared <= terminator ?? Int.max,
      try window.fill(declared + Leader.length)
    else { return false }
    return ISO2709Frame.isLeader(window.bytes, at: declared)
  }

  /// Where in the window a field's end is directly followed by the leader of another record.
  private func nextLeader(before end: Int) -> Int? {
    let bytes = window.bytes
    var position = bytes.firstOffset(of: Delimiter.field, from: Leader.length, to: end)
    while position < end {
      if ISO2709Frame.isLeader(bytes, at: position + 1) { return position + 1 }
      position = bytes.firstOffset(of: Delimiter.field, from: position + 1, to: end)
    }
    return nil
  }

  /// The place of the next record terminator in the window, which is made larger until it is found.
  ///
  /// What was searched once is not searched again, however many leaders stand before a far terminator.
  private func findTerminator() throws(SourceFault) -> Int? {
    let firstOffset = window.offset + Leader.length
    if let known = knownTerminator, known >= firstOffset { return known - window.offset }
    knownTerminator = nil
    terminatorSearchedTo = max(terminatorSearchedTo, firstOffset)
    while true {
      let bytes = window.bytes
      let from = terminatorSearchedTo - window.offset
      let found = bytes.firstOffset(of: Delimiter.record, from: from, to: bytes.count)
      if found < bytes.count {
        knownTerminator = window.offset + found
        return found
      }
      terminatorSearchedTo = max(terminatorSearchedTo, window.offset + bytes.count)
      guard bytes.count < ISO2709Reader.recordLengthMaximum, try window.readPiece() else {
        return nil
      }
    }
  }

  private func skipEndlessRecord() throws(SourceFault) -> ReadRecord? {
    let start = window.offset
    let stray = try skipStrayBytes(from: start)
    guard let stray, stray.number > 0 || !stray.diagnostics.isEmpty else { return stray }
    return self.stray(.endless(limit: ISO2709Reader.recordLengthMaximum), at: start)
  }
}
