/// Reads records of any of the formats, found out from the input's first bytes or given.
///
/// Input packed with gzip is unpacked on the way, and input in UTF-16 becomes UTF-8.
public final class RecordReader: RecordReading {
  /// The format the input is read as; what is none of them is searched for ISO 2709.
  public let format: RecordFormat
  private let source: PlainSource
  private let reader: any RecordReading
  private let leniency: Leniency
  private var lastNumber = 0
  private var hasToldOfDamage = false

  /// Makes a reader; `profiles` say what tables and CDS/ISIS exports mean, and `keepsReceivedTexts` keeps
  /// the bytes of texts beside what MARC-8 makes of them, for records that say MARC-8 and may be in another encoding (`ReadRecord.mended`).
  public init(
    _ source: any ByteSource, as format: RecordFormat? = nil, _ leniency: Leniency = .lenient,
    profiles: MappingProfiles = MappingProfiles(), keepsReceivedTexts: Bool = false
  ) throws(SourceFault) {
    self.source = PlainSource(source)
    self.leniency = leniency
    let window = ByteWindow(self.source)
    _ = try window.fill(RecordFormat.detectionLength)
    let found = format ?? RecordFormat.detect(window.bytes, profile: profiles.table) ?? .iso2709
    self.format = found
    reader = found.reader(
      window, found == .isis ? profiles.isis : profiles.table,
      keepsReceivedTexts: keepsReceivedTexts)
  }

  public func next() throws(SourceFault) -> ReadRecord? {
    guard let step = try reader.next() else { return endOfInput() }
    lastNumber = step.number
    return step.tellingDialect.held(to: leniency)
  }

  /// Says once that packed input broke off, behind the records that came before.
  private func endOfInput() -> ReadRecord? {
    guard source.isDamaged, !hasToldOfDamage else { return nil }
    hasToldOfDamage = true
    return ReadRecord(
      number: lastNumber, offset: source.count, record: nil,
      diagnostics: [
        Diagnostic(
          record: lastNumber, offset: source.count, fault: .damagedPacking, remedy: .skipped)
      ])
  }
}

extension ReadRecord {
  /// The same step, saying so where the record is in another dialect than MARC 21.
  fileprivate var tellingDialect: ReadRecord {
    // The tags of a record whose directory was wrong say little.
    guard let dialect = record?.foreignDialect,
      !diagnostics.contains(where: { $0.fault == .wrongDirectory })
    else { return self }
    let diagnostic = Diagnostic(
      record: number, offset: offset, fault: .notMARC21(dialect), remedy: .kept)
    return ReadRecord(
      number: number, offset: offset, record: record, diagnostics: diagnostics + [diagnostic],
      receivedBodies: receivedBodies)
  }
}
