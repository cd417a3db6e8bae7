/// Something found wrong while reading or writing: where, what, and what was done about it.
///
/// The words for it are the screen's business.
public struct Diagnostic: Hashable, Sendable {
  public enum Severity: Int, Comparable, Hashable, Sendable {
    /// Worth knowing; the record is as good as its source.
    case note
    /// The record was mended, and nothing of its text is lost.
    case warning
    /// Text may be missing, misplaced or unreadable.
    case error

    public static func < (left: Severity, right: Severity) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// What was done about a fault.
  public enum Remedy: Hashable, Sendable {
    /// The bytes stand in the record as they came.
    case kept
    /// The record was built as it must have been meant.
    case mended
    /// These bytes were passed over.
    case skipped
  }

  /// The number of the record in its input, from 1; 0 speaks of the input as a whole.
  public let record: Int
  /// Where in the input, in bytes.
  public let offset: Int
  public let tag: Tag?
  public let fault: Fault
  public let remedy: Remedy

  public init(record: Int, offset: Int, tag: Tag? = nil, fault: Fault, remedy: Remedy) {
    self.record = record
    self.offset = offset
    self.tag = tag
    self.fault = fault
    self.remedy = remedy
  }

  public var severity: Severity { fault.severity }
}

/// What can be wrong with records and the files that hold them.
public enum Fault: Hashable, Sendable {
  // The input as a whole.
  case emptyInput
  /// Nothing in the input is a record of the format it was read as.
  case noRecords(bytes: Int)
  /// Bytes between records that belong to none.
  case strayBytes(count: Int)
  /// Line ends or blanks between records; told once for an input.
  case blankBetweenRecords
  /// Packed bytes that break off or contradict themselves; what came before them is read.
  case damagedPacking
  /// More faults in one record than are worth listing.
  case furtherFaults(count: Int)

  // The frame of an ISO 2709 record.
  case wrongRecordLength(declared: Int?, actual: Int)
  case missingRecordTerminator
  case truncated
  /// No end was found within the largest size a record may have.
  case endless(limit: Int)
  case wrongBaseAddress(declared: Int?, actual: Int)
  case wrongDirectory
  /// Lengths and positions count characters where they must count bytes.
  case lengthsInCharacters
  /// Text that no entry of the directory claims; it is kept under the tag `???`.
  case unclaimedText
  case missingText
  case missingFieldTerminator
  case embeddedTerminator

  // Fields.
  case badLeader(length: Int)
  case missingLeader
  case badTag(String)
  case badIndicator(String)
  case badSubfieldCode(String)
  case missingIndicators
  case textBeforeSubfields
  case missingSubfields
  case controlFieldWithSubfields
  case forbiddenCharacter(UInt32)

  // Text.
  /// Leader position 9 says one encoding and the text is in the other.
  case wrongEncodingMark(textIsUnicode: Bool)
  case invalidUTF8
  case invalidMARC8

  // MARCXML, JSON and line form.
  case notWellFormed(Syntax)
  /// Document types can hide entities without end; they are not read.
  case documentTypeRefused
  case unknownEntity(String)
  case unknownEncoding(String)
  case unexpectedElement(String)
  /// More than one root element; all are read, and told once.
  case severalDocuments
  case unexpectedValue(String)
  case badLine

  // Tables and CDS/ISIS exports.
  /// No column's heading is one that the profile knows.
  case unknownColumns(String)
  /// A column or field that the profile does not speak of; it is kept aside.
  case unmapped(String)
  case openQuote

  /// The record is whole, but its tags mean other things than MARC 21's.
  case notMARC21(Dialect)

  // What a format cannot hold.
  /// ISO 2709 has too few digits for it.
  case fieldTooLong(bytes: Int)
  case recordTooLong(bytes: Int)
  /// MARC-8 has no such character; the number is Unicode's.
  case noMARC8(UInt32)

  /// The rule of XML or JSON that was broken.
  public enum Syntax: String, Hashable, Sendable {
    case unexpectedCharacter
    case unexpectedEnd
    case mismatchedTag
    case badAttribute
    case badEscape
    case tooDeep
    case tooLong
  }

  public var severity: Diagnostic.Severity {
    switch self {
    case .blankBetweenRecords, .severalDocuments, .unmapped: .note
    case .wrongRecordLength, .missingRecordTerminator, .wrongBaseAddress, .lengthsInCharacters,
      .missingFieldTerminator, .embeddedTerminator, .missingIndicators, .textBeforeSubfields,
      .missingSubfields, .controlFieldWithSubfields, .wrongEncodingMark, .badIndicator,
      .unexpectedElement, .furtherFaults, .fieldTooLong, .recordTooLong, .notMARC21, .openQuote:
      .warning
    default: .error
    }
  }
}

extension Fault {
  /// Whether a writer that meets it leaves the record out, because the format cannot hold it whole.
  public var preventsWriting: Bool {
    switch self {
    case .fieldTooLong, .recordTooLong, .noMARC8: true
    default: false
    }
  }
}

/// The diagnostics of one record while it is being read.
struct DiagnosticList {
  private static let countMaximum = 50

  let record: Int
  private(set) var all: [Diagnostic] = []
  private var dropped = 0

  init(record: Int) {
    self.record = record
  }

  mutating func add(_ fault: Fault, at offset: Int, tag: Tag? = nil, _ remedy: Diagnostic.Remedy) {
    guard all.count < DiagnosticList.countMaximum else {
      dropped += 1
      return
    }
    all.append(
      Diagnostic(record: record, offset: offset, tag: tag, fault: fault, remedy: remedy))
  }

  /// Everything found, the count of what was too much at the end.
  func finished(at offset: Int) -> [Diagnostic] {
    guard dropped > 0 else { return all }
    return all + [
      Diagnostic(
        record: record, offset: offset, fault: .furtherFaults(count: dropped), remedy: .kept)
    ]
  }
}
