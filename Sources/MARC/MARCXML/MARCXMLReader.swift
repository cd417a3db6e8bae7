/// Reads MARCXML from files of any size, under any prefix, bare or wrapped in the answers of SRU and OAI.
///
/// A document type is never read, so no entity can grow. Where the XML breaks, the record is given up with a
/// diagnostic and reading goes on at the next `record` element.
public final class MARCXMLReader: RecordReading {
  private let window: ByteWindow
  private let scanner: XMLScanner
  private let leniency: Leniency
  private var parser = MARCXMLParser()
  private var hasStarted = false
  private var hasToldOfEnd = false

  public convenience init(_ source: any ByteSource, _ leniency: Leniency = .lenient) {
    self.init(window: ByteWindow(source), leniency)
  }

  init(window: ByteWindow, _ leniency: Leniency) {
    self.window = window
    self.leniency = leniency
    scanner = XMLScanner(window: window)
  }

  public func next() throws(SourceFault) -> ReadRecord? {
    try skipByteOrderMark()
    switch try parser.next(scanner, window) {
    case .record(let step): return step.held(to: leniency)
    case .broken(let step):
      try skipToRecord()
      return step
    case .end: return endOfInput()
    }
  }

  private func skipByteOrderMark() throws(SourceFault) {
    guard !hasStarted else { return }
    hasStarted = true
    _ = try window.fill(3)
    if window.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { window.drop(3) }
  }

  /// What is left to say when nothing more can be read.
  private func endOfInput() -> ReadRecord? {
    guard !hasToldOfEnd else { return nil }
    hasToldOfEnd = true
    if let step = parser.unfinishedRecord(at: window.offset) { return step }
    if window.offset == 0 { return ReadRecord.nothing(.emptyInput, at: 0) }
    return parser.isRefused || parser.recordCount > 0
      ? parser.remainingStep() : parser.remainingStep(.noRecords(bytes: window.offset))
  }

  /// Passes over everything up to the next start of a `record` element.
  private func skipToRecord() throws(SourceFault) {
    let longestName = 64
    while try window.fill(1) {
      _ = try window.fill(longestName)
      let bytes = window.bytes
      let tag = bytes.firstOffset(of: UInt8(ascii: "<"), from: 0, to: bytes.count)
      if tag + longestName > bytes.count, tag > 0 {
        window.drop(tag)
      } else if MARCXMLReader.startsRecord(bytes, at: tag) {
        window.drop(tag)
        return
      } else {
        window.drop(tag + 1)
      }
    }
  }

  private static func startsRecord(_ bytes: UnsafeRawBufferPointer, at tag: Int) -> Bool {
    var end = tag + 1
    while end < bytes.count, end < tag + 64, !XMLScanner.isBlank(bytes[end]),
      bytes[end] != UInt8(ascii: ">"), bytes[end] != UInt8(ascii: "/")
    {
      end += 1
    }
    guard end < bytes.count, end > tag + 1 else { return false }
    return XMLText.localName(UnsafeRawBufferPointer(rebasing: bytes[tag + 1..<end])).equals(
      "record")
  }
}
