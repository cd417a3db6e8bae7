/// The formats records are exchanged in.
public enum RecordFormat: String, CaseIterable, Hashable, Sendable {
  case iso2709
  case marcXML
  /// MARC-in-JSON as one array.
  case json
  /// MARC-in-JSON, one record on each line.
  case jsonLines
  /// The mnemonic line form of MARCMaker and MarcEdit, `=245  10$aTitle`.
  case line
  /// As catalogues show records: `245 10 $a Title`.
  case plainText
  /// Aleph sequential, `000000001 24510 L $$aTitle`; read only.
  case aleph
  /// The exports of CDS/ISIS and WinISIS; read only.
  case isis
  /// A table whose cells are parted by commas; any separator is read.
  case csv
  /// A table whose cells are parted by tabs.
  case tsv

  /// The formats that hold every record whole, and give it back as it was.
  public static let whole: [RecordFormat] = [.iso2709, .marcXML, .json, .jsonLines, .line]

  /// The formats that can be written.
  public static let writable = whole + [.plainText, .csv, .tsv]

  /// Whether records are rows in columns.
  public var isTable: Bool { self == .csv || self == .tsv }

  /// How many bytes are enough to tell the formats apart.
  public static let detectionLength = 512

  /// The format of a file that begins with these bytes, or `nil` if it is none of them.
  ///
  /// A table is known by headings that `profile` has a title among.
  public static func detect(
    _ bytes: some Collection<UInt8>, profile: MappingProfile = .empty
  ) -> RecordFormat? {
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
    if AlephLine.isLine(rest) { return .aleph }
    let firstLine = rest.prefix { $0 != 0x0A && $0 != 0x0D }
    if PlainTextLine.leader(Array(firstLine)) != nil, firstLine.count < rest.count {
      return .plainText
    }
    if rest.withUnsafeBytes({ ISISExport.isLeader($0, at: 0) }) { return .isis }
    if profile.kind == .table, isTable(firstLine, profile) { return .csv }
    let isLeader = rest.withUnsafeBytes { ISO2709Frame.isLeader($0, at: 0) }
    let hasLength =
      rest.prefix(5).count == 5 && rest.prefix(5).allSatisfy { (0x30...0x39).contains($0) }
    return isLeader || hasLength ? .iso2709 : nil
  }

  private static func isTable(_ line: ArraySlice<UInt8>, _ profile: MappingProfile) -> Bool {
    let separator = TableRows.separator(of: Array(line))
    let cells = line.split(separator: separator).map { cell in
      cell.filter { $0 != UInt8(ascii: "\"") }
    }
    return cells.count > 1 && profile.speaksOfTitles(TableReader.headings(cells.map { Array($0) }))
  }
}

extension RecordFormat {
  /// A reader of this format.
  func reader(
    _ window: ByteWindow, _ profile: MappingProfile, keepsReceivedTexts: Bool
  ) -> any RecordReading {
    switch self {
    case .iso2709:
      ISO2709Reader(window: window, .lenient, keepsReceivedTexts: keepsReceivedTexts)
    case .marcXML: MARCXMLReader(window: window, .lenient)
    case .json, .jsonLines: MARCJSONReader(window: window, .lenient)
    case .line: MARCLineReader(window: window, .lenient)
    case .plainText: PlainTextReader(window: window)
    case .aleph: AlephReader(window: window)
    case .isis: ISISReader(window: window, profile)
    case .csv, .tsv: TableReader(window: window, profile)
    }
  }
}
