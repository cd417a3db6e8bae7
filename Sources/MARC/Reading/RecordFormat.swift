/// The formats records are exchanged in.
public enum RecordFormat: String, CaseIterable, Hashable, Sendable {
  case iso2709
  case marcXML
  /// MARC-in-JSON as one array.
  case json
  /// MARC-in-JSON, one record on each line.
  case jsonLines
  /// The mnemonic line form, `=245  10$aTitle`.
  case line

  /// How many bytes are enough to tell the formats apart.
  public static let detectionLength = 512

  /// The format of a file that begins with these bytes, or `nil` if it is none of them.
  public static func detect(_ bytes: some Collection<UInt8>) -> RecordFormat? {
    var rest = Array(bytes.prefix(detectionLength))[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    rest = rest.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    switch rest.first {
    case UInt8(ascii: "<"): return .marcXML
    case UInt8(ascii: "["): return .json
    case UInt8(ascii: "{"): return .jsonLines
    case UInt8(ascii: "="): return rest.count >= 4 ? .line : nil
    default: break
    }
    let isLeader = rest.withUnsafeBytes { ISO2709Frame.isLeader($0, at: 0) }
    let hasLength =
      rest.prefix(5).count == 5 && rest.prefix(5).allSatisfy { (0x30...0x39).contains($0) }
    return isLeader || hasLength ? .iso2709 : nil
  }
}

/// Reads records of any of the formats, found out from the input's first bytes or given.
public final class RecordReader: RecordReading {
  /// The format the input is read as; what is none of them is searched for ISO 2709.
  public let format: RecordFormat
  private let reader: any RecordReading

  /// Makes a reader; `keepsReceivedTexts` keeps the bytes of texts beside what MARC-8 makes of them,
  /// for records that say MARC-8 and may be in another encoding (`ReadRecord.mended`).
  public init(
    _ source: any ByteSource, as format: RecordFormat? = nil, _ leniency: Leniency = .lenient,
    keepsReceivedTexts: Bool = false
  ) throws(SourceFault) {
    let window = ByteWindow(source)
    _ = try window.fill(RecordFormat.detectionLength)
    let found = format ?? RecordFormat.detect(window.bytes) ?? .iso2709
    self.format = found
    switch found {
    case .iso2709:
      reader = ISO2709Reader(
        window: window, leniency, keepsReceivedTexts: keepsReceivedTexts)
    case .marcXML: reader = MARCXMLReader(window: window, leniency)
    case .json, .jsonLines: reader = MARCJSONReader(window: window, leniency)
    case .line: reader = MARCLineReader(window: window, leniency)
    }
  }

  public func next() throws(SourceFault) -> ReadRecord? { try reader.next() }
}

/// Writes records of any of the formats: `begin`, then `append` for each, then `finish`.
public struct RecordWriter: Sendable {
  public let format: RecordFormat
  private var json: MARCJSONWriter

  public init(_ format: RecordFormat) {
    self.format = format
    json = MARCJSONWriter(isArray: format == .json)
  }

  /// Appends what stands before the first record.
  public func begin(_ output: inout [UInt8]) {
    switch format {
    case .marcXML: MARCXMLWriter.begin(&output)
    case .json: json.begin(&output)
    case .iso2709, .jsonLines, .line: break
    }
  }

  /// Appends one record.
  ///
  /// - Returns: what the format could not hold as it is.
  public mutating func append(_ record: Record, to output: inout [UInt8]) -> [Fault] {
    switch format {
    case .iso2709: return ISO2709Writer.append(record, to: &output)
    case .marcXML: return MARCXMLWriter.append(record, to: &output)
    case .json, .jsonLines: return json.append(record, to: &output)
    case .line:
      MARCLineWriter.append(record, to: &output)
      return []
    }
  }

  /// Appends what stands behind the last record.
  public func finish(_ output: inout [UInt8]) {
    switch format {
    case .marcXML: MARCXMLWriter.finish(&output)
    case .json: json.finish(&output)
    case .iso2709, .jsonLines, .line: break
    }
  }
}
