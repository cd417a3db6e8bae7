/// The encodings ISO 2709 can be written in; all other formats are UTF-8.
public enum WrittenEncoding: String, CaseIterable, Hashable, Sendable {
  /// Records that were not changed leave in the encoding they came in, all others in UTF-8.
  case asReceived = "asis"
  case utf8
  /// For systems that read nothing else. A record with a letter that MARC-8 lacks is not written.
  case marc8
}

/// Writes records of any of the formats: `begin`, then `append` for each, then `finish`.
public struct RecordWriter {
  public let format: RecordFormat
  private let encoding: WrittenEncoding
  private let encoder: MARC8Encoder?
  private var json: MARCJSONWriter
  private let table: TableWriter?

  /// Makes a writer of a format that can be written; `encoding` matters to ISO 2709 only, and `profile` to tables.
  public init(
    _ format: RecordFormat, encoding: WrittenEncoding = .asReceived,
    profile: MappingProfile = .empty
  ) {
    precondition(RecordFormat.writable.contains(format), "this format can only be read")
    self.format = format
    self.encoding = encoding
    let separator = UInt8(ascii: format == .tsv ? "\t" : ",")
    table = format.isTable ? TableWriter(profile, separator: separator) : nil
    encoder = encoding == .marc8 && format == .iso2709 ? MARC8Encoder() : nil
    json = MARCJSONWriter(isArray: format == .json)
  }

  /// Appends what stands before the first record.
  public func begin(_ output: inout [UInt8]) {
    switch format {
    case .marcXML: MARCXMLWriter.begin(&output)
    case .json: json.begin(&output)
    default: table?.begin(&output)
    }
  }

  /// Appends one record.
  ///
  /// - Returns: what the format could not hold as it is. Where one of these `preventsWriting`, nothing was appended.
  public mutating func append(_ record: Record, to output: inout [UInt8]) -> [Fault] {
    switch format {
    case .iso2709:
      return ISO2709Writer.append(
        encoding == .utf8 ? record.withoutOriginal : record, to: &output, encoder)
    case .marcXML: return MARCXMLWriter.append(record, to: &output)
    case .json, .jsonLines: return json.append(record, to: &output)
    case .line:
      MARCLineWriter.append(record, to: &output)
    case .plainText:
      PlainTextWriter.append(record, to: &output)
    case .csv, .tsv, .aleph, .isis:
      table?.append(record, to: &output)
    }
    return []
  }

  /// Appends what stands behind the last record.
  public func finish(_ output: inout [UInt8]) {
    switch format {
    case .marcXML: MARCXMLWriter.finish(&output)
    case .json: json.finish(&output)
    default: break
    }
  }
}
